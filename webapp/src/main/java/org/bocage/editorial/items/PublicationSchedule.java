package org.bocage.editorial.items;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.Item;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.view.ComingPage;
import org.bocage.editorial.view.Moment;
import org.springframework.stereotype.Component;

/** Scheduled publications and expiries, as far as one may see them. */
@Component
public final class PublicationSchedule {

    private static final int MOST = 100;

    private final Desk desk;
    private final Contents contents;

    PublicationSchedule(Desk desk, Contents contents) {
        this.desk = desk;
        this.contents = contents;
    }

    private record Event(Instant at, ComingPage.Event shown) {}

    /** Up to a moment, the soonest first. */
    public List<ComingPage.Event> until(Instant end) {
        return events(end).stream().map(Event::shown).toList();
    }

    /** Day by day. */
    public List<ComingPage.Day> days(Instant end) {
        Map<String, List<Event>> days = new LinkedHashMap<>();
        events(end)
                .forEach(event -> days.computeIfAbsent(event.shown().when().day(), day -> new ArrayList<>())
                        .add(event));
        return days.values().stream()
                .map(all -> new ComingPage.Day(
                        all.get(0).shown().when(),
                        all.stream().map(Event::shown).toList()))
                .toList();
    }

    private List<Event> events(Instant end) {
        Instant now = desk.clock().instant();
        List<Event> events = new ArrayList<>();
        events.addAll(find(ContentQuery.anywhere().inState(State.PROGRAMME), "publierLe", "publie", end));
        events.addAll(find(
                ContentQuery.anywhere().onSite().and(new ContentQuery.Between("depublierLe", now, end)),
                "depublierLe",
                "retire",
                end));
        events.sort(Comparator.comparing(Event::at));
        return events;
    }

    private List<Event> find(ContentQuery query, String date, String kind, Instant end) {
        ContentQuery due = query.and(new ContentQuery.Between(date, null, end))
                .orderBy(date, false)
                .page(0, MOST);
        return contents.find(due, desk.identity(), node -> event(node, date, kind))
                .items();
    }

    private Event event(Node node, String date, String kind) throws RepositoryException {
        Item item = Item.of(node);
        Instant at = node.getProperty(date).getDate().toInstant();
        return new Event(
                at,
                new ComingPage.Event(
                        Moment.of(at, desk.clock()),
                        kind,
                        item.title(),
                        desk.type(item.workspace())
                                .map(desk::label)
                                .orElseGet(() -> desk.sentence("authoring.coming.page")),
                        WorkAddress.of(item)));
    }
}
