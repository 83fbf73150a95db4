package org.bocage.portal.sources;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.form.values.RichText;
import org.bocage.editorial.publishing.FormerNames;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.workflow.RefusedTransition;
import org.bocage.editorial.workflow.Review;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Two events that may be one, side by side: one of them is kept, or both are. */
@Controller
@OpenTo(People.REVIEWERS)
class DoubleController {

    private static final String PAIR = "/espace/doublons/{first:[0-9a-f-]{36}}/{second:[0-9a-f-]{36}}";

    private final Desk desk;
    private final Stores stores;
    private final Contents contents;
    private final Doubles doubles;
    private final MessageSource messages;

    DoubleController(Desk desk, Stores stores, Contents contents, Doubles doubles, MessageSource messages) {
        this.desk = desk;
        this.stores = stores;
        this.contents = contents;
        this.doubles = doubles;
        this.messages = messages;
    }

    /** {@code doublon.ftlh}: the two, and where what was decided is posted. */
    public record DoublePage(String address, List<Side> sides) {

        /** One of them. {@code by} who told of it; {@code online} whether everybody reads it. */
        public record Side(
                String id,
                String title,
                String address,
                Moment when,
                String place,
                String by,
                boolean online,
                String text) {}
    }

    @GetMapping(PAIR)
    ModelAndView show(@PathVariable String first, @PathVariable String second, HttpServletRequest request) {
        Doubles.Pair pair = pair(first, second);
        List<DoublePage.Side> sides = List.of(side(pair.first()), side(pair.second()));
        return new ModelAndView(
                "espace/doublon",
                Map.of(
                        "shell",
                        desk.shell(request, "taches"),
                        "page",
                        new DoublePage("/espace/doublons/" + first + "/" + second, sides)));
    }

    private DoublePage.Side side(Doubles.Pair.One told) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Node item = event(session, told.id());
            String place = Source.text(item, "lieu/nom");
            String text = RichText.plain(Source.text(item, "description"));
            return new DoublePage.Side(
                    told.id(),
                    told.title(),
                    "/espace/evenements/" + told.id(),
                    Moment.of(told.start(), desk.clock()),
                    place,
                    told.by(),
                    ItemState.isOnSite(item),
                    text);
        });
    }

    /** Keeps one of the two, {@code garder}; or both, when nothing is kept in particular. */
    @PostMapping(PAIR)
    String decide(
            @PathVariable String first, @PathVariable String second, @RequestParam(defaultValue = "") String garder) {
        Doubles.Pair pair = pair(first, second);
        if (garder.isEmpty()) {
            keepBoth(pair);
            return "redirect:/espace/taches?fait=doublon-non";
        }
        if (!garder.equals(first) && !garder.equals(second)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        try {
            merge(garder, garder.equals(first) ? second : first);
        } catch (RefusedTransition | ConcurrentEdit e) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
        }
        return "redirect:/espace/taches?fait=doublon-fusionne";
    }

    private void keepBoth(Doubles.Pair pair) {
        stores.author().update(Identity.SYSTEM, session -> {
            distinct(event(session, pair.first().id()), pair.second().id());
            distinct(event(session, pair.second().id()), pair.first().id());
        });
    }

    private static void distinct(Node item, String other) throws RepositoryException {
        Set<String> known = new LinkedHashSet<>(Source.texts(item, Doubles.DISTINCT));
        known.add(other);
        item.setProperty(Doubles.DISTINCT, known.toArray(new String[0]));
        List<String> left = new ArrayList<>(Source.texts(item, Doubles.SUSPECTED));
        left.remove(other);
        item.setProperty(Doubles.SUSPECTED, left.isEmpty() ? null : left.toArray(new String[0]));
    }

    private record Present(State state, long revision, String title, List<String> names) {

        static Present of(Node item) throws RepositoryException {
            List<String> names = new ArrayList<>(Source.texts(item, FormerNames.PROPERTY));
            names.add(item.getName());
            return new Present(ItemState.of(item), Revisions.number(item), Review.title(item), names);
        }
    }

    /** Merges two events: the one kept also credits the sources of the other and takes over its address; the other goes. */
    private void merge(String kept, String other) {
        ContentType type = desk.definitions().contentType(Doubles.EVENTS).orElseThrow();
        Present stays = present(kept);
        Present goes = present(other);
        contents.move(
                type,
                kept,
                stays.state() == State.PUBLIE ? "publier" : "enregistrer",
                desk.actor(),
                stays.revision(),
                "",
                item -> {
                    Credits.add(item, event(item.getSession(), other));
                    Set<String> names = new LinkedHashSet<>(Source.texts(item, FormerNames.PROPERTY));
                    names.addAll(goes.names());
                    names.remove(item.getName());
                    item.setProperty(FormerNames.PROPERTY, names.toArray(new String[0]));
                });
        boolean online = goes.state() == State.PUBLIE;
        String why = messages.getMessage("sources.double.why", new Object[] {stays.title()}, Locale.FRENCH);
        contents.move(
                type,
                other,
                online ? "archiver" : "refuser",
                desk.actor(),
                goes.revision(),
                online ? "" : why,
                item -> item.setProperty(MergedEvents.MERGED, kept));
    }

    private Present present(String id) {
        return stores.author().read(Identity.SYSTEM, session -> Present.of(event(session, id)));
    }

    private static Node event(Session session, String id) throws RepositoryException {
        return new Workspace(Doubles.EVENTS)
                .nodeById(session, id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The two, as long as nobody has decided. */
    private Doubles.Pair pair(String first, String second) {
        return doubles.all().stream()
                .filter(one ->
                        one.first().id().equals(first) && one.second().id().equals(second))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
