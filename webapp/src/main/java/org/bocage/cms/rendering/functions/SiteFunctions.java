package org.bocage.cms.rendering.functions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import org.bocage.cms.definition.site.SiteDefinition;
import org.bocage.cms.definition.site.Theme;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderFailure;
import org.jspecify.annotations.Nullable;

/** {@code sitefn}: the one site and its theme. Public because FreeMarker calls public classes only. */
public final class SiteFunctions extends Functions {

    SiteFunctions(RenderContext context) {
        super(context);
    }

    public Map<String, Object> site() {
        SiteDefinition site = context().definitions().site();
        Map<String, Object> bean = new LinkedHashMap<>();
        bean.put("name", site.name());
        bean.put("theme", Map.of("name", site.theme()));
        bean.put("parameters", site.parameters());
        bean.put("i18n", languages(site.locales()));
        bean.put("domains", domains(site));
        bean.put("mappings", mappings(site));
        bean.put(
                "templates",
                Map.of("availability", Map.of("enableAll", site.availability().enableAll())));
        bean.put("cors", site.cors());
        return bean;
    }

    private Map<String, Object> languages(SiteDefinition.Locales locales) {
        return Map.of(
                "locale", context().locale(),
                "enabled", locales.enabled(),
                "fallbackLocale", locales.fallback(),
                "defaultLocale", locales.byDefault(),
                "locales", locales.supported());
    }

    private static List<Map<String, Object>> domains(SiteDefinition site) {
        return site.domains().stream()
                .map(domain -> Map.<String, Object>of(
                        "name", domain.name(),
                        "protocol", domain.protocol(),
                        "port", domain.port(),
                        "context", domain.context()))
                .toList();
    }

    private static Map<String, Object> mappings(SiteDefinition site) {
        Map<String, Object> mappings = new LinkedHashMap<>();
        if (!site.raw().containsKey("mappings")) {
            // the one that every site has, written nowhere
            return mappings;
        }
        for (SiteDefinition.Mapping mapping : site.mappings()) {
            mappings.put(
                    mapping.name(),
                    Map.of(
                            "URIPrefix", mapping.uriPrefix(),
                            "repository", mapping.workspace(),
                            "handlePrefix", mapping.handlePrefix()));
        }
        return mappings;
    }

    public Map<String, Object> site(ContentMap content) {
        return site();
    }

    public Map<String, Object> site(Node content) {
        return site();
    }

    /** The theme; without a name where the site has none. */
    public Map<String, Object> theme(@Nullable Map<?, ?> site) {
        if (site == null) {
            throw new RenderFailure("A site is wanted");
        }
        return context()
                .definitions()
                .theme(context().definitions().site().theme())
                .map(SiteFunctions::bean)
                .orElse(Map.of("cssFiles", List.of(), "jsFiles", List.of()));
    }

    private static Map<String, Object> bean(Theme theme) {
        return Map.of(
                "name", theme.name(),
                "cssFiles", files(theme.cssFiles()),
                "jsFiles", files(theme.jsFiles()),
                "imaging", Map.of("enabled", theme.imaging(), "variations", variations(theme)));
    }

    private static Map<String, Object> variations(Theme theme) {
        Map<String, Object> variations = new LinkedHashMap<>();
        theme.variations()
                .forEach((name, size) -> variations.put(
                        name,
                        Map.of("name", name, "width", size.width(), "height", size.height(), "crop", size.crop())));
        return variations;
    }

    private static List<Map<String, Object>> files(List<Theme.File> files) {
        return files.stream()
                .map(file -> Map.<String, Object>of(
                        "name", file.name(),
                        "link", file.link(),
                        "media", file.media(),
                        "conditionalComment", file.conditionalComment(),
                        "addFingerPrint", file.fingerPrint()))
                .toList();
    }
}
