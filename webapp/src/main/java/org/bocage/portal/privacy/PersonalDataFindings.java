package org.bocage.portal.privacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.workflow.Review;
import org.bocage.portal.privacy.PersonalDataFinding.Fate;

/**
 * Finds what carries a mail address, wherever it stands in the author store: every text of every node is read, for nobody knows
 * where people write one. It is asked for a few times a year.
 */
final class PersonalDataFindings {

    private static final String REGISTRATIONS = "inscriptions";
    private static final String STRUCTURE_REQUESTS = "rattachements";

    /** Where each node is about one person alone. */
    private static final Set<String> PERSONAL =
            Set.of("mails", "abonnes", REGISTRATIONS, "messages", "propositions", "liens", STRUCTURE_REQUESTS);

    /** Workspaces of what the portal sent. */
    private static final Set<String> SENT = Set.of("mails", "liens");

    private static final String ACCOUNTS = Workspace.USERS.name();
    private static final String STRUCTURES = "structures";
    private static final String PEOPLE = "personnes";
    private static final String MEMBERSHIPS = "adhesions";

    /** The histories follow their contents; of sessions and roles nothing is typed; requests are told without addresses. */
    private static final Set<String> NOT_READ =
            Set.of("mgnlVersion", "sessions", "userroles", PersonRequests.WORKSPACE.name());

    /** Properties that are of no use to a person, or would harm them elsewhere. */
    private static final Pattern TECHNICAL = Pattern.compile("(jcr|mgnl|rep|bocage):.*|pswd|stamp|name|unsubscribe");

    private static final Pattern CONSENT = Pattern.compile("(.*/)?(accord|consentement).*");

    private final Pattern address;
    private final Predicate<String> closable;

