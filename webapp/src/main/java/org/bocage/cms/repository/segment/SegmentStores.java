package org.bocage.cms.repository.segment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.UnaryOperator;
import javax.jcr.Repository;
import org.apache.jackrabbit.oak.Oak;
import org.apache.jackrabbit.oak.api.ContentRepository;
import org.apache.jackrabbit.oak.jcr.Jcr;
import org.apache.jackrabbit.oak.query.QueryEngineSettings;
import org.apache.jackrabbit.oak.security.internal.SecurityProviderBuilder;
import org.apache.jackrabbit.oak.segment.SegmentNodeStoreBuilders;
import org.apache.jackrabbit.oak.spi.security.ConfigurationParameters;
import org.apache.jackrabbit.oak.spi.security.SecurityProvider;
import org.apache.jackrabbit.oak.spi.security.authorization.AuthorizationConfiguration;
import org.apache.jackrabbit.oak.spi.state.NodeStore;
import org.apache.jackrabbit.oak.spi.xml.ImportBehavior;
import org.apache.jackrabbit.oak.spi.xml.ProtectedItemImporter;
import org.bocage.cms.repository.DepthLimit;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.TreeRepository;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.failures.RepositoryFailure;

/** Opens stores kept as segment files in a folder, for one process at a time. */
public final class SegmentStores {

    /** No query of ours reads many nodes: one that would is a mistake, and fails. */
    private static final long QUERY_READ_LIMIT = 10_000;

    private SegmentStores() {}

    /**
     * Opens the store of a folder, made when absent, with Magnolia's node types in it.
     *
     * @throws RepositoryFailure when the folder cannot be used, in particular while another process has it open
     */
    public static WritableStore open(String name, Path folder) {
        return open(name, folder, nodes -> nodes);
    }

    /** Whether a process, this one included, has the store of a folder open. */
    public static boolean isInUse(Path folder) throws IOException {
        return OneProcessPersistence.isInUse(folder);
    }

    /**
     * Reads all that the store of a folder holds, values and files included, and counts its nodes; nothing is written there.
     *
     * @throws IOException when it cannot be read
     */
    public static long readAll(Path folder) throws IOException {
        try {
            return SegmentFiles.readAll(folder);
        } catch (RuntimeException e) {
            throw unreadable(folder, e);
        }
    }

    /**
     * Counts the contents in the store of a folder that were made or changed after a moment; nothing is written there.
     *
     * @throws IOException when it cannot be read
     */
    public static long changedAfter(Path folder, Instant moment) throws IOException {
        try {
            return SegmentFiles.changedAfter(folder, moment);
        } catch (RuntimeException e) {
            throw unreadable(folder, e);
        }
    }

    /** Oak throws what is no IOException for a record that is missing. */
    private static IOException unreadable(Path folder, RuntimeException e) {
        return new IOException("The store in " + folder + " cannot be read", e);
    }

    /** @param around what stands between the store and its files: a test has saves fail there */
    static WritableStore open(String name, Path folder, UnaryOperator<NodeStore> around) {
        try {
            SegmentFiles files = SegmentFiles.open(folder);
            NodeStore nodes =
                    around.apply(SegmentNodeStoreBuilders.builder(files.store()).build());
            WritableStore store = new WritableStore(name, repository(nodes), nodes, files);
            store.update(Identity.SYSTEM, NodeTypes::registerMagnolias);
            return store;
        } catch (IOException | IllegalStateException e) {
            throw new RepositoryFailure("Store " + name + " cannot be opened in " + folder, e);
        }
    }

    private static Repository repository(NodeStore nodes) {
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
}
