package org.bocage.editorial.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.config.KeptSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/**
 * Options that an upgrade brought: those of this version that the one which last ran on these stores had not, until somebody says that
 * they were seen. The author store keeps the names and the version, at {@code config:/options}; a new portal has nothing to tell.
 */
@Component
class NewOptions implements SmartInitializingSingleton {

    private static final Workspace CONFIG = KeptSettings.WORKSPACE;
    private static final String NODE = "options";
    private static final String NAMES = "names";
    private static final String VERSION = "version";
    private static final String UNSEEN = "unseen";
    private static final String SINCE = "since";

    private final Stores stores;
    private final KnownOptions known;
    private final String version;

    NewOptions(Stores stores, KnownOptions known, ObjectProvider<BuildProperties> build) {
        this.stores = stores;
        this.known = known;
        this.version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("");
    }

    /**
     * News that nobody has seen yet.
     *
     * @param since version that ran before
     * @param names of the options
     */
    record News(String since, Set<String> names) {}

    /** Compares the options with those of the version that ran here before. */
    @Override
    public void afterSingletonsInstantiated() {
        Set<String> names = new TreeSet<>(known.names());
        stores.author().update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, CONFIG);
            Optional<Node> kept = node(session);
            Node node = kept.isPresent() ? kept.get() : CONFIG.root(session).addNode(NODE, "mgnl:contentNode");
            if (kept.isPresent()) {
                compare(node, names);
            }
            if (!names(node, NAMES).equals(names)) {
                node.setProperty(NAMES, names.toArray(new String[0]));
            }
            if (!node.hasProperty(VERSION)
                    || !node.getProperty(VERSION).getString().equals(version)) {
                node.setProperty(VERSION, version);
            }
        });
    }

    private static void compare(Node node, Set<String> names) throws RepositoryException {
        Set<String> added = new TreeSet<>(names);
        added.removeAll(names(node, NAMES));
        Set<String> unseen = names(node, UNSEEN);
        if (unseen.isEmpty() && !added.isEmpty()) {
            node.setProperty(SINCE, node.getProperty(VERSION).getString());
        }
        if (unseen.addAll(added)) {
            node.setProperty(UNSEEN, unseen.toArray(new String[0]));
        }
    }

    /** Returns what nobody has seen yet. */
    Optional<News> unseen() {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = node(session);
            Set<String> names = node.isPresent() ? names(node.get(), UNSEEN) : new TreeSet<>();
            names.retainAll(known.names());
            return names.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new News(node.orElseThrow().getProperty(SINCE).getString(), names));
        });
    }

    /** Notes that they were seen: they are told no more. */
    void seen() {
        stores.author().update(Identity.SYSTEM, session -> {
            Optional<Node> node = node(session);
            if (node.isPresent() && node.get().hasProperty(UNSEEN)) {
                node.get().getProperty(UNSEEN).remove();
            }
        });
    }

    private static Optional<Node> node(Session session) throws RepositoryException {
        return CONFIG.node(session, "/" + NODE);
    }

    private static Set<String> names(Node node, String property) throws RepositoryException {
        List<String> names = new ArrayList<>();
        if (node.hasProperty(property)) {
            for (Value value : node.getProperty(property).getValues()) {
                names.add(value.getString());
            }
        }
        return new TreeSet<>(names);
    }
}
