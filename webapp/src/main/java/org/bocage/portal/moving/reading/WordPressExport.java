package org.bocage.portal.moving.reading;

import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Export of WordPress (WXR 1.0 to 1.2): an RSS feed of all it holds. It is read twice, for pictures, places and organisers may come after
 * what names them.
 */
final class WordPressExport implements SiteExport {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** Types of what a site keeps for its drawing, its menus and its plug-ins. */
    private static final Set<String> MACHINERY = Set.of(
            "nav_menu_item",
            "revision",
            "custom_css",
            "customize_changeset",
            "oembed_cache",
            "user_request",
            "wp_block",
            "wp_template",
            "wp_template_part",
            "wp_global_styles",
            "wp_navigation",
            "wp_font_family",
            "wp_font_face",
            "acf-field",
            "acf-field-group",
            "acf-post-type",
            "acf-taxonomy",
            "wpcf7_contact_form",
            "elementor_library",
            "elementor_snippet",
            "wpforms",
            "mc4wp-form",
            "tribe_venue",
            "tribe_organizer",
            "shop_order",
            "scheduled-action");

    private static final Map<String, String> EVENT = Map.of(
            "_EventStartDate", "debut",
            "_EventEndDate", "fin",
            "_EventAllDay", "journee",
            "_EventURL", "site",
            "_EventCost", "tarif",
            "_EventRecurrence", "");
    private static final Map<String, String> JOB = Map.of(
            "_company_name", "structure",
            "_company_website", "site",
            "_job_location", "lieu",
            "_application", "candidater",
            "_job_expires", "cloture");
    private static final Set<String> PARENTS = Set.of("rss", "channel", "item");
    private static final Pattern PHP_STRING = Pattern.compile("s:[0-9]+:\"(.*?)\";");
    private static final int LONGEST_FIELD = 20_000;
    private static final int MOST_FIELDS = 80;

    private final ExportFile file;

    WordPressExport(ExportFile file) {
        this.file = file;
    }

    @Override
    public String program() {
        return "wordpress";
    }

    /** An item of the feed, as it is written. */
    private static final class Post {
        final Map<String, String> texts = new HashMap<>();
        final Map<String, List<String>> terms = new LinkedHashMap<>();
        final Map<String, String> meta = new LinkedHashMap<>();
        int comments;

        String text(String name) {
            return texts.getOrDefault(name, "").strip();
        }

        String meta(String name) {
            return meta.getOrDefault(name, "").strip();
        }

        String type() {
            String type = text("post_type");
            return type.isEmpty() ? "post" : type;
        }
    }

    /** Library, places and organisers, by their numbers, and the server. */
    private static final class Shelf {
        final Map<String, String> files = new HashMap<>();
        final Map<String, Map<String, String>> places = new HashMap<>();
        String host = "";
    }

    @Override
    public void read(ExportVisitor visitor) throws UnreadableExport, IOException {
        Shelf shelf = new Shelf();
        int[] found = new int[1];
        walk(new ExportVisitor() {}, post -> {
            found[0]++;
            shelve(post, shelf);
        });
        walk(
                new ExportVisitor() {
                    @Override
                    public void site(String address) {
                        shelf.host = FormerPaths.host(address);
                        visitor.site(address);
                    }

                    @Override
                    public void author(FormerAuthor author) {
                        visitor.author(author);
                    }

                    @Override
                    public void cut(int line) {
                        visitor.cut(line);
                    }
                },
                post -> hand(post, shelf, visitor));
        if (found[0] == 0) {
            throw new UnreadableExport("no-item", 0);
        }
    }

    private static void shelve(Post post, Shelf shelf) {
        String id = post.text("post_id");
        switch (post.type()) {
            case "attachment" -> shelf.files.put(id, post.text("attachment_url"));
            case "tribe_venue" ->
                shelf.places.put(
                        id,
                        Map.of(
                                "lieu", post.text("title"),
                                "adresse", (post.meta("_VenueAddress") + " " + post.meta("_VenueZip")).strip(),
                                "commune", post.meta("_VenueCity")));
            case "tribe_organizer" -> shelf.places.put(id, Map.of("organisateur", post.text("title")));
            default -> {
                // is handed over later
            }
        }
    }

    /** Takes an item of the feed. */
    @FunctionalInterface
    private interface Posts {
        void take(Post post);
    }

