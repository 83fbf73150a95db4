package org.bocage.editorial.items.drafts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.editorial.form.values.Submission;
import org.bocage.editorial.form.values.SubmissionTooLarge;
import org.springframework.stereotype.Component;

/**
 * Drafts that people have not sent, kept in the store by person and item while they type: they outlive the session, the
 * browser and a stop of the portal. Nobody else reads them.
 */
@Component
public final class AutosavedDrafts {

    /** The item of a form that was never saved. */
    public static final String NEW = "nouveau";

    private static final Workspace WORKSPACE = new Workspace("saisies");
    private static final Set<String> OF_THE_FORM = Set.of("_csrf", "action", "jeton", "revision");
    private static final int MOST_CHARACTERS = 1_000_000;
    /** Of one person; the oldest go first. */
    private static final int MOST = 50;

    private static final Duration KEPT = Duration.ofDays(30);

    private final WritableStore store;

    public AutosavedDrafts(Stores stores) {
        this.store = stores.author();
        store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, WORKSPACE));
    }

    /**
     * A form as it was when last kept.
     *
     * @param id the item, or {@link #NEW}
     * @param revision the one it was begun from
     */
    public record Kept(String type, String id, String title, long revision, Instant at, Submission submission) {}

    /**
     * Keeps a form in the place of what was kept of it before.
     *
     * @throws SubmissionTooLarge when it is too large to be a form
     */
    public void keep(String account, String type, String id, long revision, Map<String, String[]> posted, Instant now) {
        Map<String, String[]> typed = new LinkedHashMap<>(posted);
        typed.keySet().removeAll(OF_THE_FORM);
        Submission submission = Submission.of(typed);
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        submission
                .parameters()
                .forEach((name, all) -> all.forEach(value -> {
                    names.add(name);
                    values.add(value);
                }));
        int characters = 0;
        for (int i = 0; i < names.size(); i++) {
            characters += names.get(i).length() + values.get(i).length();
        }
        if (characters > MOST_CHARACTERS) {
            throw new SubmissionTooLarge("characters kept: " + characters);
        }
        store.update(Identity.SYSTEM, session -> {
            Node mine = mine(session, account);
            String name = type + "-" + id;
            Node node = mine.hasNode(name) ? mine.getNode(name) : mine.addNode(name, "mgnl:contentNode");
            node.setProperty("type", type);
            node.setProperty("contenu", id);
            node.setProperty("revision", revision);
            node.setProperty("le", Dates.utc(now));
            node.setProperty("noms", names.toArray(new String[0]));
            node.setProperty("valeurs", values.toArray(new String[0]));
            forgetOld(mine, now);
        });
    }

    /** Returns the draft that somebody typed for an item and did not send, or empty if there is none. */
    public Optional<Kept> find(String account, String type, String id) {
        return store.read(Identity.SYSTEM, session -> {
            Optional<Node> node = WORKSPACE.node(session, "/" + account + "/" + type + "-" + id);
            return node.isPresent() ? Optional.of(read(node.get())) : Optional.empty();
        });
    }

    /** All that somebody typed and did not send, the latest first. */
    public List<Kept> of(String account) {
        return store.read(Identity.SYSTEM, session -> {
            Optional<Node> mine = WORKSPACE.node(session, "/" + account);
            return mine.isPresent() ? all(mine.get()) : List.of();
        });
    }

    /** Forgets it: it was sent, or is not wanted any more. */
    public void forget(String account, String type, String id) {
        store.update(Identity.SYSTEM, session -> {
            Optional<Node> node = WORKSPACE.node(session, "/" + account + "/" + type + "-" + id);
            if (node.isPresent()) {
                node.get().remove();
            }
        });
    }

    private static Node mine(Session session, String account) throws RepositoryException {
        Node root = WORKSPACE.root(session);
        return root.hasNode(account) ? root.getNode(account) : root.addNode(account, "bocage:workspace");
    }

    private static void forgetOld(Node mine, Instant now) throws RepositoryException {
        List<Kept> all = all(mine);
        for (int i = 0; i < all.size(); i++) {
            Kept one = all.get(i);
            if (i >= MOST || one.at().plus(KEPT).isBefore(now)) {
                mine.getNode(one.type() + "-" + one.id()).remove();
            }
        }
    }

    private static List<Kept> all(Node mine) throws RepositoryException {
        List<Kept> all = new ArrayList<>();
        for (NodeIterator nodes = mine.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (node.hasProperty("noms")) {
                all.add(read(node));
            }
        }
        all.sort(Comparator.comparing(Kept::at).reversed());
        return all;
    }

    private static Kept read(Node node) throws RepositoryException {
        Value[] names = node.getProperty("noms").getValues();
        Value[] values = node.getProperty("valeurs").getValues();
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            parameters
                    .computeIfAbsent(names[i].getString(), name -> new ArrayList<>())
                    .add(values[i].getString());
        }
        return new Kept(
                node.getProperty("type").getString(),
                node.getProperty("contenu").getString(),
                parameters.getOrDefault("titre", List.of("")).get(0),
                node.getProperty("revision").getLong(),
                node.getProperty("le").getDate().toInstant(),
                new Submission(parameters));
    }
}
