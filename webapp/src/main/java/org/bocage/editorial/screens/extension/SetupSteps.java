package org.bocage.editorial.screens.extension;

import java.util.List;
import java.util.Set;

/** Extension point: screens that whoever sets a portal up goes through first, one after the other. */
public interface SetupSteps {

    /**
     * A screen to go through. It is one of the settings, and stays there afterwards.
     *
     * @param key of its words, {@code authoring.setup.<key>}
     * @param address of the screen
     * @param place order among the steps
     * @param isDone whether somebody kept something there
     * @param others addresses of screens that belong to it
     */
    record SetupStep(String key, String address, int place, boolean isDone, Set<String> others) {

        public SetupStep(String key, String address, int place, boolean isDone) {
            this(key, address, place, isDone, Set.of());
        }

        /** Whether a screen is this step's. */
        public boolean has(String screen) {
            return address.equals(screen) || others.contains(screen);
        }
    }

    /** Returns the steps as they stand; none where there is nothing to set. */
    List<SetupStep> setupSteps();
}
