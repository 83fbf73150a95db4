package org.bocage.editorial.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.form.values.Submission;
import org.bocage.editorial.items.FieldComments;
import org.bocage.editorial.items.FormFiles;
import org.bocage.editorial.items.FormPages;
import org.bocage.editorial.items.Mentions;
import org.bocage.editorial.pages.EditorPages.Beside;
import org.bocage.editorial.pages.PageGestures.Hand;
import org.bocage.editorial.pages.outline.Mark;
import org.bocage.editorial.pages.outline.Outline;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OneTimeTokens;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.Parameters;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.view.FormPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The editor of a page: its outline beside the page itself, and every gesture on it. */
@ScreenController
@OpenTo(People.ENTITLED)
class PageController {

    /** Parameters that a form posts besides what was typed. */
    private static final Set<String> TECHNICAL =
            Set.of("_csrf", "geste", "noeud", "revision", "jeton", "empreinte", "action", "fini");

    private final Desk desk;
    private final Pages pages;
    private final PageDrawing drawing;
    private final PageGestures gestures;
    private final PageSteps steps;
    private final EditorPages screens;
    private final FormPages formPages;
    private final FormFiles files;
    private final OneTimeTokens tokens;
    private final PageVersions versions;
    private final Mentions mentions;
    private final PageForms saving;
    private final PageZones zones;

    PageController(
            Desk desk,
            Pages pages,
            PageDrawing drawing,
            PageGestures gestures,
            PageSteps steps,
            EditorPages screens,
            FormPages formPages,
            FormFiles files,
            OneTimeTokens tokens,
            PageVersions versions,
            Mentions mentions,
            PageForms saving,
            PageZones zones) {
        this.zones = zones;
        this.saving = saving;
        this.versions = versions;
        this.mentions = mentions;
        this.desk = desk;
        this.pages = pages;
        this.drawing = drawing;
        this.gestures = gestures;
        this.steps = steps;
        this.screens = screens;
        this.formPages = formPages;
        this.files = files;
        this.tokens = tokens;
    }

    /** Parameters by which the address of the editor chooses what is shown beside the page. */
    private record Asked(String fiche, String ajouter, String vers, String choisi, EditorPage.@Nullable Done done) {}

    @GetMapping("/espace/pages/{*path}")
    ModelAndView show(
            @PathVariable String path,
            @RequestParam(defaultValue = "") String fiche,
            @RequestParam(defaultValue = "") String ajouter,
            @RequestParam(defaultValue = "") String vers,
            @RequestParam(defaultValue = "") String choisi,
            @RequestParam(defaultValue = "") String apres,
            @RequestParam(required = false) @Nullable String perdu,
            @RequestParam(required = false) @Nullable String de,
            HttpServletRequest request) {
        EditorPage.Done done = apres.matches("[a-z]{1,20}") ? new EditorPage.Done(apres, perdu, de) : null;
        Asked asked = new Asked(fiche, ajouter, vers, choisi, done);
        Pages.Page page = page(path);
        Outline outline = drawing.outline(path, desk.identity());
        try {
            return screen(request, page, outline, beside(page, outline, asked), HttpStatus.OK);
        } catch (PageRefused e) {
            return refused(request, path, e);
        }
    }

    /** Shows who else has the page open; asked for as long as it is. */
    @GetMapping(path = "/espace/pages/{*path}", params = "presence")
    String others(@PathVariable String path, Model model) {
        model.addAttribute(
                "others", formPages.others("pages/" + page(path).item().id()));
        return "espace/presence";
    }

    private Beside beside(Pages.Page page, Outline outline, Asked asked) {
        EditorPage.Panel panel = null;
        String chosen = asked.choisi();
        if (!asked.fiche().isEmpty()) {
            Mark mark = editable(page, outline, asked.fiche());
            ItemForm form = form(mark);
            FormValues values = saving.stored(hand(page), mark, form);
            panel = fiche(mark, form, values, PageGestures.print(values), Errors.NONE, null, false);
            chosen = mark.key();
        } else if (!asked.ajouter().isEmpty()) {
            panel = screens.choice(outline, asked.ajouter());
            chosen = asked.ajouter();
        } else if (!asked.vers().isEmpty()) {
            panel = zones.destinations(outline, page.path(), asked.vers());
            chosen = asked.vers();
        }
        return new Beside(chosen, panel, null, List.of(), asked.done());
    }

    private static Mark editable(Pages.Page page, Outline outline, String key) {
        Mark mark = outline.find(key).orElseThrow(() -> PageRefused.outdated("plus-la"));
        boolean here = mark.kind() == Mark.Kind.PAGE || PageGestures.isOwn(mark, page.path());
        if (!here) {
            throw PageRefused.unfit("ailleurs", mark.label());
        }
        if (!page.editable()) {
            throw PageRefused.forbidden("pas-maintenant");
        }
        return mark;
    }

