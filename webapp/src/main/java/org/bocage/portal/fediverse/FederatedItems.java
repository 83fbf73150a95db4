package org.bocage.portal.fediverse;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.portal.feeds.Feeds;
import org.bocage.portal.feeds.ItemText;
import org.bocage.portal.feeds.PublicItems;
import org.bocage.portal.feeds.SyndicatedItem;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/**
 * Reads items on line as objects of ActivityStreams, as a visitor reads them: an event as {@code Event} with what Mobilizon and
 * Gancio ask of one, news as {@code Note}, which Mastodon shows whole.
 */
@Component
class FederatedItems {

    private static final Workspace WORDS = new Workspace("vocabulaires");
    private static final Workspace PLACES = new Workspace("lieux");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** Name by which Mobilizon knows, among what is attached, the page where an event is read. */
    private static final String WEBSITE = "Website";

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_TAGS = 10;

    /** Words of iCalendar for a status; what goes ahead is confirmed. */
    private static final Map<String, String> STATUSES = Map.of("reporte", "TENTATIVE", "annule", "CANCELLED");

    private final PublicItems items;
    private final ContentIndexes indexes;
    private final Feeds feeds;
    private final FediverseAddresses addresses;
    private final Clock clock;

    FederatedItems(PublicItems items, ContentIndexes indexes, Feeds feeds, FediverseAddresses addresses, Clock clock) {
        this.items = items;
        this.indexes = indexes;
        this.feeds = feeds;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Identifier of an item, and when it was last written. */
    record Stamp(String id, Instant changed) {}

    /** One that is on line for everybody; empty when it is not, or is told by no actor. */
    Optional<FederatedItem> find(String id) {
        for (LocalActor actor : LocalActor.values()) {
            Optional<Optional<FederatedItem>> found = items.byId(
                    actor.workspace(),
                    id,
                    addresses.base(),
                    (node, reader) -> actor.tells(node) ? Optional.of(item(actor, node, reader)) : Optional.empty());
            if (found.isPresent()) {
                return found.get();
            }
        }
        return Optional.empty();
    }

    /** Whether an item is on line for everybody. */
    boolean isOnline(LocalActor actor, String id) {
        return items.byId(actor.workspace(), id, addresses.base(), (node, reader) -> actor.tells(node))
                .orElse(false);
    }

    /** Returns what an actor told last, the newest first. */
    List<FederatedItem> latest(LocalActor actor, int from, int size) {
        ContentQuery query = actor.items().orderBy("publie", true).page(from, size);
        return items.list(query, feeds.visitor(), addresses.base(), (node, reader) -> item(actor, node, reader));
    }

    /** Returns a page of what was written last, the latest first. */
    List<Stamp> changed(LocalActor actor, int from, int size) {
        ContentQuery query = actor.items().orderBy("mgnl:lastModified", true).page(from, size);
        return items.list(
                query,
                feeds.visitor(),
                addresses.base(),
                (node, reader) -> new Stamp(node.getIdentifier(), ItemText.changed(node)));
    }

    /** How many an actor could tell. */
    long count(LocalActor actor) {
        return indexes.published()
                .find(actor.items().page(0, 0), feeds.visitor())
                .total();
    }

    private FederatedItem item(LocalActor actor, Node node, PublicItems.Reader reader) throws RepositoryException {
        SyndicatedItem item = reader.item(node);
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", addresses.object(item.id()));
        object.put("type", actor == LocalActor.AGENDA ? "Event" : "Note");
        object.put("attributedTo", addresses.of(actor));
        object.put("to", List.of(FederatedItem.PUBLIC));
        object.put("cc", List.of(addresses.of(actor) + "/followers"));
        object.put("url", item.address());
        object.put("published", item.published().toString());
        object.put("updated", item.changed().toString());
        object.put("inLanguage", "fr");
        boolean over = false;
        if (actor == LocalActor.AGENDA) {
            over = event(node, item, reader, object);
        } else {
            object.put("content", news(item));
        }
        object.put("contentMap", Map.of("fr", String.valueOf(object.get("content"))));
        object.put("attachment", attachments(item));
        object.put("tag", tags(actor, item));
        return new FederatedItem(item.id(), actor, object, item.published(), item.changed(), over);
    }

    /** Adds what an event has besides; true when it is over. */
    private boolean event(Node node, SyndicatedItem item, PublicItems.Reader reader, Map<String, Object> object)
            throws RepositoryException {
        ZoneId zone = zone(node);
        Optional<Instant> start = ItemText.instant(node, "debut");
        Optional<Instant> end = ItemText.instant(node, "fin");
        object.put("name", ItemText.shortened(item.title(), LONGEST_TITLE));
        object.put("startTime", local(start.orElse(item.published()), zone));
        end.ifPresent(at -> object.put("endTime", local(at, zone)));
        object.put("timezone", zone.getId());
        String text = reader.withLinks(ItemText.of(node, "description"));
        object.put("content", whole(text.isEmpty() ? "<p>" + escaped(item.title()) + "</p>" : text));
        object.put("ical:status", STATUSES.getOrDefault(ItemText.of(node, "statut"), "CONFIRMED"));
        object.put("joinMode", "external");
        object.put("externalParticipationUrl", item.address());
        location(node).ifPresent(place -> object.put("location", place));
        return lastEnd(node, end.or(() -> start).orElse(Instant.EPOCH)).isBefore(clock.instant());
    }

    private static Instant lastEnd(Node event, Instant own) throws RepositoryException {
        Instant last = own;
        for (Node date : ItemText.entries(event, "occurrences")) {
            Instant end = ItemText.instant(date, "fin").orElse(own);
            last = end.isAfter(last) ? end : last;
        }
        return last;
    }

    private static String news(SyndicatedItem item) {
        String address = escaped(item.address());
        return "<p><strong>" + escaped(ItemText.shortened(item.title(), LONGEST_TITLE)) + "</strong></p><p>"
                + escaped(item.summary()).replace("\n", "<br>") + "</p><p><a href=\"" + address + "\">" + address
                + "</a></p>";
    }

    /** A place of the network, else what was typed, else the commune; what is on line alone is at its address. */
    private Optional<Map<String, Object>> location(Node event) throws RepositoryException {
        Optional<Node> known = PLACES.nodeById(event.getSession(), ItemText.of(event, "lieu/lieu"));
        String own = ItemText.of(event, "commune");
        Optional<Node> commune = WORDS.nodeById(
                event.getSession(), own.isEmpty() && known.isPresent() ? ItemText.of(known.get(), "commune") : own);
        String town = commune.isPresent() ? ItemText.of(commune.get(), "titre") : "";
        String name = known.isPresent() ? ItemText.of(known.get(), "titre") : ItemText.of(event, "lieu/nom");
        String online = ItemText.of(event, "enLigne");
        if (name.isEmpty() && town.isEmpty()) {
            return online.matches("https?://\\S+")
                    ? Optional.of(Map.of("type", "VirtualLocation", "url", online, "name", online))
                    : Optional.empty();
        }
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("type", "PostalAddress");
        String street = known.isPresent() ? ItemText.of(known.get(), "adresse") : ItemText.of(event, "lieu/adresse");
        address.put("streetAddress", street);
        address.put("postalCode", commune.isPresent() ? ItemText.of(commune.get(), "codePostal") : "");
        address.put("addressLocality", town);
        address.put("addressCountry", "FR");
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("type", "Place");
        place.put("name", name.isEmpty() ? town : name);
        place.put("address", address);
        if (known.isPresent()
                && known.get().hasProperty("position/lat")
                && known.get().hasProperty("position/lon")) {
            place.put("latitude", known.get().getProperty("position/lat").getDouble());
            place.put("longitude", known.get().getProperty("position/lon").getDouble());
        }
        return Optional.of(place);
    }

    /** The picture first, where Gancio looks for one, then the page. */
    private static List<Map<String, Object>> attachments(SyndicatedItem item) {
        List<Map<String, Object>> attachments = new ArrayList<>();
        item.picture().ifPresent(picture -> {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("type", "Document");
            document.put("mediaType", picture.type());
            document.put("url", picture.address());
            document.put("name", picture.alt());
            attachments.add(document);
        });
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("type", "Link");
        page.put("mediaType", "text/html");
        page.put("href", item.address());
        page.put("name", WEBSITE);
        attachments.add(page);
        return attachments;
    }

    /** Themes and communes as words that one follows: « Faire soi-même » is {@code #FaireSoiMême}. */
    private List<Map<String, Object>> tags(LocalActor actor, SyndicatedItem item) {
        List<String> words = new ArrayList<>(item.themes());
        words.addAll(item.communes());
        List<Map<String, Object>> tags = new ArrayList<>();
        for (String one : words.stream().limit(MOST_TAGS).toList()) {
            StringBuilder word = new StringBuilder();
            for (String part : one.split("[^\\p{L}\\p{N}]+")) {
                word.append(part.isEmpty() ? "" : Character.toUpperCase(part.charAt(0)) + part.substring(1));
            }
            if (!word.isEmpty()) {
                Map<String, Object> tag = new LinkedHashMap<>();
                tag.put("type", "Hashtag");
                tag.put("name", "#" + word);
                tag.put(
                        "href",
                        addresses.base() + actor.page() + "#"
                                + UriUtils.encodeFragment(word.toString(), StandardCharsets.UTF_8));
                tags.add(tag);
            }
        }
        return tags;
    }

    /** Rich text, which was sanitised when it was saved, with whole addresses; what is far too long as its beginning, plain. */
    private String whole(String html) {
        if (html.length() > LONGEST_TEXT) {
            return "<p>" + escaped(ItemText.shortened(ItemText.plain(html), LONGEST_TEXT)) + "</p>";
        }
        return html.replaceAll(
                "(href|src)=\"/(?!/)", "$1=\"" + java.util.regex.Matcher.quoteReplacement(addresses.base()) + "/");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String local(Instant at, ZoneId zone) {
        return at.atZone(zone).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static ZoneId zone(Node event) throws RepositoryException {
        String name = ItemText.of(event, "fuseau");
        try {
            return name.isEmpty() ? PARIS : ZoneId.of(name);
        } catch (DateTimeException e) {
            return PARIS;
        }
    }
}
