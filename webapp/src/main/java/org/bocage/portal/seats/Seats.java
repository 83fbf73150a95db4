package org.bocage.portal.seats;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.publishing.LiveFields;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The seats of events (AG-25), in a workspace that is open to no role and never published: of it the public sees the number
 * that is taken. They are given one after the other, in the order in which people come; who comes too late waits, and moves up
 * when somebody gives a seat back or there are more.
 */
@Component
class Seats {

    static final String TAKEN = "inscrits";

    private static final Workspace SEATS = new Workspace("inscriptions");
    private static final String FOLDER = "bocage:workspace";
    private static final String NEXT = "suivant";
    private static final String END = "fin";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_WAITING = 500;
    private static final int TRIES = 10;

    private final Stores stores;
    private final SeatLinks links;
    private final Outbox outbox;
    private final MailTemplates mails;
    private final Clock clock;
    private final SiteAddress siteAddress;
    private final ItemByItem dates = new ItemByItem("Seats");

    /** How many seats are taken counts whatever version is on line. */
    @Bean
    static LiveFields takenSeats() {
        return new LiveFields("evenements", Set.of("occurrences/*/" + TAKEN));
    }

    /** Registrations are in no list. */
    @Bean
    static ModuleWorkspace registrations() {
        return new ModuleWorkspace(SEATS.name(), ModuleWorkspace.Kind.UNLISTED);
    }

