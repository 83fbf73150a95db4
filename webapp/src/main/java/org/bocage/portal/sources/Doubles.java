package org.bocage.portal.sources;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.publishing.ComputedFields;
import org.bocage.editorial.workflow.Review;
import org.bocage.portal.sources.reading.Territory;
import org.springframework.stereotype.Component;

/**
 * Events that are told twice, by two sources or by a source and somebody (AG-20): the same day and commune, half an hour apart
 * at most, titles of which four words in five are the same. Each is looked for when it is written, by one question to the
 * index; what it may be a double of is noted on it until somebody says what is what. Nobody is asked about what is over.
 */
@Component
final class Doubles implements ComputedFields {

    static final String EVENTS = "evenements";
    /** Identifiers of what an event may be a double of. */
    static final String SUSPECTED = "doublons";
    /** Identifiers of what somebody said it is no double of. */
    static final String DISTINCT = "pasDoublons";

    private static final String EVENT = "bocage:evenement";
    private static final String OCCURRENCE = "bocage:occurrence";
    private static final Duration APART = Duration.ofMinutes(30);
    static final double ALIKE = 0.8;
    private static final int MOST = 50;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final Clock clock;

    Doubles(Stores stores, ContentIndexes indexes, Clock clock) {
        this.clock = clock;
        this.stores = stores;
        this.indexes = indexes;
    }

    /** Two events that may be one; the one that came first is the first. */
    record Pair(One first, One second) {

        /** One of them, as the screens tell it. */
        record One(String id, String title, Instant start, Instant changed, String by) {

            private static One of(Node item) throws RepositoryException {
                return new One(
                        item.getIdentifier(),
                        Review.title(item),
                        Doubles.start(item).orElse(Instant.EPOCH),
                        item.getProperty("mgnl:lastModified").getDate().toInstant(),
                        Source.text(item, "proposePar/nom"));
            }
        }
    }

    @Override
    public void derive(Node item) throws RepositoryException {
        if (!item.getPrimaryNodeType().getName().equals(EVENT)) {
            return;
        }
        List<String> found = find(item);
        if (!found.isEmpty()) {
            item.setProperty(SUSPECTED, found.toArray(new String[0]));
        } else if (item.hasProperty(SUSPECTED)) {
            item.getProperty(SUSPECTED).remove();
        }
    }

    private List<String> find(Node item) throws RepositoryException {
        Optional<Instant> start = start(item);
        String commune = Source.text(item, "commune");
        if (start.isEmpty() || commune.isEmpty() || !Existing.isToCome(item, clock.instant())) {
            return List.of();
        }
        ContentQuery near = ContentQuery.in(EVENTS)
                .ofType(OCCURRENCE)
                .where("commune", commune)
                .and(new ContentQuery.Between(
                        "debut",
                        start.get().minus(APART),
                        start.get().plus(APART).plusMillis(1)))
                .page(0, MOST);
        Set<String> found = new HashSet<>();
        for (Hits.Hit hit : indexes.author().find(near, Identity.SYSTEM).hits()) {
            // …/the event/occurrences/20261204
            String path = hit.path().replaceFirst("/occurrences/[^/]+$", "");
            Optional<Node> other = new Workspace(EVENTS).node(item.getSession(), path);
            if (other.isPresent() && isDouble(item, other.get())) {
                found.add(other.get().getIdentifier());
            }
        }
        return found.stream().sorted().toList();
    }

    /** Whether two events that are on at the same time in the same place may be one. */
    private static boolean isDouble(Node one, Node other) throws RepositoryException {
        String source = Source.text(one, "source");
        return !one.isSame(other)
                && (source.isEmpty() || !source.equals(Source.text(other, "source")))
                && !(source.isEmpty() && Source.text(other, "source").isEmpty())
                && isHere(other)
                && sameDay(start(one), start(other))
                && !Source.texts(one, DISTINCT).contains(other.getIdentifier())
                && !Source.texts(other, DISTINCT).contains(one.getIdentifier())
                && alike(Review.title(one), Review.title(other)) >= ALIKE;
    }

    private static boolean sameDay(Optional<Instant> one, Optional<Instant> other) {
        return one.map(at -> LocalDate.ofInstant(at, SourceFields.PARIS))
                .equals(other.map(at -> LocalDate.ofInstant(at, SourceFields.PARIS)));
    }

    private static boolean isHere(Node item) throws RepositoryException {
        State state = ItemState.of(item);
        return state == State.PROPOSE || state == State.PUBLIE;
    }

    /** How much of their words two titles share, from 0 to 1 (Sørensen and Dice), accents, capitals and signs apart. */
    static double alike(String one, String other) {
        List<String> left = words(one);
        List<String> right = words(other);
        int all = left.size() + right.size();
        int shared = 0;
        for (String word : right) {
            if (left.remove(word)) {
                shared++;
            }
        }
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    private static List<String> words(String title) {
        return Arrays.stream(Territory.fold(title).split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** When an event begins first. */
    private static Optional<Instant> start(Node item) throws RepositoryException {
        Instant first = null;
        if (item.hasNode("occurrences")) {
            for (NodeIterator all = item.getNode("occurrences").getNodes(); all.hasNext(); ) {
                Instant at = all.nextNode().getProperty("debut").getDate().toInstant();
                first = first == null || at.isBefore(first) ? at : first;
            }
        }
        return Optional.ofNullable(first);
    }

    /** Returns the possible duplicates, the oldest first. */
    List<Pair> all() {
        ContentQuery suspected = ContentQuery.in(EVENTS)
                .ofType(EVENT)
                .and(new ContentQuery.Missing(SUSPECTED, false))
                .orderBy("mgnl:lastModified", false)
                .page(0, MOST);
        Hits hits = indexes.author().find(suspected, Identity.SYSTEM);
        if (hits.hits().isEmpty()) {
            return List.of();
        }
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Pair> pairs = new ArrayList<>();
            Set<Set<String>> seen = new HashSet<>();
            for (Hits.Hit hit : hits.hits()) {
                Optional<Node> item = new Workspace(EVENTS).node(session, hit.path());
                if (item.isEmpty() || !isHere(item.get())) {
                    continue;
                }
                for (String id : Source.texts(item.get(), SUSPECTED)) {
                    Optional<Node> other = Workspace.byId(session, id);
                    if (other.isPresent()
                            && isDouble(item.get(), other.get())
                            && seen.add(Set.of(item.get().getIdentifier(), id))) {
                        pairs.add(pair(other.get(), item.get()));
                    }
                }
            }
            return pairs;
        });
    }

    private static Pair pair(Node one, Node other) throws RepositoryException {
        boolean inOrder = !Dates.created(one).after(Dates.created(other));
        return inOrder
                ? new Pair(Pair.One.of(one), Pair.One.of(other))
                : new Pair(Pair.One.of(other), Pair.One.of(one));
    }
}
