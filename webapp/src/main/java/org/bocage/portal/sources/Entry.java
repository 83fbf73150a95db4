package org.bocage.portal.sources;

import java.time.Instant;
import java.util.List;

/** One thing that a source tells: an event, or a piece of news. */
sealed interface Entry permits EventEntry, NewsEntry {

    /** What the source knows it by, one occurrence of a series apart from the others. */
    Key key();

    /** What it is known by when the source calls it otherwise each time: title, start and place. */
    String otherKey();

    String title();

    /** Words of the source that may name themes. */
    List<String> categories();

    /** Whether it was over for good at some time, or too old to be told. */
    boolean isOver(Instant then);

    /**
     * What a source knows an entry by.
     *
     * @param recurrenceId of an occurrence that the source tells apart, else empty
     */
    record Key(String uid, String recurrenceId) {}
}
