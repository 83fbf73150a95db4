package org.bocage.editorial.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.editorial.pages.outline.Outline;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.PreviewAnswer;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.security.SignedInReader;
import org.bocage.editorial.security.signin.Screens;
import org.bocage.editorial.view.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/** A page as somebody else will see it, each audience or whoever was given a link; what it changes, and what it was. */
@ScreenController
class PreviewController {

    private static final Map<String, Set<Audience>> READERS = Map.of(
            Audience.PUBLIC.id(), Set.of(),
            Audience.MEMBERS.id(), Set.of(Audience.MEMBERS),
            Audience.BOARD.id(), Set.of(Audience.MEMBERS, Audience.BOARD));

    private final Desk desk;
    private final Pages pages;
    private final PageDrawing drawing;
    private final EditorPages screens;
    private final PageZones zones;
    private final PagePreview preview;
    private final ShareLinks links;
    private final SignedInReader readers;
    private final PageChanges changes;
    private final PageVersions versions;
    private final Screens outside;

    PreviewController(
            Desk desk,
            Pages pages,
            PageDrawing drawing,
            EditorPages screens,
            PageZones zones,
            PagePreview preview,
            ShareLinks links,
            SignedInReader readers,
            PageChanges changes,
            PageVersions versions,
            Screens outside) {
        this.outside = outside;
        this.versions = versions;
        this.changes = changes;
        this.desk = desk;
        this.pages = pages;
        this.drawing = drawing;
        this.screens = screens;
        this.zones = zones;
        this.preview = preview;
        this.links = links;
        this.readers = readers;
    }

    /** A page that cannot be drawn, with the reason, for who writes it. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
    ModelAndView undrawn(RenderFailure failure, HttpServletRequest request) {
        PagePlan plan = new PagePlan(
                screens.say("authoring.page.sans-dessin"), String.valueOf(failure.getMessage()), List.of());
        return new ModelAndView("espace/dessin", Map.of("shell", desk.shell(request, "pages"), "page", plan));
    }

    @GetMapping(path = "/espace/pages/{*path}", params = "comme")
    @OpenTo(People.ENTITLED)
    ResponseEntity<String> as(
            @PathVariable String path,
            @RequestParam String comme,
            @RequestParam(required = false) @Nullable Long etait,
            HttpServletRequest request) {
        Pages.Page page = page(path);
        Set<Audience> audiences = READERS.get(comme);
        if (audiences == null) {
            throw new NotFoundException();
        }
        Identity reader = readers.visitor(audiences);
        return answer(
                preview.html(page.item().id(), etait, reader, request, request.getContextPath() + "/author"), request);
    }

    /** The plan of a page that no script of the modules draws, in the place of its picture. */
    @GetMapping(path = "/espace/pages/{*path}", params = "dessin")
    @OpenTo(People.ENTITLED)
    ModelAndView plan(@PathVariable String path, HttpServletRequest request) {
        Pages.Page page = page(path);
        PagePlan plan = zones.plan(page, drawing.outline(path, desk.identity()));
        return new ModelAndView("espace/dessin", Map.of("shell", desk.shell(request, "pages"), "page", plan));
    }

    @GetMapping(path = "/espace/pages/{*path}", params = "partager")
    @OpenTo(People.ENTITLED)
    ModelAndView share(@PathVariable String path, HttpServletRequest request) {
        Pages.Page page = page(path);
        ShareLinks.Shared shared = links.share(page.item().id(), desk.clock().instant());
        String url = request.getRequestURL().toString();
        String base = url.substring(0, url.length() - request.getRequestURI().length()) + request.getContextPath();
        EditorPage.Share share =
                new EditorPage.Share(base + "/apercu/" + shared.token(), Moment.of(shared.until(), desk.clock()));
        return beside(page, drawing.outline(path, desk.identity()), share, request);
    }

