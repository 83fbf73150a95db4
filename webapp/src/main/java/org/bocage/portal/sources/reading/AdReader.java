package org.bocage.portal.sources.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bocage.cms.outgoing.ReceivedJson;
import org.bocage.portal.feeds.AdDetails;
import tools.jackson.databind.JsonNode;

/**
 * Reads annonces as portals give them out: <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed</a>, with an extension for what
 * annonces have besides.
 */
public final class AdReader {

    /** Most annonces that are taken of one source. */
    static final int MOST = 2_000;

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_LINE = 160;
    private static final int LONGEST_UID = 500;
    private static final int MOST_WORDS = 50;
    private static final int MOST_WARNINGS = 100;
    private static final String NONE = "not-ads";
    private static final String LINK = "https?://[^\\s<>\"']{4,400}";
    private static final String SAFE_LINK = "https://[^\\s<>\"']{3,400}";

    private final Territory territory;
    private final String host;
    private final LocalDate latest;
    private final Function<String, Set<String>> choices;
    private final Set<Warning> warnings = new LinkedHashSet<>();
    private int ignored;

    /**
     * @param host of the feed, which makes identifiers that are numbers there its own
     * @param today from which the last day of an annonce is a year away at most
     * @param choices values that a field may have
     */
    public AdReader(Territory territory, String host, LocalDate today, Function<String, Set<String>> choices) {
        this.territory = territory;
        this.host = host;
        this.latest = today.plusYears(1);
        this.choices = choices;
    }

    /**
     * Reads a feed.
     *
     * @throws Unreadable when it is none of annonces, was cut, or is longer than any that is taken
     */
    public Reading read(byte[] bytes) throws Unreadable {
        JsonFeed feed = JsonFeed.of(bytes)
                // a feed of something else has no kinds
                .filter(one -> one.items().isEmpty()
                        || one.items().stream()
                                .anyMatch(item -> !JsonFeed.kind(item).isEmpty()))
                .orElseThrow(() -> new Unreadable(NONE));
        if (feed.items().size() > MOST) {
            throw new Unreadable("too-many-ads");
        }
        List<Entry> entries = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (JsonNode item : feed.items()) {
            Optional<AdEntry> entry = entry(item);
            if (entry.isPresent() && known.add(entry.get().uid())) {
                entries.add(entry.get());
            } else {
                ignored++;
            }
        }
        // one that goes on at another address does not tell everything here
        return new Reading(entries, ignored, feed.whole() && !feed.goesOn(), List.copyOf(warnings));
    }

    /** Returns an annonce; empty, with a warning, when it lacks what none can do without. */
    private Optional<AdEntry> entry(JsonNode item) {
        JsonNode more = item.path(AdDetails.EXTENSION);
        String title = ReceivedText.cut(ReceivedHtml.line(ReceivedJson.text(item, "title")), LONGEST_TITLE);
        if (title.isEmpty()) {
            warn("no-title");
            return Optional.empty();
        }
        if (!choices.apply("type").contains(JsonFeed.kind(item))) {
            warn("kind", title);
            return Optional.empty();
        }
        Optional<LocalDate> lastDay = day(ReceivedJson.text(more, "last_day"));
        if (lastDay.isEmpty()) {
            warn("no-last-day", title);
            return Optional.empty();
        }
        if (lastDay.get().isAfter(latest)) {
            warn("far", title);
            return Optional.empty();
        }
        Optional<String> link = Stream.of("external_url", "url")
                .map(name -> ReceivedJson.text(item, name))
                .filter(address -> address.matches(LINK))
                .findFirst();
        if (link.isEmpty()) {
            warn("no-link", title);
            return Optional.empty();
        }
        return Optional.of(new AdEntry(
                uid(item, link.get()),
                title,
                JsonFeed.kind(item),
                lastDay.get(),
                description(item, title),
                ReceivedText.cut(
                        ReceivedHtml.line(ReceivedJson.text(item.path("authors").path(0), "name")), LONGEST_TITLE),
                more.path("remote").isBoolean() && more.path("remote").booleanValue(),
                commune(more),
                link.get(),
                details(more.path("details")),
                words(more.path("details").path(AdDetails.AUDIENCE)),
                words(item.path("tags"))));
    }

    private String uid(JsonNode item, String link) {
        String told = ReceivedJson.text(item, "id").replaceAll("\\p{Cntrl}", "");
        String name = told.isEmpty() ? link : told;
        String uid = name.contains("@") ? name : name + "@" + host;
        return uid.substring(0, Math.min(uid.length(), LONGEST_UID));
    }

    private String description(JsonNode item, String title) {
        String html = ReceivedJson.text(item, "content_html");
        String text = html.isEmpty() ? ReceivedJson.text(item, "content_text") : html;
        if (text.length() > ReceivedHtml.LONGEST) {
            warn("long", title);
        }
        return ReceivedHtml.clean(text);
    }

    private Optional<String> commune(JsonNode more) {
        String code = ReceivedJson.text(more, "commune");
        if (code.matches("[0-9AB]{5}")) {
            return Optional.of(territory.has(code) ? code : Territory.ELSEWHERE);
        }
        String place = ReceivedJson.text(more, "place");
        return place.isEmpty() ? Optional.empty() : territory.commune(place);
    }

    /** Returns the answers that a form would take as well; what it would not take is left out. */
    private Map<String, String> details(JsonNode told) {
        Map<String, String> details = new LinkedHashMap<>();
        AdDetails.CHOICES.forEach(name -> {
            String value = ReceivedJson.text(told, name);
            if (choices.apply(name).contains(value)) {
                details.put(name, value);
            }
        });
        AdDetails.TEXTS.forEach(name ->
                details.put(name, ReceivedText.cut(ReceivedHtml.line(ReceivedJson.text(told, name)), LONGEST_LINE)));
        AdDetails.LINKS.forEach(name -> details.put(name, matching(ReceivedJson.text(told, name), SAFE_LINK)));
        AdDetails.DAYS.forEach(name -> details.put(
                name,
                day(ReceivedJson.text(told, name)).map(LocalDate::toString).orElse("")));
        AdDetails.AMOUNTS.forEach(
                name -> details.put(name, matching(ReceivedJson.text(told, name), "[1-9][0-9]{0,8}")));
        details.values().removeIf(String::isEmpty);
        return details;
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream()
                .filter(JsonNode::isString)
                .map(word -> ReceivedHtml.line(word.stringValue()))
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST_LINE)
                .limit(MOST_WORDS)
                .toList();
    }

    private static String matching(String text, String pattern) {
        return text.matches(pattern) ? text : "";
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void warn(String key, String... words) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(Warning.of(key, words));
        }
    }
}
