package org.bocage.cms.search.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.repository.SavedNode;
import org.bocage.cms.repository.SavedNodes;
import org.bocage.cms.repository.SavedProperty;

/** The words that items are sorted by, such as communes and themes: what an item names is counted and searched. */
public final class Vocabularies {

    public static final String WORKSPACE = "vocabulaires";

    /**
     * A word of a vocabulary.
     *
     * @param vocabulary name of the folder it lies in
     */
    record Word(String id, String vocabulary, String label) {}

    private final SavedNodes nodes;
    private final Map<String, Optional<Word>> known = new HashMap<>();

    public Vocabularies(SavedNodes nodes) {
        this.nodes = nodes;
    }

    /** The word with an identifier; empty when it is something else's. */
    Optional<Word> word(String id) {
        return known.computeIfAbsent(id, this::read);
    }

    private Optional<Word> read(String id) {
        Optional<SavedNode> node = nodes.byId(id);
        Optional<SavedNode> folder = node.flatMap(SavedNode::parent);
        Optional<SavedProperty> label = node.flatMap(word -> word.property("titre"));
        boolean isWord = folder.flatMap(SavedNode::parent)
                .filter(workspace -> workspace.path().equals("/" + WORKSPACE))
                .isPresent();
        return isWord && label.isPresent()
                ? Optional.of(new Word(id, folder.get().name(), label.get().text()))
                : Optional.empty();
    }
}
