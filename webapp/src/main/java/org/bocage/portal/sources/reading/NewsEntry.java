package org.bocage.portal.sources.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A piece of news as its source tells it.
 *
 * @param summary what it is about, at most 300 characters of plain text
 * @param link where the rest is to be read
 */
public record NewsEntry(
        String uid, String title, String summary, String link, Instant published, List<String> categories)
        implements Entry {

    /** Age beyond which an entry is no longer news. */
    private static final Duration FRESH = Duration.ofDays(60);

    @Override
    public Key key() {
        return new Key(uid, "");
    }

    @Override
    public String otherKey() {
        return Territory.fold(title) + "|" + link;
    }

    @Override
    public boolean isOver(Instant now) {
        return published.isBefore(now.minus(FRESH));
    }
}
