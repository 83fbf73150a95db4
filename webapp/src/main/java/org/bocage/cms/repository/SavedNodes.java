package org.bocage.cms.repository;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.commons.PathUtils;
import org.apache.jackrabbit.oak.plugins.tree.TreeUtil;
import org.apache.jackrabbit.oak.plugins.tree.impl.TreeProviderService;
import org.apache.jackrabbit.oak.spi.state.NodeState;

/**
 * All that a store held at some time, with nobody's rights: for what is derived from all there is. Nodes are read from the tree
 * of the store, which takes a fraction of what JCR does.
 */
public final class SavedNodes {

    private final NodeState state;
    private final Tree root;
    private final Tree declared;
    private final Map<String, Set<String>> types = new HashMap<>();

    SavedNodes(NodeState state) {
        this.state = state;
        this.root = new TreeProviderService().createReadOnlyTree(state);
        this.declared = root.getChild("jcr:system").getChild("jcr:nodeTypes");
    }

    /** Returns the nodes of the present state of a store. */
    public static SavedNodes of(Store store) {
        return new SavedNodes(store.root());
    }

    /** The root of the store. */
    public SavedNode root() {
        return new SavedNode(this, root);
    }

    /** The node at a path of the store. */
    public Optional<SavedNode> at(String storePath) {
        Tree tree = root;
        for (String step : PathUtils.elements(storePath)) {
            tree = tree.getChild(step);
        }
        return tree.exists() ? Optional.of(new SavedNode(this, tree)) : Optional.empty();
    }

    /** The node with an identifier. */
    public Optional<SavedNode> byId(String identifier) {
        return TreeRepository.path(state, identifier).flatMap(this::at);
    }

    Set<String> typesOf(Tree node) {
        String primary = String.valueOf(TreeUtil.getPrimaryTypeName(node));
        Set<String> own = types.computeIfAbsent(primary, this::extended);
        Set<String> all = own;
        for (String mixin : TreeUtil.getNames(node, "jcr:mixinTypes")) {
            if (all == own) {
                all = new HashSet<>(own);
            }
            all.addAll(types.computeIfAbsent(mixin, this::extended));
        }
        return all;
    }

    /** A type and all those that it extends. */
    private Set<String> extended(String type) {
        Set<String> all = new HashSet<>(List.of(type));
        TreeUtil.getNames(declared.getChild(type), "rep:supertypes").forEach(all::add);
        return Set.copyOf(all);
    }
}
