package org.bocage.editorial.administration;

import java.util.List;
import org.bocage.editorial.view.Moment;
import org.jspecify.annotations.Nullable;

/**
 * {@code planifie.ftlh}: what the portal does by itself.
 *
 * @param problem what went wrong with what was asked for; empty for nothing
 * @param compactions how the files of the stores were last made small
 */
public record PlannedPage(String address, String problem, List<Row> tasks, List<Compaction> compactions) {

    /**
     * How the files of a store were last made small.
     *
     * @param store {@code author} or {@code published}
     * @param whole whether everything in it was gone through
     * @param before megabytes
     * @param after megabytes
     * @param problem why nothing came of it; empty when it went well
     * @param room megabytes that the disk should have had; 0 when that was not the problem
     */
    public record Compaction(
            String store,
            Moment when,
            boolean whole,
            long seconds,
            long before,
            long after,
            String problem,
            long room) {}

    /**
     * A task.
     *
     * @param key names it when it is asked for
     * @param rhythm « chaque jour à 2 h 30 »
     * @param result {@code jamais}, {@code en-cours}, {@code fait} or {@code rate}
     * @param problem why it failed; empty when it did not
     */
    public record Row(
            String key,
            String label,
            String rhythm,
            @Nullable Moment last,
            String result,
            String problem,
            @Nullable Moment next) {}
}
