package org.bocage.portal.embeds;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.site.SiteName;
import org.bocage.portal.feeds.Feeds;
import org.bocage.portal.feeds.PublicItems;
import org.bocage.portal.feeds.SyndicatedItem;
import org.bocage.portal.feeds.SyndicatedType;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Tells other sites how to show an item whose address somebody pasted there (<a href="https://oembed.com/">oEmbed 1.0</a>). */
@RestController
class OEmbedController {

    /** Events themselves, past ones too, as they have pages. */
    private static final SyndicatedType EVENTS =
            new SyndicatedType("evenements", "bocage:evenement", "commune", "themes");

    private static final int WIDTH = 600;
    private static final int HEIGHT = 360;
    private static final int LEAST = 200;
    private static final int HOUR = 3_600;

    private final Feeds outlets;
    private final PublicItems items;
    private final SiteName siteName;
    private final DefinitionRegistry registry;

    OEmbedController(Feeds outlets, PublicItems items, SiteName siteName, DefinitionRegistry registry) {
        this.outlets = outlets;
        this.items = items;
        this.siteName = siteName;
        this.registry = registry;
    }

    @CrossOrigin(origins = "*", methods = RequestMethod.GET)
    @GetMapping("/oembed")
    ResponseEntity<Map<String, Object>> show(HttpServletRequest request) {
        String format = Optional.ofNullable(request.getParameter("format")).orElse("json");
        String address = Optional.ofNullable(request.getParameter("url")).orElse("");
        Optional<Integer> width = most(request, "maxwidth", WIDTH);
        Optional<Integer> height = most(request, "maxheight", HEIGHT);
        if (!format.equals("json")) {
            return refused(HttpStatus.NOT_IMPLEMENTED, "format");
        }
        if (address.isEmpty() || width.isEmpty() || height.isEmpty()) {
            return refused(HttpStatus.BAD_REQUEST, "demande");
        }
        String base = outlets.base(request);
        return EmbeddedItem.at(address, base)
                .filter(one -> address.startsWith(base + "/"))
                .flatMap(one -> found(one, request).map(item -> answer(one, item, base, width.get(), height.get())))
                .orElseGet(() -> refused(HttpStatus.NOT_FOUND, "adresse"));
    }

    private Optional<SyndicatedItem> found(EmbeddedItem one, HttpServletRequest request) {
        SyndicatedType kind = SyndicatedType.named(one.kind()).orElseThrow();
        List<ContentQuery.Filter> named = List.of(new ContentQuery.AnyOf("@name", List.of(one.slug())));
        return items
                .page(
                        kind.equals(SyndicatedType.DATES) ? EVENTS : kind,
                        request,
                        named,
                        0,
                        1,
                        (node, reader) -> reader.item(node))
                .items()
                .stream()
                .findFirst();
    }

    /** The measure of a frame that has at most so many pixels; empty when what is asked is no measure of a frame. */
    private static Optional<Integer> most(HttpServletRequest request, String name, int usual) {
        String asked = request.getParameter(name);
        if (asked == null || asked.isEmpty()) {
            return Optional.of(usual);
        }
        return asked.matches("[1-9][0-9]{0,4}") && Integer.parseInt(asked) >= LEAST
                ? Optional.of(Math.min(usual, Integer.parseInt(asked)))
                : Optional.empty();
    }

    private ResponseEntity<Map<String, Object>> answer(
            EmbeddedItem one, SyndicatedItem item, String base, int width, int height) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("type", "rich");
        answer.put("version", "1.0");
        answer.put("title", item.title());
        answer.put("provider_name", siteName.get());
        answer.put("provider_url", base + "/");
        answer.put("cache_age", HOUR);
        answer.put("width", width);
        answer.put("height", height);
        answer.put(
                "html",
                "<iframe src=\"" + base + one.frame() + "\" title=\"" + HtmlUtils.htmlEscape(item.title(), "UTF-8")
                        + "\" width=\"" + width + "\" height=\"" + height
                        + "\" loading=\"lazy\" style=\"border:0;max-width:100%\"></iframe>");
        return ResponseEntity.ok()
                .header("Cache-Control", Feeds.FRESH)
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer);
    }

    /** Refuses, in the sentence of a key. */
    private ResponseEntity<Map<String, Object>> refused(HttpStatus status, String key) {
        String words = registry.current().messages().lookup(Locale.FRENCH, "portail.oembed.refus." + key);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("erreur", words));
    }
}
