package org.bocage.editorial.items;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.Item;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.WeekPage;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.Withdrawals;
import org.springframework.stereotype.Component;

/** Tasks of the review that wait for the person who is signed in, the longest waiting first. */
@Component
public final class WaitingTasks {

    /** Tasks that are named: the others come as these are done. */
    private static final int SHOWN = 200;

    private static final Duration LATE = Duration.ofDays(3);

    private final Desk desk;
    private final Contents contents;
    private final Accounts accounts;

    WaitingTasks(Desk desk, Contents contents, Accounts accounts) {
        this.desk = desk;
        this.contents = contents;
        this.accounts = accounts;
    }

    /** Returns the first tasks that wait for this person's yes, the oldest first, without what looks like advertising. */
    public List<WeekPage.Task> tasks() {
        return Stream.of(
                        desk.withdrawals().stream().map(this::task),
                        desk.otherTasks().stream(),
                        tasks(desk::proposals).stream())
                .flatMap(some -> some)
                .sorted(Comparator.comparing(task -> task.since().iso()))
                .limit(SHOWN)
                .toList();
    }

    /** A picture that somebody does not want shown: it is away, and waits for a look. */
    private WeekPage.Task task(Withdrawals.Request asked) {
        return new WeekPage.Task(
                asked.title(),
                desk.sentence("authoring.withdrawal"),
                desk.sentence("authoring.withdrawal.who"),
                Moment.of(asked.since(), desk.clock()),
                WorkAddress.asset("jcr:" + asked.id()),
                asked.since().plus(LATE).isBefore(desk.clock().instant()),
                0,
                "");
    }

    /** Returns the proposals that look like advertising. */
    public List<WeekPage.Task> suspects() {
        return tasks(query -> query.inState(State.PROPOSE).where(Review.SUSPECT, "true"));
    }

    private List<WeekPage.Task> tasks(UnaryOperator<ContentQuery> asked) {
        Stream<WeekPage.Task> items = desk.definitions().contentTypes().stream()
                .flatMap(type -> waiting(type.workspace(), asked)
                        .map(item -> task(
                                item,
                                desk.label(type),
                                "/espace/taches/" + type.name() + "/" + item.id(),
                                type.name() + "/" + item.id() + "/" + item.revision())));
        Stream<WeekPage.Task> pages = waiting(Workspace.WEBSITE.name(), asked)
                .map(item -> task(
                        item,
                        desk.pagesLabel(),
                        WorkAddress.page(item.path()) + (item.online() ? "?changements=" : ""),
                        ""));
        return Stream.concat(items, pages)
                .sorted(Comparator.comparing(task -> task.since().iso()))
                .toList();
    }

    private Stream<Item> waiting(String workspace, UnaryOperator<ContentQuery> asked) {
        return contents
                .find(
                        asked.apply(ContentQuery.in(workspace))
                                .orderBy(Review.PROPOSED, false)
                                .orderBy("mgnl:lastModified", false)
                                .page(0, SHOWN),
                        desk.identity())
                .items()
                .stream();
    }

    private WeekPage.Task task(Item item, String type, String address, String choice) {
        return new WeekPage.Task(
                item.title(),
                type,
                item.writer(accounts),
                Moment.of(item.proposed(), desk.clock()),
                address,
                item.proposed().plus(LATE).isBefore(desk.clock().instant()),
                item.comments().size(),
                choice);
    }
}
