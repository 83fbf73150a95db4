package org.bocage.editorial.desk;

import java.util.List;
import org.bocage.editorial.view.WeekPage;

/**
 * {@code taches.ftlh}: what waits for a yes, oldest first.
 *
 * @param total how much waits, what is not in the list yet included
 * @param suspects what looks like advertising, apart from the rest
 * @param lots what came from a same source, to be accepted together
 */
public record TasksPage(List<WeekPage.Task> tasks, int total, List<WeekPage.Task> suspects, List<Lot> lots) {

    /**
     * Several proposals of one source.
     *
     * @param title of the source
     * @param choices what is posted to accept them, as {@link WeekPage.Task#choice}
     * @param apart how many more are to be looked at one by one, since they may be there twice
     */
    public record Lot(String title, List<String> choices, int apart) {}
}
