package org.bocage.portal.feeds;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.bocage.cms.rendering.cache.RenderCache;
import org.bocage.cms.rendering.cache.RenderDependencies;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.site.EncodedBody;
import org.bocage.cms.site.SitePages;
import org.bocage.editorial.security.SignedInReader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/**
 * Answers machines. What leaves for everybody is read as a visitor reads, whoever asks: a board member who subscribes to a feed
 * does not carry off what is internal. It is written once and kept until something is published or five minutes are over.
 */
@Component
public class Feeds {

    /** Asked for again each time, as pages are: a publication shows at once. */
    public static final String FRESH = "no-cache";
    /** Cache policy for calendars that ask all day; a quarter of an hour late is soon enough (RFC 7986, 5.7, is a wish only). */
    public static final String QUARTER = "max-age=900";
    /** Cache policy for answers that are for one reader alone. */
    public static final String PRIVATE = "private, no-store";

    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final int MOST_ADDRESSES = 5_000;
    private static final int LONGEST_QUERY = 1_000;
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    private record Answer(EncodedBody body, String fileName, Instant since) {}

    /** Hash of the last answer of an address, and since when it is given. */
    private record Seen(int hash, Instant since) {}

    private final SitePages pages;
    private final SignedInReader readers;
    private final boolean keeps;
    private final RenderCache drawings;
    private final RenderCache.Kept<String, Answer> kept;
    private final Cache<String, Seen> seen =
            Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).build();
    private final Clock clock;

    Feeds(
            SitePages pages,
            SignedInReader readers,
            RenderCache drawings,
            Clock clock,
            @Value("${bocage.page-cache:true}") boolean keeps) {
        this.pages = pages;
        this.readers = readers;
        this.clock = clock;
        this.keeps = keeps;
        this.drawings = drawings;
        this.kept = drawings.cache(
                MOST_BYTES, (key, answer) -> key.length() + answer.body().weight());
    }

    /** Returns the reader of answers that go out to everybody. */
    public Identity visitor() {
        return readers.visitor(Set.of());
    }

    /** Returns the reader of answers for the caller alone. */
    public Identity reader() {
        return readers.identity();
    }

    /** Returns the base of absolute addresses. */
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
            Supplier<Optional<FeedDocument>> work)
            throws IOException {
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        // an answer holds absolute addresses, which follow that of the site
        String key = base(request) + " " + request.getRequestURL() + "?" + query;
        if (!keeps || query.length() > LONGEST_QUERY) {
            once(request, response, cacheControl, work);
            return;
        }
        Answer known = kept.get(key).map(RenderCache.Drawn::value).orElse(null);
        if (known == null) {
            long startedAt = drawings.generation();
            Optional<FeedDocument> made = work.get();
            if (made.isEmpty()) {
                pages.answerWithoutForm(request, response);
                return;
            }
            known = answer(key, made.get());
            kept.put(key, new RenderCache.Drawn<>(known, RenderDependencies.EVERYTHING), startedAt);
        }
        send(known, request, response, cacheControl);
    }

    /** Answers that there is nothing at this address. */
    public void nothing(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.answerWithoutForm(request, response);
    }

    /** Answers with what is for whoever asks alone, and keeps nothing. */
    public void once(
            HttpServletRequest request,
            HttpServletResponse response,
            String cacheControl,
            Supplier<Optional<FeedDocument>> work)
            throws IOException {
        Optional<FeedDocument> made = work.get();
        if (made.isEmpty()) {
            pages.answerWithoutForm(request, response);
            return;
        }
        send(answer(request.getRequestURL().toString(), made.get()), request, response, cacheControl);
    }

    /** Dates an answer by when its bytes last changed: an item that is gone leaves the dates of the others as they were. */
    private Answer answer(String key, FeedDocument written) {
        EncodedBody body =
                new EncodedBody(written.contentType(), true, written.text().getBytes(StandardCharsets.UTF_8));
        int hash = written.text().hashCode();
        Seen before = seen.getIfPresent(key);
        Seen now = before != null && before.hash() == hash
                ? before
                : new Seen(hash, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        seen.put(key, now);
        return new Answer(body, written.fileName(), now.since());
    }

    private static void send(Answer one, HttpServletRequest request, HttpServletResponse response, String cacheControl)
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
}
