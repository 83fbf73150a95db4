package org.bocage.portal.sources.reading;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SAXBuilder;
import com.rometools.rome.io.WireFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads RSS and Atom: of each piece of news its title, three lines and where the rest is, never the whole text (AC-15). */
public final class FeedReader {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_SUMMARY = 300;

    /** Limit of entries per feed: the latest stand on top; older ones are not taken. */
    private static final int MOST = 50;

    /** Elements within each other; a text in XHTML has some tens. */
    private static final String DEEPEST = "200";

    private final Set<Warning> warnings = new LinkedHashSet<>();
    private int ignored;

    /**
     * Reads a feed.
     *
     * @param contentType as its server says
     * @throws Unreadable when it is none, or was cut
     */
    public Reading read(byte[] bytes, String contentType) throws Unreadable {
        SyndFeed feed = feed(bytes, contentType);
        List<Entry> entries = new ArrayList<>();
        Set<String> known = new HashSet<>();
        int older = 0;
        for (SyndEntry one : feed.getEntries()) {
            Optional<NewsEntry> entry = entry(one);
            boolean isNew = entry.isPresent() && known.add(entry.get().uid());
            if (isNew && entries.size() < MOST) {
                entries.add(entry.orElseThrow());
            } else {
                ignored++;
                older += isNew ? 1 : 0;
            }
        }
        if (older > 0) {
            warnings.add(Warning.of("older", String.valueOf(MOST), String.valueOf(older)));
        }
        return new Reading(entries, ignored, false, List.copyOf(warnings));
    }

    private static SyndFeed feed(byte[] bytes, String contentType) throws Unreadable {
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(bytes), contentType, true)) {
            return new SyndFeedImpl(new ShallowInput().build(reader));
        } catch (IOException | FeedException | IllegalArgumentException e) {
            throw new Unreadable("not-a-feed");
        }
    }

    /** Parser of feeds that refuses elements nested deeper than any feed has them: what goes through them goes by recursion. */
    private static final class ShallowInput extends WireFeedInput {

        @Override
        protected SAXBuilder createSAXBuilder() {
            SAXBuilder builder = super.createSAXBuilder();
            builder.setProperty("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", DEEPEST);
            return builder;
        }
    }

    private Optional<NewsEntry> entry(SyndEntry entry) {
        String title = ReceivedHtml.plain(text(entry.getTitle()));
        String link = text(entry.getLink()).strip();
        if (title.isEmpty() || !link.matches("https?://[^\\s<>\"']{4,500}")) {
            warnings.add(Warning.of(title.isEmpty() ? "no-title" : "no-link", title));
            return Optional.empty();
        }
        Date date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        String uid =
                text(entry.getUri()).isBlank() ? link : text(entry.getUri()).strip();
        return Optional.of(new NewsEntry(
                uid,
                ReceivedText.cut(title, LONGEST_TITLE),
                ReceivedText.cut(ReceivedHtml.plain(summary(entry)), LONGEST_SUMMARY),
                link,
                date == null ? Instant.MAX : date.toInstant(),
                entry.getCategories().stream()
                        .map(SyndCategory::getName)
                        .map(FeedReader::text)
                        .toList()));
    }

    private static String summary(SyndEntry entry) {
        if (entry.getDescription() != null
                && !text(entry.getDescription().getValue()).isBlank()) {
            return text(entry.getDescription().getValue());
        }
        return entry.getContents().stream()
                .map(SyndContent::getValue)
                .map(FeedReader::text)
                .findFirst()
                .orElse("");
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
