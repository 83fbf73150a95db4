package org.bocage.editorial.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.form.Slug;
import org.bocage.editorial.publishing.Publisher;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.Item;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.view.FormField;
import org.bocage.editorial.workflow.Review;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The tree of pages: one finds a page, makes one, puts them in order. */
@ScreenController
@OpenTo(People.PAGE_READERS)
class PageTreeController {

    private static final int LONGEST_TITLE = 120;

    private final Desk desk;
    private final Pages pages;
    private final PageTree tree;
    private final EditorPages words;

    PageTreeController(Desk desk, Pages pages, PageTree tree, EditorPages words) {
        this.desk = desk;
        this.pages = pages;
        this.tree = tree;
        this.words = words;
    }

    @GetMapping("/espace/pages")
    ModelAndView show(
            @RequestParam(required = false) @Nullable String nouvelle,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "") String choisi,
            HttpServletRequest request) {
        PagesPage.PlaceForm form = null;
        if (nouvelle != null) {
            form = fresh(nouvelle.isEmpty() ? "/" : nouvelle, "", "", "");
        } else if (place != null) {
            form = placeOf(place);
        }
        return screen(request, choisi, null, form, HttpStatus.OK);
    }

    @PostMapping("/espace/pages")
    @OpenTo(People.ENTITLED)
    ModelAndView act(
            @RequestParam String geste,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "/") String sous,
            @RequestParam(defaultValue = "") String titre,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String gabarit,
            @RequestParam(defaultValue = "-1") long revision,
            HttpServletRequest request) {
        try {
            return new ModelAndView("redirect:"
                    + switch (geste) {
                        case "creer" ->
                            WorkAddress.page(tree.create(sous, gabarit, title(titre), name(nom, titre)))
                                    + "?apres=cree";
                        case "placer" -> chosen(tree.relocate(page, sous, nom, revision)) + "&fait=enregistre";
                        case "monter", "descendre" -> stepped(page, geste.equals("monter"));
                        case "supprimer" -> removed(page, revision);
                        default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                    });
        } catch (PageRefused e) {
            PagesPage.PlaceForm form = switch (geste) {
                case "creer" -> fresh(sous, titre, nom, gabarit);
                case "placer" -> placeOf(page).typed(nom, sous);
                default -> null;
            };
            return screen(request, page, words.say(e.key(), e.arguments()), form, e.status());
        }
    }

    private String stepped(String page, boolean up) {
        tree.step(page, up);
        return chosen(page);
    }

    private String removed(String page, long revision) {
        tree.remove(page, revision);
        return "/espace/pages?fait=page-supprimee";
    }

    private static String chosen(String path) {
        return "/espace/pages?choisi=" + EditorPages.query(path);
    }

    private static String title(String typed) {
        String title = typed.strip();
        if (title.isEmpty() || title.codePointCount(0, title.length()) > LONGEST_TITLE) {
            throw PageRefused.unfit("titre", LONGEST_TITLE);
        }
        return title;
    }

    private static String name(String typed, String title) {
        return typed.isBlank() ? Slug.of(title, "page", name -> true) : typed.strip();
    }

    private ModelAndView screen(
            HttpServletRequest request,
            String chosen,
            @Nullable String problem,
            PagesPage.@Nullable PlaceForm form,
            HttpStatus status) {
        boolean may = pages.mayWrite("/", desk.identity());
        List<PagesPage.Row> rows =
                pages.read(desk.identity(), session -> rows(Workspace.WEBSITE.root(session), chosen, may));
        PagesPage page = new PagesPage(rows, may ? "/espace/pages?nouvelle=" : null, chosen, problem, form);
        return new ModelAndView("espace/pages", Map.of("shell", desk.shell(request, "pages"), "page", page), status);
    }

    private List<PagesPage.Row> rows(Node parent, String chosen, boolean may) throws RepositoryException {
        List<PagesPage.Row> rows = new ArrayList<>();
        List<Node> nodes = Pages.below(parent);
        for (int at = 0; at < nodes.size(); at++) {
            Node node = nodes.get(at);
            Item item = Item.of(node);
            boolean known = ItemState.isStated(node);
            boolean online = known ? item.online() : Publisher.isOnline(node);
            State state = known ? item.state() : online ? State.PUBLIE : State.BROUILLON;
            boolean here = may && (desk.reviews() || (!online && state != State.PROPOSE));
            String path = item.path();
            List<PagesPage.Row> below = rows(node, chosen, may);
            if (below.isEmpty() && !desk.reviews() && tree.isTechnical(node)) {
                continue;
            }
            rows.add(new PagesPage.Row(
                    path,
                    EditorPages.id(path),
                    item.title(),
                    state.key(),
                    item.online(),
                    WorkAddress.page(path),
                    String.valueOf(item.revision()),
                    chosen.startsWith(path + "/"),
                    here,
                    here && at > 0,
                    here && at < nodes.size() - 1,
                    "/espace/pages?nouvelle=" + EditorPages.query(path),
                    "/espace/pages?place=" + EditorPages.query(path),
                    below));
        }
        return rows;
    }

    private PagesPage.PlaceForm fresh(String parent, String title, String name, String template) {
        List<TemplateDefinition> offered = tree.templates();
        long simple = offered.stream().filter(PageTree::isCommon).count();
        int common = simple == 0 ? offered.size() : (int) simple;
        List<FormField.Option> templates = offered.stream()
                .map(one -> new FormField.Option(
                        one.id(),
                        words.text(one.title(), one.name()),
                        words.text(one.description(), ""),
                        one.id().equals(template.isEmpty() ? offered.get(0).id() : template)))
                .toList();
        return new PagesPage.PlaceForm("", title, name, "", templates, common, parents(parent, ""), false);
    }

    private PagesPage.PlaceForm placeOf(String path) {
        Pages.Page page = pages.find(path, desk.identity(), desk.actor()).orElseThrow(NotFoundException::new);
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean removable = pages.read(desk.identity(), session -> {
            Node node = Pages.page(session, path);
            return !Publisher.isOnline(node) && Pages.below(node).isEmpty();
        });
        return new PagesPage.PlaceForm(
                path,
                page.item().title(),
                name,
                String.valueOf(page.item().revision()),
                List.of(),
                0,
                parents(PageTree.parent(path), path),
                removable);
    }

    /** The pages that may lie above another one: all but itself and those below it. */
    private List<FormField.Option> parents(String chosen, String page) {
        return pages.read(desk.identity(), session -> {
            List<FormField.Option> options = new ArrayList<>();
            options.add(new FormField.Option("/", words.say("authoring.page.racine"), null, chosen.equals("/")));
            addParents(Workspace.WEBSITE.root(session), "", chosen, page, options);
            return options;
        });
    }

    private static void addParents(
            Node above, String indent, String chosen, String page, List<FormField.Option> options)
            throws RepositoryException {
        for (Node node : Pages.below(above)) {
            String path = Workspace.path(node);
            if (!path.equals(page)) {
                options.add(new FormField.Option(path, indent + Review.title(node), null, path.equals(chosen)));
                addParents(node, indent + "\u2003", chosen, page, options);
            }
        }
    }
}
