package org.bocage.editorial.authoring.view;

import java.util.List;

/**
 * {@code taches.ftlh}: what waits for a yes, oldest first.
 *
 * @param suspects what looks like advertising, apart from the rest
 * @param done what was decided lately, to find it again
 */
public record TasksPage(List<WeekPage.Task> tasks, List<WeekPage.Task> suspects, List<Decision> done) {

    /** A decision: {@code state} it led to, by whom, when. */
    public record Decision(String title, String address, String state, String who, Moment when) {}
}
