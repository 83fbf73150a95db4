package org.bocage.portal.setup;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.SetupSteps;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Shell;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The last step of the set-up: which rubriques and which texts the portal starts with, and the opening. */
@ScreenController
@OpenTo(People.ADMINISTRATORS)
class OpeningController implements SetupSteps {

    static final String ADDRESS = "/espace/installer";

    private final Desk desk;
    private final Setup setup;
    private final SiteMenu menu;
    private final Opening opening;

    OpeningController(Desk desk, Setup setup, SiteMenu menu, Opening opening) {
        this.desk = desk;
        this.setup = setup;
        this.menu = menu;
        this.opening = opening;
    }

    @Override
    public List<SetupStep> setupSteps() {
        return List.of(new SetupStep("ouvrir", ADDRESS, 60, false));
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        Set<String> all =
                Set.copyOf(menu.entries().stream().map(SiteMenu.Entry::page).toList());
        return page(request, Opening.Start.TEXTES.key(), all, List.of(), HttpStatus.OK);
    }

    @PostMapping(ADDRESS)
    ModelAndView open(
            @RequestParam(defaultValue = "") String contenu,
            @RequestParam(defaultValue = "") List<String> rubrique,
            HttpServletRequest request) {
        Set<String> wanted = Set.copyOf(rubrique);
        if (!setup.isUnderWay()) {
            return page(request, contenu, wanted, List.of(), HttpStatus.CONFLICT);
        }
        Optional<Opening.Start> start = Opening.Start.of(contenu);
        List<FormPage.Problem> problems = Stream.of(
                        start.isEmpty() ? problem("contenu") : null,
                        menu.entries().stream().noneMatch(one -> wanted.contains(one.page()))
                                ? problem("rubrique")
                                : null)
                .filter(Objects::nonNull)
                .toList();
        if (!problems.isEmpty()) {
            return page(request, contenu, wanted, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        opening.open(start.get(), wanted);
        return new ModelAndView("redirect:/espace?fait=installe");
    }

    private FormPage.Problem problem(String field) {
        String words = "authoring.setup.problem." + field;
        return new FormPage.Problem(field, desk.sentence(words + ".label"), desk.sentence(words));
    }

    private ModelAndView page(
            HttpServletRequest request,
            String start,
            Set<String> wanted,
            List<FormPage.Problem> problems,
            HttpStatus status) {
        boolean isOpen = !setup.isUnderWay();
        OpeningPage page = new OpeningPage(
                ADDRESS,
                isOpen,
                isOpen
                        ? List.of()
                        : setup.steps().stream()
                                .filter(step ->
                                        !step.isDone() && !step.address().equals(ADDRESS))
                                .map(step -> new Shell.GuideStep(
                                        desk.sentence("authoring.setup." + step.key()), step.address(), false, false))
                                .toList(),
                menu.entries().stream()
                        .map(one -> new OpeningPage.Rubrique(one.page(), one.title(), wanted.contains(one.page())))
                        .toList(),
                Stream.of(Opening.Start.values())
                        .map(one -> new OpeningPage.Choice(one.key(), one.key().equals(start)))
                        .toList(),
                problems);
        return new ModelAndView(
                "espace/ouvrir", Map.of("shell", desk.shell(request, "reglages"), "page", page), status);
    }
}
