package org.bocage.cms.repository;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.failures.StoreFull;

/** A disk that has no room left, for tests that have plenty. */
public final class FullDisk {

    private FullDisk() {}

    /** Returns what a store says when it has no room for a save. */
    public static StoreFull refusal() {
        return new StoreFull("Nothing is saved: the disk of the store has 0 kB left");
    }

    /** Saves something in a store that its disk does not take. */
    public static void refuses(Store store) {
        Session session = (Session) Proxy.newProxyInstance(
                FullDisk.class.getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("hasPendingChanges")) {
                        return true;
                    }
                    throw new RepositoryException("OakOak0001: the disk is full");
                });
        assertThatThrownBy(() -> store.put(session)).hasMessageContaining("the disk is full");
    }

    /** Saves something in a store that its disk takes. */
    public static void takes(Store store) throws RepositoryException {
        Session session = store.login(Identity.SYSTEM);
        NodeTypes.ensureWorkspace(session, new Workspace("essai"));
        new Workspace("essai").root(session).addNode("essai", "mgnl:contentNode");
        store.put(session);
        session.logout();
    }
}
