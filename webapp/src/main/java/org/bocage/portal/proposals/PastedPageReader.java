package org.bocage.portal.proposals;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bocage.portal.proposals.PastedPage.Reading;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a page tells machines of the one event or job that it is about: schema.org in JSON-LD, an ActivityPub object, else the
 * title and text of Open Graph.
 */
final class PastedPageReader {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_LINE = 120;
    private static final int LONGEST_TEXT = 3_000;
    private static final int MOST_NODES = 2_000;
    /** Blocks of data of one page that are read. */
    private static final int MOST_BLOCKS = 50;
    /** Characters of a text that are looked at, and of a date. */
    private static final int MOST_READ = 20_000;

    private static final int LONGEST_DATE = 40;

    // a page may be made to keep whoever reads it busy: each expression goes over its text once
    private static final Pattern DATA = Pattern.compile("(?i)<script\\b[^<>]{0,500}application/ld\\+json[^<>]{0,500}>");
    private static final Pattern END_OF_DATA = Pattern.compile("(?i)</script");
    private static final Pattern META = Pattern.compile("(?is)<meta\\b([^<>]{1,4000})>");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?is)(?<![a-z:])([a-z:]{1,40}+)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)')");
    private static final Pattern MARKUP = Pattern.compile("<[^<>]*+>");

    private final LocalDateTime now;

    /** @param now on the clock of Paris */
    PastedPageReader(LocalDateTime now) {
        this.now = now;
    }

    /** Reads a page that is to tell an event, or a job. */
    Reading read(byte[] bytes, String contentType, boolean isJob) {
        String text = decoded(bytes);
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.contains("json")) {
            return read(nodes(List.of(text)), isJob, "", "");
        }
        if (!type.isEmpty() && !type.contains("html")) {
            return new Reading.Nothing("pas-une-page");
        }
        List<String> blocks = new ArrayList<>();
        Matcher end = END_OF_DATA.matcher(text);
        for (Matcher found = DATA.matcher(text);
                blocks.size() < MOST_BLOCKS && found.find() && end.find(found.end()); ) {
            blocks.add(text.substring(found.end(), end.start()));
        }
        return read(nodes(blocks), isJob, meta(text, "og:title"), meta(text, "og:description"));
    }

    /** A page in UTF-8, as most are, else as older ones were written. */
    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private Reading read(List<JsonNode> nodes, boolean isJob, String title, String description) {
        List<PastedPage> found = nodes.stream()
                .filter(node -> isOf(node, isJob ? "JobPosting" : "Event"))
                .map(node -> isJob ? job(node) : event(node))
                .filter(page -> !page.title().isEmpty())
                .distinct()
                .toList();
        if (found.size() > 1) {
            return new Reading.Nothing("plusieurs");
        }
        if (found.isEmpty()) {
            return title.isEmpty()
                    ? new Reading.Nothing("rien")
                    : new Reading.Something(new PastedPage(
                            line(title, LONGEST_TITLE),
                            Optional.empty(),
                            Optional.empty(),
                            true,
                            "",
                            "",
                            plain(description),
                            Optional.empty()));
        }
        PastedPage page = found.get(0);
        boolean isOver =
                page.end().or(page::start).filter(last -> last.isBefore(now)).isPresent()
                        || page.closing()
                                .filter(last -> last.isBefore(now.toLocalDate()))
                                .isPresent();
        return isOver ? new Reading.Nothing("passe") : new Reading.Something(page);
    }

    private static PastedPage event(JsonNode node) {
        String start = text(node, "startDate", "startTime");
        String end = text(node, "endDate", "endTime");
        JsonNode organiser = node.has("organizer") ? node.path("organizer") : node.path("attributedTo");
        return new PastedPage(
                line(text(node, "name"), LONGEST_TITLE),
                moment(start),
                moment(end),
                moment(start).isEmpty() || isZoned(start),
                place(room(node.path("location"))),
                line(text(first(organiser), "name"), LONGEST_LINE),
                plain(text(node, "description", "content", "summary")),
                Optional.empty());
    }

    private static PastedPage job(JsonNode node) {
        return new PastedPage(
                line(text(node, "title", "name"), LONGEST_TITLE),
                Optional.empty(),
                Optional.empty(),
                true,
                place(first(node.path("jobLocation"))),
                line(text(first(node.path("hiringOrganization")), "name"), LONGEST_LINE),
                plain(text(node, "description")),
                day(text(node, "validThrough")));
    }

    /** The first place where one goes: what is on line beside it, or instead, is none. */
    private static JsonNode room(JsonNode places) {
        return (places.isArray() ? places.valueStream() : Stream.of(places))
                .filter(one -> !isOf(one, "VirtualLocation"))
                .findFirst()
                .orElse(places.path("none"));
    }

    /** Name and address of a place, on one line. */
    private static String place(JsonNode place) {
        if (place.isString()) {
            return line(place.asString(), LONGEST_LINE);
        }
        JsonNode address = first(place.path("address"));
        String where = address.isString()
                ? address.asString()
                : String.join(
                        " ",
                        Stream.of("streetAddress", "postalCode", "addressLocality")
                                .map(name -> text(address, name))
                                .filter(part -> !part.isEmpty())
                                .toList());
        return line(
                String.join(
                        ", ",
                        Stream.of(text(place, "name"), where)
                                .filter(part -> !part.isEmpty())
                                .distinct()
                                .toList()),
                LONGEST_LINE);
    }

    /** All objects of blocks of JSON, lists and graphs unfolded; a block that is none has none. */
    private static List<JsonNode> nodes(List<String> blocks) {
        List<JsonNode> found = new ArrayList<>();
        for (String block : blocks) {
            try {
                unfold(JsonMapper.shared().readTree(block.strip()), found);
            } catch (JacksonException ignored) {
                // a page with one broken block may have another
            }
        }
        return found;
    }

    private static void unfold(JsonNode node, List<JsonNode> found) {
        if (found.size() >= MOST_NODES) {
            return;
        }
        if (node.isArray()) {
            node.forEach(one -> unfold(one, found));
        } else if (node.isObject()) {
            found.add(node);
            unfold(node.path("@graph"), found);
            unfold(node.path("mainEntity"), found);
            unfold(node.path("object"), found);
        }
    }

    /** Whether a node is of a type or of one of its kinds: a {@code MusicEvent} is an {@code Event}. */
    private static boolean isOf(JsonNode node, String type) {
        JsonNode own = node.has("@type") ? node.path("@type") : node.path("type");
        Stream<JsonNode> types = own.isArray() ? own.valueStream() : Stream.of(own);
        return types.filter(JsonNode::isString)
                .map(JsonNode::asString)
                .anyMatch(name -> name.endsWith(type) || (type.equals("Event") && name.equals("Festival")));
    }

    private static JsonNode first(JsonNode node) {
        return node.isArray() && !node.isEmpty() ? node.path(0) : node;
    }

    /** The first of some properties that is a text. */
    private static String text(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = first(node.path(name));
            if (value.isString() && !value.asString().isBlank()) {
                return cut(value.asString().strip(), MOST_READ);
            }
        }
        return "";
    }

    private static boolean isZoned(String text) {
        return text.length() <= LONGEST_DATE && text.matches(".*T.*(Z|[+-][0-9]{2}(:?[0-9]{2})?)");
    }

    /** A moment on the clock of Paris; empty for a day without its hour, and for what is no date. */
    private static Optional<LocalDateTime> moment(String text) {
        if (text.length() > LONGEST_DATE) {
            return Optional.empty();
        }
        String iso = text.replaceFirst(" ", "T")
                .replaceFirst("([+-][0-9]{2})([0-9]{2})$", "$1:$2")
                .replaceFirst("(T.*[+-][0-9]{2})$", "$1:00");
        try {
            return Optional.of(
                    isZoned(iso)
                            ? OffsetDateTime.parse(iso).atZoneSameInstant(PARIS).toLocalDateTime()
                            : LocalDateTime.parse(iso));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return moment(text)
                    .map(LocalDateTime::toLocalDate)
                    .or(() -> text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String meta(String page, String property) {
        for (Matcher found = META.matcher(page); found.find(); ) {
            String name = "";
            String content = "";
            for (Matcher one = ATTRIBUTE.matcher(found.group(1)); one.find(); ) {
                String value = one.group(2) == null ? one.group(3) : one.group(2);
                if (one.group(1).equalsIgnoreCase("property") || one.group(1).equalsIgnoreCase("name")) {
                    name = value;
                } else if (one.group(1).equalsIgnoreCase("content")) {
                    content = value;
                }
            }
            if (name.equalsIgnoreCase(property)) {
                return HtmlUtils.htmlUnescape(content).strip();
            }
        }
        return "";
    }

    /** A text without its markup, its paragraphs as lines. */
    private static String plain(String text) {
        String lines = text.replaceAll("(?i)<(?:br|/p|/li|/h[1-6])\\b[^<>]*+>", "\n");
        String words = HtmlUtils.htmlUnescape(MARKUP.matcher(lines).replaceAll(""))
                .replaceAll("[ \\t\\u00a0]+", " ")
                .replaceAll(" ?\\n[ \\n]*", "\n")
                .strip();
        return words.length() <= LONGEST_TEXT ? words : cut(words, LONGEST_TEXT) + "…";
    }

    private static String line(String text, int longest) {
        String words = plain(text).replaceAll("\\s+", " ");
        return words.length() <= longest ? words : cut(words, longest - 1) + "…";
    }

    /** The beginning of a text, no character cut in two. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
