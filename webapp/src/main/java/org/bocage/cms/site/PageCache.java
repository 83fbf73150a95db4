package org.bocage.cms.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.rendering.Drawings;
import org.bocage.cms.rendering.Reads;
import org.bocage.cms.repository.Identity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Pages as visitors get them, until something that their rendering read changes. */
@Component
@EnableConfigurationProperties(SiteProperties.class)
class PageCache {

    private static final long MOST_BYTES = 64L * 1024 * 1024;

    /**
     * Some pages depend on the time of day (what has ended): none is older than this, its parts were no older than this when they
     * were put into it, and none outlives its day.
     */
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private record Page(EncodedBody body, LocalDate day) {}

    private final SiteProperties properties;
    private final ObjectProvider<CurrentReader> readers;
    private final Drawings drawings;
    private final Drawings.Kept<String, Page> pages;
    private final Clock clock;

    PageCache(
            SiteProperties properties,
            ObjectProvider<CurrentReader> readers,
            Drawings drawings,
            ObjectProvider<Clock> clocks) {
        this.properties = properties;
        this.readers = readers;
        this.drawings = drawings;
        this.pages = drawings.cache(
                MOST_BYTES, OLDEST, (key, page) -> key.length() + page.body().weight());
        this.clock = clocks.getIfAvailable(Clock::systemUTC);
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
        return pages.get(key)
                .map(Drawings.Drawn::value)
                .filter(page -> page.day().equals(today()))
                .map(Page::body);
    }

    private LocalDate today() {
        return clock.instant().atZone(PARIS).toLocalDate();
    }

    /** Names the present state; to be taken before a rendering starts to read. */
    long generation() {
        return drawings.generation();
    }

    /** Keeps a page, unless the store changed while it was rendered. */
    void put(String key, EncodedBody body, Reads reads, long startedAt) {
        pages.put(key, new Drawings.Drawn<>(new Page(body, today()), reads), startedAt);
    }
}
