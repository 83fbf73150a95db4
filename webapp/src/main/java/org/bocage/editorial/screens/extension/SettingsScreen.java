package org.bocage.editorial.screens.extension;

import java.util.Optional;
import org.bocage.editorial.view.SettingsPage;

/** Extension point: a screen that « Réglages » leads to. */
public interface SettingsScreen {

    /** Returns the link to the screen, or empty while it has nothing to show. */
    Optional<SettingsPage.Link> settings();
}
