package org.bocage.portal.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.screens.extension.ReviewAsides;
import org.bocage.editorial.screens.extension.ReviewTasks;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.WeekPage;
import org.bocage.editorial.workflow.Review;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Projects and actions that are told to be under way, and that nobody touched for six months, or whose last day is over: those who
 * review are asked whether they still are. One press says yes or puts it away; to change it, its form is there.
 */
@Component
class FreshnessReview implements ReviewAsides, ReviewTasks {

    static final String ADDRESS = "/espace/toujours-d-actualite/";
    private static final Duration LONG = Duration.ofDays(183);
    private static final int AT_ONCE = 50;
    private static final String TOUCHED = "mgnl:lastModified";
    private static final String LAST_DAY = "fin";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final List<UnderWay> UNDER_WAY = List.of(
            new UnderWay("projets", "stade", Set.of("idee", "etude", "lancement")),
            new UnderWay("actions", "etatAction", Set.of("en-cours")));
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH).withZone(PARIS);
    private static final DateTimeFormatter DAY =
            FrenchDays.format("d MMMM yyyy").withZone(PARIS);

    private final Stores stores;
    private final ContentIndexes indexes;
    private final MessageSource messages;
    private final Clock clock;

    FreshnessReview(Stores stores, ContentIndexes indexes, MessageSource messages, Clock clock) {
        this.stores = stores;
        this.indexes = indexes;
        this.messages = messages;
        this.clock = clock;
    }

    /** Type of content, with the values of the property that tell it is under way. */
    private record UnderWay(String type, String property, Set<String> values) {

        boolean is(Node item) throws RepositoryException {
            return Workspace.of(item).name().equals(type)
                    && item.hasProperty(property)
                    && values.contains(item.getProperty(property).getString());
        }
    }

    @Override
    public List<WeekPage.Task> tasks(Clock now) {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<WeekPage.Task> tasks = new ArrayList<>();
            for (UnderWay kind : UNDER_WAY) {
                for (Hits.Hit hit : asked(kind)) {
                    Optional<Node> item = Workspace.byId(session, hit.id());
                    if (item.isPresent()) {
                        tasks.add(task(kind, item.get(), now));
                    }
                }
            }
            return tasks;
        });
    }

    private List<Hits.Hit> asked(UnderWay kind) {
        ContentQuery query = ContentQuery.in(kind.type())
                .inState(State.PUBLIE)
                .where(kind.property(), kind.values().toArray(String[]::new))
                .and(new ContentQuery.OneOf(List.of(
                        new ContentQuery.Between(TOUCHED, null, clock.instant().minus(LONG)),
                        new ContentQuery.Between(LAST_DAY, null, today()))))
                .orderBy(TOUCHED, false)
                .page(0, AT_ONCE);
        return indexes.author().find(query, Identity.SYSTEM).hits();
    }

    private WeekPage.Task task(UnderWay kind, Node item, Clock now) throws RepositoryException {
        boolean over = isOver(item);
        Instant since = over ? item.getProperty(LAST_DAY).getDate().toInstant() : touched(item);
        return new WeekPage.Task(
                Review.title(item),
                say(over ? "still.over" : "still"),
                why(item),
                Moment.of(since, now),
                "/espace/" + kind.type() + "/" + item.getIdentifier(),
                false,
                0,
                "");
    }

    @Override
    public List<FormPage.Aside> reviewAsides(Node item) throws RepositoryException {
        for (UnderWay kind : UNDER_WAY) {
            if (kind.is(item) && ItemState.of(item) == State.PUBLIE && (isOld(item) || isOver(item))) {
                boolean over = isOver(item);
                return List.of(new FormPage.Aside(
                        say(over ? "still.over" : "still"),
                        List.of(why(item), say(over ? "still.over.change" : "still.change")),
                        List.of(),
                        "",
                        gestures(ADDRESS + kind.type() + "/" + item.getIdentifier(), over)));
            }
        }
        return List.of();
    }

    /** Returns the gestures; what is over is not said to go on by a press, for its last day would stand there. */
    private List<FormPage.AsideGesture> gestures(String address, boolean over) {
        FormPage.AsideGesture archive = new FormPage.AsideGesture(say("still.archive"), address + "/archiver");
        return over
                ? List.of(archive)
                : List.of(new FormPage.AsideGesture(say("still.yes"), address + "/oui"), archive);
    }

    private String why(Node item) throws RepositoryException {
        return isOver(item)
                ? say(
                        "still.until",
                        DAY.format(item.getProperty(LAST_DAY).getDate().toInstant()))
                : say("still.since", MONTH.format(touched(item)));
    }

    private boolean isOld(Node item) throws RepositoryException {
        return touched(item).isBefore(clock.instant().minus(LONG));
    }

    /** Whether its last day lies before today. */
    private boolean isOver(Node item) throws RepositoryException {
        return item.hasProperty(LAST_DAY)
                && item.getProperty(LAST_DAY).getDate().toInstant().isBefore(today());
    }

    private Instant today() {
        return clock.instant().atZone(PARIS).toLocalDate().atStartOfDay(PARIS).toInstant();
    }

    private static Instant touched(Node item) throws RepositoryException {
        return item.getProperty(TOUCHED).getDate().toInstant();
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage("authoring." + key, arguments, Locale.FRENCH);
    }
}
