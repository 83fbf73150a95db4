package org.bocage.portal.feeds;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.site.SiteName;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** News and annonces as feeds: {@code flux.xml} is RSS, {@code atom.xml} is Atom, beside the page that shows the same. */
@Controller
class FeedController {

    private static final int LATEST = 50;
    private static final String NEWS = "/actualites";
    private static final String ADS = "/annonces";

    /** The sections of the annonces, by the end of their address, as the pages have them. */
    private static final Map<String, List<String>> SECTIONS = Map.of(
            "emploi", List.of("emploi"),
            "stages", List.of("stage-service-civique"),
            "benevolat", List.of("benevolat"),
            "appels-a-projets", List.of("appel-a-projets"),
            "bons-plans", List.of("bon-plan"),
            "materiel", List.of("materiel-besoin", "materiel-don"));

    private final Feeds outlets;
    private final PublicItems items;
    private final DefinitionRegistry registry;
    private final SiteName siteName;

    FeedController(Feeds outlets, PublicItems items, DefinitionRegistry registry, SiteName siteName) {
        this.outlets = outlets;
        this.items = items;
        this.registry = registry;
        this.siteName = siteName;
    }

    @GetMapping({NEWS + "/{form:flux|atom}.xml", NEWS + "/{origin:pole|territoire}/{form:flux|atom}.xml"})
    void news(
            @PathVariable String form,
            @PathVariable Optional<String> origin,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<ContentQuery.Filter> more =
                origin.<ContentQuery.Filter>map(one -> new ContentQuery.AnyOf("origine", List.of(one))).stream()
                        .toList();
        String section = origin.map(one -> "/" + one).orElse("");
        answer(form, SyndicatedType.NEWS, NEWS + section, "actus" + section.replace('/', '.'), more, request, response);
    }

    @GetMapping({ADS + "/{form:flux|atom}.xml", ADS + "/{section:[a-z-]{1,40}}/{form:flux|atom}.xml"})
    void ads(
            @PathVariable String form,
            @PathVariable Optional<String> section,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        List<String> types = section.isEmpty() ? List.of() : SECTIONS.getOrDefault(section.get(), List.of());
        if (section.isPresent() && types.isEmpty()) {
            outlets.nothing(request, response);
            return;
        }
        List<ContentQuery.Filter> more = types.isEmpty() ? List.of() : List.of(new ContentQuery.AnyOf("type", types));
        String path = section.map(one -> "/" + one).orElse("");
        answer(form, SyndicatedType.ADS, ADS + path, "annonces" + path.replace('/', '.'), more, request, response);
    }

    private void answer(
            String form,
            SyndicatedType kind,
            String page,
            String title,
            List<ContentQuery.Filter> more,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        FeedText.Form written = form.equals("atom") ? FeedText.Form.ATOM : FeedText.Form.RSS;
        outlets.answer(request, response, Feeds.FRESH, () -> {
            List<SyndicatedItem> found = items.page(kind, request, more, 0, LATEST, (node, reader) -> reader.item(node))
                    .items();
            String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            FeedText.Head head = new FeedText.Head(
                    word("portail.flux.titre", word("portail.flux." + title), siteName.get()),
                    word("portail.flux." + title + ".texte"),
                    outlets.base(request) + page + "/" + form + ".xml" + query,
                    outlets.base(request) + page + query,
                    siteName.get());
            return Optional.of(FeedDocument.shown(written.contentType(), FeedText.of(written, head, found)));
        });
    }

    private String word(String key, Object... arguments) {
        return registry.current().messages().lookup(Locale.FRENCH, key, arguments);
    }
}
