package org.bocage.portal.sources;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.outgoing.Answer;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.workflow.RefusedTransition;
import org.bocage.portal.agenda.Occurrence;
import org.bocage.portal.sources.reading.AdEntry;
import org.bocage.portal.sources.reading.Entry;
import org.bocage.portal.sources.reading.EventEntry;
import org.bocage.portal.sources.reading.NewsEntry;
import org.bocage.portal.sources.reading.Reading;
import org.bocage.portal.sources.reading.StructureEntry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The gestures on a source: looking at what it tells, reading it now, following it again. */
@Controller
@OpenTo(People.REVIEWERS)
class SourceController {

    private static final int SHOWN = 10;
    private static final DateTimeFormatter DAY = FrenchDays.format("EEEE d MMMM");
    private static final String SOURCE = "/espace/sources/{id:[0-9a-f-]{36}}";

    private final Desk desk;
    private final Sources sources;
    private final Contents contents;

    SourceController(Desk desk, Sources sources, Contents contents) {
        this.desk = desk;
        this.sources = sources;
        this.contents = contents;
    }

    /**
     * {@code source-essai.ftlh}: what a source tells today.
     *
     * @param kind key of the kind of the source
     * @param problem why nothing can be had; empty when something was
     * @param total how many it tells of
     */
    public record TrialPage(
            String title,
            String address,
            String kind,
            String problem,
            int total,
            int ignored,
            List<Line> lines,
            List<String> warnings) {

        /** One of them: when it happens next, or when it was published. */
        public record Line(
                String title,
                @org.jspecify.annotations.Nullable Moment when,
                String place,
                boolean series) {}
    }

    /** Shows the first ten of what a source tells, with what is odd about it, and stores nothing. */
    @PostMapping(SOURCE + "/tester")
    ModelAndView test(@PathVariable String id, HttpServletRequest request) {
        Source source = source(id);
        return new ModelAndView(
                "espace/source-essai", Map.of("shell", desk.shell(request, "sources"), "page", trial(source)));
    }

    private TrialPage trial(Source source) {
        String address = "/espace/sources/" + source.id();
        Sources.Found found = sources.ask(source, Answer.Mark.NONE);
        if (!(found instanceof Sources.Found.Something something)) {
            String problem =
                    found instanceof Sources.Found.Problem one ? one.sentence() : sources.say("sources.problem.busy");
            return new TrialPage(source.title(), address, source.kind().key(), problem, 0, 0, List.of(), List.of());
        }
        Instant now = desk.clock().instant();
        Reading reading = something.reading();
        List<Entry> told =
                reading.entries().stream().filter(one -> source.takes(one, now)).toList();
        return new TrialPage(
                source.title(),
                address,
                source.kind().key(),
                "",
                told.size(),
                reading.entries().size() - told.size() + reading.ignored(),
                told.stream().limit(SHOWN).map(one -> line(one, now)).toList(),
                reading.warnings().stream().map(sources::say).toList());
    }

    private TrialPage.Line line(Entry entry, Instant now) {
        if (entry instanceof EventEntry event) {
            Instant next = event.next(now).map(Occurrence::from).orElse(now);
            boolean series = event.times(now).size() > 1;
            return new TrialPage.Line(event.title(), Moment.of(next, desk.clock()), event.place(), series);
        }
        if (entry instanceof StructureEntry structure) {
            return new TrialPage.Line(structure.title(), null, structure.locality(), false);
        }
        if (entry instanceof AdEntry ad) {
            String until = sources.say("sources.until", ad.structure(), DAY.format(ad.lastDay()));
            return new TrialPage.Line(ad.title(), null, until, false);
        }
        Instant at = ((NewsEntry) entry).published();
        return new TrialPage.Line(
                entry.title(), at.equals(Instant.MAX) ? null : Moment.of(at, desk.clock()), "", false);
    }

    /** Reads a source now; how that went is told beside its form. */
    @PostMapping(SOURCE + "/lire")
    String read(@PathVariable String id) {
        sources.readNow(source(id).path());
        return "redirect:/espace/sources/" + id + "?fait=source-lue";
    }

    private Source source(String id) {
        return sources.of(Source.SOURCES, id, desk.identity(), Source::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Gives up what was written by hand in an imported item: it says again what its source says. */
    @PostMapping("/espace/{type:evenements|actus|acteurs|annonces}/{id:[0-9a-f-]{36}}/source")
    String follow(@PathVariable String type, @PathVariable String id) {
        ContentType contentType = desk.definitions().contentType(type).orElseThrow();
        Present present = sources.of(new Workspace(contentType.workspace()), id, desk.identity(), Present::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String action = present.state() == State.PUBLIE ? "publier" : "enregistrer";
        try {
            contents.move(
                    contentType,
                    id,
                    action,
                    desk.actor(),
                    present.revision(),
                    "",
                    item -> SourceStatement.of(item).write(item, List.of()));
        } catch (RefusedTransition | ConcurrentEdit e) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage(), e);
        }
        return "redirect:/espace/" + type + "/" + id + "?fait=source-suivie";
    }

    private record Present(long revision, State state) {

        static Present of(Node item) throws RepositoryException {
            return new Present(Revisions.number(item), ItemState.of(item));
        }
    }
}
