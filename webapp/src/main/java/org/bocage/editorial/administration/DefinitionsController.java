package org.bocage.editorial.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.files.Problem;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.administration.DefinitionsPage.Used;
import org.bocage.editorial.pages.EditorPages;
import org.bocage.editorial.pages.TemplateUses;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.view.Moment;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** « Définitions »: what the light modules bring, where it is used, and what is wrong in them. */
@ScreenController
@OpenTo(People.REVIEWERS)
class DefinitionsController {

    private final Desk desk;
    private final Contents contents;
    private final DefinitionRegistry registry;
    private final TemplateUses uses;
    private final EditorPages words;

    DefinitionsController(
            Desk desk, Contents contents, DefinitionRegistry registry, TemplateUses uses, EditorPages words) {
        this.desk = desk;
        this.contents = contents;
        this.registry = registry;
        this.uses = uses;
        this.words = words;
    }

    @GetMapping("/espace/definitions")
    String show(HttpServletRequest request, Model model) {
        Definitions definitions = desk.definitions();
        Map<String, TemplateUses.Use> used = uses.byTemplate();
        List<DefinitionsPage.Module> modules = definitions.modules().stream()
                .map(module -> new DefinitionsPage.Module(
                        module,
                        definitions.contentTypes().stream()
                                .filter(type -> type.source().module().equals(module))
                                .map(this::used)
                                .toList(),
                        templates(definitions, module, true, used),
                        templates(definitions, module, false, used),
                        definitions.restEndpoints().stream()
                                .filter(endpoint -> endpoint.source().module().equals(module))
                                .map(endpoint -> "/.rest/" + endpoint.path())
                                .sorted()
                                .toList()))
                .toList();
        model.addAttribute("shell", desk.shell(request, "definitions"));
        model.addAttribute(
                "page",
                new DefinitionsPage(
                        definitions.templates().size()
                                + definitions.contentTypes().size()
                                + definitions.apps().size(),
                        Moment.of(registry.readAt(), desk.clock()),
                        modules,
                        definitions.problems().stream()
                                .map(DefinitionsController::row)
                                .toList()));
        return "espace/definitions";
    }

    private Used used(ContentType type) {
        long items = contents.find(
                        ContentQuery.in(type.workspace())
                                .ofType(type.nodeType())
                                .page(0, 0),
                        desk.identity())
                .total();
        return new Used(
                type.name(),
                desk.label(type),
                type.source().file(),
                items,
                desk.type(type.name()).isPresent()
                        ? List.of(new DefinitionsPage.Place(desk.label(type), "/espace/" + type.name()))
                        : List.of());
    }

    private List<Used> templates(
            Definitions definitions, String module, boolean pages, Map<String, TemplateUses.Use> used) {
        return definitions.templates().stream()
                .filter(template -> template.source().module().equals(module) && template.isPage() == pages)
                .sorted(Comparator.comparing(TemplateDefinition::id))
                .map(template -> {
                    TemplateUses.Use use = used.getOrDefault(template.id(), TemplateUses.Use.NONE);
                    return new Used(
                            template.id(),
                            words.text(template.title(), template.name()),
                            template.source().file(),
                            use.times(),
                            use.pages().stream()
                                    .map(page -> new DefinitionsPage.Place(page.title(), WorkAddress.page(page.path())))
                                    .toList());
                })
                .toList();
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
}
