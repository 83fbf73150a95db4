package org.bocage.portal.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Dates;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Revisions;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.workflow.Review;
import org.springframework.stereotype.Component;

/** Finds, gives and erases what is held on a person, by their mail address, wherever it is written. */
@Component
class PersonalData {

    static final Workspace REQUESTS = new Workspace("demandes");

    /** What nobody else has a use for. */
    private static final Set<String> THEIRS =
            Set.of("mails", "messages", "propositions", "abonnements", "abonnes", "inscriptions", "saisies", "personnes");

    private static final Set<String> ACCOUNTS = Set.of("users", "sessions", "cles");
    private static final Set<String> RUNNING = Set.of("demande", "a-payer", "active", "grace");
    private static final String MEMBERSHIPS = "adhesions";
    private static final String HISTORY = "mgnlVersion";
    /** What stands beside an address and tells of the same person. */
    private static final Set<String> BESIDE =
            Set.of("nom", "prenom", "telephone", "adresse", "benevoleInterets", "contactMoyen", "courriel");

    private static final Set<String> FOLDERS = Set.of("mgnl:folder", "bocage:workspace");

    private final Stores stores;
    private final Clock clock;

    PersonalData(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
        stores.author().update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, REQUESTS));
    }

    /**
     * What somebody asked, and was given.
     *
     * @param what {@code export} or {@code effacement}
     * @param whom their address, all but its first sign and its host hidden
     */
    record Request(Instant when, String what, String whom, String by, long contents) {}

    /** All in which an address occurs. */
    List<Held> find(String address) {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Held> found = new ArrayList<>();
            for (Node owner : owners(session, address)) {
                found.add(held(owner));
            }
            found.sort(Comparator.comparing(Held::workspace).thenComparing(Held::path));
            return found;
        });
    }

    private static Held held(Node owner) throws RepositoryException {
        String workspace = Workspace.of(owner).name();
        String title = workspace.equals(HISTORY) || !owner.hasProperty("titre") ? owner.getName() : Review.title(owner);
        return new Held(owner.getPath(), workspace, title, fate(owner, workspace));
    }

    private static Held.Fate fate(Node owner, String workspace) throws RepositoryException {
        boolean isRunning = workspace.equals(MEMBERSHIPS)
                && owner.hasProperty("etatAdhesion")
                && RUNNING.contains(owner.getProperty("etatAdhesion").getString());
        if (isRunning || ACCOUNTS.contains(workspace)) {
            return Held.Fate.STAYS;
        }
        return THEIRS.contains(workspace) || workspace.equals(HISTORY) ? Held.Fate.GOES : Held.Fate.WITHOUT;
    }

    private static Collection<Node> owners(Session session, String address) throws RepositoryException {
        Map<String, Node> owners = new LinkedHashMap<>();
        for (NodeIterator roots = session.getRootNode().getNodes(); roots.hasNext(); ) {
            Node root = roots.nextNode();
            if (root.getName().indexOf(':') < 0 && !root.getName().equals(REQUESTS.name())) {
                for (Node node : occurrences(root, address.toLowerCase(Locale.ROOT), new ArrayList<>())) {
                    Node owner = owner(node);
                    owners.putIfAbsent(owner.getPath(), owner);
                }
            }
        }
        return owners.values();
    }

    private static List<Node> occurrences(Node node, String address, List<Node> found) throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            if (mentions(properties.nextProperty(), address)) {
                found.add(node);
                break;
            }
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (!child.getName().startsWith("rep:")) {
                occurrences(child, address, found);
            }
        }
        return found;
    }

    private static boolean mentions(Property property, String address) throws RepositoryException {
        if (property.getType() != PropertyType.STRING) {
            return false;
        }
        for (Value value : values(property)) {
            if (value.getString().toLowerCase(Locale.ROOT).contains(address)) {
                return true;
            }
        }
        return false;
    }

    private static Value[] values(Property property) throws RepositoryException {
        return property.isMultiple() ? property.getValues() : new Value[] {property.getValue()};
    }

    /** The item that a node is a part of; of a history, the whole of it. */
    private static Node owner(Node node) throws RepositoryException {
        Node owner = node;
        while (owner.getDepth() > 2
                && !FOLDERS.contains(owner.getParent().getPrimaryNodeType().getName())
                && !(owner.getDepth() == 3 && owner.getPath().startsWith("/propositions/"))) {
            owner = owner.getParent();
        }
        boolean isRevision = owner.getPath().startsWith("/" + HISTORY + "/") && owner.getDepth() > 3;
        return isRevision ? owner.getParent() : owner;
    }

    /** All that is held, as it is kept; noted as a request. */
    Map<String, Object> export(String address, String by) {
        Map<String, Object> all = stores.author().read(Identity.SYSTEM, session -> {
            Map<String, Object> items = new LinkedHashMap<>();
            for (Node owner : owners(session, address)) {
                if (!Workspace.of(owner).name().equals(HISTORY)) {
                    items.put(owner.getPath(), values(owner));
                }
            }
            return items;
        });
        note("export", address, by, all.size());
        return all;
    }

    private static Map<String, Object> values(Node node) throws RepositoryException {
        Map<String, Object> values = new TreeMap<>();
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            String name = property.getName();
            if (!name.startsWith("jcr:") && !name.equals("pswd") && property.getType() != PropertyType.BINARY) {
                List<String> texts = new ArrayList<>();
                for (Value value : values(property)) {
                    texts.add(value.getString());
                }
                values.put(name, property.isMultiple() ? texts : texts.get(0));
            }
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (!child.getName().startsWith("rep:")) {
                values.put(child.getName(), values(child));
            }
        }
        return values;
    }

    /** Erases what may go, from both stores and from the history; noted as a request. */
    synchronized void erase(String address, String by) {
        Set<String> histories = new LinkedHashSet<>();
        long[] erased = {0};
        for (Store store : List.of(stores.published(), stores.author())) {
            store.update(Identity.SYSTEM, session -> {
                for (Node owner : owners(session, address)) {
                    Held.Fate fate = fate(owner, Workspace.of(owner).name());
                    if (fate != Held.Fate.STAYS) {
                        erased[0] += store.name().equals("author") ? 1 : 0;
                        if (!Workspace.of(owner).name().equals(HISTORY)) {
                            histories.add(owner.getIdentifier());
                        }
                        if (fate == Held.Fate.GOES) {
                            owner.remove();
                        } else {
                            strip(owner, address.toLowerCase(Locale.ROOT));
                            if (owner.hasProperty("numero")) {
                                // the title of a membership is a name
                                owner.setProperty(
                                        "titre", "… " + owner.getProperty("numero").getString());
                            }
                        }
                    }
                }
            });
        }
        stores.author().update(Identity.SYSTEM, session -> {
            for (String one : histories) {
                Revisions.forget(session, one);
            }
        });
        note("effacement", address, by, erased[0]);
    }

    /** Takes a person out of an item: their address wherever it is, and what stands beside it about them. */
    private static void strip(Node node, String address) throws RepositoryException {
        boolean theirs = false;
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (mentions(property, address)) {
                theirs |= BESIDE.contains(property.getName());
                strip(property, address);
            }
        }
        if (theirs) {
            for (String name : BESIDE) {
                if (node.hasProperty(name)) {
                    node.getProperty(name).remove();
                }
            }
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (!child.getName().startsWith("rep:")) {
                strip(child, address);
            }
        }
    }

    private static void strip(Property property, String address) throws RepositoryException {
        List<String> left = new ArrayList<>();
        for (Value value : values(property)) {
            left.add(value.getString().replaceAll("(?i)" + java.util.regex.Pattern.quote(address), "…"));
        }
        if (property.isMultiple()) {
            property.setValue(left.toArray(new String[0]));
        } else {
            property.setValue(left.get(0));
        }
    }

    private void note(String what, String address, String by, long contents) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node one = REQUESTS.root(session).addNode(UUID.randomUUID().toString(), "mgnl:contentNode");
            one.setProperty("le", Dates.utc(clock.instant()));
            one.setProperty("quoi", what);
            one.setProperty("qui", address.replaceFirst("^(.).*@", "$1…@"));
            one.setProperty("par", by);
            one.setProperty("contenus", contents);
        });
    }

    /** Who asked for what, the latest first. */
    List<Request> requests() {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Request> requests = new ArrayList<>();
            for (NodeIterator all = REQUESTS.root(session).getNodes(); all.hasNext(); ) {
                Node one = all.nextNode();
                requests.add(new Request(
                        one.getProperty("le").getDate().toInstant(),
                        one.getProperty("quoi").getString(),
                        one.getProperty("qui").getString(),
                        one.getProperty("par").getString(),
                        one.getProperty("contenus").getLong()));
            }
            requests.sort(Comparator.comparing(Request::when).reversed());
            return requests;
        });
    }
}
