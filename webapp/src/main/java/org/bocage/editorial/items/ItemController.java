package org.bocage.editorial.items;

import static org.bocage.editorial.screens.Parameters.parameter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.ItemForms;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.items.FormPages.Coming;
import org.bocage.editorial.items.drafts.AutosavedDrafts;
import org.bocage.editorial.items.drafts.Presence;
import org.bocage.editorial.items.history.ReadableForm;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.Item;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OneTimeTokens;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.PublicAddress;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.screens.extension.FormFilling;
import org.bocage.editorial.screens.extension.ReviewAsides;
import org.bocage.editorial.screens.extension.WriterAsides;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.PastePage;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.RefusedTransition;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.Trash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One content being written: shown, saved, proposed. */
@ScreenController
@OpenTo(People.ENTITLED)
class ItemController {

    private static final List<String> BUTTONS = List.of("proposer", "publier", "enregistrer", "retirer");
    private static final String SAVE = "enregistrer";
    private static final String ENREGISTRE = "enregistre";
    private static final String DEPROGRAMME = "deprogramme";
    private static final String JOINED = "enregistre-a-deux";
    /** Message for who saved while somebody decided. */
    private static final String DECIDED = "enregistre-decide";

    private static final String CORRECTED = "corrige";
    /** Messages shown on the form itself, where one goes on. */
    private static final Set<String> SAVED = Set.of(ENREGISTRE, DEPROGRAMME, JOINED, CORRECTED);
    /** States of what nobody decided upon yet. */
    private static final Set<State> UNDECIDED = Set.of(State.BROUILLON, State.A_REPRENDRE, State.PROPOSE);

    private static final Map<String, String> FLASHES = Map.of(
            "enregistrer", ENREGISTRE,
            "proposer", "propose",
            "publier", "publie",
            "retirer", "retire");

    private final Desk desk;
    private final Contents contents;
    private final ItemForms forms;
    private final Review review;
    private final OneTimeTokens tokens;
    private final FormPages pages;
    private final AutosavedDrafts unsent;
    private final Presence presence;
    private final Trash trash;
    private final SentForms sent;
    private final List<ReviewAsides> reviewAsides;
    private final List<WriterAsides> writerAsides;
    private final FreshForms fresh;
    private final SharedForms shared;
    private final DuplicateCandidates likenesses;
    private final List<FormFilling> fillings;

    ItemController(
            Desk desk,
            Contents contents,
            ItemForms forms,
            Review review,
            OneTimeTokens tokens,
            FormPages pages,
            AutosavedDrafts unsent,
            Presence presence,
            Trash trash,
            SentForms sent,
            List<ReviewAsides> reviewAsides,
            List<WriterAsides> writerAsides,
            FreshForms fresh,
            SharedForms shared,
            DuplicateCandidates likenesses,
            List<FormFilling> fillings) {
        this.fillings = fillings;
        this.likenesses = likenesses;
        this.fresh = fresh;
        this.shared = shared;
        this.reviewAsides = reviewAsides;
        this.writerAsides = writerAsides;
        this.sent = sent;
        this.trash = trash;
        this.unsent = unsent;
        this.presence = presence;
        this.desk = desk;
        this.contents = contents;
        this.forms = forms;
        this.review = review;
        this.tokens = tokens;
        this.pages = pages;
    }

    @GetMapping("/espace/{type:" + ContentType.NAME + "}/nouveau")
    String fresh(
            @PathVariable String type,
            @RequestParam(required = false) @Nullable String reprise,
            @RequestParam(defaultValue = "") String pour,
            @RequestParam(defaultValue = "") String brouillon,
            @RequestParam(defaultValue = "") String partage,
            @RequestParam(defaultValue = "") String lien,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ContentType contentType = writable(type);
        // « Précédent », after it was saved
        Optional<OneTimeTokens.Sent> made =
                tokens.sent(brouillon).filter(one -> !one.item().isEmpty());
        if (made.isPresent()) {
            return "redirect:" + "/espace/" + type + "/" + made.get().item();
        }
        ItemForm form = form(contentType);
        model.addAttribute("shell", desk.shell(request, type));
        String orphan = orphan(request);
        Optional<AutosavedDrafts.Kept> kept = kept(reprise, type, orphan.isEmpty() ? AutosavedDrafts.NEW : orphan);
        Map<String, String> told = told(contentType, lien, request, response, model);
        model.addAttribute(
                "page",
                pages.fresh(
                        contentType,
                        orphan,
                        form,
                        kept.map(typed -> form.bind(typed.submission())).orElseGet(() -> {
                            FormValues begun = fresh.filled(
                                    contentType,
                                    form,
                                    desk.account(),
                                    request.getParameterMap(),
                                    fresh.of(contentType, form, desk.account(), pour));
                            FormValues read = fresh.told(contentType, form, desk.account(), told, begun);
                            return shared.filled(partage, contentType, form, desk.account(), read);
                        }),
                        Errors.NONE,
                        newActions(contentType),
                        kept.isPresent() ? Coming.RESUMED : Coming.OPENED));
        return "espace/formulaire";
    }

