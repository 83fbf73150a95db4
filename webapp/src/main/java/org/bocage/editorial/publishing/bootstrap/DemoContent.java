package org.bocage.editorial.publishing.bootstrap;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.config.KeptSettings;
import org.bocage.cms.repository.exchange.Bootstrap;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The demo content, all of which says so itself, and how it goes (OPS-09): it, its history, the folders that it leaves empty and
 * its texts on the base pages and in the settings. Texts that people wrote meanwhile stay.
 */
@Component
public class DemoContent {

    private static final Logger log = LoggerFactory.getLogger(DemoContent.class);
    private static final String FLAG = "demo";
    /** More than the demo has that name one word. */
    private static final int MOST_NAMING = 500;

    /** The accounts of the demo are closed by the option that opens them. */
    private static final Set<String> ACCOUNTS = Set.of(Workspace.USERS.name(), Workspace.USERROLES.name());

    private final Stores stores;
    private final KeptSettings settings;
    private final BootstrapFolders folders;
    private final Clock clock;
    private final DefinitionRegistry registry;
    private final ContentIndexes indexes;

    DemoContent(
            Stores stores,
            KeptSettings settings,
            InstallationProperties properties,
            Clock clock,
            DefinitionRegistry registry,
            ContentIndexes indexes) {
        this.registry = registry;
        this.indexes = indexes;
        this.stores = stores;
        this.settings = settings;
        this.folders = new BootstrapFolders(properties.config());
        this.clock = clock;
    }

    /** How many there are, by workspace; none when the demo is gone. */
    public Map<String, Integer> counts() {
        return stores.author().read(Identity.SYSTEM, session -> {
            Map<String, Integer> counts = new TreeMap<>();
            for (Node one : found(session)) {
                counts.merge(Workspace.of(one).name(), 1, Integer::sum);
            }
            return counts;
        });
    }

    /** Takes all of it away, off line too. */
    public synchronized int remove() {
        int removed = removeAll();
        settings.refreshPages();
        log.info("The demo content is gone: {} contents", removed);
        return removed;
    }

    private int removeAll() {
        int[] removed = {0};
        stores.author().update(Identity.SYSTEM, session -> {
            List<Node> all = found(session);
            all.removeAll(wordsInUse(session, all));
            for (Node one : all) {
                Revisions.forget(session, one.getIdentifier());
                Node parent = one.getParent();
                one.remove();
                removeEmpty(parent);
            }
            takeTextsBack(session);
            removed[0] = all.size();
        });
        return removed[0];
    }

    /** Takes words of a vocabulary that other contents name for these, and no longer for the demo's. */
    private List<Node> wordsInUse(Session session, List<Node> all) throws RepositoryException {
        List<Node> used = new ArrayList<>();
        for (Node one : all) {
            if (isWord(one) && isNamed(session, one.getIdentifier())) {
                used.add(one);
            }
        }
        for (Node one : used) {
            one.getProperty(FLAG).remove();
        }
        return used;
    }

    private boolean isWord(Node node) throws RepositoryException {
        return registry.current()
                .contentTypeOf(
                        Workspace.of(node).name(), node.getPrimaryNodeType().getName())
                .filter(type -> type.extension().isVocabulary())
                .isPresent();
    }

    /** Whether something names a word that is not of the demo. */
    private boolean isNamed(Session session, String id) throws RepositoryException {
        ContentQuery naming = ContentQuery.anywhere()
                .naming(id)
                .and(new ContentQuery.NotThis("@id", id))
                .page(0, MOST_NAMING);
        for (Hits.Hit hit : indexes.author().find(naming, Identity.SYSTEM).hits()) {
            Optional<Node> node = Workspace.byId(session, hit.id());
            if (node.isPresent() && !node.get().hasProperty(FLAG)) {
                return true;
            }
        }
        return false;
    }

    private void takeTextsBack(Session session) throws RepositoryException {
        try {
            Optional<Resource> texts = folders.demoTexts();
            if (texts.isPresent()) {
                TextOverlay.read(new Bootstrap(session, Duration.ZERO), texts.get())
                        .takeBack(session, folders.base(), clock.instant());
            }
        } catch (IOException e) {
            throw new RepositoryFailure("Bootstrap files cannot be read", e);
        }
    }

    private static void removeEmpty(Node folder) throws RepositoryException {
        Node here = folder;
        while (here.isNodeType("mgnl:folder") && !here.hasNodes()) {
            Node parent = here.getParent();
            here.remove();
            here = parent;
        }
    }

    private List<Node> found(Session session) throws RepositoryException {
        List<Node> found = new ArrayList<>();
        for (NodeIterator roots = session.getRootNode().getNodes(); roots.hasNext(); ) {
            Node root = roots.nextNode();
            String name = root.getName();
            if (name.indexOf(':') < 0 && stores.author().holdsContents(name) && !ACCOUNTS.contains(name)) {
                collect(root, found);
            }
        }
        return found;
    }

    private static void collect(Node above, List<Node> found) throws RepositoryException {
        for (NodeIterator children = above.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (child.getName().startsWith("rep:")) {
                continue;
            }
            if (child.hasProperty(FLAG) && child.getProperty(FLAG).getBoolean()) {
                found.add(child);
            } else if (child.isNodeType("mgnl:folder") || child.isNodeType("mgnl:page")) {
                collect(child, found);
            }
        }
    }
}
