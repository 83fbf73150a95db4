package org.bocage.portal.agenda;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.ItemForms;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.workflow.RefusedTransition;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.Trash;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Asks which dates of a series are to be changed (AG-09), and gives those that are not all of them a form of their own. */
@Controller
@OpenTo(People.ENTITLED)
class SeriesController {

    static final String ADDRESS = "/espace/evenements/{id:[0-9a-f-]{36}}/serie";

    private static final String TYPE = "evenements";
    private static final String PUBLISH = "publier";
    private static final String SAVE = "enregistrer";
    private static final String PROPOSE = "proposer";
    private static final String ARCHIVE = "archiver";

    private static final DateTimeFormatter WORDS = FrenchDays.format("EEEE d MMMM yyyy");

    private final Desk desk;
    private final Stores stores;
    private final Contents contents;
    private final ItemForms forms;
    private final Review review;
    private final MessageSource messages;
    private final PartOfSeries parts;
    private final Trash trash;

    SeriesController(
            Desk desk,
            Stores stores,
            Contents contents,
            ItemForms forms,
            Review review,
            MessageSource messages,
            PartOfSeries parts,
            Trash trash) {
        this.parts = parts;
        this.trash = trash;
        this.desk = desk;
        this.stores = stores;
        this.contents = contents;
        this.forms = forms;
        this.review = review;
        this.messages = messages;
    }

    /**
     * {@code serie.ftlh}: the question, and the dates to come.
     *
     * @param form address of the form that changes all of them
     * @param problem what was wrong with the answer; empty at first
     */
    public record SeriesPage(
            String address,
            String form,
            String title,
            String revision,
            String problem,
            String chosen,
            List<Date> dates) {

        /** One of them: {@code 2026-06-04}, in words, and how many seats of it are taken. */
        public record Date(String day, String words, long taken) {}
    }

    /** A series as it stands. */
    private record Series(
            String id,
            String title,
            long revision,
            State state,
            Set<String> actions,
            Schedule schedule,
            FormValues values,
            List<SeriesPage.Date> dates) {}

    @GetMapping(ADDRESS)
    ModelAndView ask(@PathVariable String id, HttpServletRequest request) {
        return shown(series(id), "", "", HttpStatus.OK, request);
    }

