package org.bocage.editorial.items.history;

import java.util.List;
import org.bocage.editorial.view.FieldChange;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.TaskPage;
import org.jspecify.annotations.Nullable;

/**
 * {@code historique.ftlh}: what an item was. Going back posts {@code revision} and {@code jeton} to {@link Shown#restoreAddress}.
 *
 * @param type label of the type in the plural, with {@code listAddress}
 * @param itemAddress the form
 * @param pending what the version being written changes of the one on line; empty when nothing, or nothing is on line
 * @param versions the latest first
 * @param shown the version looked at, null in the list
 */
public record HistoryPage(
        String title,
        String type,
        String listAddress,
        String itemAddress,
        List<FieldChange> pending,
        List<Version> versions,
        @Nullable Shown shown) {

    /** A saved state: who, when, labels of what changed, and where it is looked at. */
    public record Version(long number, String who, Moment when, List<String> changed, String address) {}

    /**
     * A version, against the one before it.
     *
     * @param restoreAddress null when this person may not go back to it, or it is the present one
     */
    public record Shown(
            Version version,
            List<FieldChange> changes,
            List<TaskPage.Content> contents,
            @Nullable String restoreAddress,
            String revision,
            String token) {}
}
