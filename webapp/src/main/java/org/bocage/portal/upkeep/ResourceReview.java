package org.bocage.portal.upkeep;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.publishing.ComputedFields;
import org.bocage.editorial.screens.extension.ReviewAsides;
import org.bocage.editorial.screens.extension.ReviewTasks;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.WeekPage;
import org.bocage.editorial.workflow.Review;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Resources are looked at again by a day that each has (RS-09): a year after it was checked, unless somebody chose another one.
 * From that day on it is a task, which one press ends for a year.
 */
@Component
class ResourceReview implements ReviewAsides, ReviewTasks, ComputedFields {

    static final String TYPE = "ressources";
    private static final String NODE_TYPE = "bocage:ressource";
    private static final String CHECKED = "verifieLe";
    private static final String AGAIN = "aRevoirLe";
    private static final String OWNER = "responsable";
    private static final int AT_ONCE = 50;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter DAY = FrenchDays.format("d MMMM yyyy");

    private final Stores stores;
    private final ContentIndexes indexes;
    private final MessageSource messages;
    private final Clock clock;

    ResourceReview(Stores stores, ContentIndexes indexes, MessageSource messages, Clock clock) {
        this.stores = stores;
        this.indexes = indexes;
        this.messages = messages;
        this.clock = clock;
    }

    /** Whoever says nothing else looks again in a year. */
    @Override
    public void derive(Node item) throws RepositoryException {
        if (item.isNodeType(NODE_TYPE) && item.hasProperty(CHECKED) && !item.hasProperty(AGAIN)) {
            item.setProperty(AGAIN, Dates.utc(start(day(item, CHECKED).plusYears(1))));
        }
    }

    /** Checked today, and not again for a year. */
    void checked(Node item) throws RepositoryException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
        item.setProperty(CHECKED, Dates.utc(start(today)));
        item.setProperty(AGAIN, Dates.utc(start(today.plusYears(1))));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(PARIS).toInstant();
    }

    private static LocalDate day(Node item, String property) throws RepositoryException {
        return LocalDate.ofInstant(item.getProperty(property).getDate().toInstant(), PARIS);
    }

    @Override
    public List<WeekPage.Task> tasks(Clock now) {
        ContentQuery late = ContentQuery.in(TYPE)
                .inState(State.PUBLIE)
                .and(new ContentQuery.Between(AGAIN, null, clock.instant()))
                .orderBy(AGAIN, false)
                .page(0, AT_ONCE);
        return stores.author().read(Identity.SYSTEM, session -> {
            List<WeekPage.Task> tasks = new ArrayList<>();
            for (Hits.Hit hit : indexes.author().find(late, Identity.SYSTEM).hits()) {
                Optional<Node> item = Workspace.byId(session, hit.id());
                if (item.isPresent()) {
                    tasks.add(new WeekPage.Task(
                            Review.title(item.get()),
                            say("overdue"),
                            owner(item.get()),
                            Moment.of(item.get().getProperty(AGAIN).getDate().toInstant(), now),
                            "/espace/" + TYPE + "/" + hit.id(),
                            false,
                            0,
                            ""));
                }
            }
            return tasks;
        });
    }

    private static String owner(Node item) throws RepositoryException {
        if (!item.hasProperty(OWNER)) {
            return "";
        }
        Optional<Node> owner =
                Workspace.byId(item.getSession(), item.getProperty(OWNER).getString());
        return owner.isPresent() ? Review.title(owner.get()) : "";
    }

    @Override
    public List<FormPage.Aside> reviewAsides(Node item) throws RepositoryException {
        if (!item.isNodeType(NODE_TYPE)
                || ItemState.of(item) != State.PUBLIE
                || !item.hasProperty(AGAIN)
                || start(day(item, AGAIN)).isAfter(clock.instant())) {
            return List.of();
        }
        return List.of(new FormPage.Aside(
                say("overdue"),
                List.of(say("overdue.since", DAY.format(day(item, AGAIN)))),
                List.of(),
                "",
                List.of(new FormPage.AsideGesture(
                        say("overdue.yes"), FreshnessReview.ADDRESS + TYPE + "/" + item.getIdentifier() + "/oui"))));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage("authoring." + key, arguments, Locale.FRENCH);
    }
}
