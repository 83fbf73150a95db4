package org.bocage.editorial.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.ItemForms;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.items.DuplicateCandidates;
import org.bocage.editorial.items.FieldComments;
import org.bocage.editorial.items.FormPages;
import org.bocage.editorial.items.Mentions;
import org.bocage.editorial.items.SiteStructure;
import org.bocage.editorial.items.WaitingTasks;
import org.bocage.editorial.items.history.ReadableForm;
import org.bocage.editorial.publishing.Publisher;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.Item;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.OneTimeTokens;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.PublicAddress;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.ProposalBatches;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.view.FieldChange;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.TaskPage;
import org.bocage.editorial.view.WeekPage;
import org.bocage.editorial.workflow.RefusedTransition;
import org.bocage.editorial.workflow.Review;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Screens of the tasks that wait for a yes, and of the yes. */
@ScreenController
@OpenTo(People.DECIDERS)
class TaskController {

    private static final Map<String, String> FLASHES =
            Map.of("accepter", "accepte", "reprendre", "repris", "refuser", "refuse");

    private static final int MOST_AT_ONCE = 50;
    private static final Pattern CHOSEN = Pattern.compile("([a-z]+)/([0-9a-f-]{36})/([0-9]{1,15})");

    private final Desk desk;
    private final List<ProposalBatches> batches;
    private final Contents contents;
    private final WaitingTasks waiting;
    private final ItemForms forms;
    private final FormPages pages;
    private final OneTimeTokens tokens;
    private final Accounts accounts;
    private final Review review;
    private final Mentions mentions;
    private final DuplicateCandidates likenesses;
    private final SiteStructure siteStructure;

    TaskController(
            Desk desk,
            Contents contents,
            WaitingTasks waiting,
            ItemForms forms,
            FormPages pages,
            OneTimeTokens tokens,
            Accounts accounts,
            Review review,
            Mentions mentions,
            DuplicateCandidates likenesses,
            SiteStructure siteStructure,
            List<ProposalBatches> batches) {
        this.siteStructure = siteStructure;
        this.batches = batches;
        this.likenesses = likenesses;
        this.mentions = mentions;
        this.review = review;
        this.desk = desk;
        this.contents = contents;
        this.waiting = waiting;
        this.forms = forms;
        this.pages = pages;
        this.tokens = tokens;
        this.accounts = accounts;
    }

    @GetMapping("/espace/taches")
    String list(HttpServletRequest request, Model model) {
        model.addAttribute("shell", desk.shell(request, "taches"));
        model.addAttribute("page", new TasksPage(waiting.tasks(), waiting.suspects(), lots()));
        return "espace/taches";
    }

    /** Returns where several proposals came from together, for whoever reviews them all. */
    private List<TasksPage.Lot> lots() {
        List<TasksPage.Lot> lots = new ArrayList<>();
        for (ProposalBatches batch : desk.reviews() ? batches : List.<ProposalBatches>of()) {
            for (ProposalBatches.Origin origin : batch.origins()) {
                long waiting = contents.count(
                        batch.from(desk.proposals(ContentQuery.anywhere()), origin.id()), desk.identity());
                if (waiting > 1) {
                    lots.add(new TasksPage.Lot(origin.id(), origin.title(), (int) waiting));
                }
            }
        }
        return lots;
    }

    private List<ContentQuery> proposedBy(ContentQuery query, String origin) {
        return batches.stream()
                .map(one -> one.from(desk.proposals(query), origin))
                .toList();
    }

    /** Accepts what a source proposed, some at a time; what cannot be accepted is left and told. */
    @PostMapping(value = "/espace/taches", params = "source")
    @OpenTo(People.REVIEWERS)
    String acceptAllOf(@RequestParam String source) {
        boolean all = true;
        int left = MOST_AT_ONCE;
        for (ContentType type : desk.definitions().contentTypes()) {
            for (ContentQuery proposed :
                    proposedBy(ContentQuery.in(type.workspace()).ofType(type.nodeType()), source)) {
                for (Item item :
                        contents.find(proposed.page(0, left), desk.identity()).items()) {
                    all &= accept(type.name(), item.id(), item.revision());
                    left--;
                }
            }
        }
        boolean more = proposedBy(ContentQuery.anywhere(), source).stream()
                .anyMatch(query -> contents.count(query, desk.identity()) > 0);
        return "redirect:/espace/taches?fait=" + (!all ? "lot-en-partie" : more ? "lot-suite" : "lot");
    }

    /** Accepts those that were ticked, {@code type/id/revision} each; what cannot be accepted is left and told. */
    @PostMapping(value = "/espace/taches", params = "!source")
    @OpenTo(People.ENTITLED)
    String acceptAll(@RequestParam(defaultValue = "") List<String> choix, HttpServletRequest request) {
        if (choix.size() > MOST_AT_ONCE) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        boolean all = !choix.isEmpty();
        for (String one : choix) {
            Matcher chosen = CHOSEN.matcher(one);
            if (!chosen.matches()) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            all &= accept(chosen.group(1), chosen.group(2), Long.parseLong(chosen.group(3)));
        }
        return "redirect:/espace/taches?fait=" + (choix.isEmpty() ? "lot-vide" : all ? "lot" : "lot-en-partie");
    }

