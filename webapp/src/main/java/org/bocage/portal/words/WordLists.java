package org.bocage.portal.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.editorial.form.Slug;
import org.bocage.editorial.publishing.Publisher;
import org.bocage.editorial.workflow.Actor;
import org.springframework.stereotype.Component;

/**
 * The lists of words: folders of the vocabularies. Each change is on line when it returns. The communes are left aside: they are the
 * territory, and are chosen as a whole.
 */
@Component
public class WordLists {

    /** Words a list holds at most; more are no help to who chooses. */
    static final int MOST = 200;

    private static final Workspace WORKSPACE = new Workspace("vocabulaires");
    private static final Set<String> ELSEWHERE = Set.of("communes");
    private static final String TYPE = "bocage:vocabulaire";
    private static final String TITLE = "titre";

    private final Stores stores;
    private final Publisher publisher;
    private final ReplacedWords replaced;

    WordLists(Stores stores, Publisher publisher, ReplacedWords replaced) {
        this.stores = stores;
        this.publisher = publisher;
        this.replaced = replaced;
    }

    /** A word; {@code id} is that of its node. */
    record Word(String id, String title) {}

    /** Returns the names of the lists, in their order. */
    public List<String> names() {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<String> names = new ArrayList<>();
            if (WORKSPACE.exists(session)) {
                for (NodeIterator nodes = WORKSPACE.root(session).getNodes(); nodes.hasNext(); ) {
                    Node node = nodes.nextNode();
                    if (node.isNodeType("mgnl:folder") && !ELSEWHERE.contains(node.getName())) {
                        names.add(node.getName());
                    }
                }
            }
            return names;
        });
    }

    /** Returns the words of a list, in their order; empty when there is no such list. */
    Optional<List<Word>> words(String list) {
        return names().contains(list)
                ? Optional.of(stores.author().read(Identity.SYSTEM, session -> {
                    List<Word> words = new ArrayList<>();
                    for (Node node : nodes(session, list)) {
                        words.add(new Word(
                                node.getIdentifier(), node.getProperty(TITLE).getString()));
                    }
                    return words;
                }))
                : Optional.empty();
    }

    private static List<Node> nodes(Session session, String list) throws RepositoryException {
        List<Node> words = new ArrayList<>();
        for (NodeIterator nodes = folder(session, list).getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (node.isNodeType(TYPE) && node.hasProperty(TITLE)) {
                words.add(node);
            }
        }
        return words;
    }

    private static Node folder(Session session, String list) throws RepositoryException {
        return WORKSPACE.root(session).getNode(list);
    }

    /** Adds a word at the end of a list. */
    void add(String list, String title, Actor by, Instant now) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node folder = folder(session, list);
            String wanted = Slug.of(title, "mot", name -> true);
            String name = wanted;
            for (int number = 2; folder.hasNode(name); number++) {
                name = wanted + "-" + number;
            }
            Node word = folder.addNode(name, TYPE);
            word.setProperty("name", name);
            word.setProperty(TITLE, title);
            word.setProperty("mgnl:created", Dates.utc(now));
            word.setProperty("mgnl:createdBy", by.name());
            publisher.publish(word, now, by.name());
        });
    }

    /** Gives a word another title; whatever names it goes on doing so. */
    void rename(String id, String title, Actor by, Instant now) {
        stores.author().update(Identity.SYSTEM, session -> {
            Optional<Node> word = WORKSPACE.nodeById(session, id);
            if (word.isPresent()) {
                Revisions.replace(word.get(), by.name(), now, () -> word.get().setProperty(TITLE, title));
            }
        });
    }

    /** Takes a word away, which nothing names any more. */
    void remove(String id) {
        stores.author().update(Identity.SYSTEM, session -> {
            Optional<Node> word = WORKSPACE.nodeById(session, id);
            if (word.isPresent()) {
                remove(session, word.get());
            }
        });
    }

    /** Has contents name another word instead of this one, and takes this one away. */
    void merge(String id, String into, Actor by, Instant now) {
        stores.author().update(Identity.SYSTEM, session -> {
            Optional<Node> word = WORKSPACE.nodeById(session, id);
            Optional<Node> other = WORKSPACE.nodeById(session, into);
            if (word.isPresent() && other.isPresent()) {
                replaced.remember(word.get(), other.get(), by, now);
                remove(session, word.get());
            }
        });
        replaced.settle();
    }

    private static void remove(Session session, Node word) throws RepositoryException {
        Revisions.forget(session, word.getIdentifier());
        word.remove();
    }
}
