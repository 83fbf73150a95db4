package org.bocage.editorial.screens.extension;

import java.util.List;
import org.bocage.editorial.view.WeekPage;

/** Extension point: notices of « Ma semaine » to those who review. */
public interface WeekNotices {

    List<WeekPage.Notice> notices();
}
