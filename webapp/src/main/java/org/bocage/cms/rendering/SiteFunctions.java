package org.bocage.cms.rendering;

import java.util.List;
import java.util.Map;
import org.bocage.cms.definition.SiteDefinition;
import org.bocage.cms.definition.Theme;
import org.jspecify.annotations.Nullable;

/** {@code sitefn}: the one site and its theme. Public because FreeMarker calls public classes only. */
public final class SiteFunctions extends Functions {

    SiteFunctions(RenderContext context) {
        super(context);
    }

    public Map<String, Object> site() {
        SiteDefinition site = context().definitions().site();
        return Map.of(
                "name", site.name(),
                "enabled", site.enabled(),
                "theme", Map.of("name", site.theme()),
                "parameters", site.parameters());
    }

    public Map<String, Object> site(@Nullable Object content) {
        return site();
    }

    public @Nullable Map<String, Object> theme(@Nullable Object site) {
        return context()
                .definitions()
                .theme(context().definitions().site().theme())
                .map(SiteFunctions::bean)
                .orElse(null);
    }

    private static Map<String, Object> bean(Theme theme) {
        return Map.of(
                "name", theme.name(),
                "cssFiles", files(theme.cssFiles()),
                "jsFiles", files(theme.jsFiles()));
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