    @PostMapping(ADDRESS)
    ModelAndView take(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String portee,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "0") long revision,
            HttpServletRequest request) {
        Series series = series(id);
        if (portee.equals("toutes")) {
            return new ModelAndView("redirect:/espace/evenements/" + id);
        }
        boolean following = portee.equals("suivantes");
        if (!following && !portee.equals("cette")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        List<SeriesPage.Date> all = series.dates();
        if (all.stream().noneMatch(one -> one.day().equals(date))) {
            return shown(series, "agenda.series.no-date", date, HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
        boolean taken = all.stream()
                .filter(one -> one.day().equals(date) || (following && one.day().compareTo(date) > 0))
                .anyMatch(one -> one.taken() > 0);
        if (taken) {
            return shown(series, "agenda.series.taken", date, HttpStatus.CONFLICT, request);
        }
        if (revision != series.revision()) {
            return shown(series, "agenda.series.changed", date, HttpStatus.CONFLICT, request);
        }
        try {
            String part = takeOut(series, new SeriesPart(series.schedule(), LocalDate.parse(date), following));
            return new ModelAndView(
                    "redirect:/espace/evenements/" + part + "?fait=serie-" + (following ? "suivantes" : "cette"));
        } catch (RefusedTransition e) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, e.getMessage(), e);
        } catch (ConcurrentEdit e) {
            return shown(series(id), "agenda.series.changed", date, HttpStatus.CONFLICT, request);
        }
    }

    /** The part goes where the series stands, as far as this person may; first it, so that no date is ever missing. */
    private String takeOut(Series series, SeriesPart part) {
        ContentType type = type();
        ItemForm form = form();
        FormValues copy = series.values().asNew().with("name", form.slug(series.title()));
        boolean online = series.state() == State.PUBLIE;
        boolean publishes = series.actions().contains(PUBLISH);
        String made = contents.add(
                        type,
                        copy.text("name"),
                        online && publishes ? PUBLISH : SAVE,
                        desk.actor(),
                        desk.clock().instant(),
                        node -> {
                            form.write(copy, node);
                            part.become(node);
                        })
                .id();
        contents.move(
                type, series.id(), step(series), desk.actor(), series.revision(), "", node -> part.leave(node, made));
        return made;
    }

    /** Makes the series whole again and throws the part away; the series first, so that no date is ever missing. */
    @PostMapping(ADDRESS + "/remettre")
    ModelAndView putBack(@PathVariable String id) {
        if (!contents.mayWrite(id, desk.identity())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        PartOfSeries.Whole whole = parts.of(id, desk.identity())
                .filter(one -> contents.mayWrite(one.id(), desk.identity()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
        boolean isOnline = stores.author().read(desk.identity(), session -> {
            Node part = new Workspace(TYPE).nodeById(session, id).orElseThrow();
            boolean online = ItemState.of(part) == State.PUBLIE;
            boolean mayGo =
                    online ? review.actions(part, desk.actor()).contains(ARCHIVE) : trash.mayThrow(part, desk.actor());
            if (!mayGo || isTaken(part, desk.clock().instant())) {
                throw new ResponseStatusException(HttpStatus.CONFLICT);
            }
            return online;
        });
        Series series = series(whole.id());
        Review.Edit edit = contents.before(type(), whole.id(), whole.before(), then -> SeriesPart.whole(then, id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
        try {
            contents.move(type(), whole.id(), step(series), desk.actor(), whole.revision(), "", edit);
            if (isOnline) {
                long revision = contents.revisions(id).get(0).number();
                contents.move(type(), id, ARCHIVE, desk.actor(), revision, "", node -> {});
            }
        } catch (RefusedTransition e) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, e.getMessage(), e);
        } catch (ConcurrentEdit e) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
        }
        trash.throwAway(new Workspace(TYPE), id, desk.actor());
        return new ModelAndView("redirect:/espace/evenements/" + whole.id() + "?fait=serie-remise");
    }

    /** The step by which a series stays where it stands, as far as this person may. */
    private static String step(Series series) {
        return series.state() != State.PUBLIE ? SAVE : series.actions().contains(PUBLISH) ? PUBLISH : PROPOSE;
    }

    private ModelAndView shown(
            Series series, String problem, String chosen, HttpStatus status, HttpServletRequest request) {
        String form = "/espace/evenements/" + series.id();
        SeriesPage page = new SeriesPage(
                form + "/serie",
                form,
                series.title(),
                String.valueOf(series.revision()),
                problem.isEmpty() ? "" : messages.getMessage(problem, new Object[0], Locale.FRENCH),
                chosen,
                series.dates());
        return new ModelAndView("espace/serie", Map.of("shell", desk.shell(request, TYPE), "page", page), status);
    }

    /** It is there for those alone who may write it and something of it. */
    private Series series(String id) {
        if (!contents.mayWrite(id, desk.identity())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ItemForm form = form();
        Instant now = desk.clock().instant();
        return stores.author().read(desk.identity(), session -> {
            Node event = new Workspace(TYPE)
                    .nodeById(session, id)
                    .filter(SeriesController::isSeries)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            Set<String> actions = review.actions(event, desk.actor());
            if (!actions.contains(SAVE) && !actions.contains(PUBLISH)) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
            return new Series(
                    id,
                    Review.title(event),
                    Revisions.number(event),
                    ItemState.of(event),
                    actions,
                    EventDates.schedule(event).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)),
                    form.read(event),
                    coming(event, now));
        });
    }

    /** Whether an event comes back. */
    static boolean isSeries(Node event) {
        try {
            return event.hasNode("recurrence") && event.hasNode("occurrences");
        } catch (RepositoryException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether somebody has a place at a date of an event that is not over. */
    static boolean isTaken(Node event, Instant now) throws RepositoryException {
        return event.hasNode("occurrences") && coming(event, now).stream().anyMatch(one -> one.taken() > 0);
    }

    /** The dates of an event that are not over, in their order. */
    private static List<SeriesPage.Date> coming(Node event, Instant now) throws RepositoryException {
        List<SeriesPage.Date> dates = new ArrayList<>();
        for (NodeIterator all = event.getNode("occurrences").getNodes(); all.hasNext(); ) {
            Node one = all.nextNode();
            if (one.getProperty("fin").getDate().toInstant().isAfter(now)) {
                String day = one.getProperty("jour").getString();
                dates.add(new SeriesPage.Date(
                        day,
                        WORDS.format(LocalDate.parse(day)),
                        one.hasProperty("inscrits")
                                ? one.getProperty("inscrits").getLong()
                                : 0));
            }
        }
        dates.sort(Comparator.comparing(SeriesPage.Date::day));
        return List.copyOf(dates);
    }

    private ContentType type() {
        return desk.definitions().contentType(TYPE).orElseThrow();
    }

    private ItemForm form() {
        return forms.of(desk.definitions(), TYPE, desk.identity())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