    private ItemForm form(Mark mark) {
        return screens.form(mark).orElseThrow(() -> PageRefused.unfit("sans-formulaire", screens.heading(mark)));
    }

    private EditorPage.Form fiche(
            Mark mark,
            ItemForm form,
            FormValues values,
            String seen,
            Errors errors,
            FormPage.@Nullable Conflict conflict,
            boolean saved) {
        return new EditorPage.Form(
                mark.key(),
                screens.heading(mark),
                seen,
                FormPages.keepKey(desk, "pages", mark.key()),
                form.view(values, errors),
                errors.problems(),
                conflict,
                saved);
    }

    @PostMapping("/espace/pages/{*path}")
    ModelAndView act(
            @PathVariable String path, @RequestParam(defaultValue = "") String geste, HttpServletRequest request)
            throws IOException {
        Pages.Page page = page(path);
        Hand hand = new Hand(path, desk.identity(), desk.actor(), revision(request));
        try {
            if (geste.equals("fiche")) {
                return save(page, hand, request);
            }
            String token = Parameters.parameter(request, "jeton");
            synchronized (tokens.turn(token)) {
                Optional<String> before = tokens.answer(token);
                if (before.isPresent()) {
                    return redirect(before.get());
                }
                String next =
                        PageSteps.isStep(geste) ? step(page, hand, geste, request) : gesture(hand, geste, request);
                tokens.used(token, next);
                return redirect(next);
            }
        } catch (PageSteps.Withheld e) {
            return screen(request, page(path), drawing.outline(path, desk.identity()), e.beside(), e.status());
        } catch (PageRefused e) {
            boolean typed = geste.equals("fiche")
                    || !Parameters.parameter(request, "commentaire").isBlank();
            return typed ? kept(request, path, e) : refused(request, path, e);
        }
    }

    /** Shows the texts that were typed and cannot be saved, to be copied. */
    private ModelAndView kept(HttpServletRequest request, String path, PageRefused e) {
        List<EditorPage.Typed> texts = new ArrayList<>();
        Submission.of(request.getParameterMap()).parameters().forEach((name, typed) -> {
            String text = String.join("\n", typed).strip();
            if (!TECHNICAL.contains(name) && !name.startsWith("_") && !name.startsWith("conflit.") && !text.isEmpty()) {
                texts.add(new EditorPage.Typed(name, text));
            }
        });
        Pages.Page page = page(path);
        Beside beside = new Beside("", new EditorPage.Lost(texts), screens.told(e, page), List.of(), null);
        return screen(request, page, drawing.outline(path, desk.identity()), beside, e.status());
    }

