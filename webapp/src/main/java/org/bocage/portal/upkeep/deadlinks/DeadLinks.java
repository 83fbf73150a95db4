package org.bocage.portal.upkeep.deadlinks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.outgoing.Answer;
import org.bocage.cms.outgoing.OutgoingHttp;
import org.bocage.cms.outgoing.RequestFailure;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.ModuleWorkspace;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.publishing.LiveFields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Goes once a week to wherever what is on line leads (RS-08): one question a second to a host. What was not there twice, a week
 * apart, is told; after thirty days the page of the resource says so itself. Nothing is ever taken away.
 */
@Component
class DeadLinks implements DisposableBean {

    static final Workspace WORKSPACE = new Workspace("liens-casses");
    /** On a resource, for everybody: one of its links has not answered for thirty days. */
    static final String FLAG = "lienAVerifier";

    private static final Logger log = LoggerFactory.getLogger(DeadLinks.class);
    private static final Workspace RESOURCES = new Workspace("ressources");
    private static final String FOUND = "trouves";
    private static final String ROUND = "passage";
    private static final String DEAD = "liensMorts";
    /** A week, less the time that a round takes. */
    private static final Duration WEEK = Duration.ofHours(6 * 24 + 12);

    private static final Duration MONTH = Duration.ofDays(30);
    private static final int TWICE = 2;
    /** A second lies between two questions to a host, even when the first one takes a while to arrive. */
    private static final long PAUSE = Duration.ofMillis(1_200).toNanos();
    /** A server that wants to know who asks, or is asked too much, has the page all the same. */
    private static final Set<Integer> THERE_ALL_THE_SAME = Set.of(401, 402, 403, 405, 406, 429, 451, 999);

    private final Stores stores;
    private final PublishedLinks links;
    private final OutgoingHttp outgoing;
    private final Environment environment;
    private final Clock clock;
    private final ItemByItem addresses = new ItemByItem("DeadLinks");
    /** Of all rounds: one may begin right after another. */
    private final Turns turns = new Turns();

