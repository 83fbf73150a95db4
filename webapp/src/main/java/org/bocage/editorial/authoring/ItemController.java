package org.bocage.editorial.authoring;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.definition.ContentType;
import org.bocage.cms.repository.ConcurrentEdit;
import org.bocage.editorial.authoring.form.Errors;
import org.bocage.editorial.authoring.form.FormValues;
import org.bocage.editorial.authoring.form.ItemForm;
import org.bocage.editorial.authoring.form.ItemForms;
import org.bocage.editorial.authoring.form.Submission;
import org.bocage.editorial.authoring.view.FormPage;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.RefusedTransition;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.State;
import org.bocage.editorial.workflow.Workflow;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One content being written: shown, saved, proposed. */
@Controller
class ItemController {

    /** Actions that need the whole form, in the order of their buttons. */
    private static final Set<String> COMPLETE = Set.of("proposer", "publier");

    private static final List<String> BUTTONS = List.of("proposer", "publier", "enregistrer", "retirer", "archiver");
    private static final Map<String, String> FLASHES = Map.of(
            "enregistrer", "enregistre",
            "proposer", "propose",
            "publier", "publie",
            "retirer", "retire",
            "archiver", "archive");

    private final Desk desk;
    private final Contents contents;
    private final ItemForms forms;
    private final Review review;
    private final Workflow workflow;
    private final FormFiles files;
    private final OneTimeTokens tokens;
    private final MessageSource messages;
    private final FormPages pages;

    ItemController(
            Desk desk,
            Contents contents,
            ItemForms forms,
            Review review,
            Workflow workflow,
            FormFiles files,
            OneTimeTokens tokens,
            MessageSource messages,
            FormPages pages) {
        this.desk = desk;
        this.contents = contents;
        this.forms = forms;
        this.review = review;
        this.workflow = workflow;
        this.files = files;
        this.tokens = tokens;
        this.messages = messages;
        this.pages = pages;
    }

    @GetMapping("/espace/{type:[a-z]+}/nouveau")
    String fresh(@PathVariable String type, HttpServletRequest request, Model model) {
        ContentType contentType = writable(type);
        ItemForm form = form(contentType);
        model.addAttribute("shell", desk.shell(request, type));
        model.addAttribute("page", pages.fresh(contentType, form, form.fresh(), Errors.NONE, newActions()));
        return "espace/formulaire";
    }

    @PostMapping("/espace/{type:[a-z]+}/nouveau")
    ModelAndView add(@PathVariable String type, HttpServletRequest request) throws IOException {
        synchronized (tokens.turn(parameter(request, "jeton"))) {
            return addOnce(type, request);
        }
    }

    private ModelAndView addOnce(String type, HttpServletRequest request) throws IOException {
        ContentType contentType = writable(type);
        Optional<String> before = tokens.answer(parameter(request, "jeton"));
        if (before.isPresent()) {
            return redirect(before.get());
        }
        ItemForm form = form(contentType);
        Typed typed = typed(contentType, form, request);
        if (!typed.isToSave()) {
            return new ModelAndView(
                    "espace/formulaire",
                    Map.of(
                            "shell",
                            desk.shell(request, type),
                            "page",
                            pages.fresh(contentType, form, typed.values(), typed.errors(), newActions())),
                    typed.status());
        }
        if (!newActions().contains(typed.action())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Contents.Moved moved = contents.add(
                contentType,
                typed.values().text("name"),
                typed.action(),
                desk.actor(),
                desk.clock().instant(),
                node -> form.write(typed.values(), node));
        return done(request, type, typed.action(), moved, FormPages.keepKey(desk, type, "nouveau"));
    }

    @GetMapping("/espace/{type:[a-z]+}/{id:[0-9a-f-]{36}}")
    String edit(@PathVariable String type, @PathVariable String id, HttpServletRequest request, Model model) {
        ContentType contentType = desk.type(type).orElseThrow(ListController::notFound);
        ItemForm form = form(contentType);
        Stored stored = stored(contentType, id, form);
        model.addAttribute("shell", desk.shell(request, type));
        model.addAttribute(
                "page",
                pages.stored(
                        contentType,
                        form,
                        stored.item(),
                        stored.values(),
                        Errors.NONE,
                        stored.actions(),
                        null,
                        stored.published(),
                        stored.preview()));
        return "espace/formulaire";
    }

    @PostMapping("/espace/{type:[a-z]+}/{id:[0-9a-f-]{36}}")
    ModelAndView save(@PathVariable String type, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        synchronized (tokens.turn(parameter(request, "jeton"))) {
            return saveOnce(type, id, request);
        }
    }

    private ModelAndView saveOnce(String type, String id, HttpServletRequest request) throws IOException {
        ContentType contentType = desk.type(type).orElseThrow(ListController::notFound);
        ItemForm form = form(contentType);
        Stored stored = stored(contentType, id, form);
        Optional<String> before = tokens.answer(parameter(request, "jeton"));
        if (before.isPresent()) {
            return redirect(before.get());
        }
        Typed typed = typed(contentType, form, request);
        if (!typed.isToSave()) {
            return shown(request, contentType, form, stored, typed, null, typed.status());
        }
        if (!stored.actions().contains(typed.action()) || !mayWrite(id)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        try {
            Contents.Moved moved = contents.move(
                    contentType,
                    id,
                    typed.action(),
                    desk.actor(),
                    revision(request),
                    "",
                    node -> form.write(typed.values(), node));
            return done(request, type, typed.action(), moved, FormPages.keepKey(desk, type, id));
        } catch (ConcurrentEdit e) {
            Stored theirs = stored(contentType, id, form);
            return shown(
                    request,
                    contentType,
                    form,
                    theirs,
                    typed,
                    pages.conflict(theirs.item(), form.differences(typed.values(), theirs.values())),
                    HttpStatus.CONFLICT);
        } catch (RefusedTransition e) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, e.getMessage(), e);
        }
    }

