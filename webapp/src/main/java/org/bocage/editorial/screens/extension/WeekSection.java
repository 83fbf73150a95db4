package org.bocage.editorial.screens.extension;

import java.util.Optional;
import org.bocage.editorial.view.WeekPage;

/** Extension point: a section of « Ma semaine », in the order that {@link org.springframework.core.annotation.Order} gives. */
public interface WeekSection {

    /** Returns the section as it is for whoever is signed in, or empty if there is nothing for them. */
    Optional<WeekPage.Section> section();
}
