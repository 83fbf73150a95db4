package org.bocage.cms.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.rendering.RenderedPage;
import org.bocage.cms.rendering.cache.RenderCache;
import org.bocage.cms.repository.Identity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Pages as visitors get them, until something that their rendering read changes. */
@Component
@EnableConfigurationProperties(SiteProperties.class)
class PageCache {

    private static final long MOST_BYTES = 64L * 1024 * 1024;

    /** How long pages are kept for when there is no place to render them anew; a change evicts them as it does all others. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** A page, when it was rendered, and the day it is of: it does not outlive it. */
    private record Page(EncodedBody body, Instant rendered, LocalDate day) {}

    /** When a rendering began, by the state of what is kept and by the day. */
    record Start(long generation, LocalDate day) {}

    private final SiteProperties properties;
    private final SiteAddress siteAddress;
    private final ObjectProvider<CurrentReader> readers;
    private final RenderCache drawings;
    private final RenderCache.Kept<String, Page> pages;
    private final Clock clock;

    PageCache(
            SiteProperties properties,
            SiteAddress siteAddress,
            ObjectProvider<CurrentReader> readers,
            RenderCache drawings,
            ObjectProvider<Clock> clocks) {
        this.properties = properties;
        this.siteAddress = siteAddress;
        this.readers = readers;
        this.drawings = drawings;
        this.pages = drawings.cache(
                MOST_BYTES, LONGEST, (key, page) -> key.length() + page.body().weight());
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
        return shared ? Optional.of(key(request.getRequestURL().toString())) : Optional.empty();
    }

    /** The key of the page that answers a URL: it holds absolute addresses, which follow that of the site. */
    String key(String url) {
        return siteAddress.known().orElse("") + " " + url;
    }

    private boolean isVisitor(HttpServletRequest request) {
        CurrentReader reader = readers.getIfAvailable();
        return reader == null
                || reader.of(request)
                        .userId()
                        .equals(Identity.anonymous(Set.of()).userId());
    }

    Optional<EncodedBody> get(String key) {
        Instant oldest = clock.instant().minus(RenderCache.OLDEST);
        return page(key).filter(page -> page.rendered().isAfter(oldest)).map(Page::body);
    }

    /** A page that only the time has made old: what it shows is still on line, and for the same readers. */
    Optional<EncodedBody> older(String key) {
        return page(key).map(Page::body);
    }

    private Optional<Page> page(String key) {
        return pages.get(key)
                .map(RenderCache.Drawn::value)
                .filter(page -> page.day().equals(today()));
    }

    private LocalDate today() {
        return clock.instant().atZone(PARIS).toLocalDate();
    }

    /** To be called before a rendering starts to read. */
    Start start() {
        return new Start(drawings.generation(), today());
    }

    /** Keeps a page, unless the store changed while it was rendered or a part of it failed; gives what is sent of it. */
    EncodedBody put(String key, RenderedPage page, Start start) {
        EncodedBody body = EncodedBody.ofPage(page.contentType(), page.html());
        if (page.complete()) {
            Page kept = new Page(body, clock.instant(), start.day());
            pages.put(key, new RenderCache.Drawn<>(kept, page.reads()), start.generation());
        }
        return body;
    }
}
