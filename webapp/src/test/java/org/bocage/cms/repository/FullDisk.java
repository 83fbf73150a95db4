package org.bocage.cms.repository;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.Objects;
import java.util.UUID;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.failures.StoreFull;
import org.springframework.test.util.ReflectionTestUtils;

/** A disk that has no room left, for tests that have plenty. */
public final class FullDisk {

    private FullDisk() {}

    /** Returns what a store says when it has no room for a save. */
    public static StoreFull refusal() {
        return new StoreFull("Nothing is saved: the disk of the store has 0 kB left");
    }

    /** Takes all room from the disk of a store, and saves something in vain. */
    public static void refuses(Store store) {
        place(store, new File(folder(store).getPath()) {
            private static final long serialVersionUID = 1L;

            @Override
            public long getUsableSpace() {
                return 0;
            }
        });
        assertThatThrownBy(() -> save(store)).isInstanceOf(StoreFull.class);
    }

    /** Gives the disk of a store its room back, and saves something. */
    public static void takes(Store store) throws RepositoryException {
        place(store, new File(folder(store).getPath()));
        save(store);
    }

    private static void save(Store store) throws RepositoryException {
        Session session = store.login(Identity.SYSTEM);
        try {
            NodeTypes.ensureWorkspace(session, new Workspace("essai"));
            new Workspace("essai").root(session).addNode(UUID.randomUUID().toString(), "mgnl:contentNode");
            store.put(session);
        } finally {
            session.logout();
        }
    }

    private static File folder(Store store) {
        return (File) Objects.requireNonNull(ReflectionTestUtils.getField(flush(store), "folder"));
    }

    private static void place(Store store, File folder) {
        ReflectionTestUtils.setField(flush(store), "folder", folder);
    }

    private static Object flush(Store store) {
        return Objects.requireNonNull(ReflectionTestUtils.getField(store, "flush"));
    }
}
