package org.bocage.portal.feeds;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.site.SiteName;
import org.bocage.portal.territory.Communes;
import org.bocage.portal.territory.TerritoryCommune;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** Description of the portal for another one that follows it: its name, its communes, and what it gives to read. */
@Controller
class PortalDescriptorController {

    private static final int VERSION = 1;

    private final Feeds outlets;
    private final SiteName siteName;
    private final Communes communes;

    PortalDescriptorController(Feeds outlets, SiteName siteName, Communes communes) {
        this.outlets = outlets;
        this.siteName = siteName;
        this.communes = communes;
    }

    @GetMapping("/.well-known/bocage")
    void describe(HttpServletRequest request, HttpServletResponse response) throws IOException {
        outlets.answer(request, response, Feeds.FRESH, () -> {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("software", "bocage");
            answer.put("version", VERSION);
            answer.put("name", siteName.get());
            answer.put("address", outlets.base(request));
            answer.put(
                    "communes",
                    communes.all().stream().map(TerritoryCommune::code).sorted().toList());
            answer.put(
                    "feeds",
                    List.of(
                            // calls for projects close in the annonces, and are no events
                            feed("agenda", "text/calendar", "agenda.ics?echeances=non"),
                            feed("structures", "application/json", "reseau/acteurs.gogocarto.json"),
                            feed("actus", "application/atom+xml", "actualites/atom.xml"),
                            feed("actus", JsonFeedController.TYPE, JsonFeedController.NEWS.substring(1)),
                            feed("annonces", "application/atom+xml", "annonces/atom.xml"),
                            feed("annonces", JsonFeedController.TYPE, JsonFeedController.ADS.substring(1))));
            return Optional.of(FeedDocument.shown(
                    "application/json;charset=UTF-8", JsonMapper.shared().writeValueAsString(answer)));
        });
    }

    /** Returns a line of the list; the path is told from the address of the portal. */
    private static Map<String, String> feed(String kind, String type, String path) {
        Map<String, String> feed = new LinkedHashMap<>();
        feed.put("kind", kind);
        feed.put("type", type);
        feed.put("path", path);
        return feed;
    }
}
