package org.bocage.portal.feeds;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Follower;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.site.EncodedBody;
import org.bocage.cms.site.SitePages;
import org.bocage.editorial.security.CurrentReader;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/**
 * Answers machines. What leaves for everybody is read as a visitor reads, whoever asks: a board member who subscribes to a feed
 * does not carry off what is internal. It is written once and kept until something is published or ten minutes are over.
 */
@Component
public class Outlets implements DisposableBean {

    /** Asked for again each time, as pages are: a publication shows at once. */
    public static final String FRESH = "no-cache";
    /** What calendars ask for all day long; a quarter of an hour late is soon enough (RFC 7986, 5.7, is a wish only). */
    public static final String QUARTER = "max-age=900";
    /** What is somebody's own. */
    public static final String PRIVATE = "private, no-store";

    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final int MOST_ADDRESSES = 5_000;
    private static final int LONGEST_QUERY = 1_000;
    private static final Duration OLDEST = Duration.ofMinutes(10);
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    private record Kept(EncodedBody body, String fileName, Instant since) {}

    /** What an address gave last, and since when. */
    private record Seen(int hash, Instant since) {}

    private final SitePages pages;
    private final CurrentReader readers;
    private final boolean keeps;
    private final Follower follower;
    private final Cache<String, Kept> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String key, Kept one) -> key.length() + one.body().weight())
            .expireAfterWrite(OLDEST)
            .build();
    private final Cache<String, Seen> seen =
            Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).build();
    private final Clock clock;
    private long generation;

    Outlets(
            SitePages pages,
            CurrentReader readers,
            Stores stores,
            DefinitionRegistry registry,
            Clock clock,
            @Value("${bocage.page-cache:true}") boolean keeps) {
        this.pages = pages;
        this.readers = readers;
        this.clock = clock;
        this.keeps = keeps;
        // after the index: what is written between the two would be kept with a list that is behind
        this.follower = Follower.startLast(stores.published(), "outlets", changes -> clear());
        registry.onReload(definitions -> clear());
    }

    private synchronized void clear() {
        generation++;
        kept.invalidateAll();
    }

    private synchronized long generation() {
        return generation;
    }

    /** Keeps what was written, unless the store changed meanwhile. */
    private synchronized void keep(String key, Kept one, long startedAt) {
        if (generation == startedAt) {
            kept.put(key, one);
        }
    }

    /** Who reads what leaves for everybody. */
    public Identity visitor() {
        return readers.visitor(Set.of());
    }

    /** Who reads what only whoever asks gets. */
    public Identity reader() {
        return readers.identity();
    }

    /** What every whole address starts with. */
    public String base(HttpServletRequest request) {
        return pages.baseUrl(request);
    }

    /**
     * Answers with what everybody gets at this address; that there is nothing, when there is nothing.
     *
     * @param cacheControl one of the constants
     */
    public void answer(
            HttpServletRequest request,
            HttpServletResponse response,
            String cacheControl,
            Supplier<Optional<Written>> work)
            throws IOException {
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        String key = request.getRequestURL() + "?" + query;
        if (!keeps || query.length() > LONGEST_QUERY) {
            once(request, response, cacheControl, work);
            return;
        }
        Kept known = kept.getIfPresent(key);
        if (known == null) {
            long startedAt = generation();
            Optional<Written> made = work.get();
            if (made.isEmpty()) {
                pages.notFound(request, response);
                return;
            }
            known = kept(key, made.get());
            keep(key, known, startedAt);
        }
        send(known, request, response, cacheControl);
    }

    /** Answers that there is nothing at this address. */
    public void nothing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.notFound(request, response);
    }

    /** Answers with what is for whoever asks alone, and keeps nothing. */
    public void once(
            HttpServletRequest request,
            HttpServletResponse response,
            String cacheControl,
            Supplier<Optional<Written>> work)
            throws IOException {
        Optional<Written> made = work.get();
        if (made.isEmpty()) {
            pages.notFound(request, response);
            return;
        }
        send(kept(request.getRequestURL().toString(), made.get()), request, response, cacheControl);
    }

    /** What is gone changes nothing that is left: the time is that since which these bytes are given. */
    private Kept kept(String key, Written written) {
        EncodedBody body =
                new EncodedBody(written.contentType(), true, written.text().getBytes(StandardCharsets.UTF_8));
        int hash = written.text().hashCode();
        Seen before = seen.getIfPresent(key);
        Seen now = before != null && before.hash() == hash
                ? before
                : new Seen(hash, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        seen.put(key, now);
        return new Kept(body, written.fileName(), now.since());
    }

    private static void send(Kept one, HttpServletRequest request, HttpServletResponse response, String cacheControl)
            throws IOException {
        response.setHeader("Last-Modified", HTTP_DATE.format(one.since().atZone(ZoneOffset.UTC)));
        if (!one.fileName().isEmpty()) {
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename(one.fileName())
                            .build()
                            .toString());
        }
        if (request.getHeader("If-None-Match") == null && isKnown(request, one.since())) {
            response.setHeader("Cache-Control", cacheControl);
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        one.body().write(request, response, cacheControl);
    }

    /** A date that is none is as if it were not there (RFC 9110, 13.1.3). */
    private static boolean isKnown(HttpServletRequest request, Instant since) {
        try {
            return since.toEpochMilli() <= request.getDateHeader("If-Modified-Since");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void destroy() {
        follower.close();
    }
}
