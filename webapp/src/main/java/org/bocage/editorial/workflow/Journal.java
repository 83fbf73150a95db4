package org.bocage.editorial.workflow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.repository.tree.NodeBatches;
import org.bocage.cms.repository.tree.TreeWriter;

/** Log of who moved what, when and between which states. One node a passage, in the workspace {@code journal}, by month. */
public final class Journal {

    static final Workspace WORKSPACE = new Workspace("journal");
    /** Begins the place of settings, which are no content; the name of their screen follows. */
    private static final String SETTINGS = "reglages:/";

    /** Begins the place of what an account held, which is no content; the name of the account follows. */
    private static final String ACCOUNTS = "comptes:/";

    private static final String GIVER = "pour";
    private static final String GIVEN_TO = "confieA";
    private static final String TAKEN_FROM = "repriseA";
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyy-MM").withZone(ZoneOffset.UTC);

    private Journal() {}

    /**
     * One passage.
     *
     * @param item where it stood, {@code workspace:/path}
     * @param id its identifier; empty in lines older than this
     * @param own when a reviewer decided on what they wrote themselves
     * @param handover when nothing moved, and an account was made or unmade its author
     * @param giver what the portal acted for ({@link Actor#portalFor}); empty for what it did by itself, and for people
     */
    public record Entry(
            Instant at,
            String by,
            String item,
            String id,
            String title,
            State from,
            State to,
            boolean own,
            Optional<Handover> handover,
            String giver) {

        /** A passage of an item from one state to another. */
        static Entry passage(Instant at, Actor by, Node item, State from, State to, boolean own)
                throws RepositoryException {
            return new Entry(
                    at,
                    by.name(),
                    Workspace.of(item).name() + ":" + Workspace.path(item),
                    item.getIdentifier(),
                    Review.title(item),
                    from,
                    to,
                    own,
                    Optional.empty(),
                    by.isPortal() ? by.displayName() : "");
        }

        /** Name of the screen of the settings that were changed, which may be none; empty for a passage of a content. */
        public Optional<String> settings() {
            return item.startsWith(SETTINGS) ? Optional.of(item.substring(SETTINGS.length())) : Optional.empty();
        }

        /** Name of the account whose responsibilities passed to another one; empty for anything else. */
        public Optional<String> former() {
            return item.startsWith(ACCOUNTS) ? Optional.of(item.substring(ACCOUNTS.length())) : Optional.empty();
        }
    }

    /**
     * An item given to an account, or taken from it ({@link ItemOwners}).
     *
     * @param account to which it was given, or from which it was taken
     */
    public record Handover(boolean given, String account) {}

    /** Writes within a save that an item was given to an account or taken from it. */
    public static void note(Session session, Node item, Instant at, String by, Handover handover)
            throws RepositoryException {
        State state = ItemState.of(item);
        write(
                session,
                new Entry(
                        at,
                        by,
                        Workspace.of(item).name() + ":" + Workspace.path(item),
                        item.getIdentifier(),
                        Review.title(item),
                        state,
                        state,
                        false,
                        Optional.of(handover),
                        ""));
    }

    static void write(Session session, Entry entry) throws RepositoryException {
        NodeTypes.ensureWorkspace(session, WORKSPACE);
        Node root = WORKSPACE.root(session);
        String month = MONTH.format(entry.at());
        Node folder = root.hasNode(month) ? root.getNode(month) : root.addNode(month, "bocage:workspace");
        Map<String, Object> values = new HashMap<>(Map.of(
                "date", Dates.utc(entry.at()),
                "par", entry.by(),
                "contenu", entry.item(),
                "identifiant", entry.id(),
                "titre", entry.title(),
                "de", entry.from().key(),
                "a", entry.to().key(),
                "deSoi", entry.own()));
        if (!entry.giver().isEmpty()) {
            values.put(GIVER, entry.giver());
        }
        entry.handover().ifPresent(one -> values.put(one.given() ? GIVEN_TO : TAKEN_FROM, one.account()));
        TreeWriter.add(folder, UUID.randomUUID().toString(), "mgnl:contentNode", values);
    }

    /**
     * Writes that settings were changed.
     *
     * @param name of their screen; empty when they have none
     * @param title its title
     */
    public static void settings(Session session, Instant at, String by, String name, String title)
            throws RepositoryException {
        write(
                session,
                new Entry(at, by, SETTINGS + name, "", title, State.PUBLIE, State.PUBLIE, false, Optional.empty(), ""));
    }

    /** Writes that responsibilities of an account passed to another one. */
    public static void passed(Session session, Instant at, String by, String from, String to)
            throws RepositoryException {
        Handover handover = new Handover(true, to);
        write(
                session,
                new Entry(
                        at,
                        by,
                        ACCOUNTS + from,
                        "",
                        from,
                        State.PUBLIE,
                        State.PUBLIE,
                        false,
                        Optional.of(handover),
                        ""));
    }

    /** The passages of a month ({@code 2026-11}), the latest first. */
    public static List<Entry> of(Session session, String month) throws RepositoryException {
        List<Entry> entries = new ArrayList<>();
        var folder = WORKSPACE.node(session, "/" + month);
        if (folder.isPresent()) {
            for (NodeIterator lines = folder.get().getNodes(); lines.hasNext(); ) {
                entries.add(read(lines.nextNode()));
            }
        }
        entries.sort((a, b) -> b.at().compareTo(a.at()));
        return entries;
    }

    /** Forgets what was written before a moment, so many lines in one save. */
    public static void forget(WritableStore store, Instant before) {
        NodeBatches.remove(store, store.read(Identity.SYSTEM, session -> old(session, before)));
    }

    private static List<String> old(Session session, Instant before) throws RepositoryException {
        List<String> old = new ArrayList<>();
        if (WORKSPACE.exists(session)) {
            for (NodeIterator months = WORKSPACE.root(session).getNodes(); months.hasNext(); ) {
                Node month = months.nextNode();
                // months sort as they follow each other
                if (month.getName().compareTo(MONTH.format(before)) <= 0) {
                    for (NodeIterator lines = month.getNodes(); lines.hasNext(); ) {
                        Node line = lines.nextNode();
                        if (NodeBatches.holds(line, one -> isBefore(one, before))) {
                            old.add(line.getPath());
                        }
                    }
                }
            }
        }
        return old;
    }

    private static boolean isBefore(Node line, Instant moment) throws RepositoryException {
        return line.hasProperty("date")
                && line.getProperty("date").getDate().toInstant().isBefore(moment);
    }

    private static Optional<Handover> handover(Node line) throws RepositoryException {
        if (line.hasProperty(GIVEN_TO)) {
            return Optional.of(new Handover(true, line.getProperty(GIVEN_TO).getString()));
        }
        return line.hasProperty(TAKEN_FROM)
                ? Optional.of(new Handover(false, line.getProperty(TAKEN_FROM).getString()))
                : Optional.empty();
    }

    private static Entry read(Node line) throws RepositoryException {
        return new Entry(
                line.getProperty("date").getDate().toInstant(),
                line.getProperty("par").getString(),
                line.getProperty("contenu").getString(),
                line.hasProperty("identifiant")
                        ? line.getProperty("identifiant").getString()
                        : "",
                line.getProperty("titre").getString(),
                State.of(line.getProperty("de").getString()),
                State.of(line.getProperty("a").getString()),
                line.getProperty("deSoi").getBoolean(),
                handover(line),
                line.hasProperty(GIVER) ? line.getProperty(GIVER).getString() : "");
    }
}
