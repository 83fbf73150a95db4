package org.bocage.editorial.administration;

import java.util.List;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.Paging;
import org.jspecify.annotations.Nullable;

/**
 * {@code journal.ftlh}: who moved what, a month at a time.
 *
 * @param month « novembre 2026 »
 * @param previous address of the month before, null when it is over a year ago
 * @param next address of the month after, null when it is this one
 */
public record JournalPage(
        String month,
        List<Line> lines,
        Paging paging,
        @Nullable String previous,
        @Nullable String next) {

    /**
     * A passage.
     *
     * @param who display name
     * @param from key of the state before
     * @param to key of the state after
     * @param own when a reviewer decided on what they wrote themselves
     * @param address of the content, null when it is gone
     * @param settings whether settings were changed, and no content moved
     * @param version of the contents that an upgrade led to, null for anything else
     * @param handover null when the content moved
     */
    public record Line(
            Moment when,
            String who,
            String title,
            @Nullable String address,
            String from,
            String to,
            boolean own,
            boolean settings,
            @Nullable Integer version,
            @Nullable Handover handover) {

        /** Returns the line of what an upgrade did to the contents. */
        static Line upgrade(Moment when, String title, int version) {
            return new Line(when, "", title, null, "", "", false, false, version, null);
        }
    }

    /**
     * A content that was given to somebody to be kept, or taken from them.
     *
     * @param whom by display name
     * @param all whether it is no content: responsibilities of the account that the line is about passed to them
     */
    public record Handover(boolean given, String whom, boolean all) {}
}
