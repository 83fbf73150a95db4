package org.bocage.portal.setup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bocage.cms.definition.files.Resource;
import org.bocage.cms.site.SiteName;
import org.bocage.editorial.form.Slug;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.view.SettingsPage;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** « Essaimer »: the identity of the network as a kit for another one. */
@ScreenController
@OpenTo(People.ADMINISTRATORS)
class IdentityController implements SettingsScreen {

    static final String ADDRESS = "/espace/reglages/essaimer";

    private static final String CONFIG = "config/";
    private static final int SHOWN = 80;
    private static final int LONGEST = 160;

    private final Desk desk;
    private final IdentityExport identity;
    private final SiteName siteName;

    IdentityController(Desk desk, IdentityExport identity, SiteName siteName) {
        this.desk = desk;
        this.identity = identity;
        this.siteName = siteName;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        IdentityExport.Kit kit = identity.kit();
        List<String> files = Stream.concat(
                        kit.files().keySet().stream()
                                .filter(path -> path.startsWith(CONFIG) && !path.startsWith(IdentityExport.CONTENTS)),
                        kit.modules().stream().map(Resource::path).map(path -> IdentityExport.MODULES + path))
                .toList();
        IdentityPage page = new IdentityPage(
                ADDRESS,
                kit.pages(),
                files,
                List.copyOf(kit.toRewrite()),
                kit.leftOut().stream()
                        .limit(SHOWN)
                        .map(one -> new IdentityPage.StayingText(one.path(), shortened(one.text())))
                        .toList(),
                Math.max(0, kit.leftOut().size() - SHOWN),
                kit.named());
        return new ModelAndView("espace/essaimer", Map.of("shell", desk.shell(request, "reglages"), "page", page));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(
                                0, text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length()))))
                        + "…";
    }

    @PostMapping(ADDRESS)
    void take(HttpServletResponse response) throws IOException {
        IdentityExport.Kit kit = identity.kit();
        String name = "kit-" + Slug.of(siteName.get(), "portail", free -> true) + ".zip";
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        IdentityExport.write(kit, response.getOutputStream());
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return desk.administers() ? Optional.of(new SettingsPage.Link("essaimer", ADDRESS, 0)) : Optional.empty();
    }
}
