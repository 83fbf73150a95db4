package org.bocage.editorial.authoring.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code planifie.ftlh}: what the portal does by itself.
 *
 * @param problem what went wrong with what was asked for; empty for nothing
 */
public record PlannedPage(String address, String problem, List<Row> tasks) {

    /**
     * A task.
     *
     * @param key names it when it is asked for
     * @param result {@code jamais}, {@code en-cours}, {@code fait} or {@code rate}
     * @param problem why it failed; empty when it did not
     */
    public record Row(
            String key,
            String label,
            @Nullable Moment last,
            String result,
            String problem,
            @Nullable Moment next) {}
}
