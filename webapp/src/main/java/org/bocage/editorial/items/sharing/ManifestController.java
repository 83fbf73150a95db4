package org.bocage.editorial.items.sharing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bocage.cms.site.SiteName;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Manifest of the private space on the first screen of a telephone (W3C, Web Application Manifest), with the target that « Partager »
 * offers from then on (W3C, Web Share Target). Browsers ask for it without cookies.
 */
@ScreenController
class ManifestController {

    private static final String ADDRESS = "/espace/manifeste.webmanifest";
    private static final String GROUND = "#FFFAF0";
    /** Characters that fit under an icon. */
    private static final int SHORT = 12;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final SiteName site;
    private final Desk desk;

    ManifestController(SiteName site, Desk desk) {
        this.site = site;
        this.desk = desk;
    }

    @GetMapping(ADDRESS)
    @OpenTo(People.ANYBODY)
    ResponseEntity<String> manifest(HttpServletRequest request) {
        String base = request.getContextPath();
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("id", base + "/espace");
        manifest.put("name", desk.sentence("authoring.manifest.name", site.get()));
        manifest.put("short_name", shortName());
        manifest.put("lang", "fr");
        manifest.put("start_url", base + "/espace");
        // the site and the way in stay in the same window
        manifest.put("scope", base + "/");
        manifest.put("display", "standalone");
        manifest.put("background_color", GROUND);
        manifest.put("theme_color", GROUND);
        manifest.put("icons", List.of(icon(base, 192), icon(base, 512)));
        manifest.put(
                "share_target",
                Map.of(
                        "action",
                        base + ShareController.ADDRESS,
                        "method",
                        "POST",
                        "enctype",
                        "multipart/form-data",
                        "params",
                        Map.of(
                                "title", "title",
                                "text", "text",
                                "url", "url",
                                "files",
                                        List.of(Map.of(
                                                "name", ShareController.PICTURES, "accept", List.of("image/*"))))));
        return ResponseEntity.ok()
                .header("Content-Type", "application/manifest+json")
                .body(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest));
    }

    private String shortName() {
        String name = site.get();
        return name.length() <= SHORT ? name : desk.sentence("authoring.manifest.short");
    }

    private static Map<String, String> icon(String base, int size) {
        return Map.of(
                "src", base + "/espace/dessin/icone-" + size + ".png",
                "sizes", size + "x" + size,
                "type", "image/png");
    }
}
