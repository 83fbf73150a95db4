package org.bocage.portal.sources.reading;

import java.time.Instant;
import java.util.List;

/** One thing that a source tells: an event, a piece of news, a structure, or an annonce. */
public sealed interface Entry permits AdEntry, EventEntry, NewsEntry, StructureEntry {

    /** Returns the source's key for it, distinct for each occurrence of a series. */
    Key key();

    /** Returns the key to use when the source's own changes each time: title, start and place, as far as it has them. */
    String otherKey();

    String title();

    /** Words of the source that may name themes. */
    List<String> categories();

    /** Whether it was over for good at some time, or too old to be told. */
    boolean isOver(Instant then);

    /**
     * Key of an entry at its source.
     *
     * @param recurrenceId of an occurrence that the source tells apart, else empty
     */
    record Key(String uid, String recurrenceId) {}
}