    private boolean accept(String type, String id, long revision) {
        ContentType contentType = desk.type(type).orElseThrow(NotFoundException::new);
        try {
            requireTheirs(contentType, id);
            if (showsUnagreed(contentType, id) || namesNobody(contentType, id)) {
                return false;
            }
            contents.move(
                    contentType,
                    id,
                    "accepter",
                    desk.actor(),
                    revision,
                    "",
                    node -> siteStructure.complete(contentType, node));
            return true;
        } catch (RefusedTransition | ConcurrentEdit | ResponseStatusException e) {
            return false;
        }
    }

    @GetMapping("/espace/taches/{type:[a-z]+}/{id:[0-9a-f-]{36}}")
    @OpenTo(People.ENTITLED)
    ModelAndView show(@PathVariable String type, @PathVariable String id, HttpServletRequest request) {
        return shown(
                request, desk.type(type).orElseThrow(NotFoundException::new), id, Typed.NOTHING, null, HttpStatus.OK);
    }

    /** Input of a reviewer: a word about the whole, remarks beside fields, and the choices that the type leaves them. */
    private record Typed(String comment, FieldComments remarks, ReviewChoices choices) {
        static final Typed NOTHING = new Typed("", FieldComments.NONE, ReviewChoices.NONE);

        static Typed of(String comment, HttpServletRequest request) {
            return new Typed(
                    comment, FieldComments.of(request.getParameterMap()), new ReviewChoices(request.getParameterMap()));
        }
    }

    /** Says something without deciding. */
    @PostMapping(value = "/espace/taches/{type:[a-z]+}/{id:[0-9a-f-]{36}}", params = "decision=commenter")
    @OpenTo(People.ENTITLED)
    ModelAndView remark(
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String commentaire,
            @RequestParam(defaultValue = "") String jeton,
            HttpServletRequest request) {
        ContentType contentType = desk.type(type).orElseThrow(NotFoundException::new);
        requireTheirs(contentType, id);
        Typed typed = Typed.of(commentaire, request);
        String address = "/espace/taches/" + type + "/" + id;
        synchronized (tokens.turn(jeton)) {
            if (tokens.answer(jeton).isEmpty()) {
                if (commentaire.isBlank() && typed.remarks().isEmpty()) {
                    return shown(
                            request, contentType, id, typed, "remarque-manquante", HttpStatus.UNPROCESSABLE_CONTENT);
                }
                contents.annotate(contentType, id, node -> {
                    if (!commentaire.isBlank()) {
                        review.remark(node, desk.actor(), commentaire, "", mentions.in(commentaire, contentType, id));
                    }
                    add(typed.remarks(), contentType, node);
                });
                tokens.used(jeton, address);
            }
        }
        return new ModelAndView("redirect:" + address + "?fait=commente");
    }

