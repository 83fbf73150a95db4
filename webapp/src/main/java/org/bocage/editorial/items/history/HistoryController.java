package org.bocage.editorial.items.history;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.revisions.Revision;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.ItemForms;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.Item;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OneTimeTokens;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.view.FieldChange;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.workflow.RefusedTransition;
import org.bocage.editorial.workflow.Review;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Screens of the versions of an item, and the way back to one of them. */
@ScreenController
@OpenTo(People.ENTITLED)
class HistoryController {

    private static final String ITEM = "/espace/{type:" + ContentType.NAME + "}/{id:[0-9a-f-]{36}}/historique";
    private static final String SAVE = "enregistrer";
    private static final int SHOWN = 200;

    private final Desk desk;
    private final Contents contents;
    private final ItemForms forms;
    private final Review review;
    private final OneTimeTokens tokens;
    private final Accounts accounts;

    HistoryController(
            Desk desk, Contents contents, ItemForms forms, Review review, OneTimeTokens tokens, Accounts accounts) {
        this.desk = desk;
        this.contents = contents;
        this.forms = forms;
        this.review = review;
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @GetMapping(ITEM)
    ModelAndView list(@PathVariable String type, @PathVariable String id, HttpServletRequest request) {
        return shown(request, type, id, null);
    }

    @GetMapping(ITEM + "/{number:[0-9]{1,9}}")
    ModelAndView one(
            @PathVariable String type, @PathVariable String id, @PathVariable long number, HttpServletRequest request) {
        return shown(request, type, id, number);
    }

    /** Makes an earlier version the present one; what is on line stays until that is published. */
    @PostMapping(ITEM + "/{number:[0-9]{1,9}}")
    ModelAndView restore(
            @PathVariable String type,
            @PathVariable String id,
            @PathVariable long number,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String jeton,
            HttpServletRequest request) {
        ContentType contentType = desk.type(type).orElseThrow(NotFoundException::new);
        String address = "/espace/" + type + "/" + id;
        synchronized (tokens.turn(jeton)) {
            if (tokens.answer(jeton).isPresent()) {
                return new ModelAndView("redirect:" + address + "?fait=deja-envoye");
            }
            if (!mayRestore(contentType, id)) {
                if (contents.mayWrite(id, desk.identity())) {
                    Item item = contents.read(contentType, id, desk.identity(), Item::of)
                            .orElseThrow(NotFoundException::new);
                    if (item.revision() != revision) {
                        // it could be done when this was opened: somebody decided meanwhile
                        return new ModelAndView("redirect:" + WorkAddress.since(item, revision));
                    }
                }
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
            ItemForm form = form(contentType, id);
            FormValues then =
                    contents.before(contentType, id, number, form::readEarlier).orElseThrow(NotFoundException::new);
            try {
                contents.move(contentType, id, SAVE, desk.actor(), revision, "", node -> form.write(then, node));
            } catch (ConcurrentEdit e) {
                ModelAndView again = shown(request, type, id, number);
                again.setStatus(HttpStatus.CONFLICT);
                return again;
            } catch (RefusedTransition e) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN, e.getMessage(), e);
            }
            tokens.used(jeton, address);
        }
        return new ModelAndView("redirect:" + address + "?fait=revenu");
    }

    private boolean mayRestore(ContentType type, String id) {
        return contents.mayWrite(id, desk.identity())
                && contents.read(type, id, desk.identity(), this::mayRestore).orElseThrow(NotFoundException::new);
    }

    /** Whether an earlier version may come back: of what waits for a decision whoever reviews brings it, for it may not be complete. */
    private boolean mayRestore(Node item) throws RepositoryException {
        return review.actions(item, desk.actor()).contains(SAVE)
                && (ItemState.of(item) != State.PROPOSE || desk.reviews());
    }

    private ItemForm form(ContentType type, String id) {
        ItemForm form =
                forms.of(desk.definitions(), type.name(), desk.identity()).orElseThrow(NotFoundException::new);
        return contents.read(type, id, desk.identity(), form::of).orElseThrow(NotFoundException::new);
    }

    private ModelAndView shown(HttpServletRequest request, String typeName, String id, @Nullable Long number) {
        ContentType type = desk.type(typeName).orElseThrow(NotFoundException::new);
        ItemForm form = form(type, id);
        Item item = contents.read(type, id, desk.identity(), Item::of).orElseThrow(NotFoundException::new);
        List<Revision> revisions = contents.revisions(id);
        String address = "/espace/" + typeName + "/" + id;
        HistoryPage page = new HistoryPage(
                item.title(),
                desk.label(type),
                "/espace/" + typeName,
                address,
                number == null ? pending(type, form, item) : List.of(),
                revisions.stream()
                        .limit(SHOWN)
                        .map(one -> version(one, form, address))
                        .toList(),
                number == null
                        ? null
                        : revisions.stream()
                                .filter(one -> one.number() == number)
                                .findFirst()
                                .map(one -> version(type, form, item, one, address))
                                .orElseThrow(NotFoundException::new));
        return new ModelAndView("espace/historique", Map.of("shell", desk.shell(request, typeName), "page", page));
    }

    private List<FieldChange> pending(ContentType type, ItemForm form, Item item) {
        Optional<FormValues> published =
                item.online() ? contents.readPublished(item.id(), form::read) : Optional.empty();
        Optional<FormValues> now = contents.read(type, item.id(), desk.identity(), form::read);
        return published.isPresent() && now.isPresent() ? form.changesOnLine(published.get(), now.get()) : List.of();
    }

    private HistoryPage.Version version(Revision one, ItemForm form, String address) {
        return new HistoryPage.Version(
                one.number(),
                accounts.nameOf(one.by()),
                Moment.of(one.at(), desk.clock()),
                form.labels(one.changed()),
                address + "/historique/" + one.number());
    }

    private HistoryPage.Shown version(ContentType type, ItemForm form, Item item, Revision one, String address) {
        FormValues then = values(type, item.id(), one.number(), form);
        FormValues before = values(type, item.id(), one.number() - 1, form);
        boolean present = one.number() == item.revision();
        return new HistoryPage.Shown(
                version(one, form, address),
                before.values().isEmpty() ? List.of() : form.changes(before, then),
                ReadableForm.contents(form.view(then, Errors.NONE)),
                present || !mayRestore(type, item.id()) ? null : address + "/historique/" + one.number(),
                String.valueOf(item.revision()),
                tokens.fresh());
    }

    private FormValues values(ContentType type, String id, long number, ItemForm form) {
        return contents.before(type, id, number, form::readEarlier).orElse(FormValues.EMPTY);
    }
}
