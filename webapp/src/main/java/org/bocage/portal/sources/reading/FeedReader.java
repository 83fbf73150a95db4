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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bocage.cms.outgoing.ReceivedJson;
import tools.jackson.databind.JsonNode;

/** Reads RSS, Atom and JSON Feed: of each piece of news its title, three lines and where the rest is, never the whole text (AC-15). */
public final class FeedReader {

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_FIRST_WORDS = 80;
    private static final int LONGEST_SUMMARY = 300;

    /** Limit of entries per feed: the latest stand on top; older ones are not taken. */
    private static final int MOST = 50;

    /** Limit of entries per feed of a portal, which tells all that it has on line. */
    private static final int MOST_OF_PORTAL = 2_000;

    private static final int LONGEST_UID = 500;
    private static final String LINK = "https?://[^\\s<>\"']{4,500}";

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
        Optional<JsonFeed> json = JsonFeed.of(bytes);
        if (json.isPresent()) {
            return read(json.get());
        }
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

    /** Reads a feed that may be all there is: what a portal has on line. */
    private Reading read(JsonFeed feed) throws Unreadable {
        // annonces are no news
        if (feed.items().stream().anyMatch(item -> !JsonFeed.kind(item).isEmpty())) {
            throw new Unreadable("not-a-feed");
        }
        int most = feed.whole() ? MOST_OF_PORTAL : MOST;
        List<Entry> entries = new ArrayList<>();
        Set<String> known = new HashSet<>();
        int older = 0;
        for (JsonNode item : feed.items()) {
            Optional<NewsEntry> entry = entry(item);
            boolean isNew = entry.isPresent() && known.add(entry.get().uid());
            if (isNew && entries.size() < most) {
                entries.add(entry.orElseThrow());
            } else {
                ignored++;
                older += isNew ? 1 : 0;
            }
        }
        if (older > 0) {
            warnings.add(Warning.of("older", String.valueOf(most), String.valueOf(older)));
        }
        return new Reading(entries, ignored, feed.whole() && !feed.goesOn() && older == 0, List.copyOf(warnings));
    }

    private Optional<NewsEntry> entry(JsonNode item) {
        String title = ReceivedHtml.line(ReceivedJson.text(item, "title"));
        String link = ReceivedJson.text(item, "url");
        if (title.isEmpty() || !link.matches(LINK)) {
            warnings.add(Warning.of(title.isEmpty() ? "no-title" : "no-link", title));
            return Optional.empty();
        }
        String id = ReceivedJson.text(item, "id").replaceAll("\\p{Cntrl}", "");
        String uid = id.isEmpty() ? link : id;
        String text = Stream.of("summary", "content_text", "content_html")
                .map(name -> ReceivedHtml.line(ReceivedJson.text(item, name)))
                .filter(one -> !one.isEmpty())
                .findFirst()
                .orElse("");
        return Optional.of(new NewsEntry(
                uid.substring(0, Math.min(uid.length(), LONGEST_UID)),
                ReceivedText.cut(title, LONGEST_TITLE),
                ReceivedText.cut(text, LONGEST_SUMMARY),
                link,
                published(ReceivedJson.text(item, "date_published")),
                item.path("tags")
                        .valueStream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue)
                        .toList()));
    }

    private static Instant published(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return Instant.MAX;
        }
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
        String text = ReceivedHtml.plain(summary(entry));
        String title = title(entry, text);
        String link = text(entry.getLink()).strip();
        if (title.isEmpty() || !link.matches(LINK)) {
            warnings.add(Warning.of(title.isEmpty() ? "no-title" : "no-link", title));
            return Optional.empty();
        }
        Date date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        String uid =
                text(entry.getUri()).isBlank() ? link : text(entry.getUri()).strip();
        return Optional.of(new NewsEntry(
                uid,
                ReceivedText.cut(title, LONGEST_TITLE),
                ReceivedText.cut(text, LONGEST_SUMMARY),
                link,
                date == null ? Instant.MAX : date.toInstant(),
                entry.getCategories().stream()
                        .map(SyndCategory::getName)
                        .map(FeedReader::text)
                        .toList()));
    }

    /** The title, or else the first words: what people say on Mastodon has none. */
    private static String title(SyndEntry entry, String text) {
        String title = ReceivedHtml.plain(text(entry.getTitle()));
        return title.isEmpty() ? ReceivedText.cut(text, LONGEST_FIRST_WORDS) : title;
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
