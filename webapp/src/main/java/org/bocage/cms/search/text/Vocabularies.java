package org.bocage.cms.search.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.repository.SavedNode;
import org.bocage.cms.repository.SavedNodes;
import org.bocage.cms.repository.SavedProperty;

/** The words that items are sorted by, such as communes and themes: what an item names is counted and searched. */
public final class Vocabularies {

    /**
     * A word of a vocabulary.
     *
     * @param vocabulary name of the folder it lies in
     */
    record Word(String id, String vocabulary, String label) {}

    private final SavedNodes nodes;
    private final Set<String> workspaces;
    private final Map<String, Optional<Word>> known = new HashMap<>();

    /** Reads vocabularies of some workspaces. */
    public Vocabularies(SavedNodes nodes, Set<String> workspaces) {
        this.nodes = nodes;
        this.workspaces = workspaces;
    }

    /** Whether a path in the store lies in a vocabulary. */
    public boolean mayHave(String path) {
        return workspaces.stream().anyMatch(workspace -> path.startsWith("/" + workspace + "/"));
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
                .filter(workspace -> workspaces.contains(workspace.path().substring(1)))
                .isPresent();
        return isWord && label.isPresent()
                ? Optional.of(new Word(id, folder.get().name(), label.get().text()))
                : Optional.empty();
    }
}
