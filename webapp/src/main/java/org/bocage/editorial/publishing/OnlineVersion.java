package org.bocage.editorial.publishing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.tree.NodeCopy;

/**
 * Gives an item the content of one of its versions, in a session that the caller saves or not; live fields stay as they are, and
 * what changes as time goes by is as of now.
 */
public final class OnlineVersion {

    /** They belong to the publication, not to a version. */
    private static final Set<String> OF_PUBLICATION =
            Set.of("publie", "mgnl:lastActivated", "mgnl:lastActivatedBy", "mgnl:activationStatus");

    private static final String NAME = "name";

    private final List<LiveFields> live;
    private final List<ComputedFields> derivations;

    public OnlineVersion(List<LiveFields> live, List<ComputedFields> derivations) {
        this.live = List.copyOf(live);
        this.derivations = List.copyOf(derivations);
    }

    /**
     * Puts a saved state back.
     *
     * @param fields which properties and children are meant
     * @return whether there is such a state
     */
    boolean restore(Node item, long revision, NodeCopy.Selection fields) throws RepositoryException {
        boolean namedAsNode = item.hasProperty(NAME)
                && !item.getProperty(NAME).isMultiple()
                && item.getProperty(NAME).getString().equals(item.getName());
        Set<String> whole = new LinkedHashSet<>(OF_PUBLICATION);
        List<String> nested = new ArrayList<>();
        for (LiveFields one : live) {
            if (one.workspace().equals(Workspace.of(item).name())) {
                for (String path : one.paths()) {
                    if (path.indexOf('/') < 0) {
                        whole.add(path);
                    } else {
                        nested.add(path);
                    }
                }
            }
        }
        Map<String, Value> kept = new LinkedHashMap<>();
        for (String path : nested) {
            collect(item, "", path.split("/", -1), 0, kept);
        }
        boolean restored = Revisions.restore(
                item.getSession(), item, revision, path -> !whole.contains(path) && fields.contains(path));
        if (restored) {
            for (ComputedFields derivation : derivations) {
                derivation.renew(item);
            }
        }
        for (Map.Entry<String, Value> one : kept.entrySet()) {
            int slash = one.getKey().lastIndexOf('/');
            String holder = one.getKey().substring(0, slash);
            if (item.hasNode(holder)) {
                item.getNode(holder).setProperty(one.getKey().substring(slash + 1), one.getValue());
            }
        }
        if (restored && namedAsNode) {
            // its address ends in the name that the node has now
            item.setProperty(NAME, item.getName());
        }
        return restored;
    }

    private static void collect(Node node, String prefix, String[] steps, int at, Map<String, Value> found)
            throws RepositoryException {
        String step = steps[at];
        if (at == steps.length - 1) {
            for (PropertyIterator properties = node.getProperties(step); properties.hasNext(); ) {
                var property = properties.nextProperty();
                if (!property.isMultiple()) {
                    found.put(prefix + property.getName(), property.getValue());
                }
            }
            return;
        }
        for (NodeIterator children = node.getNodes(step); children.hasNext(); ) {
            Node child = children.nextNode();
            collect(child, prefix + child.getName() + "/", steps, at + 1, found);
        }
    }
}