    /** Shows the changes from the version on line, which whoever reviews the page reads first. */
    @GetMapping(path = "/espace/pages/{*path}", params = "changements")
    @OpenTo(People.ENTITLED)
    ModelAndView compare(@PathVariable String path, HttpServletRequest request) {
        Pages.Page page = page(path);
        Outline outline = drawing.outline(path, desk.identity());
        return beside(page, outline, changes.of(page, outline), request);
    }

    /** Shows the versions of the page. */
    @GetMapping(path = "/espace/pages/{*path}", params = "versions")
    @OpenTo(People.ENTITLED)
    ModelAndView versions(@PathVariable String path, HttpServletRequest request) {
        Pages.Page page = page(path);
        return beside(page, drawing.outline(path, desk.identity()), versions.of(page), request);
    }

    /** One of them: what changed since, and the page as it was. */
    @GetMapping(path = "/espace/pages/{*path}", params = "version")
    @OpenTo(People.ENTITLED)
    ModelAndView version(@PathVariable String path, @RequestParam long version, HttpServletRequest request) {
        Pages.Page page = page(path);
        Outline outline = drawing.outline(path, desk.identity());
        EditorPage.Earlier earlier = versions.one(page, outline, version).orElseThrow(NotFoundException::new);
        return beside(page, outline, earlier, request);
    }

    private ModelAndView beside(Pages.Page page, Outline outline, EditorPage.Panel panel, HttpServletRequest request) {
        EditorPage screen = screens.page(page, outline, panel);
        return new ModelAndView("espace/editeur", Map.of("shell", desk.shell(request, "pages"), "page", screen));
    }

    /** Nobody sees the page any more by an address that was given. */
    @PostMapping(path = "/espace/pages/{*path}", params = "geste=ne-plus-montrer")
    @OpenTo(People.ENTITLED)
    String end(@PathVariable String path) {
        links.end(page(path).item().id(), desk.clock().instant());
        return "redirect:" + WorkAddress.page(path) + "?apres=cache";
    }

    @GetMapping("/apercu/{jeton}")
    @Nullable
    ResponseEntity<String> shared(@PathVariable String jeton, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<String> html = links.page(jeton, desk.clock().instant()).flatMap(page -> shared(page, jeton, request));
        if (html.isEmpty()) {
            response.setHeader(Screens.REFERRER_POLICY, Screens.NO_REFERRER);
            outside.draw(request, response, HttpServletResponse.SC_NOT_FOUND, "apercu-perdu", Map.of());
            return null;
        }
        return answer(html, request);
    }

    /** Why a page cannot be drawn is for who writes it alone. */
    private Optional<String> shared(String page, String token, HttpServletRequest request) {
        try {
            return preview.html(page, null, visitor(), request, request.getContextPath() + "/apercu/" + token);
        } catch (RenderFailure e) {
            return Optional.empty();
        }
    }

    /** A picture of a shared page that is not on line yet. */
    @GetMapping("/apercu/{jeton}/{*address}")
    void picture(
            @PathVariable String jeton,
            @PathVariable String address,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        String raw = request.getRequestURI();
        String asked = raw.substring(raw.indexOf("/apercu/" + jeton) + "/apercu/".length() + jeton.length());
        if (address.contains("..") || !preview.shows(shown(jeton), visitor(), asked)) {
            throw new NotFoundException();
        }
        request.setAttribute(SignedInReader.ON_BEHALF, Identity.SYSTEM);
        request.getRequestDispatcher("/author" + asked).forward(request, response);
    }

    private String shown(String token) {
        return links.page(token, desk.clock().instant()).orElseThrow(NotFoundException::new);
    }

    private Identity visitor() {
        return readers.visitor(Set.of());
    }

    private static ResponseEntity<String> answer(Optional<String> page, HttpServletRequest request) {
        return page.map(html -> PreviewAnswer.of(html, request))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).build());
    }

    private Pages.Page page(String path) {
        return pages.find(path, desk.identity(), desk.actor()).orElseThrow(NotFoundException::new);
    }
}
