package org.bocage.portal.documents;

import java.util.List;
import org.bocage.editorial.view.Moment;
import org.jspecify.annotations.Nullable;

/**
 * {@code decisions.ftlh}: what was decided, meeting after meeting.
 *
 * @param open what is still to be done, the most urgent first
 * @param done what is done, the last meeting first
 */
public record DecisionsPage(List<Row> open, List<Row> done) {

    /**
     * A decision.
     *
     * @param who does it; may be empty
     * @param by for when; null when nobody said
     * @param late whether that day is past
     * @param meeting title of the minutes, at {@code address}
     */
    public record Row(String text, String who, @Nullable Moment by, boolean late, String meeting, String address) {}
}
