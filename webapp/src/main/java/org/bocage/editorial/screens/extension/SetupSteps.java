package org.bocage.editorial.screens.extension;

import java.util.List;

/** Extension point: screens that whoever sets a portal up goes through first, one after the other. */
public interface SetupSteps {

    /**
     * A screen to go through. It is one of the settings, and stays there afterwards.
     *
     * @param key of its words, {@code authoring.setup.<key>}
     * @param address of the screen
     * @param place order among the steps
     * @param isDone whether somebody kept something there
     */
    record SetupStep(String key, String address, int place, boolean isDone) {}

    /** Returns the steps as they stand; none where there is nothing to set. */
    List<SetupStep> setupSteps();
}
