package org.bocage.cms.repository;

import java.util.Set;
import org.apache.jackrabbit.oak.api.PropertyState;
import org.apache.jackrabbit.oak.plugins.commit.DefaultThreeWayConflictHandler;
import org.apache.jackrabbit.oak.spi.state.NodeBuilder;

/**
 * Makes one of a folder that two saves add at the same time, as the first two contents of a month do. Oak puts together what both
 * hold; what stands in the way is that each folder has an identifier and a date of its own: those saved first stay. Anything else
 * that both add is a conflict.
 */
final class FolderMerge extends DefaultThreeWayConflictHandler {

    private static final Set<String> FOLDERS = Set.of("mgnl:folder", "bocage:workspace");
    private static final Set<String> GIVEN = Set.of("jcr:uuid", "jcr:created", "jcr:createdBy");

    FolderMerge() {
        super(Resolution.IGNORED);
    }

    @Override
    public Resolution addExistingProperty(NodeBuilder parent, PropertyState ours, PropertyState theirs) {
        return GIVEN.contains(ours.getName()) && FOLDERS.contains(String.valueOf(parent.getName("jcr:primaryType")))
                ? Resolution.THEIRS
                : Resolution.IGNORED;
    }
}
