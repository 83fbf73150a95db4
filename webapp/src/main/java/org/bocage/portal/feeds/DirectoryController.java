package org.bocage.portal.feeds;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.form.Messages;
import org.bocage.editorial.publishing.exchange.Spreadsheet;
import org.bocage.portal.territory.france.GeoPoint;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.json.JsonMapper;

/** The directory for maps, spreadsheets and address books. */
@Controller
class DirectoryController {

    private static final int MOST = 10_000;
    private static final List<String> FIELDS = List.of(
            "titre",
            "accroche",
            "famille",
            "domaines",
            "commune",
            "adresse",
            "contact.telephone",
            "contact.courriel",
            "siteWeb",
            "adherent",
            "partenaire");
    private static final double DECIMALS = 100_000;

    private final Feeds outlets;
    private final PublicItems items;
    private final Structures structures;
    private final DefinitionRegistry registry;

    DirectoryController(Feeds outlets, PublicItems items, Structures structures, DefinitionRegistry registry) {
        this.outlets = outlets;
        this.items = items;
        this.structures = structures;
        this.registry = registry;
    }

    @CrossOrigin(origins = "*", methods = RequestMethod.GET)
    @GetMapping("/reseau/acteurs.geojson")
    void map(HttpServletRequest request, HttpServletResponse response) throws IOException {
        outlets.answer(request, response, Feeds.FRESH, () -> {
            List<Map<String, Object>> features = all(request).stream()
                    .filter(one -> one.point().isPresent())
                    .map(DirectoryController::feature)
                    .toList();
            Map<String, Object> collection = new LinkedHashMap<>();
            collection.put("type", "FeatureCollection");
            collection.put("features", features);
            return Optional.of(FeedDocument.shown(
                    "application/geo+json;charset=UTF-8", JsonMapper.shared().writeValueAsString(collection)));
        });
    }

    private static Map<String, Object> feature(Structure one) {
        GeoPoint point = one.point().orElseThrow();
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("titre", one.item().title());
        properties.put("accroche", one.item().summary());
        properties.put("adresse", one.item().address());
        properties.put("commune", one.commune());
        properties.put("famille", one.family());
        properties.put("domaines", one.domains());
        properties.put("adherent", one.member());
        properties.put("partenaire", one.partner());
        properties.put("precision", one.exact() ? "exacte" : "approximative");
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("id", one.item().id());
        feature.put(
                "geometry",
                Map.of("type", "Point", "coordinates", List.of(rounded(point.longitude()), rounded(point.latitude()))));
        feature.put("properties", properties);
        return feature;
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * DECIMALS) / DECIMALS;
    }

    @GetMapping("/reseau/acteurs.csv")
    void table(HttpServletRequest request, HttpServletResponse response) throws IOException {
        outlets.answer(
                request,
                response,
                Feeds.FRESH,
                () -> Optional.of(new FeedDocument(Spreadsheet.TYPE, table(all(request)), "acteurs.csv")));
    }

    private String table(List<Structure> all) {
        Messages messages = registry.current().messages();
        List<String> headers = new ArrayList<>();
        for (String field : FIELDS) {
            headers.add(messages.lookup(Locale.FRENCH, "acteurs.detail." + field + ".label"));
        }
        headers.add(messages.lookup(Locale.FRENCH, "portail.flux.fiche"));
        StringBuilder text = new StringBuilder();
        try (Spreadsheet table = new Spreadsheet(text)) {
            table.line(headers);
            for (Structure one : all) {
                table.line(List.of(
                        one.item().title(),
                        one.item().summary(),
                        one.family(),
                        String.join(", ", one.domains()),
                        one.commune(),
                        one.street(),
                        one.telephone(),
                        one.mail(),
                        one.site(),
                        word(messages, one.member()),
                        word(messages, one.partner()),
                        one.item().address()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String word(Messages messages, boolean isSo) {
        return messages.lookup(Locale.FRENCH, isSo ? "portail.flux.oui" : "portail.flux.non");
    }

    private List<Structure> all(HttpServletRequest request) {
        return items.page(SyndicatedType.STRUCTURES, request, List.of(), 0, MOST, structures::read)
                .items();
    }

    @GetMapping("/reseau/acteurs/{name:[a-z0-9-]{1,80}}.vcf")
    void structure(@PathVariable String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        card(
                request,
                response,
                () -> items.one("acteurs", "bocage:acteur", name, request, structures::read)
                        .map(one -> new FeedDocument(Cards.TYPE, Cards.of(one), name + ".vcf")));
    }

    /** Somebody of the address book, as far as the reader may know them. */
    @GetMapping("/reseau/contacts/{name:[a-z0-9-]{1,80}}.vcf")
    void person(@PathVariable String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        card(
                request,
                response,
                () -> items.one("personnes", "bocage:personne", name, request, Cards::person)
                        .map(one -> new FeedDocument(Cards.TYPE, Cards.of(one), name + ".vcf")));
    }

    private void card(
            HttpServletRequest request,
            HttpServletResponse response,
            java.util.function.Supplier<Optional<FeedDocument>> work)
            throws IOException {
        if (outlets.reader().equals(outlets.visitor())) {
            outlets.answer(request, response, Feeds.FRESH, work);
        } else {
            outlets.once(request, response, Feeds.PRIVATE, work);
        }
    }
}
