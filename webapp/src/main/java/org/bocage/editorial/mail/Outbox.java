package org.bocage.editorial.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The mails of the portal. A mail is a node of the author store, added within the save it tells of: when the save
 * fails nobody is told, when it stands somebody is, even after a crash. The folder of the node is its state; those that were
 * sent or given up lie by day, so that a list reads what it shows and a day goes at once.
 */
@Component
public class Outbox {

    static final Workspace WORKSPACE = new Workspace("mails");
    static final String WAITING = "a-envoyer";
    /**
     * States of mails that wait no longer; such mails lie in folders by the day (UTC) on which they were sent or given
     * up.
     */
    static final Set<State> SETTLED = EnumSet.of(State.SENT, State.GIVEN_UP);

    private static final String FILE = ".eml";
    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final String BOUNCED = "rebonds";
    private static final String DAY = "bocage:workspace";
    private static final int AT_ONCE = 500;
    private static final int MAX_REASON = 300;

    private final Stores stores;
    private final Clock clock;
    private final Path folder;

    Outbox(Stores stores, ObjectProvider<Clock> clock, @Value("${bocage.home:./data}") Path home) {
        this.stores = stores;
        this.folder = home.resolve("outbox");
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        stores.author().update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, WORKSPACE);
            List<String> folders = new ArrayList<>(List.of(BOUNCED));
            Stream.of(State.values()).map(state -> state.folder).forEach(folders::add);
            for (String folder : folders) {
                if (!WORKSPACE.root(session).hasNode(folder)) {
                    WORKSPACE.root(session).addNode(folder, "bocage:workspace");
                }
            }
        });
        sortByDay();
    }

    /** Where a mail is. */
    public enum State {
        WAITING(Outbox.WAITING),
        SENT("envoyes"),
        GIVEN_UP("abandonnes");

        private final String folder;

        State(String folder) {
            this.folder = folder;
        }

        /** Its folder: of one that waits with the mails, else with those of each day. */
        Node folder(Session session) throws RepositoryException {
            return session.getNode(WORKSPACE.storePath("/" + folder));
        }
    }

    /**
     * A mail of the outbox without its text, as lists show it.
     *
     * @param when it was put there; of one that does not wait any more: when it was sent or given up
     * @param tries how often sending was tried
     * @param isHeld whether it waits for its address to be seen to, as it goes to many
     */
    public record Header(String id, String to, String subject, Instant when, State state, int tries, boolean isHeld) {}

    /** Some mails, and how many there are in all. */
    public record Listed(int total, List<Header> mails) {}

    /**
     * A mail of the outbox.
     *
     * @param mail without text when that was kept long enough
     */
    public record Entry(Header header, Mail mail) {}

    /**
     * Adds a mail to what a session is about to save. It goes out after the save.
     *
     * @param session of the author store, with the right to write in the workspace of mails (a system session has it)
     * @return the identifier of the mail
     */
    public String enqueue(Session session, Mail mail) throws RepositoryException {
        String id = UUID.randomUUID().toString();
        Node node = session.getNode(WORKSPACE.storePath("/" + WAITING)).addNode(id, "mgnl:contentNode");
        node.setProperty("to", mail.to());
        node.setProperty("subject", mail.subject());
        node.setProperty("text", mail.text());
        if (!mail.replyTo().isEmpty()) {
            node.setProperty("replyTo", mail.replyTo());
        }
        if (!mail.unsubscribe().isEmpty()) {
            node.setProperty("unsubscribe", mail.unsubscribe());
        }
        if (!mail.html().isEmpty()) {
            node.setProperty("html", mail.html());
        }
        if (mail.personal()) {
            node.setProperty("personal", true);
        }
        node.setProperty("created", Dates.utc(clock.instant()));
        node.setProperty("due", Dates.utc(clock.instant()));
        node.setProperty("tries", 0L);
        return id;
    }

    /**
     * Takes away, within a save, the mails that a press at an address ends, with what was kept of them as files: whoever wants
     * no more of them leaves nothing behind.
     */
    public void forget(Session session, String unsubscribe) throws RepositoryException {
        each(session, mail -> {
            if (mail.hasProperty("unsubscribe")
                    && mail.getProperty("unsubscribe").getString().equals(unsubscribe)) {
                forget(mail);
            }
        });
    }

    /** Takes a mail away, within a save, with what was kept of it as a file. */
    public void forget(Node mail) throws RepositoryException {
        forgetFile(mail);
        mail.remove();
    }

    /** Takes the text of a mail away, within a save, with what was kept of it as a file. */
    void forgetText(Node mail) throws RepositoryException {
        forgetFile(mail);
        for (String part : List.of("text", "html")) {
            if (mail.hasProperty(part)) {
                mail.getProperty(part).remove();
            }
        }
    }

    private void forgetFile(Node mail) throws RepositoryException {
        try {
            Files.deleteIfExists(folder.resolve(mail.getName() + FILE));
        } catch (IOException e) {
            throw new RepositoryException(e);
        }
    }

    /** Notes within a save what became of a mail that waited: it lies with those of the day from now on. */
    void settle(Session session, String id, State state, String problem) throws RepositoryException {
        Node mail = State.WAITING.folder(session).getNode(id);
        mail.setProperty("done", Dates.utc(clock.instant()));
        mail.setProperty("problem", problem.isEmpty() ? null : problem);
        move(session, mail, state, clock.instant());
    }

    private static void move(Session session, Node mail, State state, Instant when) throws RepositoryException {
        Node folder = state.folder(session);
        String day = LocalDate.ofInstant(when, ZoneOffset.UTC).toString();
        Node ofDay = folder.hasNode(day) ? folder.getNode(day) : folder.addNode(day, DAY);
        session.move(mail.getPath(), ofDay.getPath() + "/" + mail.getName());
    }

    /** Moves mails that were sent or given up before there were folders by day into these folders. */
    private void sortByDay() {
        for (State state : SETTLED) {
            while (stores.author().<Boolean>write(Identity.SYSTEM, session -> {
                List<Node> unsorted = new ArrayList<>();
                for (NodeIterator nodes = state.folder(session).getNodes();
                        nodes.hasNext() && unsorted.size() < AT_ONCE; ) {
                    Node one = nodes.nextNode();
                    if (!one.isNodeType(DAY)) {
                        unsorted.add(one);
                    }
                }
                for (Node one : unsorted) {
                    move(session, one, state, when(one));
                }
                return unsorted.size() == AT_ONCE;
            })) {
                log.info("{} mails were put in order by day", AT_ONCE);
            }
        }
    }

    /**
     * Some of the mails, without their texts: those that wait, the newest first, then those that were sent or given up, the last
     * first.
     *
     * @param from how many to skip
     * @param most how many to give
     */
    public Listed list(int from, int most) {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Header> page = new ArrayList<>();
            int passed = 0;
            passed += take(List.of(new Folder(State.WAITING.folder(session), State.WAITING)), from, most, page);
            for (String day : days(session)) {
                List<Folder> folders = new ArrayList<>();
                for (State state : SETTLED) {
                    if (state.folder(session).hasNode(day)) {
                        folders.add(new Folder(state.folder(session).getNode(day), state));
                    }
                }
                passed += take(folders, from - passed, most, page);
            }
            return new Listed(passed, page);
        });
    }

    private record Folder(Node node, State state) {}

    /** The days with mails that were sent or given up, the last first. */
    private static List<String> days(Session session) throws RepositoryException {
        Set<String> days = new TreeSet<>(Comparator.reverseOrder());
        for (State state : SETTLED) {
            for (NodeIterator nodes = state.folder(session).getNodes(); nodes.hasNext(); ) {
                days.add(nodes.nextNode().getName());
            }
        }
        return List.copyOf(days);
    }

    /**
     * Adds what a page still lacks from folders whose mails follow each other by time, and counts them; folders of which the page
     * shows nothing are counted and not read.
     */
    private static int take(List<Folder> folders, int skip, int most, List<Header> page) throws RepositoryException {
        int size = 0;
        for (Folder folder : folders) {
            size += (int) folder.node().getNodes().getSize();
        }
        if (skip >= size || page.size() >= most) {
            return size;
        }
        record Dated(Node node, State state, Instant when) {}
        List<Dated> mails = new ArrayList<>();
        for (Folder folder : folders) {
            for (NodeIterator nodes = folder.node().getNodes(); nodes.hasNext(); ) {
                Node node = nodes.nextNode();
                mails.add(new Dated(node, folder.state(), when(node)));
            }
        }
        mails.sort(Comparator.comparing(Dated::when).reversed());
        for (Dated one : mails.subList(Math.max(0, skip), mails.size())) {
            if (page.size() < most) {
                page.add(header(one.node(), one.state()));
            }
        }
        return size;
    }

    /** One mail. */
    public Optional<Entry> find(String id) {
        if (!isIdentifier(id)) {
            return Optional.empty();
        }
        return stores.author().read(Identity.SYSTEM, session -> {
            if (State.WAITING.folder(session).hasNode(id)) {
                return Optional.of(entry(State.WAITING.folder(session).getNode(id), State.WAITING));
            }
            for (State state : SETTLED) {
                for (NodeIterator days = state.folder(session).getNodes(); days.hasNext(); ) {
                    Node day = days.nextNode();
                    if (day.hasNode(id)) {
                        return Optional.of(entry(day.getNode(id), state));
                    }
                }
            }
            return Optional.empty();
        });
    }

    private static boolean isIdentifier(String id) {
        return id.matches("[0-9a-f-]{36}");
    }

    /** Does something with a mail. */
    private interface Look {
        void at(Node mail) throws RepositoryException;
    }

    private static void each(Session session, Look look) throws RepositoryException {
        for (State state : State.values()) {
            for (NodeIterator nodes = state.folder(session).getNodes(); nodes.hasNext(); ) {
                Node node = nodes.nextNode();
                if (state == State.WAITING) {
                    look.at(node);
                    continue;
                }
                for (NodeIterator mails = node.getNodes(); mails.hasNext(); ) {
                    look.at(mails.nextNode());
                }
            }
        }
    }

    /**
     * An address that takes no mail of ours.
     *
     * @param why as its server says it
     */
    public record Bounce(String id, String address, Instant when, String why) {}

    /**
     * Flags an address whose server sent a mail back, if one of ours went there: whoever runs the portal asks for another one.
     *
     * @return whether one of ours did
     */
    public boolean bounced(String address, String why) {
        return stores.author().write(Identity.SYSTEM, session -> {
            AtomicBoolean ours = new AtomicBoolean();
            each(session, mail -> {
                if (mail.getProperty("to").getString().equalsIgnoreCase(address)) {
                    ours.set(true);
                }
            });
            if (ours.get()) {
                flag(session, address, why);
            }
            return ours.get();
        });
    }

    private void flag(Session session, String address, String why) throws RepositoryException {
        String lower = address.toLowerCase(Locale.ROOT);
        String id = flagName(address);
        Node folder = bounced(session);
        Node one = folder.hasNode(id) ? folder.getNode(id) : folder.addNode(id, "mgnl:contentNode");
        one.setProperty("adresse", lower);
        one.setProperty("le", Dates.utc(clock.instant()));
        one.setProperty("pourquoi", why.length() <= MAX_REASON ? why : why.substring(0, MAX_REASON));
    }

    private static Node bounced(Session session) throws RepositoryException {
        return session.getNode(WORKSPACE.storePath("/" + BOUNCED));
    }

    /** How many addresses take no mail of ours. */
    public int bouncing() {
        return stores.author().read(Identity.SYSTEM, session ->
                (int) bounced(session).getNodes().getSize());
    }

    /** Addresses that take no mail of ours, the latest first. */
    public List<Bounce> bounces(int most) {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Bounce> found = new ArrayList<>();
            for (NodeIterator nodes = bounced(session).getNodes(); nodes.hasNext(); ) {
                Node one = nodes.nextNode();
                found.add(new Bounce(
                        one.getName(),
                        one.getProperty("adresse").getString(),
                        one.getProperty("le").getDate().toInstant(),
                        one.getProperty("pourquoi").getString()));
            }
            found.sort(Comparator.comparing(Bounce::when).reversed());
            return List.copyOf(found.subList(0, Math.min(most, found.size())));
        });
    }

    /** Whether a mail of a session goes to many, and its reader may do without. */
    static boolean isForMany(Node mail) throws RepositoryException {
        return mail.hasProperty("unsubscribe");
    }

    /** Whether the address that a mail goes to takes none of ours. */
    static boolean isFlagged(Node mail) throws RepositoryException {
        return bounced(mail.getSession()).hasNode(flagName(text(mail, "to")));
    }

    private static String flagName(String address) {
        byte[] lower = address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(lower).toString();
    }

    /** Returns how many mails went out since a moment. */
    int sentSince(Session session, Instant moment) throws RepositoryException {
        String first = LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
        int mails = 0;
        for (NodeIterator days = State.SENT.folder(session).getNodes(); days.hasNext(); ) {
            Node day = days.nextNode();
            if (day.getName().compareTo(first) < 0) {
                continue;
            }
            for (NodeIterator nodes = day.getNodes(); nodes.hasNext(); ) {
                mails += when(nodes.nextNode()).isAfter(moment) ? 1 : 0;
            }
        }
        return mails;
    }

    /** Somebody saw to a flagged address; false when there is none of that identifier. */
    public boolean mended(String id) {
        return stores.author().write(Identity.SYSTEM, session -> {
            boolean there = bounced(session).hasNode(id);
            if (there) {
                bounced(session).getNode(id).remove();
            }
            return there;
        });
    }

    /** How many mails wait to go out. */
    public int waiting() {
        return stores.author().read(Identity.SYSTEM, session ->
                (int) State.WAITING.folder(session).getNodes().getSize());
    }

    /**
     * Since when the oldest mail waits that the server did not take, when that is longer than a while ago and none went since: one
     * mailbox that is full is no trouble of the server.
     */
    public Optional<Instant> refusedFor(Duration least) {
        Instant late = clock.instant().minus(least);
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Instant> oldest = Optional.empty();
            for (NodeIterator mails = State.WAITING.folder(session).getNodes(); mails.hasNext(); ) {
                Node mail = mails.nextNode();
                Instant since = when(mail);
                if (tries(mail) > 0 && since.isBefore(oldest.orElse(late))) {
                    oldest = Optional.of(since);
                }
            }
            return oldest.isPresent() && isAnySentAfter(session, oldest.get()) ? Optional.empty() : oldest;
        });
    }

    private static boolean isAnySentAfter(Session session, Instant moment) throws RepositoryException {
        String first = moment.minus(Duration.ofDays(1)).toString().substring(0, 10);
        for (NodeIterator days = State.SENT.folder(session).getNodes(); days.hasNext(); ) {
            Node day = days.nextNode();
            if (day.getName().compareTo(first) >= 0) {
                for (NodeIterator mails = day.getNodes(); mails.hasNext(); ) {
                    if (when(mails.nextNode()).isAfter(moment)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** How many mails were given up since a day. */
    public int givenUpSince(LocalDate first) {
        return stores.author().read(Identity.SYSTEM, session -> {
            int mails = 0;
            for (NodeIterator days = State.GIVEN_UP.folder(session).getNodes(); days.hasNext(); ) {
                Node day = days.nextNode();
                mails += day.getName().compareTo(first.toString()) < 0
                        ? 0
                        : (int) day.getNodes().getSize();
            }
            return mails;
        });
    }

    /** The {@code .eml} file of a mail that was kept because there was no mail server. */
    public Optional<Path> kept(String id) {
        Path file = folder.resolve(id + FILE);
        return isIdentifier(id) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /** Returns how many mails were kept as files since a moment, because there was no mail server. */
    public int keptSince(Instant moment) {
        return keptIdentifiers(moment).size();
    }

    /** Puts the mails that were kept as files since a moment among those that wait: they go by the server that there is now. */
    public int sendKeptSince(Instant moment) {
        int sent = 0;
        for (String id : keptIdentifiers(moment)) {
            boolean waits = stores.author().write(Identity.SYSTEM, session -> {
                Optional<Node> mail = sent(session, id);
                if (mail.isEmpty() || !mail.get().hasProperty("text")) {
                    return false;
                }
                mail.get().setProperty("due", Dates.utc(clock.instant()));
                mail.get().setProperty("tries", 0L);
                forgetFile(mail.get());
                session.move(mail.get().getPath(), State.WAITING.folder(session).getPath() + "/" + id);
                return true;
            });
            sent += waits ? 1 : 0;
        }
        return sent;
    }

    private static Optional<Node> sent(Session session, String id) throws RepositoryException {
        for (NodeIterator days = State.SENT.folder(session).getNodes(); days.hasNext(); ) {
            Node day = days.nextNode();
            if (day.hasNode(id)) {
                return Optional.of(day.getNode(id));
            }
        }
        return Optional.empty();
    }

    private List<String> keptIdentifiers(Instant moment) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(FILE)
                            && file.toFile().lastModified() >= moment.toEpochMilli())
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - FILE.length()))
                    .filter(Outbox::isIdentifier)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When a mail was sent or given up; while it waits, when it was put there. */
    static Instant when(Node mail) throws RepositoryException {
        for (String property : List.of("done", "created")) {
            if (mail.hasProperty(property) && mail.getProperty(property).getType() == PropertyType.DATE) {
                return mail.getProperty(property).getDate().toInstant();
            }
        }
        return Instant.EPOCH;
    }

    private static Entry entry(Node node, State state) throws RepositoryException {
        return new Entry(header(node, state), mail(node));
    }

    private static Header header(Node node, State state) throws RepositoryException {
        boolean isHeld = state == State.WAITING && isForMany(node) && isFlagged(node);
        return new Header(
                node.getName(), text(node, "to"), text(node, "subject"), when(node), state, (int) tries(node), isHeld);
    }

    /** How often sending a mail was tried. */
    static long tries(Node mail) throws RepositoryException {
        return mail.hasProperty("tries") ? mail.getProperty("tries").getLong() : 0;
    }

    static Mail mail(Node node) throws RepositoryException {
        return new Mail(
                text(node, "to"),
                text(node, "subject"),
                text(node, "text"),
                text(node, "replyTo"),
                text(node, "unsubscribe"),
                node.hasProperty("personal") && node.getProperty("personal").getBoolean(),
                text(node, "html"));
    }

    private static String text(Node node, String name) throws RepositoryException {
        return node.hasProperty(name) ? node.getProperty(name).getString() : "";
    }
}
