package org.bocage.cms.search;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.jcr.ItemNotFoundException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Workspace;

/** The words that items are sorted by, such as communes and themes: what an item names is counted and searched. */
final class Vocabularies {

    static final String WORKSPACE = "vocabulaires";

    /**
     * A word of a vocabulary.
     *
     * @param vocabulary name of the folder it lies in
     */
    record Word(String id, String vocabulary, String label) {}

    private final Session session;
    private final Map<String, Optional<Word>> known = new HashMap<>();

    Vocabularies(Session session) {
        this.session = session;
    }

    /** The word with an identifier; empty when it is something else's. */
    Optional<Word> word(String id) throws RepositoryException {
        Optional<Word> word = known.get(id);
        if (word == null) {
            word = read(id);
            known.put(id, word);
        }
        return word;
    }

    /** Forgets what was read before a change. */
    void refresh() {
        known.clear();
    }

    private Optional<Word> read(String id) throws RepositoryException {
        try {
            Node node = session.getNodeByIdentifier(id);
            if (!Workspace.of(node).name().equals(WORKSPACE) || node.getDepth() != 3 || !node.hasProperty("titre")) {
                return Optional.empty();
            }
            String label = node.getProperty("titre").getString();
            return Optional.of(new Word(id, node.getParent().getName(), label));
        } catch (ItemNotFoundException e) {
            return Optional.empty();
        }
    }
}
