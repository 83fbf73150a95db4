package org.bocage.portal.feeds;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.json.JsonMapper;

/**
 * Items shown now, as JSON that a partner's page may read from a browser: {@code /api/agenda?commune=guichen&page=2}. Raw
 * contents with all their fields are Magnolia's delivery, {@code /.rest/delivery}; this is the short form, with whole addresses.
 */
@Controller
class ApiController {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final int LAST_PAGE = 1_000;
    private static final String NUMBER = "[1-9][0-9]{0,4}";

    private final Feeds outlets;
    private final PublicItems items;

    ApiController(Feeds outlets, PublicItems items) {
        this.outlets = outlets;
        this.items = items;
    }

    /** Which page of which length is asked for. */
    private record Asked(int page, int size) {}

    @CrossOrigin(origins = "*", methods = RequestMethod.GET)
    @GetMapping("/api/{kind:[a-z]{1,20}}")
    void list(@PathVariable String kind, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<SyndicatedType> told = SyndicatedType.named(kind);
        Optional<Asked> asked = asked(request);
        if (told.isEmpty() || asked.isEmpty()) {
            outlets.nothing(request, response);
            return;
        }
        outlets.answer(
                request,
                response,
                Feeds.FRESH,
                () -> Optional.of(FeedDocument.shown(
                        "application/json;charset=UTF-8",
                        JsonMapper.shared().writeValueAsString(answer(told.get(), asked.get(), request)))));
    }

    /** Empty when a number is none, or out of bounds. */
    private static Optional<Asked> asked(HttpServletRequest request) {
        String page = Optional.ofNullable(request.getParameter("page")).orElse("1");
        String size = Optional.ofNullable(request.getParameter("taille")).orElse(String.valueOf(USUAL));
        if (!page.matches(NUMBER) || !size.matches(NUMBER)) {
            return Optional.empty();
        }
        Asked asked = new Asked(Integer.parseInt(page), Integer.parseInt(size));
        return asked.page() <= LAST_PAGE && asked.size() <= MOST ? Optional.of(asked) : Optional.empty();
    }

    private Map<String, Object> answer(SyndicatedType kind, Asked asked, HttpServletRequest request) {
        PublicItems.Page<Map<String, Object>> found = items.page(
                kind,
                request,
                List.of(),
                (asked.page() - 1) * asked.size(),
                asked.size(),
                (node, reader) -> kind.equals(SyndicatedType.DATES) ? date(node, reader) : item(node, reader));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("total", found.total());
        answer.put("page", asked.page());
        answer.put("pages", (found.total() + asked.size() - 1) / asked.size());
        answer.put("taille", asked.size());
        answer.put("contenus", found.items());
        return answer;
    }

    private static Map<String, Object> item(Node node, PublicItems.Reader reader) throws RepositoryException {
        SyndicatedItem item = reader.item(node);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("identifiant", item.id());
        json.put("titre", item.title());
        json.put("resume", item.summary());
        json.put("adresse", item.address());
        json.put("publie", item.published().toString());
        json.put("modifie", item.changed().toString());
        for (String name : List.of("origine", "type", "statut", "tarif", "stade", "genre")) {
            String value = ItemText.of(node, name);
            if (!value.isEmpty()) {
                json.put(name, value);
            }
        }
        ItemText.instant(node, "cloture")
                .ifPresent(last -> json.put(
                        "cloture",
                        last.atZone(SyndicatedType.PARIS).toLocalDate().toString()));
        json.put("communes", item.communes());
        json.put("themes", item.themes());
        item.picture()
                .ifPresent(picture -> json.put("image", Map.of("adresse", picture.address(), "alt", picture.alt())));
        return json;
    }

    /** One date of an event: the event, and when it is. */
    private static Map<String, Object> date(Node date, PublicItems.Reader reader) throws RepositoryException {
        Node event = date.getParent().getParent();
        Map<String, Object> json = item(event, reader);
        ZoneId zone = zone(event);
        json.put("jour", ItemText.of(date, "jour"));
        json.put("dernierJour", ItemText.of(date, "dernierJour"));
        json.put("journee", ItemText.of(event, "journee").equals("true"));
        json.put("debut", local(ItemText.instant(date, "debut"), zone));
        if (event.hasProperty("fin")) {
            json.put("fin", local(ItemText.instant(date, "fin"), zone));
        }
        String place = ItemText.of(event, "lieu/lieu");
        json.put(
                "lieu",
                place.isEmpty()
                        ? ItemText.of(event, "lieu/nom")
                        : ItemText.titleOf(event.getSession(), "lieux", place));
        return json;
    }

    private static String local(Optional<Instant> at, ZoneId zone) {
        return at.map(one -> one.atZone(zone).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                .orElse("");
    }

    static ZoneId zone(Node event) throws RepositoryException {
        String name = ItemText.of(event, "fuseau");
        try {
            return name.isEmpty() ? SyndicatedType.PARIS : ZoneId.of(name);
        } catch (DateTimeException e) {
            return SyndicatedType.PARIS;
        }
    }
}
