package org.bocage.editorial.screens.extension;

import java.util.Optional;
import org.bocage.editorial.view.Shell;

/** Extension point: a guide through several screens, shown above each of them. One at most. */
public interface ScreenGuide {

    /**
     * Returns the guide for whoever is signed in, or empty when there is none on that screen.
     *
     * @param address of the screen, within the application
     */
    Optional<Shell.Guide> guide(String address);
}