    /** Reads the page of somebody else for a new form; the model says what was found there. */
    private Map<String, String> told(
            ContentType type, String address, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<FormFilling> filling =
                fillings.stream().filter(one -> one.isFor(type.name())).findFirst();
        if (filling.isEmpty()) {
            return Map.of();
        }
        String here = request.getContextPath() + "/espace/" + type.name() + "/nouveau";
        if (address.isBlank() || !FormFilling.isAskedHere(request)) {
            model.addAttribute("paste", new PastePage(here, address, "", List.of(), List.of()));
            return Map.of();
        }
        FormFilling.Filled filled =
                filling.get().read(address, type.name(), desk.account().name());
        model.addAttribute("paste", new PastePage(here, address, filled.problem(), filled.read(), filled.missing()));
        response.setStatus(filled.status());
        return filled.told();
    }

    @PostMapping("/espace/{type:" + ContentType.NAME + "}/nouveau")
    ModelAndView add(@PathVariable String type, HttpServletRequest request) throws IOException {
        synchronized (tokens.turn(parameter(request, "jeton"))) {
            try {
                return addOnce(type, request);
            } catch (ResponseStatusException e) {
                sent.keep(type, AutosavedDrafts.NEW, request);
                throw e;
            }
        }
    }

    private ModelAndView addOnce(String type, HttpServletRequest request) throws IOException {
        ContentType contentType = writable(type);
        Optional<OneTimeTokens.Sent> before = tokens.sent(parameter(request, "jeton"));
        if (before.isPresent()) {
            return before.get().holds(request.getParameterMap())
                    ? redirect(before.get().answer())
                    : redirect(sent.goingOn(type, before.get().item(), request));
        }
        ItemForm form = form(contentType);
        SentForms.Typed typed = sent.typed(contentType, form, request, FormValues.EMPTY, FormValues.EMPTY, false);
        if (!typed.isToSave()) {
            return back(request, contentType, form, typed, typed.errors(), typed.status());
        }
        if (!newActions(contentType).contains(typed.action())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        try {
            Contents.Moved moved = contents.add(
                    contentType,
                    typed.values().text("name"),
                    typed.action(),
                    desk.actor(),
                    desk.clock().instant(),
                    node -> form.write(typed.values(), node));
            return done(request, type, flash(typed.action(), moved), moved, FormPages.keepKey(desk, type, "nouveau"));
        } catch (ConcurrentEdit e) {
            return back(request, contentType, form, typed, pages.atOnce(contentType), HttpStatus.CONFLICT);
        }
    }

    /** The form of a new item with all that was typed. */
    private ModelAndView back(
            HttpServletRequest request,
            ContentType type,
            ItemForm form,
            SentForms.Typed typed,
            Errors errors,
            HttpStatus status) {
        return new ModelAndView(
                "espace/formulaire",
                Map.of(
                        "shell",
                        desk.shell(request, type.name()),
                        "page",
                        pages.fresh(
                                type, orphan(request), form, typed.values(), errors, newActions(type), Coming.BACK)),
                status);
    }

    @GetMapping("/espace/{type:" + ContentType.NAME + "}/{id:[0-9a-f-]{36}}")
    String edit(
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reprise,
            @RequestParam(name = WorkAddress.SINCE, defaultValue = "") String since,
            HttpServletRequest request,
            Model model) {
        ContentType contentType = desk.type(type).orElseThrow(NotFoundException::new);
        Stored stored = stored(contentType, id);
        boolean hasChanged =
                !since.isEmpty() && !since.equals(String.valueOf(stored.item().revision()));
        ItemForm form = stored.form();
        Optional<AutosavedDrafts.Kept> kept = kept(reprise, type, id);
        model.addAttribute("shell", desk.shell(request, type));
        show(
                model,
                pages.stored(
                        contentType,
                        form,
                        kept.map(typed -> stored.item().begunFrom(typed.revision()))
                                .orElse(stored.item()),
                        kept.map(typed -> form.bind(typed.submission())).orElse(stored.values()),
                        Errors.NONE,
                        stored.actions(),
                        hasChanged ? pages.conflict(stored.item(), List.of(), List.of(), false) : null,
                        stored.published(),
                        stored.preview(),
                        stored.gestures(),
                        stored.asides(),
                        kept.isPresent() ? Coming.RESUMED : Coming.OPENED));
        return "espace/formulaire";
    }

    @PostMapping("/espace/{type:" + ContentType.NAME + "}/{id:[0-9a-f-]{36}}")
    ModelAndView save(@PathVariable String type, @PathVariable String id, HttpServletRequest request)
            throws IOException {
        synchronized (tokens.turn(parameter(request, "jeton"))) {
            try {
                return saveOnce(type, id, request);
            } catch (ResponseStatusException e) {
                sent.keep(type, id, request);
                throw e;
            }
        }
    }

    private ModelAndView saveOnce(String type, String id, HttpServletRequest request) throws IOException {
        ContentType contentType = desk.type(type).orElseThrow(NotFoundException::new);
        Stored stored = stored(contentType, id);
        if (!mayWrite(id)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        ItemForm form = stored.form();
        Optional<OneTimeTokens.Sent> before = tokens.sent(parameter(request, "jeton"));
        if (before.isPresent() && before.get().holds(request.getParameterMap())) {
            return redirect(before.get().answer());
        }
        boolean isCorrected = isCorrection(stored, parameter(request, "action"));
        FormValues answered = isDraft(contentType, stored) ? FormValues.EMPTY : stored.values();
        SentForms.Typed typed = sent.typed(contentType, form, request, stored.values(), answered, isCorrected);
        if (!typed.isToSave()) {
            return shown(request, contentType, stored, typed, null, typed.status());
        }
        if (!stored.actions().contains(typed.action())) {
            if (revision(request) == stored.item().revision()) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
            // it could be done when this was opened: somebody decided meanwhile
            return both(request, contentType, stored, typed);
        }
        try {
            Contents.Moved moved = move(contentType, id, typed.action(), revision(request), form, typed.values());
            boolean cancelled =
                    stored.item().state() == State.PROGRAMME && typed.action().equals("enregistrer");
            return done(
                    request,
                    type,
                    cancelled ? DEPROGRAMME : flash(typed.action(), moved),
                    moved,
                    FormPages.keepKey(desk, type, id));
        } catch (ConcurrentEdit e) {
            return both(request, contentType, stored(contentType, id), typed);
        } catch (RefusedTransition e) {
            if (e.reason() == RefusedTransition.Reason.WITHHELD) {
                return shown(request, contentType, stored, typed, null, HttpStatus.CONFLICT);
            }
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, e.getMessage(), e);
        }
    }

    private Contents.Moved move(
            ContentType type, String id, String action, long revision, ItemForm form, FormValues values) {
        return contents.move(type, id, action, desk.actor(), revision, "", node -> form.write(values, node));
    }

    /**
     * Answers somebody who wrote while somebody else did: a draft is saved with what both changed, where it is not the same; for
     * all else the form comes back with it, and what both changed in another way is asked.
     */
    private ModelAndView both(HttpServletRequest request, ContentType type, Stored theirs, SentForms.Typed typed) {
        String id = theirs.item().id();
        Optional<FormValues> before = contents.before(type, id, revision(request), theirs.form()::readEarlier);
        if (before.isEmpty()) {
            return conflict(
                    request,
                    type,
                    theirs,
                    typed,
                    theirs.form().differences(typed.values(), theirs.values()),
                    List.of(),
                    true);
        }
        ItemForm.Merge merge = theirs.form().merge(before.get(), typed.values(), theirs.values());
        if (!FormPage.isWriting(theirs.actions())) {
            // there is no form to hold what was typed: it is told
            return conflict(
                    request,
                    type,
                    theirs,
                    typed,
                    theirs.form().differences(merge.values(), theirs.values()),
                    merge.theirs(),
                    merge.wrote());
        }
        boolean isDraft =
                typed.action().equals(SAVE) && UNDECIDED.contains(theirs.item().state());
        if (!isDraft || !merge.both().isEmpty() || !theirs.actions().contains(SAVE)) {
            SentForms.Typed merged = new SentForms.Typed(merge.values(), typed.errors(), typed.action(), false);
            return conflict(request, type, theirs, merged, merge.both(), merge.theirs(), merge.wrote());
        }
        // fields are bound to each other: each version may be right, and both together wrong
        Errors wrong = sent.wrong(type, theirs.form(), merge.values(), theirs.values(), isCorrection(theirs, SAVE));
        if (!wrong.isEmpty()) {
            SentForms.Typed merged = new SentForms.Typed(merge.values(), wrong, typed.action(), false);
            return conflict(request, type, theirs, merged, List.of(), merge.theirs(), merge.wrote());
        }
        try {
            Contents.Moved moved = move(type, id, SAVE, theirs.item().revision(), theirs.form(), merge.values());
            boolean isDecided = contents.before(type, id, revision(request), ItemState::of)
                    .filter(state -> state != theirs.item().state())
                    .isPresent();
            return done(
                    request,
                    type.name(),
                    isDecided ? DECIDED : JOINED,
                    moved,
                    FormPages.keepKey(desk, type.name(), id));
        } catch (ConcurrentEdit e) {
            // a third person was first: with theirs, too
            return both(request, type, stored(type, id), typed);
        } catch (RefusedTransition e) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, e.getMessage(), e);
        }
    }

    /** Whether nobody was asked yet about what an item holds. */
    private static boolean isDraft(ContentType type, Stored stored) {
        State state = stored.item().state();
        return type.goesOnLine() && (state == State.BROUILLON || state == State.A_REPRENDRE);
    }

    /** Whether its author corrects what waits for a decision, which stays complete. */
    private boolean isCorrection(Stored stored, String action) {
        return stored.item().state() == State.PROPOSE && action.equals(SAVE) && !desk.reviews();
    }

    private ModelAndView conflict(
            HttpServletRequest request,
            ContentType type,
            Stored theirs,
            SentForms.Typed typed,
            List<FormPage.Difference> differences,
            List<String> joined,
            boolean wrote) {
        FormPage.Conflict told = pages.conflict(theirs.item(), differences, joined, wrote);
        return shown(request, type, theirs, typed, told, HttpStatus.CONFLICT);
    }

    /** Stored item: its form and values as the person who asks may see them, and what that person may do with it. */
    private record Stored(
            Item item,
            ItemForm form,
            FormValues values,
            List<String> actions,
            List<String> gestures,
            List<FormPage.Aside> asides,
            @Nullable String published,
            @Nullable String preview) {}

    private Stored stored(ContentType type, String id) {
        ItemForm whole = form(type);
        Actor actor = desk.actor();
        return contents.read(type, id, desk.identity(), node -> {
                    Set<String> allowed = review.actions(node, actor);
                    ItemForm form = whole.of(node);
                    Item item = Item.of(node);
                    boolean readsComments = ReadableFields.of(desk.definitions(), type, node, desk.identity())
                            .contains("commentairesRelecture");
                    return new Stored(
                            readsComments ? item : item.withoutComments(),
                            form,
                            form.read(node),
                            actions(type, allowed),
                            gestures(type, node, allowed),
                            asides(type, node),
                            ItemState.isOnSite(node)
                                    ? PublicAddress.of(type, node).orElse(null)
                                    : null,
                            PublicAddress.preview(type, node, desk.clock().instant())
                                    .orElse(null));
                })
                .orElseThrow(NotFoundException::new);
    }

    private List<FormPage.Aside> asides(ContentType type, Node item) throws RepositoryException {
        List<FormPage.Aside> asides = new ArrayList<>(likenesses.of(type, item));
        // what is asked comes before what is told
        for (ReviewAsides one : desk.reviews() ? reviewAsides : List.<ReviewAsides>of()) {
            asides.addAll(one.reviewAsides(item));
        }
        for (WriterAsides one :
                contents.mayWrite(item.getIdentifier(), desk.identity()) ? writerAsides : List.<WriterAsides>of()) {
            asides.addAll(one.writerAsides(item));
        }
        return asides;
    }

    /** Returns the gestures that this person may make on an item besides writing it. */
    private List<String> gestures(ContentType type, Node item, Set<String> allowed) throws RepositoryException {
        List<String> gestures = new ArrayList<>();
        if (contents.mayAdd(type, desk.identity())) {
            gestures.add("double");
        }
        if (allowed.contains("archiver")) {
            gestures.add("archiver");
        }
        if (trash.mayThrow(item, desk.actor())) {
            gestures.add("jeter");
        }
        return gestures;
    }

    private ModelAndView shown(
            HttpServletRequest request,
            ContentType type,
            Stored stored,
            SentForms.Typed typed,
            FormPage.@Nullable Conflict conflict,
            HttpStatus status) {
        Model model = new ExtendedModelMap();
        model.addAttribute("shell", desk.shell(request, type.name()));
        show(
                model,
                pages.stored(
                        type,
                        stored.form(),
                        // drawn anew, it is as old as it was: what others saved since is asked when it is sent
                        conflict == null ? begun(request, stored.item()) : stored.item(),
                        // what may not be written any more is read as it is
                        FormPage.isWriting(stored.actions()) ? typed.values() : stored.values(),
                        typed.errors(),
                        stored.actions(),
                        conflict,
                        stored.published(),
                        stored.preview(),
                        stored.gestures(),
                        stored.asides(),
                        Coming.BACK));
        return new ModelAndView("espace/formulaire", model.asMap(), status);
    }

    /** Shows a form, or what it would hold to who may not write it. */
    private static void show(Model model, FormPage page) {
        model.addAttribute("page", page);
        model.addAttribute("contents", page.isEditable() ? List.of() : ReadableForm.contents(page.sections()));
    }

    private static String flash(String action, Contents.Moved moved) {
        return switch (moved.state()) {
            case PROGRAMME -> "programme";
            case PROPOSE -> action.equals("enregistrer") ? CORRECTED : FLASHES.getOrDefault(action, ENREGISTRE);
            default -> FLASHES.getOrDefault(action, ENREGISTRE);
        };
    }

    private ModelAndView done(
            HttpServletRequest request, String type, String flash, Contents.Moved moved, String keepKey) {
        boolean stays = SAVED.contains(flash) || isDoubtful(type, moved.id());
        String place = stays ? "/espace/" + type + "/" + moved.id() : "/espace/" + type;
        String told = flash.equals("publie") ? published(type, moved.id()) : flash;
        String address = place + "?fait=" + told + "&garde=" + keepKey;
        tokens.used(
                parameter(request, "jeton"),
                new OneTimeTokens.Sent(
                        place + "?fait=deja-envoye", OneTimeTokens.content(request.getParameterMap()), moved.id()));
        String id = keepKey.substring(keepKey.lastIndexOf(':') + 1);
        unsent.forget(desk.account().name(), type, id);
        unsent.forget(desk.account().name(), type, orphan(request));
        presence.leave(type + "/" + id, desk.account().name());
        return redirect(address);
    }

    /** The word for what is published: the public sees nothing of what is for the members or the board alone. */
    private String published(String type, String id) {
        String readers = contents.read(
                        desk.type(type).orElseThrow(),
                        id,
                        desk.identity(),
                        node -> node.hasProperty("visibilite")
                                ? node.getProperty("visibilite").getString()
                                : "")
                .orElse("");
        return readers.isEmpty() || readers.equals(Audience.PUBLIC.id()) ? "publie" : "publie-" + readers;
    }

    /** Whether what was saved may be there twice, which its form tells. */
    private boolean isDoubtful(String type, String id) {
        ContentType contentType = desk.type(type).orElseThrow();
        return contents.read(
                        contentType,
                        id,
                        desk.identity(),
                        node -> !likenesses.of(contentType, node).isEmpty())
                .orElse(false);
    }

    private static ModelAndView redirect(String address) {
        return new ModelAndView("redirect:" + address);
    }

    private Optional<AutosavedDrafts.Kept> kept(@Nullable String asked, String type, String id) {
        return asked == null ? Optional.empty() : unsent.find(desk.account().name(), type, id);
    }

    /** The item that is gone while somebody wrote about it: its text goes on in a new one. */
    private static String orphan(HttpServletRequest request) {
        String id = parameter(request, "reprise");
        return id.matches("[0-9a-f-]{36}") ? id : "";
    }

    private boolean mayWrite(String id) {
        return contents.mayWrite(id, desk.identity());
    }

    private List<String> newActions(ContentType type) {
        return actions(type, review.actionsOnNew(desk.actor()));
    }

    /** Returns the allowed actions of a form, the main one first; what never goes on line is saved, and no more. */
    private static List<String> actions(ContentType type, Set<String> allowed) {
        return BUTTONS.stream()
                .filter(allowed::contains)
                .filter(action -> type.goesOnLine() || action.equals("enregistrer"))
                .toList();
    }

    private ContentType writable(String type) {
        ContentType contentType = desk.type(type).orElseThrow(NotFoundException::new);
        if (!contents.mayAdd(contentType, desk.identity())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return contentType;
    }

    private ItemForm form(ContentType type) {
        return forms.of(desk.definitions(), type.name(), desk.identity()).orElseThrow(NotFoundException::new);
    }

    /** An item as old as the form that was sent says it is. */
    private static Item begun(HttpServletRequest request, Item item) {
        String from = parameter(request, "revision");
        return from.matches("[0-9]{1,15}") ? item.begunFrom(Long.parseLong(from)) : item;
    }

    private static long revision(HttpServletRequest request) {
        try {
            return Long.parseLong(parameter(request, "revision"));
        } catch (NumberFormatException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "No revision", e);
        }
    }
}
