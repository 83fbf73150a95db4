package org.bocage.portal.setup;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.WorkAddress;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pages that still hold starting texts: where to rewrite them, and a word to keep them as they are. */
@ScreenController
@OpenTo(People.ADMINISTRATORS)
class StartingTextsController {

    static final String ADDRESS = "/espace/installer/textes";

    private final Desk desk;
    private final StartingPages texts;

    StartingTextsController(Desk desk, StartingPages texts) {
        this.desk = desk;
        this.texts = texts;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        List<StartingTextsPage.Row> rows = texts.pages().stream()
                .map(page -> new StartingTextsPage.Row(
                        page.path(), page.title(), page.nodes().size(), WorkAddress.page(page.path())))
                .toList();
        return new ModelAndView(
                "espace/textes-depart",
                Map.of("shell", desk.shell(request, "semaine"), "page", new StartingTextsPage(ADDRESS, rows)));
    }

    /** Takes the starting texts of a page as good as they are. */
    @PostMapping(ADDRESS)
    String accept(@RequestParam(defaultValue = "") String page) {
        if (texts.pages().stream().noneMatch(one -> one.path().equals(page))) {
            throw new NotFoundException();
        }
        texts.accept(page);
        return "redirect:" + ADDRESS + "?fait=texte-garde";
    }
}
