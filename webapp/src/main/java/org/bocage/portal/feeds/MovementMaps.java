package org.bocage.portal.feeds;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.site.SiteAddress;
import org.bocage.cms.site.SiteName;
import org.bocage.portal.territory.france.GeoPoint;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.json.JsonMapper;

/**
 * Public contents in the words of the maps and agendas of the movement: structures as GoGoCarto takes them in, for Transiscope and
 * Carteco, and events as OpenAgenda does.
 */
@Controller
class MovementMaps {

    private static final int MOST = 10_000;
    private static final Workspace STRUCTURES = new Workspace("acteurs");
    private static final double DECIMALS = 100_000;

    private final Feeds outlets;
    private final PublicItems items;
    private final Structures structures;
    private final OpenAgendaEvents events;
    private final SiteName siteName;
    private final SiteAddress siteAddress;
    private final Stores stores;

    MovementMaps(
            Feeds outlets,
            PublicItems items,
            Structures structures,
            OpenAgendaEvents events,
            SiteName siteName,
            SiteAddress siteAddress,
            Stores stores) {
        this.outlets = outlets;
        this.items = items;
        this.structures = structures;
        this.events = events;
        this.siteName = siteName;
        this.siteAddress = siteAddress;
        this.stores = stores;
    }

    /** Structures that are on the map. */
    @CrossOrigin(origins = "*", methods = RequestMethod.GET)
    @GetMapping("/reseau/acteurs.gogocarto.json")
    void elements(HttpServletRequest request, HttpServletResponse response) throws IOException {
        outlets.answer(request, response, Feeds.FRESH, () -> {
            List<Structure> found = items.page(SyndicatedType.STRUCTURES, request, List.of(), 0, MOST, structures::read)
                    .items();
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("source", siteName.get());
            answer.put("url", outlets.base(request) + "/");
            answer.put("data", stores.author().read(Identity.SYSTEM, whole -> {
                ItemUids uids = new ItemUids(whole, STRUCTURES, ItemUids.host(siteAddress));
                List<Map<String, Object>> elements = new ArrayList<>();
                for (Structure one : found) {
                    if (one.point().isPresent()) {
                        elements.add(element(one, uids.of(one.item().id())));
                    }
                }
                return elements;
            }));
            return Optional.of(json(answer));
        });
    }

    /**
     * An element under the names that GoGoCarto has for its parts; empty parts are left out.
     *
     * @param uid by which other portals know it again
     */
    private static Map<String, Object> element(Structure one, String uid) {
        GeoPoint point = one.point().orElseThrow();
        List<String> categories = Stream.concat(Stream.of(one.family()), one.domains().stream())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        Map<String, Object> element = new LinkedHashMap<>();
        element.put("id", one.item().id());
        element.put("uid", uid);
        element.put("name", one.item().title());
        element.put("geo", Map.of("latitude", rounded(point.latitude()), "longitude", rounded(point.longitude())));
        element.put("taxonomy", categories);
        element.put("categories", categories);
        element.put("address", address(one.street(), one.postcode(), one.commune()));
        put(element, "abstract", one.item().summary());
        put(element, "telephone", one.telephone());
        put(element, "email", one.mail());
        put(element, "website", one.site());
        element.put("sourceUrl", one.item().address());
        element.put("precision", one.exact() ? "exacte" : "commune");
        element.put("createdAt", one.item().published().toString());
        element.put("updatedAt", one.item().changed().toString());
        return element;
    }

    private static Map<String, Object> address(String street, String postcode, String commune) {
        Map<String, Object> address = new LinkedHashMap<>();
        put(address, "streetAddress", street);
        put(address, "postalCode", postcode);
        put(address, "addressLocality", commune);
        address.put("addressCountry", "FR");
        return address;
    }

    private static void put(Map<String, Object> map, String name, String text) {
        if (!text.isEmpty()) {
            map.put(name, text);
        }
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DECIMALS) / DECIMALS;
    }

    /** Events to come that have a place or an address on line. */
    @CrossOrigin(origins = "*", methods = RequestMethod.GET)
    @GetMapping("/agenda.openagenda.json")
    void events(HttpServletRequest request, HttpServletResponse response) throws IOException {
        outlets.answer(request, response, Feeds.QUARTER, () -> {
            List<Map<String, Object>> found = events.all(request);
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("total", found.size());
            answer.put("events", found);
            return Optional.of(json(answer));
        });
    }

    private static FeedDocument json(Map<String, Object> answer) {
        return FeedDocument.shown(
                "application/json;charset=UTF-8", JsonMapper.shared().writeValueAsString(answer));
    }
}
