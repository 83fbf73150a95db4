package org.bocage.cms.repository;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.UUID;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.failures.StoreFull;
import org.jspecify.annotations.Nullable;
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
        place(store, (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, new NoRoom(store.storage())));
        assertThatThrownBy(() -> save(store)).isInstanceOf(StoreFull.class);
    }

    /** Gives the disk of a store its room back, and saves something. */
    public static void takes(Store store) throws RepositoryException {
        place(store, ((NoRoom) Proxy.getInvocationHandler(store.storage())).storage());
        save(store);
    }

    /** The storage of a store, but for the room that it has. */
    private record NoRoom(Storage storage) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("requireRoom")) {
                throw refusal();
            }
            try {
                return method.invoke(storage, arguments);
            } catch (InvocationTargetException e) {
                throw Objects.requireNonNull(e.getCause());
            }
        }
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

    private static void place(Store store, Storage storage) {
        ReflectionTestUtils.setField(store, "storage", storage);
    }
}