    Seats(Stores stores, SeatLinks links, Outbox outbox, MailTemplates mails, Clock clock, SiteAddress siteAddress) {
        this.stores = stores;
        this.links = links;
        this.outbox = outbox;
        this.mails = mails;
        this.clock = clock;
        this.siteAddress = siteAddress;
        stores.author().update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, SEATS));
    }

    /** Outcome of asking for a seat; {@code KNOWN} for who had asked before. */
    enum Answer {
        SEAT,
        WAITING,
        KNOWN,
        FULL
    }

    /** Somebody on the list; {@code rank} counts those who wait, 0 for who has a seat. */
    record Person(String id, String name, String mail, boolean seated, int rank, Instant since) {}

    /** How many seats are taken, and how many people wait. */
    record Count(int seated, int waiting) {}

    /** Gives somebody a seat, or a place among those who wait; tells them by mail. */
    Answer take(Gathering gathering, String name, String mail) {
        return inTurn((session, taken) -> {
            Node folder = folder(session, gathering);
            List<Person> all = people(folder);
            if (all.stream().anyMatch(one -> one.mail().equalsIgnoreCase(mail))) {
                return Answer.KNOWN;
            }
            Count before = count(all);
            boolean seated = before.seated() < gathering.seats();
            if (!seated && before.waiting() >= MOST_WAITING) {
                return Answer.FULL;
            }
            long number = folder.hasProperty(NEXT) ? folder.getProperty(NEXT).getLong() : 1;
            folder.setProperty(NEXT, number + 1);
            folder.setProperty(END, Dates.utc(gathering.end()));
            Node node = folder.addNode(UUID.randomUUID().toString(), "mgnl:contentNode");
            node.setProperty("nom", name);
            node.setProperty("courriel", mail.toLowerCase(Locale.ROOT));
            node.setProperty("numero", number);
            node.setProperty("place", seated);
            node.setProperty("cree", Dates.utc(clock.instant()));
            tell(session, gathering, node, seated ? "inscription-place" : "inscription-attente", before.waiting() + 1);
            taken.put(gathering, before.seated() + (seated ? 1 : 0));
            return seated ? Answer.SEAT : Answer.WAITING;
        });
    }

    /** Somebody's seat, or place among those who wait, by what their link names. */
    Optional<Person> person(SeatLinks.Seat seat) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> folder = SEATS.node(session, "/" + seat.event() + "/" + seat.day());
            return folder.isEmpty()
                    ? Optional.empty()
                    : people(folder.get()).stream()
                            .filter(one -> one.id().equals(seat.person()))
                            .findFirst();
        });
    }

    /** Gives a seat back; who waits longest has it. */
    void giveBack(Gathering gathering, String person) {
        inTurn((session, taken) -> {
            Node folder = folder(session, gathering);
            if (folder.hasNode(person)) {
                folder.getNode(person).remove();
            }
            taken.put(gathering, moveUp(session, gathering, folder));
            return true;
        });
    }

    /** How many seats are taken then. */
    private int moveUp(Session session, Gathering gathering, Node folder) throws RepositoryException {
        List<Person> all = people(folder);
        int seated = count(all).seated();
        for (Person one : all) {
            if (!one.seated() && seated < gathering.seats() && gathering.isOpen(clock.instant())) {
                Node node = folder.getNode(one.id());
                node.setProperty("place", true);
                tell(session, gathering, node, "inscription-liberee", 0);
                seated++;
            }
        }
        return seated;
    }

    private void tell(Session session, Gathering gathering, Node node, String template, int rank)
            throws RepositoryException {
        Map<String, Object> model = new HashMap<>();
        model.put("nom", Gathering.text(node, "nom"));
        model.put("titre", gathering.title());
        model.put("quand", gathering.when());
        model.put("lieu", gathering.place());
        model.put("rang", rank);
        model.put(
                "rendre",
                siteAddress.get() + links.path(new SeatLinks.Seat(gathering.event(), gathering.day(), node.getName())));
        outbox.enqueue(session, mails.render(template, model).to(Gathering.text(node, "courriel")));
    }

    /** Work with the seats; it tells how many are taken of a date. */
    @FunctionalInterface
    private interface Work<T> {
        T apply(Session session, Map<Gathering, Integer> taken) throws RepositoryException;
    }

    /** Does something to the seats, alone, and notes on the dates of events how many are taken. */
    private <T> T inTurn(Work<T> work) {
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
        return count(people(gathering));
    }

    private static Count count(List<Person> all) {
        int seated = (int) all.stream().filter(Person::seated).count();
        return new Count(seated, all.size() - seated);
    }

    /** Returns the people with a seat and those who wait, each in the order in which they came. */
    List<Person> people(Gathering gathering) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> folder = SEATS.node(session, "/" + gathering.event() + "/" + gathering.day());
            return folder.isEmpty() ? List.of() : people(folder.get());
        });
    }

    private static List<Person> people(Node folder) throws RepositoryException {
        Map<Long, Node> inOrder = new TreeMap<>();
        for (Node node : children(folder)) {
            inOrder.put(node.getProperty("numero").getLong(), node);
        }
        List<Person> all = new ArrayList<>();
        int waiting = 0;
        for (Node node : inOrder.values()) {
            boolean seated = node.getProperty("place").getBoolean();
            all.add(new Person(
                    node.getName(),
                    Gathering.text(node, "nom"),
                    Gathering.text(node, "courriel"),
                    seated,
                    seated ? 0 : ++waiting,
                    node.getProperty("cree").getDate().toInstant()));
        }
        return all;
    }

    private static List<Node> children(Node folder) throws RepositoryException {
        List<Node> children = new ArrayList<>();
        for (NodeIterator nodes = folder.getNodes(); nodes.hasNext(); ) {
            children.add(nodes.nextNode());
        }
        return children;
    }

    private static Node folder(Session session, Gathering gathering) throws RepositoryException {
        Node folder = SEATS.root(session);
        for (String step : List.of(gathering.event(), gathering.day())) {
            folder = folder.hasNode(step) ? folder.getNode(step) : folder.addNode(step, FOLDER);
        }
        return folder;
    }

    /** Lets people move up where there are more seats, and forgets who came to what was over thirty days ago. */
    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void look() {
        List<String> events = stores.author().read(Identity.SYSTEM, session -> {
            List<String> names = new ArrayList<>();
            for (Node event : children(SEATS.root(session))) {
                names.add(event.getName());
            }
            return names;
        });
        dates.run(round -> {
            for (String event : events) {
                round.attempt(SEATS.name() + ":/" + event, () -> look(event));
            }
        });
    }

    private void look(String event) {
        Instant now = clock.instant();
        inTurn((session, taken) -> {
            if (!SEATS.root(session).hasNode(event)) {
                return true;
            }
            Node seats = SEATS.root(session).getNode(event);
            Optional<Node> item = Workspace.byId(session, event);
            Map<String, Gathering> open = new HashMap<>();
            for (Gathering one : item.isPresent() ? Gathering.of(item.get()) : List.<Gathering>of()) {
                open.put(one.day(), one);
            }
            for (Node folder : children(seats)) {
                Optional<Gathering> date = Optional.ofNullable(open.get(folder.getName()));
                Instant end = date.map(Gathering::end)
                        .orElse(folder.getProperty(END).getDate().toInstant());
                if (end.plus(KEPT).isBefore(now)) {
                    folder.remove();
                } else if (date.isPresent()) {
                    taken.put(date.get(), moveUp(session, date.get(), folder));
                }
            }
            if (!seats.hasNodes()) {
                seats.remove();
            }
            return true;
        });
    }
}
