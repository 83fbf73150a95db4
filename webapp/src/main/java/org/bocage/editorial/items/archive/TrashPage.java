package org.bocage.editorial.items.archive;

import java.util.List;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.Paging;

/**
 * {@code corbeille.ftlh}: what was thrown away, the latest first. Each line posts "action" ("restaurer" or "supprimer") to its
 * address.
 *
 * @param mayDelete whether this person deletes for good
 */
public record TrashPage(List<Line> lines, Paging paging, boolean mayDelete) {

    /** A content: its type in words, who threw it away and when, and when it goes for good. */
    public record Line(String title, String type, String who, Moment when, Moment until, String address) {}
}
