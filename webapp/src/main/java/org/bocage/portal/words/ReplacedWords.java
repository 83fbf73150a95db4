package org.bocage.portal.words;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.ModuleWorkspace;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.workflow.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Words of a vocabulary that gave way to another: a theme, a family of structures, a commune. They are remembered, because contents
 * go on naming them: those that were being written meanwhile, and those whose former state is taken up again or imported.
 */
@Component
public final class ReplacedWords {

    /** Words remembered at most; the oldest give way. */
    static final int MOST = 1_000;

    private static final Logger log = LoggerFactory.getLogger(ReplacedWords.class);

    private static final Workspace WORKSPACE = new Workspace("mots-remplaces");
    private static final String TYPE = "mgnl:contentNode";
    private static final String BY_WORD = "par";
    private static final String PERSON = "personne";
    private static final String WHEN = "le";
    private static final int PAGE = 500;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final Clock clock;
    private final ItemByItem contents = new ItemByItem("ReplacedWords");

    ReplacedWords(Stores stores, ContentIndexes indexes, Clock clock) {
        this.stores = stores;
        this.indexes = indexes;
        this.clock = clock;
    }

    @Bean
    static ModuleWorkspace replacedWordsWorkspace() {
        return new ModuleWorkspace(WORKSPACE.name(), ModuleWorkspace.Kind.TECHNICAL);
    }

    /** A word that is gone, the one that stands for it, and who said so; words by the identifiers of their nodes. */
    private record Replaced(String word, String by, String person) {}

    /** Remembers that a word, which the caller takes away, gives way to another; the caller saves, then {@link #settle() settles}. */
    public void remember(Node word, Node other, Actor by, Instant now) throws RepositoryException {
        Session session = word.getSession();
        NodeTypes.ensureWorkspace(session, WORKSPACE);
        Node root = WORKSPACE.root(session);
        Node replaced = root.addNode(word.getIdentifier(), TYPE);
        replaced.setProperty(BY_WORD, other.getIdentifier());
        replaced.setProperty(PERSON, by.name());
        replaced.setProperty(WHEN, Dates.utc(now));
        forgetOldest(root);
    }

    private static void forgetOldest(Node root) throws RepositoryException {
        List<Node> all = new ArrayList<>();
        for (NodeIterator nodes = root.getNodes(); nodes.hasNext(); ) {
            all.add(nodes.nextNode());
        }
        if (all.size() > MOST) {
            List<Instant> dates = new ArrayList<>();
            for (Node one : all) {
                dates.add(one.getProperty(WHEN).getDate().toInstant());
            }
            dates.sort(Comparator.naturalOrder());
            Instant oldest = dates.get(all.size() - MOST);
            for (Node one : all) {
                if (one.getProperty(WHEN).getDate().toInstant().isBefore(oldest)) {
                    one.remove();
                }
            }
        }
    }

    /**
     * Has contents name the words that stand for those they name and that are gone. Their former state stays in their history; those
     * that are on line as they stand are on line so, others wait as they did. A content that could not be written is named in the log,
     * and tried anew within the hour.
     */
    public void settle() {
        try {
            look();
        } catch (ItemByItem.FailedItems e) {
            log.info("Words that are gone are still named: {}", e.named());
        }
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 120_000)
    synchronized void look() {
        contents.run(round -> {
            for (Replaced replaced : replaced()) {
                settle(replaced, round);
            }
        });
    }

    private List<Replaced> replaced() {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Replaced> all = new ArrayList<>();
            if (!WORKSPACE.exists(session)) {
                return all;
            }
            Node root = WORKSPACE.root(session);
            for (NodeIterator nodes = root.getNodes(); nodes.hasNext(); ) {
                Node one = nodes.nextNode();
                Optional<Node> other = other(root, one);
                if (other.isPresent()) {
                    all.add(new Replaced(
                            one.getName(),
                            other.get().getIdentifier(),
                            one.getProperty(PERSON).getString()));
                }
            }
            return all;
        });
    }

    /** Returns the word that stands for one, the last in a row of such words; empty when that is gone as well. */
    private static Optional<Node> other(Node root, Node replaced) throws RepositoryException {
        Set<String> seen = new HashSet<>();
        String word = replaced.getName();
        while (root.hasNode(word) && seen.add(word)) {
            word = root.getNode(word).getProperty(BY_WORD).getString();
        }
        return Workspace.byId(root.getSession(), word);
    }

    private void settle(Replaced replaced, ItemByItem.Round round) {
        stores.author().await();
        int left = 0;
        List<Hits.Hit> hits = naming(replaced.word(), left);
        while (!hits.isEmpty()) {
            for (Hits.Hit hit : hits) {
                boolean[] isDone = {false};
                round.attempt(hit.workspace() + ":" + hit.path(), () -> isDone[0] = settle(hit, replaced));
                left += isDone[0] ? 0 : 1;
            }
            stores.author().await();
            hits = naming(replaced.word(), left);
        }
    }

    private List<Hits.Hit> naming(String word, int from) {
        return indexes.author()
                .find(ContentQuery.anywhere().naming(word).page(from, PAGE), Identity.SYSTEM)
                .hits();
    }

    /** Returns whether the content named the word that is gone, and names the other one now. */
    private boolean settle(Hits.Hit hit, Replaced replaced) {
        return stores.author().write(Identity.SYSTEM, session -> {
            Optional<Node> item = Workspace.byId(session, hit.id());
            boolean[] isDone = {false};
            if (item.isPresent()) {
                Revisions.replace(
                        item.get(),
                        replaced.person(),
                        clock.instant(),
                        () -> isDone[0] = replaceBelow(item.get(), replaced));
            }
            if (!isDone[0]) {
                session.refresh(false);
            }
            return isDone[0];
        });
    }

    private static boolean replaceBelow(Node node, Replaced replaced) throws RepositoryException {
        boolean isDone = false;
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (property.getType() == PropertyType.STRING && property.getName().indexOf(':') < 0) {
                isDone |= replace(node, property, replaced);
            }
        }
        for (NodeIterator nodes = node.getNodes(); nodes.hasNext(); ) {
            Node child = nodes.nextNode();
            if (!child.isNodeType("mgnl:content") && !child.getName().startsWith("rep:")) {
                isDone |= replaceBelow(child, replaced);
            }
        }
        return isDone;
    }

    private static boolean replace(Node node, Property property, Replaced replaced) throws RepositoryException {
        if (!property.isMultiple()) {
            boolean isNamed = property.getString().equals(replaced.word());
            if (isNamed) {
                node.setProperty(property.getName(), replaced.by());
            }
            return isNamed;
        }
        Set<String> values = new LinkedHashSet<>();
        boolean isNamed = false;
        for (Value value : property.getValues()) {
            isNamed |= value.getString().equals(replaced.word());
            values.add(value.getString().equals(replaced.word()) ? replaced.by() : value.getString());
        }
        if (isNamed) {
            node.setProperty(property.getName(), values.toArray(new String[0]));
        }
        return isNamed;
    }
}
