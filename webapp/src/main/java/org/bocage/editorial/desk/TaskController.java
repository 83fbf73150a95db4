package org.bocage.editorial.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.state.ItemState;
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
    private static final Pattern CHOSEN = Pattern.compile("(" + ContentType.NAME + ")/([0-9a-f-]{36})/([0-9]{1,15})");

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
        model.addAttribute("page", new TasksPage(waiting.tasks(), desk.waiting(), waiting.suspects(), lots()));
        return "espace/taches";
    }

    /** Returns what came together, for whoever reviews it all. */
    private List<TasksPage.Lot> lots() {
        List<TasksPage.Lot> lots = new ArrayList<>();
        for (ProposalBatches batch : desk.reviews() ? batches : List.<ProposalBatches>of()) {
            List<ProposalBatches.Origin> several = batch.origins().stream()
                    .filter(origin -> contents.count(
                                    batch.from(desk.proposals(ContentQuery.anywhere()), origin.id()), desk.identity())
                            > 1)
                    .toList();
            // looked for where there is a lot alone: most days there is none
            Set<String> doubtful = several.isEmpty() ? Set.of() : batch.doubtful();
            several.forEach(origin -> lot(batch, origin, doubtful).ifPresent(lots::add));
        }
        return lots;
    }

    private Optional<TasksPage.Lot> lot(ProposalBatches batch, ProposalBatches.Origin origin, Set<String> doubtful) {
        List<String> choices = new ArrayList<>();
        int apart = 0;
        for (ContentType type : desk.definitions().contentTypes()) {
            ContentQuery ofType = ContentQuery.in(type.workspace()).ofType(type.nodeType());
            ContentQuery some = batch.from(desk.proposals(ofType), origin.id()).page(0, MOST_AT_ONCE);
            for (Item item : contents.find(some, desk.identity()).items()) {
                if (doubtful.contains(item.id())) {
                    apart++;
                } else if (choices.size() < MOST_AT_ONCE) {
                    choices.add(type.name() + "/" + item.id() + "/" + item.revision());
                }
            }
        }
        return choices.size() > 1 ? Optional.of(new TasksPage.Lot(origin.title(), choices, apart)) : Optional.empty();
    }

    /** Accepts what was chosen, {@code type/id/revision} each; what cannot be accepted is left and told. */
    @PostMapping("/espace/taches")
    @OpenTo(People.ENTITLED)
    String acceptAll(@RequestParam(defaultValue = "") List<String> choix, HttpServletRequest request) {
        if (choix.size() > MOST_AT_ONCE) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        int accepted = 0;
        for (String one : choix) {
            Matcher chosen = CHOSEN.matcher(one);
            if (!chosen.matches()) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            if (accept(chosen.group(1), chosen.group(2), Long.parseLong(chosen.group(3)))) {
                accepted++;
            }
        }
        String told = accepted == choix.size() ? "lot" : accepted > 0 ? "lot-en-partie" : "lot-change";
        return "redirect:/espace/taches?fait=" + (choix.isEmpty() ? "lot-vide" : told);
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

    @GetMapping("/espace/taches/{type:" + ContentType.NAME + "}/{id:[0-9a-f-]{36}}")
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
    @PostMapping(
            value = "/espace/taches/{type:" + ContentType.NAME + "}/{id:[0-9a-f-]{36}}",
            params = "decision=commenter")
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

    @PostMapping("/espace/taches/{type:" + ContentType.NAME + "}/{id:[0-9a-f-]{36}}")
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
        if (!FLASHES.containsKey(decision)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        synchronized (tokens.turn(jeton)) {
            return tokens.answer(jeton).isPresent()
                    ? new ModelAndView("redirect:/espace/taches?fait=deja-envoye")
                    : decideOnce(contentType, id, decision, Typed.of(commentaire, request), revision, jeton, request);
        }
    }

    private ModelAndView decideOnce(
            ContentType contentType,
            String id,
            String decision,
            Typed typed,
            long revision,
            String jeton,
            HttpServletRequest request) {
        // the workflow lets who reviews take back what is on line: an answer to a proposal never does
        if (!isProposed(contentType, id)) {
            return shown(request, contentType, id, typed, "deja-traitee", HttpStatus.CONFLICT);
        }
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
        String next = next("/espace/taches/" + contentType.name() + "/" + id);
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
        return new ModelAndView("redirect:" + next + "?fait=" + FLASHES.get(decision));
    }

    /** Whether an item waits for a decision still. */
    private boolean isProposed(ContentType type, String id) {
        return contents.read(type, id, desk.identity(), node -> ItemState.of(node) == State.PROPOSE)
                .orElseThrow(NotFoundException::new);
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

    /** Returns the key of the state that the last step led to, where a screen tells it. */
    private String outcome(Item item, @Nullable String problem) {
        return problem == null && item.state() == State.PROPOSE
                ? ""
                : contents.outcome(item).map(State::key).orElse("");
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
                item.state() == State.PROPOSE ? problem : "deja-traitee",
                new TaskPage.Last(
                        accounts.nameOf(item.changedBy()),
                        outcome(item, problem),
                        Moment.of(item.changed(), desk.clock())),
                position,
                desk.waiting(),
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