    /** Does a gesture; the answer is where to go on. */
    private String gesture(Hand hand, String geste, HttpServletRequest request) {
        String key = Parameters.parameter(request, "noeud");
        String address = WorkAddress.page(hand.path());
        return switch (geste) {
            case "ajouter" -> added(hand, key, Parameters.parameter(request, "composant"));
            case "deplacer" ->
                chosen(
                        address,
                        gestures.move(
                                hand,
                                key,
                                Parameters.parameter(request, "zone"),
                                Parameters.parameter(request, "avant")),
                        "deplace");
            case "monter", "descendre" -> chosen(address, gestures.step(hand, key, geste.equals("monter")), "deplace");
            case "dupliquer" -> chosen(address, gestures.duplicate(hand, key), "duplique");
            case "prendre" -> address + "?choisi=" + EditorPages.query(gestures.take(hand, key)) + "&apres=pris";
            case "coller" -> chosen(address, gestures.paste(hand, key), "colle");
            case "supprimer" -> {
                long before = gestures.delete(hand, key).revision() - 1;
                yield address + "?apres=supprime&perdu=" + EditorPages.query(key) + "&de=" + before;
            }
            case "revenir" -> {
                versions.restore(hand, number(request, "de"));
                yield address + "?apres=revenu";
            }
            case "commenter" -> {
                remark(hand, Parameters.parameter(request, "texte"));
                yield address + "?apres=commente";
            }
            case "retablir" -> chosen(address, gestures.putBack(hand, key, number(request, "de")), "retabli");
            case "creer-zone", "retirer-zone" ->
                chosen(address, gestures.choose(hand, key, geste.equals("creer-zone")), "zone");
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    private void remark(Hand hand, String text) {
        if (text.length() > FieldComments.LONGEST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Set<String> named = mentions.in(
                text, who -> pages.find(hand.path(), who, hand.actor()).isPresent());
        pages.comment(hand.path(), hand.actor(), text, named);
    }

    /** Adds a component and returns the next address: its form, when it has one. */
    private String added(Hand hand, String area, String template) {
        String added = gestures.add(hand, area, template).answer();
        boolean hasForm = drawing.outline(hand.path(), hand.who())
                .find(added)
                .flatMap(screens::form)
                .isPresent();
        return WorkAddress.page(hand.path())
                + (hasForm ? "?fiche=" : "?choisi=")
                + EditorPages.query(added)
                + "&apres=ajoute";
    }

    private static String chosen(String address, Pages.Changed<String> changed, String after) {
        return address + "?choisi=" + EditorPages.query(changed.answer()) + "&apres=" + after;
    }

    private String step(Pages.Page page, Hand hand, String step, HttpServletRequest request) {
        boolean confirmed = Parameters.parameter(request, "confirme").equals("oui");
        return steps.take(page, hand, step, Parameters.parameter(request, "commentaire"), confirmed);
    }

    /** Saves the form of the page, an area or a component, or does a gesture on one of its fields. */
    private ModelAndView save(Pages.Page page, Hand hand, HttpServletRequest request) throws IOException {
        Outline outline = drawing.outline(hand.path(), hand.who());
        Mark mark = editable(page, outline, Parameters.parameter(request, "noeud"));
        ItemForm form = form(mark);
        String seen = Parameters.parameter(request, "empreinte");
        FormValues values = form.bind(Submission.of(request.getParameterMap()));
        values = form.settle(request.getParameterMap(), values, () -> Optional.of(saving.stored(hand, mark, form)));
        List<FormPage.Problem> problems = new ArrayList<>();
        values = files.take(form.extension(), request, values, problems);
        String action = Parameters.parameter(request, "action");
        if (action.contains(":")) {
            FormValues changed = form.apply(action, values);
            return filled(
                    request, page, fiche(mark, form, changed, seen, new Errors(problems), null, false), HttpStatus.OK);
        }
        problems.addAll(form.check(values, false).problems());
        if (!problems.isEmpty()) {
            return filled(
                    request,
                    page,
                    fiche(mark, form, values, seen, new Errors(problems), null, false),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        PageForms.Outcome outcome = saving.save(new PageForms.Written(page, hand, mark, form, values), seen);
        if (outcome.saved()
                && outcome.conflict() == null
                && !Parameters.parameter(request, "fini").isEmpty()) {
            return redirect(WorkAddress.page(hand.path()) + "?choisi=" + EditorPages.query(mark.key()));
        }
        return filled(
                request,
                outcome.saved() ? page(hand.path()) : page,
                fiche(
                        mark,
                        form,
                        outcome.values(),
                        PageGestures.print(outcome.stored()),
                        outcome.errors(),
                        outcome.conflict(),
                        outcome.saved()),
                outcome.saved() ? HttpStatus.OK : HttpStatus.CONFLICT);
    }

    private ModelAndView filled(HttpServletRequest request, Pages.Page page, EditorPage.Form form, HttpStatus status) {
        Outline outline = drawing.outline(page.path(), desk.identity());
        return screen(request, page, outline, new Beside(form.key(), form, null, List.of(), null), status);
    }

    private ModelAndView refused(HttpServletRequest request, String path, PageRefused e) {
        Optional<Pages.Page> page = pages.find(path, desk.identity(), desk.actor());
        if (page.isEmpty()) {
            throw new NotFoundException();
        }
        Beside beside = new Beside("", null, screens.told(e, page.get()), List.of(), null);
        return screen(request, page.get(), drawing.outline(path, desk.identity()), beside, e.status());
    }

    private ModelAndView screen(
            HttpServletRequest request, Pages.Page page, Outline outline, Beside beside, HttpStatus status) {
        return new ModelAndView(
                "espace/editeur",
                Map.of("shell", desk.shell(request, "pages"), "page", screens.page(page, outline, beside)),
                status);
    }

    private Pages.Page page(String path) {
        return pages.find(path, desk.identity(), desk.actor()).orElseThrow(NotFoundException::new);
    }

    private Hand hand(Pages.Page page) {
        return new Hand(page.path(), desk.identity(), desk.actor(), page.item().revision());
    }

    private static ModelAndView redirect(String address) {
        return new ModelAndView("redirect:" + address);
    }

    private static long revision(HttpServletRequest request) {
        return number(request, "revision");
    }

    private static long number(HttpServletRequest request, String name) {
        try {
            return Long.parseLong(Parameters.parameter(request, name));
        } catch (NumberFormatException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "No " + name, e);
        }
    }
}
