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
 * Actus and open annonces as <a href="https://www.jsonfeed.org/version/1.1/">JSON Feeds</a>, which other portals follow. What the
 * format has no name for stands in its extension {@value AdDetails#EXTENSION}: of a feed whether it is all there is; of an annonce its kind, last
 * day, commune, and the answers that the kind asks for.
 */
@Controller
class JsonFeedController {

    static final String NEWS = "/actualites/flux.json";
    static final String ADS = "/annonces/flux.json";
    static final String TYPE = "application/feed+json";
    private static final String VERSION = "https://jsonfeed.org/version/1.1";
    private static final int MOST = 2_000;
    private static final Workspace WORDS = new Workspace("vocabulaires");

    private final Feeds outlets;
    private final PublicItems items;
    private final DefinitionRegistry registry;
    private final SiteName siteName;
    private final SiteAddress siteAddress;
    private final Stores stores;

    JsonFeedController(
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

    /** Puts into an item what only those of its kind have. */
    private interface Content {
        void put(Map<String, Object> item, Node node, PublicItems.Reader reader, ItemUids uids)
                throws RepositoryException;
    }

    @CrossOrigin(origins = "*", methods = RequestMethod.GET)
    @GetMapping(NEWS)
    void news(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(NEWS, SyndicatedType.NEWS, "actus", JsonFeedController::news, request, response);
    }

    @CrossOrigin(origins = "*", methods = RequestMethod.GET)
    @GetMapping(ADS)
    void ads(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(ADS, SyndicatedType.ADS, "annonces", JsonFeedController::ad, request, response);
    }

    private void answer(
            String path,
            SyndicatedType kind,
            String title,
            Content content,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        outlets.answer(request, response, Feeds.FRESH, () -> {
            String base = outlets.base(request);
            String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            PublicItems.Page<Map<String, Object>> found = stores.author().read(Identity.SYSTEM, whole -> {
                ItemUids uids = new ItemUids(whole, new Workspace(kind.workspace()), ItemUids.host(siteAddress));
                return items.page(
                        kind, request, List.of(), 0, MOST, (node, reader) -> item(node, reader, uids, content));
            });
            Map<String, Object> feed = new LinkedHashMap<>();
            feed.put("version", VERSION);
            feed.put("title", word("portail.flux.titre", word("portail.flux." + title), siteName.get()));
            feed.put("home_page_url", base + path.replaceFirst("/[^/]*$", ""));
            feed.put("feed_url", base + path + query);
            feed.put("language", "fr");
            feed.put(AdDetails.EXTENSION, Map.of("complete", found.total() <= MOST && query.isEmpty()));
            feed.put("items", found.items());
            return Optional.of(FeedDocument.shown(
                    TYPE + ";charset=UTF-8", JsonMapper.shared().writeValueAsString(feed)));
        });
    }

    private static Map<String, Object> item(Node node, PublicItems.Reader reader, ItemUids uids, Content content)
            throws RepositoryException {
        SyndicatedItem common = reader.item(node);
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", uids.of(common.id()));
        item.put("url", common.address());
        item.put("title", common.title());
        content.put(item, node, reader, uids);
        common.picture().ifPresent(picture -> item.put("image", picture.address()));
        item.put("date_published", common.published().toString());
        item.put("date_modified", common.changed().toString());
        item.put("tags", common.themes());
        return item;
    }

    private static void news(Map<String, Object> item, Node node, PublicItems.Reader reader, ItemUids uids)
            throws RepositoryException {
        item.put("content_text", ItemText.plain(ItemText.of(node, "chapo")));
    }

    private static void ad(Map<String, Object> item, Node node, PublicItems.Reader reader, ItemUids uids)
            throws RepositoryException {
        if (!uids.isOurs(node.getIdentifier())) {
            put(item, "external_url", pageOfOrigin(node));
        }
        item.put("content_html", reader.withLinks(ItemText.of(node, "description")));
        String structure = structure(node);
        if (!structure.isEmpty()) {
            item.put("authors", List.of(Map.of("name", structure)));
        }
        item.put(AdDetails.EXTENSION, extension(node));
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
