package org.bocage.editorial.items.archive;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.ItemForms;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.items.SentForms;
import org.bocage.editorial.items.list.BulkGestures;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.Item;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OneTimeTokens;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.Parameters;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.Paging;
import org.bocage.editorial.view.PhotoPage;
import org.bocage.editorial.workflow.RefusedTransition;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.Trash;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts contents away, after telling who names them; takes them out of the trash again; makes a second one of one. */
@ScreenController
class ArchiveController {

    static final String TRASH = "/espace/corbeille";
    private static final String ITEM = "/espace/{type:" + ContentType.NAME + "}/{id:[0-9a-f-]{36}}";
    private static final String ARCHIVE = "archiver";
    private static final String THROW = "jeter";
    private static final Set<String> PUT_AWAY = Set.of(ARCHIVE, THROW);
    private static final Pattern CHOSEN = Pattern.compile("([0-9a-f-]{36})/([0-9]{1,15})");
    private static final int SHOWN = 50;

    private final Desk desk;
    private final Contents contents;
    private final ItemForms forms;
    private final Review review;
    private final Trash trash;
    private final BulkGestures bulk;
    private final SentForms sent;
    private final OneTimeTokens tokens;
    private final Accounts accounts;
    private final MessageSource messages;

    ArchiveController(
            Desk desk,
            Contents contents,
            ItemForms forms,
            Review review,
            Trash trash,
            BulkGestures bulk,
            SentForms sent,
            OneTimeTokens tokens,
            Accounts accounts,
            MessageSource messages) {
        this.desk = desk;
        this.contents = contents;
        this.forms = forms;
        this.review = review;
        this.trash = trash;
        this.bulk = bulk;
        this.sent = sent;
        this.tokens = tokens;
        this.accounts = accounts;
        this.messages = messages;
    }

    /** Archives or throws away; when other contents name this one, asks first, and when it changed meanwhile shows it anew. */
    @PostMapping(ITEM + "/ranger")
    @OpenTo(People.ENTITLED)
    ModelAndView putAway(
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam String action,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String jeton,
            @RequestParam(defaultValue = "") String confirme,
            HttpServletRequest request) {
        ContentType contentType = desk.type(type).orElseThrow(NotFoundException::new);
        Item item = contents.read(contentType, id, desk.identity(), Item::of).orElseThrow(NotFoundException::new);
        synchronized (tokens.turn(jeton)) {
            if (tokens.answer(jeton).isPresent()) {
                return redirect("/espace/" + type + "?fait=deja-envoye");
            }
            if (contents.mayWrite(id, desk.identity()) && item.revision() != revision) {
                return redirect(WorkAddress.since(item, revision));
            }
            boolean may = PUT_AWAY.contains(action)
                    && contents.read(contentType, id, desk.identity(), node -> bulk.may(node, action, desk.actor()))
                            .orElse(false);
            if (!may) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
            UsesPage uses = uses(type, item, action, revision);
            if (!confirme.equals("oui") && (!uses.uses().isEmpty() || uses.hidden() > 0)) {
                return new ModelAndView(
                        "espace/utilise",
                        Map.of("shell", desk.shell(request, type), "page", uses),
                        HttpStatus.CONFLICT);
            }
            try {
                putAway(contentType, id, action, revision);
            } catch (RefusedTransition | ConcurrentEdit e) {
                return redirect(WorkAddress.since(item, revision));
            }
            tokens.used(jeton, "/espace/" + type);
        }
        return redirect("/espace/" + type + "?fait=" + (action.equals(ARCHIVE) ? "archive" : "jete"));
    }

    private void putAway(ContentType type, String id, String action, long revision) {
        if (action.equals(ARCHIVE)) {
            contents.move(type, id, ARCHIVE, desk.actor(), revision, "", node -> {});
        } else {
            trash.throwAway(new Workspace(type.workspace()), id, revision, desk.actor());
        }
    }