    private void walk(ExportVisitor visitor, Posts posts) throws UnreadableExport, IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // an export whose spaces of names were lost is read all the same
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        boolean any = false;
        int line = 0;
        try (Reader reader = file.reader()) {
            XMLStreamReader xml = factory.createXMLStreamReader(reader);
            try {
                while (xml.hasNext()) {
                    if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                        continue;
                    }
                    line = xml.getLocation().getLineNumber();
                    String name = xml.getLocalName();
                    if (name.equals("item")) {
                        posts.take(post(xml));
                        any = true;
                    } else if (name.equals("wp:author")) {
                        author(children(xml)).ifPresent(visitor::author);
                    } else if (name.equals("link") || name.equals("wp:base_blog_url")) {
                        String address = xml.getElementText().strip();
                        if (!address.isEmpty()) {
                            visitor.site(address);
                        }
                    } else if (!PARENTS.contains(name)) {
                        skip(xml);
                    }
                }
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            if (!any) {
                throw (UnreadableExport) new UnreadableExport("xml", Math.max(line, 1)).initCause(e);
            }
            visitor.cut(line);
        }
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private static Map<String, String> children(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> children = new HashMap<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                children.put(xml.getLocalName().replaceFirst("^wp:", ""), xml.getElementText());
            }
        }
        return children;
    }

    private static Optional<FormerAuthor> author(Map<String, String> one) {
        String login = one.getOrDefault("author_login", "").strip();
        String name = one.getOrDefault("author_display_name", login).strip();
        return login.isEmpty()
                ? Optional.empty()
                : Optional.of(new FormerAuthor(
                        login,
                        name.isEmpty() ? login : name,
                        one.getOrDefault("author_email", "").strip()));
    }

    private static Post post(XMLStreamReader xml) throws XMLStreamException {
        Post post = new Post();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (!xml.isStartElement()) {
                continue;
            }
            String name = xml.getLocalName();
            switch (name) {
                case "category" -> {
                    // the first versions name each term twice, once without its kind
                    String kind = xml.getAttributeValue(null, "domain");
                    String term = xml.getElementText().strip();
                    List<String> terms =
                            post.terms.computeIfAbsent(kind == null ? "category" : kind, key -> new ArrayList<>());
                    if (!term.isEmpty() && !terms.contains(term)) {
                        terms.add(term);
                    }
                }
                case "wp:postmeta" -> {
                    Map<String, String> meta = children(xml);
                    post.meta.putIfAbsent(meta.getOrDefault("meta_key", ""), meta.getOrDefault("meta_value", ""));
                }
                case "wp:comment" -> {
                    post.comments++;
                    skip(xml);
                }
                case "content:encoded" -> post.texts.put("content", xml.getElementText());
                case "excerpt:encoded" -> post.texts.put("excerpt", xml.getElementText());
                default -> {
                    if (name.startsWith("wp:")
                            || List.of("title", "link", "guid", "dc:creator", "pubDate")
                                    .contains(name)) {
                        post.texts.put(name.replaceFirst("^(wp|dc):", ""), xml.getElementText());
                    } else {
                        skip(xml);
                    }
                }
            }
        }
        return post;
    }

    private static void hand(Post post, Shelf shelf, ExportVisitor visitor) {
        String type = post.type();
        String state = post.text("status");
        String title = FormerHtml.text(post.text("title"));
        if (type.equals("attachment")) {
            String address = post.text("attachment_url");
            if (!address.isEmpty()) {
                visitor.picture(new FormerPicture(
                        address, title, post.meta("_wp_attachment_image_alt"), FormerHtml.text(post.text("excerpt"))));
            }
            return;
        }
        if (MACHINERY.contains(type) || state.equals("auto-draft") || state.equals("inherit")) {
            return;
        }
        String address = post.text("link");
        if (state.equals("trash")) {
            visitor.aside("trash", title, address);
            return;
        }
        for (int i = 0; i < post.comments; i++) {
            visitor.aside("comment", title, address);
        }
        visitor.item(item(post, type, title, shelf));
    }

    private static FormerItem item(Post post, String type, String title, Shelf shelf) {
        Map<String, String> fields = new LinkedHashMap<>();
        String content = post.texts.getOrDefault("content", "");
        fields.put(FormerItem.TITLE, title);
        fields.put(FormerItem.TEXT, FormerHtml.ofWordPress(content));
        String excerpt = FormerHtml.text(post.text("excerpt"));
        fields.put(FormerItem.SUMMARY, excerpt);
        Optional<Instant> created = created(post);
        fields.put(
                FormerItem.DATE,
                created.map(at -> TIME.format(at.atZone(PARIS))).orElse(""));
        List<String> categories = post.terms.getOrDefault("category", List.of());
        fields.put(FormerItem.CATEGORIES, String.join("\n", categories));
        List<String> tags = new ArrayList<>(post.terms.getOrDefault("post_tag", List.of()));
        tags.addAll(post.terms.getOrDefault("tag", List.of()));
        fields.put(FormerItem.TAGS, String.join("\n", tags));
        String first = categories.isEmpty() ? "" : categories.get(0);
        for (Map.Entry<String, List<String>> terms : post.terms.entrySet()) {
            if (!Set.of("category", "post_tag", "tag", "post_format").contains(terms.getKey())) {
                fields.put(terms.getKey(), String.join("\n", terms.getValue()));
                first = first.isEmpty() && terms.getKey().endsWith("category")
                        ? terms.getValue().get(0)
                        : first;
            }
        }
        meta(post, shelf, fields);
        fields.values().removeIf(String::isBlank);
        return new FormerItem(
                "wordpress:" + shelf.host + ":" + post.text("post_id"),
                type,
                first,
                created.orElse(null),
                post.text("creator"),
                state(post),
                fields,
                addresses(post, type),
                pictures(post, content, shelf));
    }

    private static void meta(Post post, Shelf shelf, Map<String, String> fields) {
        post.meta.forEach((key, value) -> {
            String known = EVENT.getOrDefault(key, JOB.getOrDefault(key, ""));
            if (!known.isEmpty()) {
                fields.put(known, value);
            } else if (key.equals("_EventVenueID") || key.equals("_EventOrganizerID")) {
                shelf.places.getOrDefault(value.strip(), Map.of()).forEach(fields::putIfAbsent);
            } else if (!key.startsWith("_") && !key.isBlank() && fields.size() < MOST_FIELDS) {
                fields.putIfAbsent(key, plain(value));
            }
        });
        // Events Manager keeps day and hour apart
        moment(post, "_event_start").ifPresent(at -> fields.put("debut", at));
        moment(post, "_event_end").ifPresent(at -> fields.put("fin", at));
        if (fields.getOrDefault("journee", "").equals("yes")) {
            fields.put("journee", "oui");
        }
    }

    private static Optional<String> moment(Post post, String prefix) {
        String day = post.meta(prefix + "_date");
        return day.isEmpty() ? Optional.empty() : Optional.of((day + " " + post.meta(prefix + "_time")).strip());
    }

    /** The texts of what PHP wrote as an array. */
    private static String plain(String value) {
        String text = value.strip();
        if (text.matches("(?s)[aO]:[0-9]+:.*")) {
            text = PHP_STRING.matcher(text).results().map(one -> one.group(1)).collect(Collectors.joining("\n"));
        }
        return text.length() <= LONGEST_FIELD ? text : text.substring(0, LONGEST_FIELD);
    }

    private static FormerState state(Post post) {
        if (!post.text("post_password").isEmpty() || post.text("status").equals("private")) {
            return FormerState.PRIVATE;
        }
        return post.text("status").equals("publish") ? FormerState.PUBLISHED : FormerState.DRAFT;
    }

    private static Optional<Instant> created(Post post) {
        return moment(post.text("post_date_gmt"), ZoneOffset.UTC).or(() -> moment(post.text("post_date"), PARIS));
    }

    static Optional<Instant> moment(String text, ZoneId zone) {
        try {
            return text.isEmpty() || text.startsWith("0000")
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(text, TIME).atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Its own address, and those by its number. */
    private static List<String> addresses(Post post, String type) {
        Set<String> addresses = new LinkedHashSet<>();
        FormerPaths.kept(post.text("link")).ifPresent(addresses::add);
        FormerPaths.kept(post.text("guid")).filter(one -> one.startsWith("/?")).ifPresent(addresses::add);
        addresses.add((type.equals("page") ? "/?page_id=" : "/?p=") + post.text("post_id"));
        return List.copyOf(addresses);
    }

    /** The picture that stands for it, then those of its galleries. */
    private static List<String> pictures(Post post, String content, Shelf shelf) {
        Set<String> numbers = new LinkedHashSet<>();
        numbers.add(post.meta("_thumbnail_id"));
        for (Pattern gallery : GALLERIES) {
            Matcher found = gallery.matcher(content);
            while (found.find()) {
                Arrays.stream(found.group(1).split(",")).map(String::strip).forEach(numbers::add);
            }
        }
        return numbers.stream()
                .map(shelf.files::get)
                .filter(one -> one != null && !one.isEmpty())
                .toList();
    }

    private static final List<Pattern> GALLERIES = List.of(
            Pattern.compile("\\[gallery\\b[^\\]]*?\\bids\\s*=\\s*[\"']([0-9, ]+)[\"']"),
            Pattern.compile("<!-- wp:gallery \\{[^}]*?\"ids\":\\[([0-9, ]+)\\]"));
}
