package org.bocage.portal.feeds;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.site.SiteAddress;
import org.bocage.cms.site.SiteName;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.json.JsonMapper;

/**
 * All open annonces as a <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed</a>, which other portals follow. What the format
 * has no name for stands in its extension {@value #EXTENSION}: kind, last day, commune, and the answers that the kind asks for.
 */
@Controller
class AdFeedController {

    static final String PATH = "/annonces/flux.json";
    static final String TYPE = "application/feed+json";
    private static final String VERSION = "https://jsonfeed.org/version/1.1";
    private static final String EXTENSION = "_bocage";
    private static final int MOST = 10_000;
    private static final Workspace WORDS = new Workspace("vocabulaires");

    private final Feeds outlets;
    private final PublicItems items;
    private final DefinitionRegistry registry;
    private final SiteName siteName;
    private final SiteAddress siteAddress;
    private final Stores stores;

    AdFeedController(
            Feeds outlets,
            PublicItems items,
            DefinitionRegistry registry,
            SiteName siteName,
            SiteAddress siteAddress,
            Stores stores) {
        this.outlets = outlets;
        this.items = items;
        this.registry = registry;
        this.siteName = siteName;
        this.siteAddress = siteAddress;
        this.stores = stores;
    }

    @CrossOrigin(origins = "*", methods = RequestMethod.GET)
    @GetMapping(PATH)
    void ads(HttpServletRequest request, HttpServletResponse response) throws IOException {
        outlets.answer(request, response, Feeds.FRESH, () -> {
            String base = outlets.base(request);
            String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            Map<String, Object> feed = new LinkedHashMap<>();
            feed.put("version", VERSION);
            feed.put("title", word("portail.flux.titre", word("portail.flux.annonces"), siteName.get()));
            feed.put("home_page_url", base + "/annonces");
            feed.put("feed_url", base + PATH + query);
            feed.put("language", "fr");
            feed.put("items", stores.author().read(Identity.SYSTEM, whole -> {
                ItemUids uids =
                        new ItemUids(whole, new Workspace(SyndicatedType.ADS.workspace()), ItemUids.host(siteAddress));
                return items.page(
                                SyndicatedType.ADS,
                                request,
                                List.of(),
                                0,
                                MOST,
                                (node, reader) -> ad(node, reader, uids))
                        .items();
            }));
            return Optional.of(FeedDocument.shown(
                    TYPE + ";charset=UTF-8", JsonMapper.shared().writeValueAsString(feed)));
        });
    }

    private static Map<String, Object> ad(Node node, PublicItems.Reader reader, ItemUids uids)
            throws RepositoryException {
        SyndicatedItem item = reader.item(node);
        Map<String, Object> ad = new LinkedHashMap<>();
        ad.put("id", uids.of(item.id()));
        ad.put("url", item.address());
        if (!uids.isOurs(item.id())) {
            put(ad, "external_url", pageOfOrigin(node));
        }
        ad.put("title", item.title());
        ad.put("content_html", reader.withLinks(ItemText.of(node, "description")));
        item.picture().ifPresent(picture -> ad.put("image", picture.address()));
        ad.put("date_published", item.published().toString());
        ad.put("date_modified", item.changed().toString());
        String structure = structure(node);
        if (!structure.isEmpty()) {
            ad.put("authors", List.of(Map.of("name", structure)));
        }
        ad.put("tags", item.themes());
        ad.put(EXTENSION, extension(node));
        return ad;
    }

    private static Map<String, Object> extension(Node node) throws RepositoryException {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("kind", ItemText.of(node, "type"));
        more.put("last_day", AdDetails.day(ItemText.instant(node, "cloture")));
        Optional<Node> commune = WORDS.nodeById(node.getSession(), ItemText.of(node, "commune"));
        if (commune.isPresent()) {
            put(more, "commune", ItemText.of(commune.get(), "codeInsee"));
            put(more, "place", ItemText.of(commune.get(), "titre"));
        }
        more.put("remote", ItemText.of(node, "aDistance").equals("true"));
        more.put("details", AdDetails.of(node));
        return more;
    }

    /** Returns the name of the structure: that of its entry in the directory, else what was typed. */
    private static String structure(Node node) throws RepositoryException {
        String known = ItemText.titleOf(node.getSession(), "acteurs", ItemText.of(node, "structure/acteur"));
        return known.isEmpty() ? ItemText.of(node, "structure/nom") : known;
    }

    /** Returns the page on which one that came from elsewhere is answered: that of the portal where it was made. */
    private static String pageOfOrigin(Node node) throws RepositoryException {
        for (Node way : ItemText.entries(node, "commentRepondre")) {
            if (ItemText.of(way, "genre").equals("adresse")) {
                return ItemText.of(way, "valeur");
            }
        }
        return "";
    }

    private static void put(Map<String, Object> map, String name, String text) {
        if (!text.isEmpty()) {
            map.put(name, text);
        }
    }

    private String word(String key, Object... arguments) {
        return registry.current().messages().lookup(Locale.FRENCH, key, arguments);
    }
}
