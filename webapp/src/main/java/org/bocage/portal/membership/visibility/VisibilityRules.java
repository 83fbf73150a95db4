package org.bocage.portal.membership.visibility;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.ProjectionRunner;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.publishing.PublishedCopies;
import org.bocage.editorial.publishing.PublishedProjection;
import org.bocage.portal.membership.Requests;
import org.bocage.portal.membership.visibility.Visibility.Kind;
import org.bocage.portal.membership.visibility.Visibility.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells what other rules of visibility would change, and applies them (AD-05): all that is on line stands by them when this
 * returns. It stands anew, too, when a membership is written, and each night.
 */
@Component
public class VisibilityRules implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(VisibilityRules.class);
    private static final int MOST = 20_000;
    private static final String TURN = "visibility";
    /** How long a change can be put back. */
    static final Duration REVERSIBLE = Duration.ofDays(30);

    private final Stores stores;
    private final ContentIndexes indexes;
    private final PublishedProjection projection;
    private final VisibilityStore store;
    private final MembershipVisibility standing;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> new Thread(work, "visibility"));
    private volatile Optional<ProjectionRunner> follower = Optional.empty();

    VisibilityRules(
            Stores stores,
            ContentIndexes indexes,
            PublishedProjection projection,
            VisibilityStore store,
            MembershipVisibility standing,
            Clock clock) {
        this.stores = stores;
        this.indexes = indexes;
        this.projection = projection;
        this.store = store;
        this.standing = standing;
        this.clock = clock;
    }

    /**
     * Effect of another rule on one kind.
     *
     * @param appear how many contents everybody sees then
     * @param vanish how many nobody but the board and the staff sees any more
     * @param behind how many stand behind the others then
     * @param appearing the structures that these are of, in the order of the alphabet
     * @param vanishing likewise
     * @param nobodys how many of those that vanish are of no structure
     */
    record Effect(
            Kind kind,
            Rule before,
            Rule after,
            int appear,
            int vanish,
            int behind,
            Collection<String> appearing,
            Collection<String> vanishing,
            int nobodys) {}

    Visibility current() {
        return store.current();
    }

    List<VisibilityStore.Change> changes() {
        return store.changes();
    }

    /** Returns the effects of new rules, kind by kind; unchanged kinds are left out. */
    List<Effect> effects(Visibility wanted) {
        Visibility now = store.current();
        Set<String> houses = standing.houses();
        return Stream.of(Kind.values())
                .filter(kind -> now.of(kind) != wanted.of(kind))
                .map(kind -> effect(kind, now.of(kind), wanted.of(kind), houses))
                .toList();
    }

    private Effect effect(Kind kind, Rule before, Rule after, Set<String> houses) {
        List<Hits.Hit> hits = online(kind);
        return stores.published().read(Identity.SYSTEM, session -> {
            Set<String> structures = new LinkedHashSet<>();
            int others = 0;
            int nobodys = 0;
            for (Hits.Hit hit : hits) {
                Optional<Node> item = Workspace.byId(session, hit.id());
                if (item.isEmpty() || !isConcerned(item.get(), kind, houses)) {
                    continue;
                }
                others++;
                List<String> titles = new ArrayList<>();
                for (String structure : MembershipVisibility.structures(item.get())) {
                    MembershipVisibility.title(session, structure).ifPresent(titles::add);
                }
                structures.addAll(titles);
                nobodys += titles.isEmpty() ? 1 : 0;
            }
            Collection<String> named = new TreeSet<>(java.text.Collator.getInstance(java.util.Locale.FRENCH));
            named.addAll(structures);
            boolean appears = before == Rule.MEMBERS_ONLY;
            boolean vanishes = after == Rule.MEMBERS_ONLY;
            return new Effect(
                    kind,
                    before,
                    after,
                    appears ? others : 0,
                    vanishes ? others : 0,
                    after == Rule.MEMBERS_FIRST ? others : 0,
                    appears ? named : List.of(),
                    vanishes ? named : List.of(),
                    nobodys);
        });
    }

    /** Whether the rule of a kind is about an item: it is for everybody, and of nobody who belongs. */
    private static boolean isConcerned(Node item, Kind kind, Set<String> houses) throws RepositoryException {
        boolean shown = kind != Kind.HEARTS || item.hasNode(kind.part());
        return shown && PublishedCopies.own(item) == Audience.PUBLIC && !MembershipVisibility.belongs(item, houses);
    }

    private List<Hits.Hit> online(Kind kind) {
        return kind.workspaces().stream()
                .sorted()
                .flatMap(workspace ->
                        indexes
                                .published()
                                .find(ContentQuery.in(workspace).page(0, MOST), Identity.SYSTEM)
                                .hits()
                                .stream())
                .toList();
    }

    /** Applies rules: everything on line stands by them when this returns. */
    public void apply(Visibility wanted, String by) {
        stores.author().alone(TURN, () -> apply(wanted, by, ""));
    }

    private void apply(Visibility wanted, String by, String undone) {
        Visibility before = store.current();
        store.set(wanted, by, undone);
        log.info("What is visible changed from {} to {}", before.rules(), wanted.rules());
        standAnew();
    }

    /** Whether a change can be put back. */
    boolean isReversible(VisibilityStore.Change change) {
        return !change.undone() && change.at().plus(REVERSIBLE).isAfter(clock.instant());
    }

    /** Puts back what was before a change; false when it is too late, or was done. */
    boolean undo(String id, String by) {
        return stores.author().alone(TURN, () -> {
            Optional<VisibilityStore.Change> change = store.changes().stream()
                    .filter(one -> one.id().equals(id) && isReversible(one))
                    .findFirst();
            change.ifPresent(one -> apply(one.before(), by, id));
            return change.isPresent();
        });
    }

    /**
     * Has what is on line stand by the rules and by who belongs, where it does not yet: after a change of either, after a stop
     * amid that, and each night, for who belongs changes with time.
     */
    @Scheduled(cron = "0 20 3 * * *", zone = "Europe/Paris")
    void standAnew() {
        stores.author().alone(TURN, this::standInTurn);
    }

    private void standInTurn() {
        Visibility wanted = store.current();
        Set<String> members = wanted.isOpen() ? Set.of() : standing.houses();
        VisibilityStore.Carried carried = store.carriedOut();
        boolean sameMembers = carried.members().equals(VisibilityStore.digest(members));
        Set<Kind> kinds = Stream.of(Kind.values())
                .filter(kind -> carried.rules().of(kind) != wanted.of(kind)
                        || (wanted.of(kind) != Rule.EVERYBODY && !sameMembers))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        if (!kinds.isEmpty()) {
            projection.stand(kinds.stream()
                    .flatMap(kind -> online(kind).stream())
                    .map(Hits.Hit::id)
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        if (!kinds.isEmpty() || !sameMembers) {
            store.carryOut(wanted, members);
        }
    }

    @Override
    public void start() {
        standWhereItLeads();
        // the machine that led may have gone before it did
        stores.leadership().whenMoved(() -> thread.execute(this::standWhereItLeads));
        String memberships = new Workspace(Requests.TYPE).storePath("/");
        // not in the follower's own thread: who publishes waits for the followers
        follower = Optional.of(ProjectionRunner.startLast(stores.author(), "visibility", changes -> {
            if (changes.touches(memberships)) {
                thread.execute(this::standWhereItLeads);
            }
        }));
    }

    private void standWhereItLeads() {
        if (stores.leadership().isHere()) {
            standAnew();
        }
    }

    @Override
    public void stop() {
        follower.ifPresent(ProjectionRunner::close);
        follower = Optional.empty();
        thread.shutdown();
    }

    @Override
    public boolean isRunning() {
        return follower.isPresent();
    }
}
