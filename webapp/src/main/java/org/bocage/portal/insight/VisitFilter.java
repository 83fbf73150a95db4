package org.bocage.portal.insight;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.bocage.cms.rendering.ShortAddress;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts what visitors get, once it was answered. Neither robots nor anybody who is signed in. That somebody takes a file, or
 * passes something on, twice in a day is told by a mark of their connection made with a salt of the day: it is in memory, for a
 * day at most, and nothing of it is kept.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class VisitFilter extends OncePerRequestFilter {

    private static final String SEARCH = "/recherche";
    private static final String SESSION = "bocage_session";
    private static final Pattern FILE = Pattern.compile("/dam/(?:jcr:)?([0-9a-f-]{36})(?:/.*)?");
    private static final Pattern RELAY = Pattern.compile(ShortAddress.PREFIX + "(" + ShortAddress.CODE + ")");
    private static final Pattern NO_PAGE = Pattern.compile(
            "/(?:espace|author|connexion|deconnexion|\\.|dam/|api/|webjars/|error|adherer/attestation).*");
    /** Words of agents that read for others, or for a machine; a browser says that it is one. */
    private static final Pattern ROBOT = Pattern.compile(
            "bot|crawl|spider|slurp|preview|scan|check|monitor|fetch|headless|lighthouse|facebookexternal|embed|archive",
            Pattern.CASE_INSENSITIVE);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final PageViews visits;
    private final Clock clock;
    private final Cache<String, Boolean> seen = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofHours(24))
            .build();
    private LocalDate day = LocalDate.MIN;
    private byte[] salt = new byte[0];

    VisitFilter(PageViews visits, Clock clock) {
        this.visits = visits;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        if (agent != null
                && agent.startsWith("Mozilla/")
                && !ROBOT.matcher(agent).find()
                && isStranger(request)) {
            count(request, response);
        }
    }

    /** Whether nobody is signed in. */
    private static boolean isStranger(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            return false;
        }
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(SESSION)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void count(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        int status = response.getStatus();
        Matcher relay = RELAY.matcher(path);
        if (relay.matches()) {
            if (status == HttpServletResponse.SC_FOUND || status == HttpServletResponse.SC_NO_CONTENT) {
                once(PageViews.Kind.RELAY, relay.group(1), request);
            }
            return;
        }
        // what a script of a page brings into it is no page that somebody went to
        if (!request.getMethod().equals("GET") || "empty".equals(request.getHeader("Sec-Fetch-Dest"))) {
            return;
        }
        Matcher file = FILE.matcher(path);
        if (file.matches()) {
            boolean isWhole = status == HttpServletResponse.SC_OK
                    || (status == HttpServletResponse.SC_PARTIAL_CONTENT && isFromTheStart(request));
            if (isWhole && !isOf(response, "image/")) {
                once(PageViews.Kind.DOWNLOAD, file.group(1), request);
            }
        } else if (isPage(path, status, response)) {
            visits.count(PageViews.Kind.PAGE, path);
            String words = path.equals(SEARCH) ? request.getParameter("q") : null;
            if (words != null && !words.isBlank()) {
                // what was searched in vain is kept elsewhere, and without what tells of a person; here a number is
                // enough
                visits.count(PageViews.Kind.SEARCH, SEARCH);
            }
        }
    }

    private static boolean isPage(String path, int status, HttpServletResponse response) {
        boolean isThere = (status == HttpServletResponse.SC_OK && isOf(response, "text/html"))
                || (status == HttpServletResponse.SC_NOT_MODIFIED && path.indexOf('.') < 0);
        return isThere && !NO_PAGE.matcher(path).matches();
    }

    private static boolean isFromTheStart(HttpServletRequest request) {
        return String.valueOf(request.getHeader(HttpHeaders.RANGE)).startsWith("bytes=0-");
    }

    private static boolean isOf(HttpServletResponse response, String type) {
        return response.getContentType() != null && response.getContentType().startsWith(type);
    }

    /** Counts what somebody does twice a day once. */
    private void once(PageViews.Kind kind, String what, HttpServletRequest request) {
        String mark = mark(request.getRemoteAddr() + "|" + request.getHeader(HttpHeaders.USER_AGENT) + "|" + what);
        if (seen.asMap().putIfAbsent(mark, true) == null) {
            visits.count(kind, what);
        }
    }

    private String mark(String text) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        digest.update(saltOfToday());
        return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private synchronized byte[] saltOfToday() {
        LocalDate today = clock.instant().atZone(PARIS).toLocalDate();
        if (!today.equals(day)) {
            day = today;
            salt = new byte[16];
            new SecureRandom().nextBytes(salt);
            seen.invalidateAll();
        }
        return salt.clone();
    }
}
