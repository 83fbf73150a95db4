package org.bocage.cms.repository;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.jackrabbit.oak.Oak;
import org.apache.jackrabbit.oak.api.ContentRepository;
import org.apache.jackrabbit.oak.api.PropertyState;
import org.apache.jackrabbit.oak.api.Root;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.jcr.Jcr;
import org.apache.jackrabbit.oak.jcr.delegate.SessionDelegate;
import org.apache.jackrabbit.oak.jcr.repository.RepositoryImpl;
import org.apache.jackrabbit.oak.jcr.session.SessionContext;
import org.apache.jackrabbit.oak.jcr.session.SessionImpl;
import org.apache.jackrabbit.oak.plugins.observation.CommitRateLimiter;
import org.apache.jackrabbit.oak.query.QueryEngineSettings;
import org.apache.jackrabbit.oak.security.internal.SecurityProviderBuilder;
import org.apache.jackrabbit.oak.spi.security.ConfigurationParameters;
import org.apache.jackrabbit.oak.spi.security.SecurityProvider;
import org.apache.jackrabbit.oak.spi.security.authorization.AuthorizationConfiguration;
import org.apache.jackrabbit.oak.spi.state.NodeState;
import org.apache.jackrabbit.oak.spi.state.NodeStore;
import org.apache.jackrabbit.oak.spi.whiteboard.Whiteboard;
import org.apache.jackrabbit.oak.spi.xml.ImportBehavior;
import org.apache.jackrabbit.oak.spi.xml.ProtectedItemImporter;
import org.apache.jackrabbit.oak.stats.StatisticManager;

/**
 * Oak's repository, whose sessions also give the tree that they work on: what JCR has no way to, or only a slow one, is done
 * on it, and saved with the rest of the session.
 */
public final class TreeRepository extends RepositoryImpl {

    private static final int OBSERVED = 1_000;

    /** No query of ours reads many nodes: one that would is a mistake, and fails. */
    private static final long QUERY_READ_LIMIT = 10_000;

    /** How a new node of some type is to be, as Oak made the first one; types are never altered. */
    public record NewNode(Set<String> properties, boolean isOrdered) {}

    private final NodeStore nodes;
    private final ExecutorService timer;
    private final Map<String, NewNode> newNodes = new ConcurrentHashMap<>();

    /** @param timer given to Oak for its periodic tasks; Oak does not end it, {@link #shutdown} does */
    private TreeRepository(
            NodeStore nodes,
            ContentRepository contents,
            Whiteboard whiteboard,
            SecurityProvider security,
            ExecutorService timer) {
        super(contents, whiteboard, security, OBSERVED, null, false, false);
        this.nodes = nodes;
        this.timer = timer;
    }

    /** Makes the repository of some nodes, wherever they are kept. */
    static TreeRepository of(NodeStore nodes) {
        QueryEngineSettings limits = new QueryEngineSettings();
        limits.setLimitReads(QUERY_READ_LIMIT);
        limits.setFailTraversal(true);
        SecurityProvider security = security();
        ScheduledExecutorService timer = timer();
        Oak oak = new Oak(nodes).with(timer);
        ContentRepository contents = new Jcr(oak)
                .with(new FolderMerge())
                .with(new DepthLimit())
                .with(security)
                .with(limits)
                .createContentRepository();
        return new TreeRepository(nodes, contents, oak.getWhiteboard(), security, timer);
    }

    /** Oak's own executor for its short periodic tasks, with one thread for each store instead of 32. */
    private static ScheduledExecutorService timer() {
        ScheduledExecutorService timer = Oak.defaultScheduledExecutor();
        if (timer instanceof ScheduledThreadPoolExecutor pool) {
            pool.setCorePoolSize(1);
        }
        return timer;
    }

    private static SecurityProvider security() {
        // our principals are names that sessions carry; Oak keeps no accounts for them
        return SecurityProviderBuilder.newBuilder()
                .with(ConfigurationParameters.of(
                        AuthorizationConfiguration.NAME,
                        ConfigurationParameters.of(
                                ProtectedItemImporter.PARAM_IMPORT_BEHAVIOR, ImportBehavior.NAME_BESTEFFORT)))
                .build();
    }

    @Override
    public void shutdown() {
        super.shutdown();
        timer.shutdownNow();
    }

    /** How new nodes are to be, by type. */
    public Map<String, NewNode> newNodes() {
        return newNodes;
    }

    /** The tree that a session works on, with all that it has not saved yet, and with its rights. */
    public static Root root(Session session) {
        return ((TreeSession) session).root;
    }

    /** The tree of a node, as its session sees it. */
    public static Tree tree(Node node) throws RepositoryException {
        return root(node.getSession()).getTree(node.getPath());
    }

    /**
     * Where the node with an identifier is saved now, whether the session may read it or not: from Oak's index of identifiers, for
     * which JCR makes a query.
     */
    static Optional<String> path(Session session, String identifier) {
        return path(((TreeRepository) session.getRepository()).nodes.getRoot(), identifier);
    }

    /** As the other one, in one state of a store. */
    static Optional<String> path(NodeState root, String identifier) {
        PropertyState paths = root.getChildNode("oak:index")
                .getChildNode("uuid")
                .getChildNode(":index")
                .getChildNode(identifier)
                .getProperty("entry");
        return paths == null || paths.count() == 0 ? Optional.empty() : Optional.of(paths.getValue(Type.STRING, 0));
    }

    @Override
    protected SessionContext createSessionContext(
            StatisticManager statistics,
            SecurityProvider security,
            Map<String, Object> attributes,
            SessionDelegate delegate,
            int observed,
            CommitRateLimiter limiter) {
        return new SessionContext(this, statistics, security, whiteboard, attributes, delegate, observed, limiter) {
            @Override
            protected SessionImpl createSession() {
                return new TreeSession(this, delegate.getRoot());
            }
        };
    }

    private static final class TreeSession extends SessionImpl {
        private final Root root;

        TreeSession(SessionContext context, Root root) {
            super(context);
            this.root = root;
        }
    }
}
