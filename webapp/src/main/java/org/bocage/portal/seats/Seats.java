package org.bocage.portal.seats;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.ModuleWorkspace;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.SessionFunction;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.publishing.LiveFields;
import org.bocage.portal.seats.Registration.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The seats of events (AG-25), in a workspace that is open to no role and never published: of it the public sees the number
 * that is taken. They are given one after the other, in the order in which people come, or as the organiser says yes; who comes
 * too late waits, and moves up when somebody gives a seat back or there are more.
 */
@Component
class Seats {

    static final String TAKEN = "inscrits";
    static final Workspace WORKSPACE = new Workspace("inscriptions");

    private static final String FOLDER = "bocage:workspace";
    private static final String NEXT = "suivant";
    private static final String END = "fin";
    private static final String CONFIRMED = "confirme";
    private static final String TOLD_AGAIN = "redit";
    private static final String GIVEN = "inscription-place";
    private static final String WAITS = "inscription-attente";
    private static final String RANK = "rang";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_WITHOUT_SEAT = 500;
    private static final int TRIES = 10;

    private final Stores stores;
    private final SeatMails mails;
    private final Organisers organisers;
    private final Gatherings gatherings;
    private final Clock clock;
    private final ItemByItem dates = new ItemByItem("Seats");

    /** How many seats are taken counts whatever version is on line. */
    @Bean
    static LiveFields takenSeats() {
        return new LiveFields("evenements", Set.of("occurrences/*/" + TAKEN));
    }

    /** Registrations are in no list. */
    @Bean
    static ModuleWorkspace registrations() {
        return new ModuleWorkspace(WORKSPACE.name(), ModuleWorkspace.Kind.UNLISTED);
    }