    private final AtomicBoolean running = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread one = new Thread(work, "links");
        one.setDaemon(true);
        return one;
    });

    /** The flag counts whatever version is on line. */
    @Bean
    static LiveFields deadLinkFlag() {
        return new LiveFields(RESOURCES.name(), Set.of(FLAG));
    }

    /** Findings about links are no contents. */
    @Bean
    static ModuleWorkspace linksFound() {
        return new ModuleWorkspace(WORKSPACE.name(), ModuleWorkspace.Kind.TECHNICAL);
    }

    DeadLinks(Stores stores, PublishedLinks links, OutgoingHttp outgoing, Environment environment, Clock clock) {
        this.stores = stores;
        this.links = links;
        this.outgoing = outgoing;
        this.environment = environment;
        this.clock = clock;
        stores.author().update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, WORKSPACE);
            Node root = WORKSPACE.root(session);
            for (String name : List.of(FOUND, ROUND)) {
                if (!root.hasNode(name)) {
                    root.addNode(name, "mgnl:contentNode");
                }
            }
        });
    }

    /**
     * A link that leads nowhere.
     *
     * @param why key of the reason
     * @param status what the server said; 0 when it is not that
     * @param items the contents it stands in, {@code workspace/identifier}
     * @param flagged whether pages say so
     */
    record Dead(String address, String why, int status, Instant since, List<String> items, boolean flagged) {}

    /** Each night: a round when the last one is a week ago, and what has been told for thirty days is flagged. */
    @Scheduled(cron = "0 20 4 * * *", zone = "Europe/Paris")
    void look() {
        if (isDue()) {
            start();
        }
        mark();
    }

    /** Whether the last round that came to its end is a week old. */
    private boolean isDue() {
        return last().filter(began -> began.plus(WEEK).isAfter(clock.instant())).isEmpty();
    }

    /** Begins a round at once, unless one is under way. */
    boolean start() {
        if (!running.compareAndSet(false, true)) {
            return false;
        }
        thread.execute(() -> {
            try {
                round();
            } catch (ItemByItem.FailedItems e) {
                log.warn("Of some links nothing is known until the next round: {}", e.getMessage());
            } catch (RuntimeException e) {
                log.error("The links could not all be looked at; the next round begins anew", e);
            } finally {
                running.set(false);
            }
        });
        return true;
    }

    boolean isRunning() {
        return running.get();
    }

    /** When the last round that came to its end began. */
    Optional<Instant> last() {
        return stores.author().read(Identity.SYSTEM, session -> {
            Node round = WORKSPACE.root(session).getNode(ROUND);
            return round.hasProperty("le")
                    ? Optional.of(round.getProperty("le").getDate().toInstant())
                    : Optional.empty();
        });
    }

    /**
     * Goes to all of them, and notes what is not there. The round is noted once it came to its end: one that a stop cuts short is
     * made again the next night.
     */
    synchronized void round() {
        Instant began = clock.instant();
        Map<String, Set<String>> all = links.all();
        addresses.run(round -> {
            for (String address : mixed(all.keySet())) {
                round.attempt(address, () -> note(address, all.getOrDefault(address, Set.of()), problem(address)));
                if (Thread.currentThread().isInterrupted()) {
                    throw new IllegalStateException("The portal stops");
                }
            }
            end(began, all.keySet());
            mark();
        });
    }

    private void end(Instant began, Set<String> addresses) {
        stores.author().update(Identity.SYSTEM, session -> {
            for (NodeIterator known = found(session).getNodes(); known.hasNext(); ) {
                Node one = known.nextNode();
                if (!addresses.contains(one.getProperty("adresse").getString())) {
                    one.remove();
                }
            }
            WORKSPACE.root(session).getNode(ROUND).setProperty("le", Dates.utc(began));
        });
    }

    /** Hosts by turns, so that no time passes in waiting for one of them. */
    private static List<String> mixed(Set<String> addresses) {
        Map<String, Integer> ofHost = new HashMap<>();
        Map<Integer, List<String>> rounds = new TreeMap<>();
        for (String address : addresses) {
            int turn = ofHost.merge(host(address), 1, Integer::sum);
            rounds.computeIfAbsent(turn, any -> new ArrayList<>()).add(address);
        }
        return rounds.values().stream().flatMap(List::stream).toList();
    }

    private static String host(String address) {
        return address.replaceFirst("^[a-z]+://", "").replaceFirst("[/:?].*$", "");
    }

    /** A host is asked once a second. */
    private static final class Turns implements OutgoingHttp.Turn {

        private final Map<String, Long> next = new HashMap<>();

        @Override
        public void await(String host) {
            long now = System.nanoTime();
            long free = next.getOrDefault(host, now);
            if (free - now > 0) {
                try {
                    TimeUnit.NANOSECONDS.sleep(free - now);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("The portal stops", e);
                }
            }
            next.put(host, Math.max(free, System.nanoTime()) + PAUSE);
        }

        /** However long an answer took, the pause comes after it. */
        @Override
        public void answered(String host) {
            next.computeIfPresent(host, (any, then) -> Math.max(then, System.nanoTime() + PAUSE));
        }
    }

    private Optional<Answer.Nothing> problem(String address) {
        Matcher ours = PublishedLinks.OURS.matcher(address);
        if (ours.matches()) {
            return isOnLine(ours.group(1))
                    ? Optional.empty()
                    : Optional.of(new Answer.Nothing(RequestFailure.STATUS, 404));
        }
        if (address.startsWith("/")) {
            return within(address);
        }
        if (host(address).toLowerCase(Locale.ROOT).endsWith(".invalid")) {
            // a name that is kept for examples, and that nobody can ever have
            return Optional.empty();
        }
        return outgoing.missing(address, turns).filter(DeadLinks::isMissing);
    }

    private static boolean isMissing(Answer.Nothing answer) {
        return answer.why() != RequestFailure.PORT
                && (answer.why() != RequestFailure.STATUS || !THERE_ALL_THE_SAME.contains(answer.status()));
    }

    private boolean isOnLine(String id) {
        return stores.published()
                .read(Identity.SYSTEM, session -> Workspace.byId(session, id).isPresent());
    }

    /** Asks the site itself; made when a round first needs it, not at each start. */
    private static final class Self {
        static final HttpClient CLIENT =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    }

    /** An address of this site, asked for as a visitor does. */
    private Optional<Answer.Nothing> within(String path) {
        String port = environment.getProperty("local.server.port", "");
        if (port.isEmpty()) {
            return Optional.empty();
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            int status = Self.CLIENT
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status < 400 || status == 401
                    ? Optional.empty()
                    : Optional.of(new Answer.Nothing(RequestFailure.STATUS, status));
        } catch (IllegalArgumentException e) {
            return Optional.of(new Answer.Nothing(RequestFailure.ADDRESS, 0));
        } catch (IOException e) {
            return Optional.of(new Answer.Nothing(RequestFailure.CONNECTION, 0));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The portal stops", e);
        }
    }

    private void note(String address, Set<String> items, Optional<Answer.Nothing> problem) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node found = found(session);
            String name = UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8))
                    .toString();
            if (problem.isEmpty()) {
                if (found.hasNode(name)) {
                    found.getNode(name).remove();
                }
                return;
            }
            Instant now = clock.instant();
            Node one = found.hasNode(name) ? found.getNode(name) : found.addNode(name, "mgnl:contentNode");
            if (!one.hasProperty("depuis")) {
                one.setProperty("adresse", address);
                one.setProperty("depuis", Dates.utc(now));
                one.setProperty("fois", 0L);
            }
            // looked at again on demand, it is not a week apart: that counts once
            if (!one.hasProperty("dernier")
                    || !one.getProperty("dernier")
                            .getDate()
                            .toInstant()
                            .plus(WEEK)
                            .isAfter(now)) {
                one.setProperty("fois", one.getProperty("fois").getLong() + 1);
                one.setProperty("dernier", Dates.utc(now));
            }
            one.setProperty("raison", problem.get().why().key());
            one.setProperty("statut", problem.get().status());
            one.setProperty("contenus", items.toArray(new String[0]));
        });
    }

    private static Node found(Session session) throws RepositoryException {
        return WORKSPACE.root(session).getNode(FOUND);
    }

    /** Returns the links that failed twice, a week apart, the oldest first. */
    List<Dead> reported() {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Dead> dead = new ArrayList<>();
            for (NodeIterator known = found(session).getNodes(); known.hasNext(); ) {
                Node one = known.nextNode();
                if (one.getProperty("fois").getLong() >= TWICE) {
                    dead.add(dead(one));
                }
            }
            dead.sort(Comparator.comparing(Dead::since));
            return dead;
        });
    }

    private Dead dead(Node one) throws RepositoryException {
        List<String> items = new ArrayList<>();
        for (Value item : one.getProperty("contenus").getValues()) {
            items.add(item.getString());
        }
        Instant since = one.getProperty("depuis").getDate().toInstant();
        return new Dead(
                one.getProperty("adresse").getString(),
                one.getProperty("raison").getString(),
                (int) one.getProperty("statut").getLong(),
                since,
                items,
                !since.plus(MONTH).isAfter(clock.instant()));
    }

    /** Writes on each resource which of its links are told, and on its page whether one has been for thirty days. */
    private void mark() {
        Map<String, Set<String>> told = new HashMap<>();
        Set<String> flagged = new HashSet<>();
        for (Dead one : reported()) {
            for (String item : one.items()) {
                if (item.startsWith(RESOURCES.name() + "/")) {
                    String id = item.substring(RESOURCES.name().length() + 1);
                    told.computeIfAbsent(id, any -> new HashSet<>()).add(one.address());
                    if (one.flagged()) {
                        flagged.add(id);
                    }
                }
            }
        }
        stores.author().update(Identity.SYSTEM, session -> {
            for (Node resource : resources(session)) {
                Set<String> dead = told.getOrDefault(resource.getIdentifier(), Set.of());
                if (!dead.isEmpty()) {
                    resource.setProperty(DEAD, dead.toArray(new String[0]));
                } else if (resource.hasProperty(DEAD)) {
                    resource.getProperty(DEAD).remove();
                }
                flag(resource, flagged);
            }
        });
    }

    private static void flag(Node resource, Set<String> flagged) throws RepositoryException {
        boolean is = flagged.contains(resource.getIdentifier());
        if (is && !resource.hasProperty(FLAG)) {
            resource.setProperty(FLAG, true);
        } else if (!is && resource.hasProperty(FLAG)) {
            resource.getProperty(FLAG).remove();
        }
    }

    private static List<Node> resources(Session session) throws RepositoryException {
        List<Node> found = new ArrayList<>();
        if (session.nodeExists(RESOURCES.storePath("/"))) {
            gather(RESOURCES.root(session), found);
        }
        return found;
    }

    private static void gather(Node folder, List<Node> found) throws RepositoryException {
        for (NodeIterator children = folder.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (child.isNodeType("bocage:ressource")) {
                found.add(child);
            } else if (child.isNodeType("mgnl:folder")) {
                gather(child, found);
            }
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