    @PostMapping("/espace/taches/{type:[a-z]+}/{id:[0-9a-f-]{36}}")
    @OpenTo(People.ENTITLED)
    ModelAndView decide(
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam String decision,
            @RequestParam(defaultValue = "") String commentaire,
            @RequestParam long revision,
            @RequestParam(defaultValue = "") String jeton,
            HttpServletRequest request) {
        ContentType contentType = desk.type(type).orElseThrow(NotFoundException::new);
        requireTheirs(contentType, id);
        String flash = FLASHES.get(decision);
        if (flash == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        if (tokens.answer(jeton).isPresent()) {
            return new ModelAndView("redirect:/espace/taches?fait=deja-envoye");
        }
        Typed typed = Typed.of(commentaire, request);
        if (decision.equals("accepter") && showsUnagreed(contentType, id)) {
            return shown(request, contentType, id, typed, "photo-a-dire", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (decision.equals("accepter") && namesNobody(contentType, id)) {
            return shown(request, contentType, id, typed, "structure-manquante", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        ItemForm form = form(contentType, id);
        if (decision.equals("accepter")
                && !typed.choices().areRight(contentType, form, stored(contentType, form, id))) {
            return shown(request, contentType, id, typed, "choix-a-revoir", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        String next = next("/espace/taches/" + type + "/" + id);
        try {
            contents.move(contentType, id, decision, desk.actor(), revision, said(typed), node -> {
                add(typed.remarks(), contentType, node);
                if (decision.equals("accepter")) {
                    typed.choices().write(contentType, form, node);
                    siteStructure.complete(contentType, node);
                }
            });
        } catch (RefusedTransition e) {
            boolean missing = e.reason() == RefusedTransition.Reason.COMMENT_MISSING;
            return shown(
                    request,
                    contentType,
                    id,
                    typed,
                    switch (e.reason()) {
                        case COMMENT_MISSING -> "commentaire-manquant";
                        case WITHHELD -> "definition-retenue";
                        case NOT_PERMITTED -> "deja-traitee";
                    },
                    missing ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
        } catch (ConcurrentEdit e) {
            return shown(request, contentType, id, typed, "modifiee", HttpStatus.CONFLICT);
        }
        tokens.used(jeton, "/espace/taches");
        return new ModelAndView("redirect:" + next + "?fait=" + flash);
    }

    /** The word for the author: what was typed, or where the remarks are when those say it all. */
    private String said(Typed typed) {
        return typed.comment().isBlank() && !typed.remarks().isEmpty()
                ? desk.sentence("authoring.remarks")
                : typed.comment();
    }

    private void add(FieldComments remarks, ContentType type, Node item) throws RepositoryException {
        for (Map.Entry<String, String> one : remarks.typed().entrySet()) {
            review.remark(
                    item,
                    desk.actor(),
                    one.getValue(),
                    one.getKey(),
                    mentions.in(one.getValue(), type, item.getIdentifier()));
        }
    }

    /** Nothing goes on line with a picture of somebody who was not asked. */
    private boolean showsUnagreed(ContentType type, String id) {
        return contents.read(type, id, desk.identity(), Publisher::showsUnagreed)
                .orElse(false);
    }

    /** Nothing goes on line that leads to nobody. */
    private boolean namesNobody(ContentType type, String id) {
        return contents.read(type, id, desk.identity(), node -> siteStructure.isMissing(type, node))
                .orElse(false);
    }

    /** The proposal after this one, so that one goes on reading; home when none waits any more, else the list. */
    private String next(String address) {
        List<WeekPage.Task> tasks = waiting.tasks();
        int position = position(tasks, address);
        return position < tasks.size()
                ? tasks.get(position).address()
                : tasks.size() > 1 ? "/espace/taches" : "/espace";
    }

    /** To whom a theme is entrusted decides on what is of this theme. */
    private void requireTheirs(ContentType type, String id) {
        boolean theirs = contents.read(type, id, desk.identity(), node -> review.isEntrusted(node, desk.actor()))
                .orElseThrow(NotFoundException::new);
        if (!theirs && !desk.reviews()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private ModelAndView shown(
            HttpServletRequest request,
            ContentType type,
            String id,
            Typed typed,
            @Nullable String problem,
            HttpStatus status) {
        requireTheirs(type, id);
        ItemForm form = form(type, id);
        TaskPage page = contents.read(type, id, desk.identity(), node -> {
                    return page(type, form, node, typed, problem);
                })
                .orElseThrow(NotFoundException::new);
        return new ModelAndView("espace/tache", Map.of("shell", desk.shell(request, "taches"), "page", page), status);
    }

    private ItemForm form(ContentType type, String id) {
        ItemForm form =
                forms.of(desk.definitions(), type.name(), desk.identity()).orElseThrow(NotFoundException::new);
        return contents.read(type, id, desk.identity(), form::of).orElseThrow(NotFoundException::new);
    }

    private FormValues stored(ContentType type, ItemForm form, String id) {
        return contents.read(type, id, desk.identity(), form::read).orElseThrow(NotFoundException::new);
    }

    private TaskPage page(ContentType type, ItemForm form, Node node, Typed typed, @Nullable String problem)
            throws RepositoryException {
        Item item = Item.of(node);
        FormValues values = form.read(node);
        List<FormPage.Section> sections = form.view(values, Errors.NONE);
        List<WeekPage.Task> tasks = waiting.tasks();
        String address = "/espace/taches/" + type.name() + "/" + item.id();
        int position = position(tasks, address);
        return new TaskPage(
                address,
                item.title(),
                desk.label(type),
                item.writer(accounts),
                item.proposerEmail(),
                Moment.of(item.changed(), desk.clock()),
                String.valueOf(item.revision()),
                tokens.fresh(),
                ReadableForm.contents(sections),
                typed.choices().fields(type, form, values),
                changes(form, item, values),
                FormPages.labelled(pages.comments(item), sections),
                item.online() ? PublicAddress.of(type, node).orElse(null) : null,
                PublicAddress.preview(type, node, desk.clock().instant()).orElse(null),
                contents.mayWrite(item.id(), desk.identity()) ? "/espace/" + type.name() + "/" + item.id() : null,
                "/espace/" + type.name() + "/" + item.id() + "/historique",
                typed.comment(),
                typed.remarks().typed(),
                problem == null && item.state() != State.PROPOSE ? "deja-traitee" : problem,
                position,
                tasks.size(),
                position < tasks.size() ? tasks.get(position).address() : null,
                likenesses.of(type, node));
    }

    private static int position(List<WeekPage.Task> waiting, String address) {
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i).address().equals(address)) {
                return i + 1;
            }
        }
        return 1;
    }

    /** Against what is on line, field by field. */
    private List<FieldChange> changes(ItemForm form, Item item, FormValues values) {
        return item.online()
                ? contents.readPublished(item.id(), form::read)
                        .map(published -> form.changesOnLine(published, values))
                        .orElse(List.of())
                : List.of();
    }
}