    /** @param closable whether an account may be closed by who asks */
    PersonalDataFindings(String email, Predicate<String> closable) {
        this.closable = closable;
        this.address = Pattern.compile(
                "(?<![\\p{Alnum}._%+-])" + Pattern.quote(email) + "(?![\\p{Alnum}-]|\\.\\p{Alnum})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /**
     * Where an address stands.
     *
     * @param id of what it is part of
     */
    record Spot(String id, Node whole, Node holder, List<String> properties) {}

    /** Whether a text has the address. */
    boolean isIn(String text) {
        return address.matcher(text).find();
    }

    /** A text without the address. */
    String without(String text, String instead) {
        return address.matcher(text).replaceAll(instead);
    }

    List<Spot> spots(Session session) throws RepositoryException {
        List<Spot> spots = new ArrayList<>();
        for (NodeIterator roots = session.getRootNode().getNodes(); roots.hasNext(); ) {
            Node root = roots.nextNode();
            if (root.getName().indexOf(':') < 0 && !NOT_READ.contains(root.getName())) {
                look(root, spots);
            }
        }
        return spots;
    }

    /** Spots where the address is all that a text says, but for mails and links. */
    List<Spot> spotsOfTheirOwn(Session session) throws RepositoryException {
        List<Spot> own = new ArrayList<>();
        for (Spot spot : spots(session)) {
            if (!SENT.contains(Workspace.of(spot.whole()).name()) && isWhole(spot)) {
                own.add(spot);
            }
        }
        return own;
    }

    private boolean isWhole(Spot spot) throws RepositoryException {
        for (String property : spot.properties()) {
            Property text = spot.holder().getProperty(property);
            if (!text.isMultiple() && address.matcher(text.getString().strip()).matches()) {
                return true;
            }
        }
        return false;
    }

    private void look(Node node, List<Spot> spots) throws RepositoryException {
        List<String> properties = new ArrayList<>();
        for (PropertyIterator all = node.getProperties(); all.hasNext(); ) {
            Property property = all.nextProperty();
            if (property.getType() == PropertyType.STRING && isIn(text(property))) {
                properties.add(property.getName());
            }
        }
        if (!properties.isEmpty()) {
            Node whole = whole(node);
            spots.add(new Spot(whole.getIdentifier(), whole, node, properties));
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (!child.getName().startsWith("rep:")) {
                look(child, spots);
            }
        }
    }

    /** The content that a node is part of; in what is about one person alone, the node itself. */
    private static Node whole(Node node) throws RepositoryException {
        if (PERSONAL.contains(Workspace.of(node).name())) {
            return node;
        }
        Node whole = node;
        while (whole.isNodeType("mgnl:contentNode")
                && !whole.isNodeType("mgnl:user")
                && whole.getParent().getDepth() > 1
                && !whole.getParent().isNodeType("mgnl:folder")
                && !whole.getParent().isNodeType("bocage:workspace")) {
            whole = whole.getParent();
        }
        return whole;
    }

    /** Returns one finding for each content, from one or several of its spots. */
    List<PersonalDataFinding> told(List<Spot> spots) throws RepositoryException {
        Map<String, PersonalDataFinding> traces = new LinkedHashMap<>();
        for (Spot spot : spots) {
            Node whole = spot.whole();
            PersonalDataFinding before = traces.get(spot.id());
            Map<String, String> values = new LinkedHashMap<>(before == null ? Map.of() : before.values());
            values.putAll(values(spot));
            traces.put(
                    spot.id(),
                    new PersonalDataFinding(
                            spot.id(), Workspace.of(whole).name(), title(whole), fate(spot), values, consents(values)));
        }
        return List.copyOf(traces.values());
    }

    Fate fate(Spot spot) throws RepositoryException {
        String workspace = Workspace.of(spot.whole()).name();
        if (isTheirs(spot.whole())) {
            return Fate.GOES;
        }
        return switch (workspace) {
            case "users" -> closable.test(spot.whole().getName()) ? Fate.CLOSES : Fate.STAYS_OPEN;
            case PEOPLE -> Fate.GOES_OFF_LINE;
            case MEMBERSHIPS -> Fate.STAYS;
            default -> Fate.LOSES_PERSON;
        };
    }

    /** Whether all of a node is about the person; a registration of somebody else may name them in an answer. */
    private boolean isTheirs(Node whole) throws RepositoryException {
        String workspace = Workspace.of(whole).name();
        return PERSONAL.contains(workspace)
                && (!workspace.equals(REGISTRATIONS)
                        || (whole.hasProperty("courriel")
                                && address.matcher(text(whole.getProperty("courriel"))
                                                .strip())
                                        .matches()));
    }

    private static String title(Node whole) throws RepositoryException {
        for (String name : List.of("subject", "titre", "title", "nom")) {
            if (whole.hasProperty(name) && !whole.getProperty(name).isMultiple()) {
                return whole.getProperty(name).getString();
            }
        }
        return Review.title(whole);
    }

    /**
     * Returns the values beside the address: all of what is about the person alone, or of the part of a content that names them;
     * of a content itself the texts alone that have the address.
     */
    private Map<String, String> values(Spot spot) throws RepositoryException {
        Map<String, String> values = new LinkedHashMap<>();
        String workspace = Workspace.of(spot.whole()).name();
        if (isTheirs(spot.whole()) || Set.of(ACCOUNTS, PEOPLE, MEMBERSHIPS).contains(workspace)) {
            collect(spot.whole(), "", values);
        } else if (spot.holder().isSame(spot.whole())) {
            for (String property : spot.properties()) {
                values.put(property, text(spot.holder().getProperty(property)));
            }
        } else {
            String path =
                    spot.holder().getPath().substring(spot.whole().getPath().length() + 1);
            collect(spot.holder(), path + "/", values);
        }
        return values;
    }

    private static void collect(Node node, String prefix, Map<String, String> values) throws RepositoryException {
        for (PropertyIterator all = node.getProperties(); all.hasNext(); ) {
            Property property = all.nextProperty();
            if (property.getType() != PropertyType.BINARY
                    && !TECHNICAL.matcher(property.getName()).matches()) {
                values.put(prefix + property.getName(), text(property));
            }
        }
        titles(node, values);
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (!child.getName().startsWith("rep:")) {
                collect(child, prefix + child.getName() + "/", values);
            }
        }
    }

    /** Tells the structures that an account keeps, or asks for, by their titles. */
    private static void titles(Node node, Map<String, String> values) throws RepositoryException {
        String kept = values.getOrDefault(STRUCTURES, "");
        if (node.isNodeType("mgnl:user") && !kept.isEmpty()) {
            values.put(STRUCTURES, named(node, List.of(kept.split("\n"))));
        } else if (Workspace.of(node).name().equals(STRUCTURE_REQUESTS)) {
            values.put(STRUCTURES, named(node, List.of(node.getName())));
        }
    }

    private static String named(Node near, List<String> ids) throws RepositoryException {
        List<String> titles = new ArrayList<>();
        for (String id : ids) {
            Optional<Node> structure = Workspace.byId(near.getSession(), id);
            if (structure.isPresent()) {
                titles.add(Review.title(structure.get()));
            }
        }
        return String.join("\n", titles);
    }

    private static Map<String, String> consents(Map<String, String> values) {
        Map<String, String> consents = new LinkedHashMap<>();
        values.forEach((path, value) -> {
            if (CONSENT.matcher(path.toLowerCase(Locale.ROOT)).matches()) {
                consents.put(path, value);
            }
        });
        return consents;
    }

    static String text(Property property) throws RepositoryException {
        if (!property.isMultiple()) {
            return property.getString();
        }
        List<String> texts = new ArrayList<>();
        for (Value value : property.getValues()) {
            texts.add(value.getString());
        }
        return String.join("\n", texts);
    }
}