    /** What the store has of an item, and what this person may do with it. */
    private record Stored(
            Item item,
            FormValues values,
            List<String> actions,
            @Nullable String published,
            @Nullable String preview) {}

    private Stored stored(ContentType type, String id, ItemForm form) {
        Actor actor = desk.actor();
        return contents.read(type, id, desk.identity(), node -> {
                    Set<String> allowed = review.actions(node, actor);
                    return new Stored(
                            Item.of(node),
                            form.read(node),
                            BUTTONS.stream().filter(allowed::contains).toList(),
                            Review.isOnline(node) ? PublicAddress.of(type, node).orElse(null) : null,
                            PublicAddress.preview(type, node, desk.clock().instant())
                                    .orElse(null));
                })
                .orElseThrow(ListController::notFound);
    }

    private ModelAndView shown(
            HttpServletRequest request,
            ContentType type,
            ItemForm form,
            Stored stored,
            Typed typed,
            FormPage.@Nullable Conflict conflict,
            HttpStatus status) {
        return new ModelAndView(
                "espace/formulaire",
                Map.of(
                        "shell",
                        desk.shell(request, type.name()),
                        "page",
                        pages.stored(
                                type,
                                form,
                                stored.item(),
                                typed.values(),
                                typed.errors(),
                                stored.actions(),
                                conflict,
                                stored.published(),
                                stored.preview())),
                status);
    }

    /** A form as it was sent: its values, what is wrong with them, the button. */
    private record Typed(FormValues values, Errors errors, String action, boolean gesture) {

        boolean isToSave() {
            return !gesture && errors.isEmpty();
        }

        HttpStatus status() {
            return gesture ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        }
    }

    private Typed typed(ContentType type, ItemForm form, HttpServletRequest request) throws IOException {
        FormValues values = named(form, form.bind(Submission.of(request.getParameterMap())));
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            if (parameter.getKey().startsWith("conflit.")
                    && parameter.getValue().length > 0
                    && parameter.getValue()[0].equals("theirs")) {
                values = takeTheirs(
                        type, form, request, values, parameter.getKey().substring("conflit.".length()));
            }
        }
        List<FormPage.Problem> problems = new ArrayList<>();
        values = files.take(type.extension(), request, values, problems);
        String action = parameter(request, "action");
        if (action.contains(":")) {
            return new Typed(form.apply(action, values), new Errors(problems), action, true);
        }
        problems.addAll(form.check(values, COMPLETE.contains(action)).problems());
        checkReserved(type, values, problems);
        return new Typed(values, new Errors(problems), action.isEmpty() ? "enregistrer" : action, false);
    }

    /** The address of a page is made from its title when nobody chose one. */
    private static FormValues named(ItemForm form, FormValues values) {
        String title = values.text("titre");
        return title.isBlank() || !values.text("name").isBlank() ? values : values.with("name", form.slug(title));
    }

    private FormValues takeTheirs(
            ContentType type, ItemForm form, HttpServletRequest request, FormValues values, String field) {
        String path = request.getRequestURI();
        String id = path.substring(path.lastIndexOf('/') + 1);
        return contents.read(type, id, desk.identity(), form::read)
                .map(theirs -> values.taking(field, theirs))
                .orElse(values);
    }

    private void checkReserved(ContentType type, FormValues values, List<FormPage.Problem> problems) {
        Actor actor = desk.actor();
        for (ContentType.Property property : type.properties()) {
            String value = values.text(property.name());
            if (!value.isEmpty() && !workflow.mayChoose(actor, type.name(), property.name(), value)) {
                String label = desk.words(type.name() + ".detail." + property.name() + ".label", property.name());
                problems.add(new FormPage.Problem(
                        property.name(),
                        label,
                        messages.getMessage("authoring.reserved", new Object[] {label}, Locale.FRENCH)));
            }
        }
    }

    private ModelAndView done(
            HttpServletRequest request, String type, String action, Contents.Moved moved, String keepKey) {
        String flash = moved.state() == State.PROGRAMME ? "programme" : FLASHES.getOrDefault(action, "enregistre");
        String place = action.equals("enregistrer") ? "/espace/" + type + "/" + moved.id() : "/espace/" + type;
        String address = place + "?fait=" + flash + "&garde=" + keepKey;
        tokens.used(parameter(request, "jeton"), place + "?fait=deja-envoye");
        return redirect(address);
    }

    private static ModelAndView redirect(String address) {
        return new ModelAndView("redirect:" + address);
    }

    private boolean mayWrite(String id) {
        return contents.mayWrite(id, desk.identity());
    }

    private List<String> newActions() {
        Set<String> allowed = review.actionsOnNew(desk.actor());
        return BUTTONS.stream().filter(allowed::contains).toList();
    }

    private ContentType writable(String type) {
        ContentType contentType = desk.type(type).orElseThrow(ListController::notFound);
        if (!contents.mayAdd(contentType, desk.identity())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return contentType;
    }

    private ItemForm form(ContentType type) {
        return forms.of(desk.definitions(), type.name(), desk.identity()).orElseThrow(ListController::notFound);
    }

    private static long revision(HttpServletRequest request) {
        try {
            return Long.parseLong(parameter(request, "revision"));
        } catch (NumberFormatException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "No revision", e);
        }
    }

    static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