    Seats(Stores stores, SeatMails mails, Organisers organisers, Gatherings gatherings, Clock clock) {
        this.stores = stores;
        this.mails = mails;
        this.organisers = organisers;
        this.gatherings = gatherings;
        this.clock = clock;
        stores.author().update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, WORKSPACE));
    }

    /** Outcome of asking for a seat; {@code KNOWN} for who had asked before. */
    enum Answer {
        SEAT,
        WAITING,
        ASKED,
        KNOWN,
        FULL
    }

    /** How many seats are taken, how many people wait for one, and how many for the organiser's yes. */
    record Count(int seated, int waiting, int asked) {

        private static Count of(List<Registration> all) {
            int seated = (int) all.stream().filter(Registration::seated).count();
            int asked = (int)
                    all.stream().filter(one -> one.status() == Status.ASKED).count();
            return new Count(seated, all.size() - seated - asked, asked);
        }
    }

    /** Gives somebody a seat, after those who wait, or a place among those who wait or ask; tells them by mail. */
    Answer take(Gathering gathering, String name, String mail, List<Question.Answer> answers) {
        return inTurn((session, taken) -> {
            Node folder = folder(session, gathering);
            List<Registration> all = moveUp(session, gathering, folder);
            Count before = Count.of(all);
            taken.put(gathering, before.seated());
            Optional<Registration> known = all.stream()
                    .filter(one -> one.mail().equalsIgnoreCase(mail))
                    .findFirst();
            if (known.isPresent()) {
                tellAgain(session, gathering, folder.getNode(known.get().id()), known.get());
                return Answer.KNOWN;
            }
            Status status = gathering.onRequest()
                    ? Status.ASKED
                    : isFree(gathering, before.seated(), before.waiting()) ? Status.SEATED : Status.WAITING;
            if (status != Status.SEATED && before.waiting() + before.asked() >= MOST_WITHOUT_SEAT) {
                return Answer.FULL;
            }
            Node node = add(folder, name, mail);
            Registration.put(node, status);
            Registration.put(node, answers);
            switch (status) {
                case ASKED -> mails.tell(session, gathering, node, "inscription-demande", Map.of());
                case WAITING -> mails.tell(session, gathering, node, WAITS, Map.of(RANK, before.waiting() + 1));
                default -> mails.tell(session, gathering, node, GIVEN, Map.of());
            }
            tellOrganiser(session, gathering, status, before);
            taken.put(gathering, before.seated() + (status == Status.SEATED ? 1 : 0));
            return Answer.valueOf(status == Status.SEATED ? "SEAT" : status.name());
        });
    }

    /** Whether a seat is there for whoever comes now: nobody passes those who wait. */
    private static boolean isFree(Gathering gathering, int seated, int waiting) {
        return seated < gathering.seats() && waiting == 0;
    }

    private Node add(Node folder, String name, String mail) throws RepositoryException {
        long number = folder.hasProperty(NEXT) ? folder.getProperty(NEXT).getLong() : 1;
        folder.setProperty(NEXT, number + 1);
        Node node = folder.addNode(UUID.randomUUID().toString(), "mgnl:contentNode");
        node.setProperty("nom", name);
        node.setProperty("courriel", mail.toLowerCase(Locale.ROOT));
        node.setProperty("numero", number);
        node.setProperty("cree", Dates.utc(clock.instant()));
        node.setProperty(CONFIRMED, Dates.utc(clock.instant()));
        return node;
    }

    /** Sends the link anew, once a day: whoever lost the mail has it, and the screen tells nobody who is on the list. */
    private void tellAgain(Session session, Gathering gathering, Node node, Registration known)
            throws RepositoryException {
        Instant last = node.getProperty(node.hasProperty(TOLD_AGAIN) ? TOLD_AGAIN : "cree")
                .getDate()
                .toInstant();
        if (last.plus(DAY).isBefore(clock.instant())) {
            node.setProperty(TOLD_AGAIN, Dates.utc(clock.instant()));
            mails.tell(
                    session,
                    gathering,
                    node,
                    "inscription-deja",
                    Map.of("situation", known.status().key(), RANK, known.rank()));
        }
    }

    /** The organiser hears of the first who asks, and without an account of the first who comes: that mail has their link. */
    private void tellOrganiser(Session session, Gathering gathering, Status status, Count before)
            throws RepositoryException {
        boolean asked = status == Status.ASKED && before.asked() == 0;
        boolean first = !gathering.onRequest() && before.seated() + before.waiting() == 0;
        if (asked || first) {
            Organiser organiser = organisers.of(session, gathering.event());
            if (asked || !organiser.hasAccount()) {
                mails.tell(session, gathering, organiser, asked ? "demande" : "premiere", 1);
            }
        }
    }

    /** Says yes or no to some who ask: a yes is a seat, or a place among those who wait when all are taken. */
    void decide(Gathering gathering, Collection<String> people, boolean yes, Organiser organiser) {
        inTurn((session, taken) -> {
            Node folder = folder(session, gathering);
            List<Registration> all = moveUp(session, gathering, folder);
            int seated = Count.of(all).seated();
            int waiting = Count.of(all).waiting();
            for (Registration one : all) {
                if (one.status() != Status.ASKED || !people.contains(one.id())) {
                    continue;
                }
                Node node = folder.getNode(one.id());
                if (!yes) {
                    mails.tell(session, gathering, node, "inscription-refus", Map.of(), organiser);
                    node.remove();
                } else if (isFree(gathering, seated, waiting)) {
                    seat(node);
                    mails.tell(session, gathering, node, GIVEN, Map.of(), organiser);
                    seated++;
                } else {
                    Registration.put(node, Status.WAITING);
                    mails.tell(session, gathering, node, WAITS, Map.of(RANK, ++waiting), organiser);
                }
            }
            taken.put(gathering, seated);
            return true;
        });
    }

    /** Notes who was there, of those who had a seat. */
    void came(Gathering gathering, Collection<String> people) {
        inTurn((session, taken) -> {
            Node folder = folder(session, gathering);
            for (Registration one : Registration.of(folder)) {
                if (one.seated()) {
                    Registration.put(folder.getNode(one.id()), people.contains(one.id()) ? Status.CAME : Status.SEATED);
                }
            }
            return true;
        });
    }

    /** Notes that somebody says they were there. */
    void wasThere(Gathering gathering, String person) {
        inTurn((session, taken) -> {
            Node folder = folder(session, gathering);
            for (Registration one : Registration.of(folder)) {
                if (one.status() == Status.SEATED && one.id().equals(person)) {
                    Registration.put(folder.getNode(person), Status.CAME);
                }
            }
            return true;
        });
    }

    private void seat(Node node) throws RepositoryException {
        Registration.put(node, Status.SEATED);
        node.setProperty(CONFIRMED, Dates.utc(clock.instant()));
    }

    /** Somebody's registration, by what their link names. */
    Optional<Registration> person(SeatLinks.Seat seat) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> folder = WORKSPACE.node(session, "/" + seat.event() + "/" + seat.day());
            return folder.isEmpty()
                    ? Optional.empty()
                    : Registration.of(folder.get()).stream()
                            .filter(one -> one.id().equals(seat.person()))
                            .findFirst();
        });
    }

    /** Gives a seat back, and says so to who had it: the link may have been in other hands. Who waits longest has it. */
    void giveBack(Gathering gathering, String person) {
        inTurn((session, taken) -> {
            Node folder = folder(session, gathering);
            if (folder.hasNode(person)) {
                mails.tell(session, gathering, folder.getNode(person), "inscription-rendue", Map.of());
                folder.getNode(person).remove();
            }
            taken.put(gathering, Count.of(moveUp(session, gathering, folder)).seated());
            return true;
        });
    }

    /** Gives those who wait the seats that are free, unless the event is over, called off or off line; returns who is there then. */
    private List<Registration> moveUp(Session session, Gathering gathering, Node folder) throws RepositoryException {
        List<Registration> all = Registration.of(folder);
        int before = Count.of(all).seated();
        int seated = before;
        boolean open = gathering.isOpen(clock.instant()) && isOnSite(session, gathering.event());
        for (Registration one : all) {
            if (open && one.status() == Status.WAITING && seated < gathering.seats()) {
                Node node = folder.getNode(one.id());
                seat(node);
                mails.tell(session, gathering, node, "inscription-liberee", Map.of());
                seated++;
            }
        }
        return seated == before ? all : Registration.of(folder);
    }

    /** Whether some version of an event is on the site; one that says nothing of it came from where nobody reviews. */
    private static boolean isOnSite(Session session, String event) throws RepositoryException {
        Optional<Node> item = Gatherings.EVENTS.nodeById(session, event);
        return item.isPresent() && (!ItemState.isStated(item.get()) || ItemState.isOnSite(item.get()));
    }

    /** Work with the seats; it tells how many are taken of a date. */
    @FunctionalInterface
    interface Work<T> {
        T apply(Session session, Map<Gathering, Integer> taken) throws RepositoryException;
    }

    /** Does something to the seats, alone, and notes on the dates of events how many are taken. */
    <T> T inTurn(Work<T> work) {
        return stores.author().alone("seats", () -> {
            Map<Gathering, Integer> taken = new HashMap<>();
            return again(session -> {
                taken.clear();
                T done = work.apply(session, taken);
                show(session, taken);
                return done;
            });
        });
    }

    private static void show(Session session, Map<Gathering, Integer> taken) throws RepositoryException {
        for (Map.Entry<Gathering, Integer> one : taken.entrySet()) {
            Optional<Node> event = Workspace.byId(session, one.getKey().event());
            String path = "occurrences/" + one.getKey().occurrence();
            if (event.isPresent() && event.get().hasNode(path)) {
                event.get().getNode(path).setProperty(TAKEN, one.getValue());
            }
        }
    }

    /** Somebody may be writing the event meanwhile. */
    private <T> T again(SessionFunction<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return stores.author().write(Identity.SYSTEM, work);
            } catch (ConcurrentEdit e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    Count count(Gathering gathering) {
        return Count.of(people(gathering));
    }

    /** Returns the registrations of a date, in the order in which they came. */
    List<Registration> people(Gathering gathering) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> folder = WORKSPACE.node(session, "/" + gathering.event() + "/" + gathering.day());
            return folder.isEmpty() ? List.of() : Registration.of(folder.get());
        });
    }

    private static List<Node> children(Node folder) throws RepositoryException {
        List<Node> children = new ArrayList<>();
        for (NodeIterator nodes = folder.getNodes(); nodes.hasNext(); ) {
            children.add(nodes.nextNode());
        }
        return children;
    }

    /** Folder of a date, within a save; a draft does not make its people forgotten earlier. */
    static Node folder(Session session, Gathering gathering) throws RepositoryException {
        Node event = folder(session, gathering.event());
        Node folder = event.hasNode(gathering.day())
                ? event.getNode(gathering.day())
                : event.addNode(gathering.day(), FOLDER);
        if (gathering.online() || !folder.hasProperty(END) || end(folder).isBefore(gathering.end())) {
            folder.setProperty(END, Dates.utc(gathering.end()));
        }
        return folder;
    }

    private static Instant end(Node folder) throws RepositoryException {
        return folder.getProperty(END).getDate().toInstant();
    }

    /** Folder of an event, within a save. */
    static Node folder(Session session, String event) throws RepositoryException {
        Node root = WORKSPACE.root(session);
        return root.hasNode(event) ? root.getNode(event) : root.addNode(event, FOLDER);
    }

    /** Identifiers of the events that somebody registered for. */
    List<String> events() {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<String> names = new ArrayList<>();
            for (Node event : children(WORKSPACE.root(session))) {
                names.add(event.getName());
            }
            return names;
        });
    }

    /** Lets people move up where there are more seats, and forgets who came to what was over thirty days ago. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void look() {
        List<String> events = events();
        dates.run(round -> {
            for (String event : events) {
                round.attempt(WORKSPACE.name() + ":/" + event, () -> look(event));
            }
        });
    }

    /** Whether it is not yet thirty days since a date. */
    static boolean isKept(Gathering gathering, Instant now) {
        return !gathering.end().plus(KEPT).isBefore(now);
    }

    private void look(String event) {
        Instant now = clock.instant();
        Map<String, Gathering> open = new HashMap<>();
        gatherings.of(event).forEach(one -> open.put(one.day(), one));
        inTurn((session, taken) -> {
            if (!WORKSPACE.root(session).hasNode(event)) {
                return true;
            }
            Node seats = WORKSPACE.root(session).getNode(event);
            for (Node folder : children(seats)) {
                Optional<Gathering> date = Optional.ofNullable(open.get(folder.getName()));
                boolean isPast = end(folder).plus(KEPT).isBefore(now);
                if (isPast && (date.isEmpty() || !isKept(date.get(), now))) {
                    folder.remove();
                } else if (date.isPresent()) {
                    taken.put(
                            date.get(),
                            Count.of(moveUp(session, date.get(), folder)).seated());
                }
            }
            // while there is an event, links that were made void stay void
            boolean remembers = Organisers.isRenewed(seats)
                    && Workspace.byId(session, event).isPresent();
            if (!seats.hasNodes() && !remembers && open.values().stream().noneMatch(one -> isKept(one, now))) {
                seats.remove();
            }
            return true;
        });
    }
}
