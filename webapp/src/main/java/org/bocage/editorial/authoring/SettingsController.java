package org.bocage.editorial.authoring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.Problem;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.editorial.authoring.view.DefinitionsPage;
import org.bocage.editorial.authoring.view.Moment;
import org.bocage.editorial.authoring.view.SettingsPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Gestures on the whole portal, and what is wrong in the light modules. */
@Controller
class SettingsController {

    private final Desk desk;
    private final ContentIndexes indexes;

    SettingsController(Desk desk, ContentIndexes indexes) {
        this.desk = desk;
        this.indexes = indexes;
    }

    @GetMapping("/espace/reglages")
    String settings(HttpServletRequest request, Model model) {
        requireReviewer();
        int problems = desk.definitions().problems().size();
        model.addAttribute("shell", desk.shell(request, "reglages"));
        model.addAttribute(
                "page",
                new SettingsPage(
                        "/espace/reglages/index",
                        indexes.author().size(),
                        null,
                        false,
                        List.of(),
                        List.of(new SettingsPage.Link("definitions", "/espace/definitions", problems))));
        return "espace/reglages";
    }

    @PostMapping("/espace/reglages/index")
    String rebuild() {
        requireReviewer();
        indexes.author().rebuild();
        indexes.published().rebuild();
        return "redirect:/espace/reglages?fait=index-reconstruit";
    }

    @GetMapping("/espace/definitions")
    String definitions(HttpServletRequest request, Model model) {
        requireReviewer();
        Definitions definitions = desk.definitions();
        model.addAttribute("shell", desk.shell(request, "definitions"));
        model.addAttribute(
                "page",
                new DefinitionsPage(
                        definitions.templates().size()
                                + definitions.contentTypes().size()
                                + definitions.apps().size(),
                        Moment.of(desk.clock().instant(), desk.clock()),
                        definitions.problems().stream()
                                .map(SettingsController::row)
                                .toList()));
        return "espace/definitions";
    }

    private static DefinitionsPage.Row row(Problem problem) {
        String severity = switch (problem.severity()) {
            case SEVERE -> "grave";
            case MAJOR -> "erreur";
            case DEPRECATED, MINOR -> "attention";
        };
        return new DefinitionsPage.Row(
                severity,
                problem.module(),
                problem.file(),
                problem.line() > 0 ? String.valueOf(problem.line()) : problem.location(),
                problem.sentence());
    }

    private void requireReviewer() {
        if (!desk.reviews()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
