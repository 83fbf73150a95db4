package org.bocage.portal.sharing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.ModuleWorkspace;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.cluster.OnEachMachine;
import org.bocage.cms.repository.counts.Tally;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How often each item was passed on: a number in the author store, without cookies and without names. One connection counts
 * once an hour for one item; the connections are known in memory alone.
 */
@Component
public class ShareCounter implements DisposableBean {

    private static final Workspace WORKSPACE = new Workspace("relais");
    private static final String TIMES = "fois";
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_CONNECTIONS = 50_000;

    private final WritableStore store;
    /** Not yet in the store: nobody who passes something on waits for a save. */
    private final Tally waiting = new Tally(MOST_WAITING);

    private final Cache<String, Boolean> counted = Caffeine.newBuilder()
            .maximumSize(MOST_CONNECTIONS)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    /** Counts are in no list. */
    @Bean
    static ModuleWorkspace sharesCounted() {
        return new ModuleWorkspace(WORKSPACE.name(), ModuleWorkspace.Kind.UNLISTED);
    }

    ShareCounter(Stores stores) {
        this.store = stores.author();
        store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, WORKSPACE));
    }

    /** Counts an item once more, unless the same connection did so within the hour. */
    public void count(String id, String connection) {
        if (counted.asMap().putIfAbsent(connection + " " + id, true) != null) {
            return;
        }
        waiting.count(id);
    }

    /** How often an item was passed on. */
    public long of(String id) {
        return store.<Long>read(Identity.SYSTEM, session -> times(session, id)) + waiting.of(id);
    }

    @OnEachMachine
    @Scheduled(fixedDelay = 300_000, initialDelay = 300_000)
    synchronized void save() {
        Map<String, Long> now = waiting.all();
        if (now.isEmpty()) {
            return;
        }
        store.alone(
                "shares",
                () -> store.update(Identity.SYSTEM, session -> {
                    for (Map.Entry<String, Long> one : now.entrySet()) {
                        node(session, one.getKey()).setProperty(TIMES, times(session, one.getKey()) + one.getValue());
                    }
                }));
        waiting.saved(now);
    }

    private static long times(Session session, String id) throws RepositoryException {
        String path = WORKSPACE.storePath("/" + folder(id) + "/" + id + "/" + TIMES);
        return session.propertyExists(path) ? session.getProperty(path).getLong() : 0;
    }

    private static Node node(Session session, String id) throws RepositoryException {
        Node root = WORKSPACE.root(session);
        Node folder =
                root.hasNode(folder(id)) ? root.getNode(folder(id)) : root.addNode(folder(id), "mgnl:contentNode");
        return folder.hasNode(id) ? folder.getNode(id) : folder.addNode(id, "mgnl:contentNode");
    }

    /** Two signs that spread well: those at the end. */
    private static String folder(String id) {
        return id.substring(id.length() - 2);
    }

    @Override
    public void destroy() {
        save();
    }
}
