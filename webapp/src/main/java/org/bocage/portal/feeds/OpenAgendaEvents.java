package org.bocage.portal.feeds;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Workspace;
import org.bocage.portal.territory.Communes;
import org.bocage.portal.territory.france.GeoPoint;
import org.springframework.stereotype.Component;

/**
 * Events as OpenAgenda takes them in (<a href="https://developers.openagenda.com/">event structure</a>): with a title, a short
 * description, slots of a day at most, and a place unless they are on line alone. What lacks the place is left out, as it would be
 * refused there.
 */
@Component
class OpenAgendaEvents {

    /** Longest slot. */
    static final Duration LONGEST = Duration.ofHours(24);

    /** Ways to register that the page of an event shows. */
    private static final Set<String> SHOWN_WAYS = Set.of("lien", "courriel", "telephone");
    /** Slots of one date that are given out. */
    private static final int MOST_SLOTS = 400;

    private static final int MOST = 10_000;
    private static final int LONGEST_TITLE = 140;
    private static final int LONGEST_DESCRIPTION = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_CONDITIONS = 255;
    private static final Workspace WORDS = new Workspace("vocabulaires");
    private static final Workspace PLACES = new Workspace("lieux");

    /** Their number of a status; what goes ahead is 1. */
    private static final Map<String, Integer> STATUSES = Map.of("prevu", 1, "reporte", 4, "complet", 5, "annule", 6);

    /** Their keys of what makes an event accessible. */
    private static final Map<String, String> ACCESS = Map.of("pmr", "mi", "lsf", "hi", "bim", "hi", "falc", "ii");

    private final PublicItems items;
    private final Communes communes;
    private final DefinitionRegistry registry;

    OpenAgendaEvents(PublicItems items, Communes communes, DefinitionRegistry registry) {
        this.items = items;
        this.communes = communes;
        this.registry = registry;
    }

    /** A stretch of time. */
    record Slot(ZonedDateTime begin, ZonedDateTime end) {}

    /** All that is to come, filtered as the query string asks, the nearest first. */
    List<Map<String, Object>> all(HttpServletRequest request) {
        Map<String, Optional<Map<String, Object>>> events = new LinkedHashMap<>();
        Map<String, List<Map<String, String>>> timings = new LinkedHashMap<>();
        items.page(SyndicatedType.DATES, request, List.of(), 0, MOST, (date, reader) -> {
            Node event = date.getParent().getParent();
            String id = event.getIdentifier();
            if (!events.containsKey(id)) {
                events.put(id, event(event, reader));
            }
            List<Map<String, String>> told = timings.computeIfAbsent(id, one -> new ArrayList<>());
            slots(date, ApiController.zone(event)).forEach(slot -> told.add(timing(slot)));
            return id;
        });
        List<Map<String, Object>> all = new ArrayList<>();
        events.forEach((id, event) -> {
            List<Map<String, String>> own = timings.getOrDefault(id, List.of());
            event.filter(one -> !own.isEmpty()).ifPresent(one -> {
                one.put("timings", own);
                all.add(one);
            });
        });
        return all;
    }

    private static Map<String, String> timing(Slot slot) {
        DateTimeFormatter form = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
        Map<String, String> timing = new LinkedHashMap<>();
        timing.put("begin", form.format(slot.begin()));
        timing.put("end", form.format(slot.end()));
        return timing;
    }

    /** Cuts what lasts longer than a day at each midnight, and a day of 25 hours after 24; what goes on for years ends after some. */
    static List<Slot> slots(Instant from, Instant to, ZoneId zone) {
        List<Slot> slots = new ArrayList<>();
        ZonedDateTime end = to.atZone(zone);
        ZonedDateTime begin = from.atZone(zone);
        while (slots.size() < MOST_SLOTS && Duration.between(begin, end).compareTo(LONGEST) > 0) {
            ZonedDateTime midnight = begin.toLocalDate().plusDays(1).atStartOfDay(zone);
            ZonedDateTime latest = begin.plus(LONGEST);
            ZonedDateTime cut = midnight.isAfter(latest) ? latest : midnight;
            slots.add(new Slot(begin, cut));
            begin = cut;
        }
        if (slots.size() < MOST_SLOTS && end.isAfter(begin)) {
            slots.add(new Slot(begin, end));
        }
        return slots;
    }

    private static List<Slot> slots(Node date, ZoneId zone) throws RepositoryException {
        Optional<Instant> from = ItemText.instant(date, "debut");
        Optional<Instant> to = ItemText.instant(date, "fin");
        return from.isPresent() && to.isPresent() ? slots(from.get(), to.get(), zone) : List.of();
    }

