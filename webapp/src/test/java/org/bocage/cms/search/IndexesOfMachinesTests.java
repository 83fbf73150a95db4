package org.bocage.cms.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bocage.cms.repository.ProjectionRunner;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.config.DatabaseProperties;
import org.bocage.cms.repository.document.Database;
import org.bocage.cms.repository.document.DocumentStores;
import org.bocage.cms.repository.document.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each machine that shares a store has an index of its own, which goes on from where it was. */
class IndexesOfMachinesTests {

    @TempDir
    Path folder;

    private final DatabaseProperties options = PostgresServer.database();

    private WritableStore open(String number) {
        return DocumentStores.open(
                "author",
                Database.reach(new DatabaseProperties(options.url(), options.username(), options.password(), number)),
                () -> {});
    }

    @Test
    void an_index_that_is_made_leaves_that_of_another_machine_where_it_can_go_on() throws IOException {
        try (WritableStore one = open("1")) {
            new ContentIndex(one, folder.resolve("one")).close();
            List<String> ofOne = one.checkpoints();
            assertThat(ofOne).hasSize(1);
            try (WritableStore two = open("2")) {
                new ContentIndex(two, folder.resolve("two")).close();
                assertThat(two.checkpoints()).hasSize(2);
                assertThat(ProjectionRunner.knows(one, ofOne.get(0))).isTrue();
            }
        }
    }
}
