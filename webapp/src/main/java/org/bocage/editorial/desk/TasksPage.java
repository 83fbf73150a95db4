package org.bocage.editorial.desk;

import java.util.List;
import org.bocage.editorial.view.WeekPage;

/**
 * {@code taches.ftlh}: what waits for a yes, oldest first.
 *
 * @param suspects what looks like advertising, apart from the rest
 * @param lots what came from a same source, to be accepted together by posting its {@code source}
 */
public record TasksPage(List<WeekPage.Task> tasks, List<WeekPage.Task> suspects, List<Lot> lots) {

    /** Several proposals of one source: its identifier, its name, how many they are. */
    public record Lot(String source, String title, int count) {}
}
