package org.bocage.cms.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.rendering.Reads;
import org.bocage.cms.repository.Changes;
import org.bocage.cms.repository.Follower;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Pages as visitors get them, with what their rendering read. A change in the published store evicts exactly the pages
 * that read a changed node, or that list the workspace it lies in.
 */
@Component
@EnableConfigurationProperties(SiteProperties.class)
class PageCache implements DisposableBean {

    private static final long MOST_BYTES = 64L * 1024 * 1024;

    /** Some pages depend on the time of day (what has ended); none is older than this, none outlives its day. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private record Entry(EncodedBody body, Reads reads, LocalDate day) {}

    private final SiteProperties properties;
    private final ObjectProvider<CurrentReader> readers;
    private final Cache<String, Entry> entries = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String key, Entry entry) -> key.length() + entry.body().weight())
            .expireAfterWrite(OLDEST)
            .build();
    private final Follower follower;
    private final Clock clock;
    private long generation;

    PageCache(
            SiteProperties properties,
            ObjectProvider<CurrentReader> readers,
            Stores stores,
            DefinitionRegistry registry,
            ObjectProvider<Clock> clocks) {
        this.properties = properties;
        this.readers = readers;
        this.clock = clocks.getIfAvailable(Clock::systemUTC);
        // after the index: a page rendered between the two would be kept with a list that is behind
        this.follower = Follower.startLast(stores.published(), "page-cache", this::evict);
        registry.onReload(definitions -> clear());
    }

    /** The key of a request whose answer may be shared: a visitor's, without query, session and credentials. */
    Optional<String> key(HttpServletRequest request) {
        boolean shared = properties.pageCache()
                && request.getMethod().equals("GET")
                && request.getQueryString() == null
                && request.getHeader("Authorization") == null
                && request.getRequestedSessionId() == null
                && isVisitor(request);
        return shared ? Optional.of(request.getRequestURL().toString()) : Optional.empty();
    }

    private boolean isVisitor(HttpServletRequest request) {
        CurrentReader reader = readers.getIfAvailable();
        return reader == null
                || reader.of(request)
                        .userId()
                        .equals(Identity.anonymous(Set.of()).userId());
    }

    Optional<EncodedBody> get(String key) {
        return Optional.ofNullable(entries.getIfPresent(key))
                .filter(entry -> entry.day().equals(today()))
                .map(Entry::body);
    }

    private LocalDate today() {
        return clock.instant().atZone(PARIS).toLocalDate();
    }

    /** Names the present state; to be taken before a rendering starts to read. */
    synchronized long generation() {
        return generation;
    }

    /** Keeps a page, unless the store changed while it was rendered. */
    synchronized void put(String key, EncodedBody body, Reads reads, long startedAt) {
        if (generation == startedAt) {
            entries.put(key, new Entry(body, reads, today()));
        }
    }

    private synchronized void clear() {
        generation++;
        entries.invalidateAll();
    }

    private synchronized void evict(Changes changes) {
        generation++;
        Set<String> workspaces = new HashSet<>();
        Stream.of(changes.changed(), changes.removed(), changes.access())
                .flatMap(Set::stream)
                .forEach(path -> workspaces.add(Workspace.ofStorePath(path).name()));
        entries.asMap().values().removeIf(entry -> dependsOn(entry.reads(), changes, workspaces));
    }

    private static boolean dependsOn(Reads reads, Changes changes, Set<String> workspaces) {
        return workspaces.stream().anyMatch(reads.workspaces()::contains)
                || changes.changed().stream().anyMatch(reads.nodes()::contains)
                || changes.removed().stream().anyMatch(path -> readsBelow(reads, path))
                || changes.access().stream()
                        .anyMatch(
                                path -> readsBelow(reads, path) || reads.nodes().contains(parent(path)));
    }

    private static boolean readsBelow(Reads reads, String path) {
        String below = path + "/";
        return reads.nodes().contains(path) || reads.nodes().stream().anyMatch(node -> node.startsWith(below));
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }

    @Override
    public void destroy() {
        follower.close();
    }
}
