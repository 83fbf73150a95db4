package org.bocage.e2e;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.FieldReaders;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.exchange.Bootstrap;
import org.bocage.cms.repository.exchange.BootstrapFile;

/** A portal whose published store holds what one of a Magnolia does: items whole, whoever they are for, and readable by everybody. */
final class WholeNodes {

    /** Begins every value that was planted in a field which not everybody may read. */
    static final String PRIVATE = "prive-";

    private final Stores stores;
    private final DefinitionRegistry definitions;

    WholeNodes(Portal portal) {
        this.stores = portal.context().getBean(Stores.class);
        this.definitions = portal.context().getBean(DefinitionRegistry.class);
    }

    /** Puts every item on line as the author store has it; what is for everybody and was not on line stays away. */
    void publish() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        stores.author().read(Identity.SYSTEM, session -> {
            for (ContentType type : types()) {
                for (Node node : children(root(type, session))) {
                    BootstrapFile file = BootstrapFile.of(node, BootstrapFile.Format.YAML);
                    files.put(file.name(), bytes(file, node));
                }
            }
            return null;
        });
        new PublishedWriter(stores).write(session -> {
            List<String> onLine = new ArrayList<>();
            for (ContentType type : types()) {
                if (session.nodeExists("/" + type.workspace())) {
                    for (Node node : children(root(type, session))) {
                        items(node, type, onLine);
                        node.remove();
                    }
                }
            }
            Bootstrap bootstrap = new Bootstrap(session, Duration.ZERO);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                bootstrap.run(file.getKey(), new ByteArrayInputStream(file.getValue()));
            }
            for (String path : all(session)) {
                Node item = session.getNode(path);
                boolean forEverybody = !item.hasProperty("visibilite")
                        || item.getProperty("visibilite").getString().equals("public");
                if (forEverybody && !onLine.contains(path)) {
                    item.remove();
                }
            }
        });
    }

    /** Plants a value in every field of every item that not everybody may read, and closes what may open it. Returns the fields. */
    Set<String> plant() {
        Set<String> planted = new TreeSet<>();
        new PublishedWriter(stores).write(session -> {
            for (ContentType type : types()) {
                List<String> paths = new ArrayList<>();
                if (session.nodeExists("/" + type.workspace())) {
                    for (Node node : children(root(type, session))) {
                        items(node, type, paths);
                    }
                }
                for (String path : paths) {
                    forMembers(session.getNode(path));
                    for (String field : type.extension().readers().keySet()) {
                        plant(session.getNode(path), type, field, planted);
                    }
                }
            }
        });
        return planted;
    }

    private static void plant(Node item, ContentType type, String field, Set<String> planted)
            throws RepositoryException {
        FieldReaders readers = type.extension().readersOf(field);
        boolean isFlag = type.extension().readers().values().stream()
                .anyMatch(one -> one.flags().contains(field));
        if (readers.audience() == FieldReaders.Audience.ITEM
                || isFlag
                || field.equals("visibilite")
                || field.equals("etat")
                || field.equals("interne")
                || type.extension().consent().startsWith(field)) {
            return;
        }
        for (String flag : readers.flags()) {
            close(item, flag);
        }
        if (put(item, field, PRIVATE + type.name() + "-" + field.replace('/', '-'))) {
            planted.add(type.name() + " " + field);
        }
    }

    /** Values for the members lie in a part of the item that the access control of Bocage's host guards. */
    private static void forMembers(Node item) throws RepositoryException {
        Node contact = holder(item, "adherents/contact/courriel");
        contact.setProperty("courriel", PRIVATE + "adherents-courriel");
        contact.setProperty("telephone", PRIVATE + "adherents-telephone");
    }

    private static void close(Node item, String flag) throws RepositoryException {
        String last = flag.substring(flag.lastIndexOf('/') + 1);
        Node holder = flag.equals(last) ? item : holder(item, flag);
        if (last.endsWith("Visible")) {
            holder.setProperty(last, "ca");
        } else {
            holder.setProperty(last, false);
        }
    }

    private static Node holder(Node item, String field) throws RepositoryException {
        Node at = item;
        for (String step : field.substring(0, field.lastIndexOf('/')).split("/")) {
            at = at.hasNode(step) ? at.getNode(step) : at.addNode(step, "mgnl:contentNode");
        }
        return at;
    }

    /** Puts a text into a field, into all texts of one that has parts; not where it is a date, a number or a list. */
    private static boolean put(Node item, String field, String value) throws RepositoryException {
        if (item.hasNode(field)) {
            fill(item.getNode(field), value);
            return true;
        }
        if (item.hasProperty(field)
                && (item.getProperty(field).isMultiple()
                        || item.getProperty(field).getType() != javax.jcr.PropertyType.STRING)) {
            return false;
        }
        Node holder = field.contains("/") ? holder(item, field) : item;
        holder.setProperty(field.substring(field.lastIndexOf('/') + 1), value);
        return true;
    }

    private static void fill(Node node, String value) throws RepositoryException {
        for (String name : List.of("nom", "courriel", "texte", "alt", "legende", "credit")) {
            node.setProperty(name, value);
        }
    }

    private List<ContentType> types() {
        return definitions.current().contentTypes().stream()
                .filter(type -> type.goesOnLine() && !type.name().equals("vocabulaires"))
                .toList();
    }

    private List<String> all(Session session) throws RepositoryException {
        List<String> paths = new ArrayList<>();
        for (ContentType type : types()) {
            for (Node node : children(root(type, session))) {
                items(node, type, paths);
            }
        }
        return paths;
    }

    private static Node root(ContentType type, Session session) throws RepositoryException {
        return new Workspace(type.workspace()).root(session);
    }

    private static void items(Node node, ContentType type, List<String> found) throws RepositoryException {
        if (node.isNodeType("mgnl:folder")) {
            for (Node child : children(node)) {
                items(child, type, found);
            }
        } else if (node.getPrimaryNodeType().getName().equals(type.nodeType())) {
            found.add(node.getPath());
        }
    }

    private static List<Node> children(Node node) throws RepositoryException {
        List<Node> children = new ArrayList<>();
        for (NodeIterator all = node.getNodes(); all.hasNext(); ) {
            Node child = all.nextNode();
            if (!child.getName().startsWith("rep:")) {
                children.add(child);
            }
        }
        return children;
    }

    private static byte[] bytes(BootstrapFile file, Node node) throws RepositoryException {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            file.write(node, bytes, true);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
