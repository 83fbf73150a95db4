package org.bocage.editorial.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.RepositoryFailure;
import org.bocage.cms.repository.SegmentStores;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class MissedWordsTests {

    @TempDir
    Path home;

    private Stores stores;

    @BeforeEach
    void open() {
        stores = new Stores(
                SegmentStores.open("author", home.resolve("author")),
                SegmentStores.open("published", home.resolve("published")));
    }

    @AfterEach
    void close() throws IOException {
        stores.author().close();
        stores.published().close();
    }

    @Test
    void what_could_not_be_saved_stays_counted_and_is_saved_the_next_time() {
        MissedWords words = words();
        words.nothingFor("Four à pain");
        failing(words::save);
        words.nothingFor("four à pain");
        words.save();

        assertThat(words().mostOfMonth(9)).containsExactly(new MissedWords.Missed("four à pain", 2));
    }

    private MissedWords words() {
        return new MissedWords(stores, new StaticListableBeanFactory().getBeanProvider(Clock.class));
    }

    /** A save that cannot be: where counts are kept is away. */
    private void failing(Runnable save) {
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNode("/recherches").remove());
        assertThatThrownBy(save::run).isInstanceOf(RepositoryFailure.class);
        stores.author()
                .update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, new Workspace("recherches")));
    }
}