    private Optional<Map<String, Object>> event(Node node, PublicItems.Reader reader) throws RepositoryException {
        String online = webAddress(ItemText.of(node, "enLigne"));
        Optional<Map<String, Object>> place = place(node);
        if (place.isEmpty() && online.isEmpty()) {
            return Optional.empty();
        }
        SyndicatedItem item = reader.item(node);
        String text = ItemText.plain(ItemText.of(node, "description"));
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("extIds", List.of(Map.of("key", host(item.address()), "value", item.id())));
        event.put("slug", node.getName());
        event.put("title", french(ItemText.shortened(item.title(), LONGEST_TITLE)));
        event.put(
                "description",
                french(ItemText.shortened(
                        text.isEmpty() ? item.title() : text.replaceAll("\\s+", " "), LONGEST_DESCRIPTION)));
        event.put("longDescription", french(ItemText.shortened(text.isEmpty() ? item.title() : text, LONGEST_TEXT)));
        event.put("timings", List.of());
        event.put("timezone", ApiController.zone(node).getId());
        place.ifPresent(where -> event.put("location", where));
        event.put("attendanceMode", place.isEmpty() ? 2 : online.isEmpty() ? 1 : 3);
        if (!online.isEmpty()) {
            event.put("onlineAccessLink", online);
        }
        event.put("status", STATUSES.getOrDefault(ItemText.of(node, "statut"), 1));
        event.put("keywords", french(item.themes()));
        conditions(node).ifPresent(words -> event.put("conditions", french(words)));
        List<String> ways = ways(node);
        if (!ways.isEmpty()) {
            event.put("registration", ways);
        }
        Map<String, Boolean> access = new LinkedHashMap<>();
        for (String one : ItemText.all(node, "accessibilite")) {
            Optional.ofNullable(ACCESS.get(one)).ifPresent(key -> access.put(key, true));
        }
        if (!access.isEmpty()) {
            event.put("accessibility", access);
        }
        item.picture().ifPresent(picture -> event.put("image", Map.of("url", picture.address())));
        String credits = ItemText.of(node, "photo/credit");
        if (item.picture().isPresent() && !credits.isEmpty()) {
            event.put("imageCredits", credits);
        }
        event.put("links", List.of(Map.of("link", item.address())));
        event.put("updatedAt", item.changed().toString());
        return Optional.of(event);
    }

    private static Map<String, Object> french(Object words) {
        return Map.of("fr", words);
    }

    /** Where it is: a place of the network, else what was typed, else the commune; empty when nothing says where on a map. */
    private Optional<Map<String, Object>> place(Node event) throws RepositoryException {
        Optional<Node> known = PLACES.nodeById(event.getSession(), ItemText.of(event, "lieu/lieu"));
        String own = ItemText.of(event, "commune");
        Optional<Node> commune = WORDS.nodeById(
                event.getSession(), own.isEmpty() && known.isPresent() ? ItemText.of(known.get(), "commune") : own);
        String town = commune.isPresent() ? ItemText.of(commune.get(), "titre") : "";
        String postcode = commune.isPresent() ? ItemText.of(commune.get(), "codePostal") : "";
        String code = commune.isPresent() ? ItemText.of(commune.get(), "codeInsee") : "";
        String name = known.isPresent() ? ItemText.of(known.get(), "titre") : ItemText.of(event, "lieu/nom");
        String street = known.isPresent() ? ItemText.of(known.get(), "adresse") : ItemText.of(event, "lieu/adresse");
        Optional<GeoPoint> exact = known.isPresent() ? Structures.point(known.get()) : Optional.empty();
        Optional<GeoPoint> point = exact.or(() -> communes.centre(code));
        if (point.isEmpty() || (name.isEmpty() && town.isEmpty())) {
            return Optional.empty();
        }
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("name", name.isEmpty() ? town : name);
        place.put(
                "address",
                String.join(
                        ", ",
                        Stream.of(street, (postcode + " " + town).strip())
                                .filter(line -> !line.isEmpty())
                                .toList()));
        place.put("postalCode", postcode);
        place.put("city", town);
        place.put("countryCode", "FR");
        place.put("latitude", point.get().latitude());
        place.put("longitude", point.get().longitude());
        return Optional.of(place);
    }

    private Optional<String> conditions(Node event) throws RepositoryException {
        String words = ItemText.of(event, "tarifTexte");
        String price = ItemText.of(event, "tarif");
        String kind =
                price.isEmpty() ? "" : registry.current().messages().lookup(Locale.FRENCH, "evenements.tarif." + price);
        String all = String.join(
                ". ", Stream.of(kind, words).filter(one -> !one.isEmpty()).toList());
        return all.isEmpty() ? Optional.empty() : Optional.of(ItemText.shortened(all, LONGEST_CONDITIONS));
    }

    /** Phones, mails and links by which one registers; where seats are taken on the portal, the page of the event says it. */
    private static List<String> ways(Node event) throws RepositoryException {
        String value = ItemText.of(event, "inscription/valeur");
        // what was typed for a way that was chosen before is for nobody any more
        boolean isShown = SHOWN_WAYS.contains(ItemText.of(event, "inscription/mode"))
                && !ItemText.of(event, "statut").equals("annule");
        return value.isEmpty() || !isShown ? List.of() : List.of(value);
    }

    /** The machine of an address, one with a name that no registrar knows too. */
    private static String host(String address) {
        return address.replaceFirst("^[a-z]+://", "").replaceFirst("[:/?#].*$", "");
    }

    private static String webAddress(String value) {
        return value.matches("https?://\\S+") ? value : "";
    }
}
