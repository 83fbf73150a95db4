package org.bocage.editorial.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Dates;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The mails of the portal. A mail is a node of the author store, added within the save it tells of: when the save
 * fails nobody is told, when it stands somebody is, even after a crash. The folder of the node is its state.
 */
@Component
public class Outbox {

    static final Workspace WORKSPACE = new Workspace("mails");
    static final String WAITING = "a-envoyer";
    static final String SENT = "envoyes";
    static final String GIVEN_UP = "abandonnes";
    private static final String BOUNCED = "rebonds";
    private static final int MAX_LISTED = 500;
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
            for (String state : List.of(WAITING, SENT, GIVEN_UP, BOUNCED)) {
                if (!WORKSPACE.root(session).hasNode(state)) {
                    WORKSPACE.root(session).addNode(state, "bocage:workspace");
                }
            }
        });
    }

    /** Where a mail is. */
    public enum State {
        WAITING,
        SENT,
        GIVEN_UP
    }

    /**
     * A mail of the outbox.
     *
     * @param when it was put there
     * @param tries how often sending was tried
     */
    public record Entry(String id, Mail mail, Instant when, State state, int tries) {}

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
        for (State state : State.values()) {
            for (NodeIterator nodes = folder(session, state).getNodes(); nodes.hasNext(); ) {
                Node node = nodes.nextNode();
                if (node.hasProperty("unsubscribe")
                        && node.getProperty("unsubscribe").getString().equals(unsubscribe)) {
                    forget(node);
                }
            }
        }
    }

    /** Takes a mail away, within a save, with what was kept of it as a file. */
    public void forget(Node mail) throws RepositoryException {
        try {
            Files.deleteIfExists(folder.resolve(mail.getName() + ".eml"));
        } catch (IOException e) {
            throw new RepositoryException(e);
        }
        mail.remove();
    }

    /** The last mails, newest first: for the person who runs the portal. */
    public List<Entry> recent(int limit) {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Entry> entries = new ArrayList<>();
            for (State state : State.values()) {
                NodeIterator nodes = folder(session, state).getNodes();
                while (nodes.hasNext()) {
                    entries.add(entry(nodes.nextNode(), state));
                }
            }
            entries.sort(Comparator.comparing(Entry::when).reversed());
            return List.copyOf(entries.subList(0, Math.min(entries.size(), Math.min(limit, MAX_LISTED))));
        });
    }

    /** One mail. */
    public Optional<Entry> find(String id) {
        if (!id.matches("[0-9a-f-]{36}")) {
            return Optional.empty();
        }
        return stores.author().read(Identity.SYSTEM, session -> {
            for (State state : State.values()) {
                if (folder(session, state).hasNode(id)) {
                    return Optional.of(entry(folder(session, state).getNode(id), state));
                }
            }
            return Optional.empty();
        });
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
            boolean ours = false;
            for (State state : State.values()) {
                for (NodeIterator nodes = folder(session, state).getNodes(); !ours && nodes.hasNext(); ) {
                    ours = nodes.nextNode().getProperty("to").getString().equalsIgnoreCase(address);
                }
            }
            if (ours) {
                flag(session, address, why);
            }
            return ours;
        });
    }

    private void flag(Session session, String address, String why) throws RepositoryException {
        String lower = address.toLowerCase(Locale.ROOT);
        String id =
                UUID.nameUUIDFromBytes(lower.getBytes(StandardCharsets.UTF_8)).toString();
        Node folder = bounced(session);
        Node one = folder.hasNode(id) ? folder.getNode(id) : folder.addNode(id, "mgnl:contentNode");
        one.setProperty("adresse", lower);
        one.setProperty("le", Dates.utc(clock.instant()));
        one.setProperty("pourquoi", why.length() <= MAX_REASON ? why : why.substring(0, MAX_REASON));
    }

    private static Node bounced(Session session) throws RepositoryException {
        return session.getNode(WORKSPACE.storePath("/" + BOUNCED));
    }

    /** Addresses that take no mail of ours, the latest first. */
    public List<Bounce> bounces() {
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
            return found;
        });
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
                (int) folder(session, State.WAITING).getNodes().getSize());
    }

    /** The {@code .eml} file of a mail that was kept because there was no mail server. */
    public Optional<Path> kept(String id) {
        Path file = folder.resolve(id + ".eml");
        return find(id).isPresent() && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    private static Node folder(Session session, State state) throws RepositoryException {
        return session.getNode(WORKSPACE.storePath("/" + folder(state)));
    }

    private static String folder(State state) {
        return switch (state) {
            case WAITING -> WAITING;
            case SENT -> SENT;
            case GIVEN_UP -> GIVEN_UP;
        };
    }

    private static Entry entry(Node node, State state) throws RepositoryException {
        return new Entry(
                node.getName(),
                mail(node),
                node.getProperty("created").getDate().toInstant(),
                state,
                (int) node.getProperty("tries").getLong());
    }

    static Mail mail(Node node) throws RepositoryException {
        return new Mail(
                node.getProperty("to").getString(),
                node.getProperty("subject").getString(),
                node.getProperty("text").getString(),
                node.hasProperty("replyTo") ? node.getProperty("replyTo").getString() : "",
                node.hasProperty("unsubscribe")
                        ? node.getProperty("unsubscribe").getString()
                        : "",
                node.hasProperty("personal") && node.getProperty("personal").getBoolean(),
                node.hasProperty("html") ? node.getProperty("html").getString() : "");
    }
}
