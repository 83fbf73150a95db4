package org.bocage.cms.repository.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.jcr.NodeIterator;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.segment.PreparedStores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fast")
class NodeBatchesTests {

    private static final Workspace NOTES = new Workspace("notes");

    @TempDir
    Path home;

    @Test
    void one_that_fails_keeps_no_other_of_its_save_and_is_told() throws Exception {
        try (WritableStore store = PreparedStores.open("author", home)) {
            store.update(Identity.SYSTEM, session -> {
                NodeTypes.ensureWorkspace(session, NOTES);
                for (String name : List.of("a", "b", "c")) {
                    NOTES.root(session).addNode(name, "mgnl:contentNode");
                }
            });

            assertThatThrownBy(() -> NodeBatches.each(store, List.of("/notes/a", "/notes/b", "/notes/c"), node -> {
                        if (Objects.equals(node.getName(), "b")) {
                            throw new IllegalStateException("b");
                        }
                        node.remove();
                    }))
                    .hasMessage("b");

            List<String> left = store.read(Identity.SYSTEM, session -> {
                List<String> names = new ArrayList<>();
                for (NodeIterator nodes = NOTES.root(session).getNodes(); nodes.hasNext(); ) {
                    names.add(nodes.nextNode().getName());
                }
                return names;
            });
            assertThat(left).containsExactly("b");
        }
    }
}