    /**
     * Does the same with several items, {@code id/revision} each: what others name, what is not complete and what changed meanwhile is
     * left, and told.
     */
    @PostMapping("/espace/{type:" + ContentType.NAME + "}/lot")
    @OpenTo(People.ENTITLED)
    ModelAndView several(
            @PathVariable String type,
            @RequestParam String action,
            @RequestParam(defaultValue = "") List<String> choix,
            HttpServletRequest request) {
        ContentType contentType = desk.type(type).orElseThrow(NotFoundException::new);
        if (choix.size() > SHOWN || !BulkGestures.isKnown(action)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        int done = 0;
        for (String one : choix) {
            Matcher chosen = CHOSEN.matcher(one);
            if (!chosen.matches()) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            done += isDone(contentType, chosen.group(1), action, Long.parseLong(chosen.group(2))) ? 1 : 0;
        }
        String told =
                choix.isEmpty() ? "lot-vide" : done == choix.size() ? "lot-fait" : done > 0 ? "lot-laisse" : "lot-rien";
        // back to the list that was looked at
        UriComponentsBuilder list = UriComponentsBuilder.fromPath("/espace/" + type);
        Map<String, String> asked = new HashMap<>();
        for (String name : List.of("q", "etat", "tri")) {
            String value = Parameters.parameter(request, name);
            if (!value.isEmpty()) {
                list.queryParam(name, "{" + name + "}");
                asked.put(name, value);
            }
        }
        return redirect(
                list.queryParam("fait", told).encode().buildAndExpand(asked).toUriString());
    }

    private boolean isDone(ContentType type, String id, String action, long revision) {
        boolean may = BulkGestures.isOf(type, action)
                && contents.mayWrite(id, desk.identity())
                && contents.read(
                                type,
                                id,
                                desk.identity(),
                                node -> bulk.may(node, action, desk.actor())
                                        && Item.of(node).revision() == revision)
                        .orElse(false);
        try {
            if (!may || (PUT_AWAY.contains(action) ? isNamed(id) : !isComplete(type, id, action))) {
                return false;
            }
            if (PUT_AWAY.contains(action)) {
                putAway(type, id, action, revision);
            } else {
                contents.move(type, id, action, desk.actor(), revision, "", node -> {});
            }
            return true;
        } catch (RefusedTransition | ConcurrentEdit e) {
            return false;
        }
    }

    private boolean isNamed(String id) {
        return contents.uses(id, desk.identity()).total() > 0;
    }

    private boolean isComplete(ContentType type, String id, String action) {
        ItemForm form =
                forms.of(desk.definitions(), type.name(), desk.identity()).orElseThrow(NotFoundException::new);
        FormValues values = contents.read(
                        type, id, desk.identity(), node -> form.of(node).read(node))
                .orElseThrow(NotFoundException::new);
        return sent.wrong(type, form, values, values, action).isEmpty();
    }

    private UsesPage uses(String type, Item item, String action, long revision) {
        Contents.Listed<PhotoPage.Use> uses = contents.uses(item.id(), desk.identity());
        return new UsesPage(
                item.title(),
                "/espace/" + type + "/" + item.id() + "/ranger",
                "/espace/" + type + "/" + item.id(),
                action,
                String.valueOf(revision),
                tokens.fresh(),
                uses.items(),
                (int) uses.total() - uses.items().size());
    }

    /** A second content like this one, as a draft of whoever asked; dates of publication are its own to choose. */
    @PostMapping(ITEM + "/double")
    @OpenTo(People.ENTITLED)
    ModelAndView duplicate(
            @PathVariable String type, @PathVariable String id, @RequestParam(defaultValue = "") String jeton) {
        ContentType contentType = desk.type(type).orElseThrow(NotFoundException::new);
        ItemForm form = forms.of(desk.definitions(), type, desk.identity()).orElseThrow(NotFoundException::new);
        FormValues values = contents.read(
                        contentType, id, desk.identity(), node -> form.of(node).read(node))
                .orElseThrow(NotFoundException::new);
        if (!contents.mayAdd(contentType, desk.identity())
                || !review.actionsOnNew(desk.actor()).contains("enregistrer")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        synchronized (tokens.turn(jeton)) {
            String before = tokens.answer(jeton).orElse("");
            if (!before.isEmpty()) {
                return redirect(before);
            }
            String title = messages.getMessage("authoring.copy", new Object[] {values.text("titre")}, Locale.FRENCH);
            FormValues copy = values.asNew().with("titre", title).with("name", form.slug(title));
            Contents.Moved made = contents.add(
                    contentType,
                    copy.text("name"),
                    "enregistrer",
                    desk.actor(),
                    desk.clock().instant(),
                    node -> form.write(copy, node));
            String address = "/espace/" + type + "/" + made.id();
            tokens.used(jeton, address);
            return redirect(address + "?fait=double");
        }
    }

    @GetMapping(TRASH)
    @OpenTo(People.SIGNED_IN)
    ModelAndView trash(@RequestParam(defaultValue = "1") int page, HttpServletRequest request) {
        if (page < 1 || page > ContentQuery.DEEPEST / SHOWN) {
            throw new NotFoundException();
        }
        Trash.Listed thrown = trash.seenBy(desk.actor(), (page - 1) * SHOWN, SHOWN);
        TrashPage shown = new TrashPage(
                thrown.page().stream().map(this::line).toList(),
                Paging.of(page, thrown.total(), SHOWN, TRASH),
                trash.mayDelete(desk.actor()));
        return new ModelAndView("espace/corbeille", Map.of("shell", desk.shell(request, "corbeille"), "page", shown));
    }

    private TrashPage.Line line(Trash.Thrown thrown) {
        return new TrashPage.Line(
                thrown.title(),
                kind(thrown.workspace()),
                accounts.nameOf(thrown.by()),
                Moment.of(thrown.at(), desk.clock()),
                Moment.of(thrown.until(), desk.clock()),
                TRASH + "/" + thrown.id());
    }

    @PostMapping(TRASH + "/{id:[0-9a-f-]{36}}")
    @OpenTo(People.ENTITLED)
    ModelAndView take(@PathVariable String id, @RequestParam String action) {
        try {
            if (action.equals("supprimer")) {
                trash.delete(id, desk.actor());
                return redirect(TRASH + "?fait=supprime");
            }
            if (!action.equals("restaurer")) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            Trash.Thrown out = trash.takeOut(id, desk.actor()).orElseThrow(NotFoundException::new);
            return redirect(WorkAddress.of(out.workspace(), out.id(), out.path()) + "?fait=sorti");
        } catch (RefusedTransition e) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, e.getMessage(), e);
        }
    }

    private String kind(String workspace) {
        return switch (workspace) {
            case "website" -> desk.words("pages.app.label", workspace);
            case "dam" -> messages.getMessage("authoring.trash.file", new Object[0], Locale.FRENCH);
            default -> desk.type(workspace).map(desk::label).orElse(workspace);
        };
    }

    private static ModelAndView redirect(String address) {
        return new ModelAndView("redirect:" + address);
    }
}
