package org.bocage.portal.forms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bocage.editorial.security.RateLimit;
import org.bocage.editorial.signedlinks.Purpose;
import org.bocage.editorial.signedlinks.RandomTokens;
import org.bocage.editorial.signedlinks.SignedLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Tells people from robots at every form of the public site, without any third party and without cookies: a field that
 * nobody sees, the time a form takes to fill, a signed token that serves once, how much comes from one address and, where it was
 * chosen to ask one, a question. A robot is shown what everybody is shown, and nothing happens; each is counted under
 * {@code bocage.forms.refused}.
 */
@Component
@EnableConfigurationProperties(FormOptions.class)
public class FormGuard {

    /** The field that nobody sees: it must come back empty. */
    public static final String TRAP = "siteweb";
    /** The field that carries the token. */
    public static final String TOKEN = "jeton";
    /** The field of the answer to the question. */
    public static final String ANSWER = "reponse";

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int MOST_LINKS = 2;
    private static final int MOST_KEPT = 100_000;
    private static final Pattern LINK = Pattern.compile("(?i)https?://|www\\.|\\[url|href=");

    private final SignedLinks links;
    private final FormOptions options;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Cache<String, Boolean> used = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(LONGEST)
            .build();
    private final RateLimit posts;

    FormGuard(SignedLinks links, FormOptions options, Clock clock, MeterRegistry meters) {
        this.links = links;
        this.options = options;
        this.clock = clock;
        this.meters = meters;
        this.posts = new RateLimit(options.postsPerHour(), Duration.ofHours(1), MOST_KEPT, clock);
    }

    /** Result of judging a submitted form. */
    public enum Verdict {
        /** Somebody sent it. */
        PERSON,
        /** Something sent it: to be answered as if all were well. */
        ROBOT,
        /** The page was open for more than a day: to be shown again, with all that was typed. */
        EXPIRED,
        /** Too much came from this address: to be shown again, with all that was typed. */
        TOO_MANY,
        /** The question was not answered, or wrongly: to be shown again, with all that was typed. */
        UNANSWERED;

        /** Returns the key of the notice above the form that is shown again, or null when there is nothing to say. */
        public @Nullable String notice() {
            return switch (this) {
                case EXPIRED -> "expired";
                case TOO_MANY -> "too-many";
                case UNANSWERED -> "unanswered";
                case PERSON, ROBOT -> null;
            };
        }

        /** The status of the form that is shown again, for this or for what was typed. */
        public int status() {
            return this == TOO_MANY ? 429 : 422;
        }
    }

    /** The token of a form that is shown for the first time. */
    public String token(String form) {
        return token(form, clock.instant());
    }

    /** The token of a form that is shown again: the time it takes was taken before. */
    public String tokenAgain(String form) {
        return token(form, clock.instant().minus(options.minimumTime()));
    }

    /** The token of a form that is shown with this status: 200 for the first time. */
    public String token(String form, int status) {
        return status == 200 ? token(form) : tokenAgain(form);
    }

    private String token(String form, Instant since) {
        String random = RandomTokens.create().substring(0, 22);
        return links.tokenBoundTo(form, Purpose.FORM, random, String.valueOf(since.getEpochSecond()));
    }

    /** Judges a post by somebody unknown; a good token stays good until {@link #accept}. */
    public Verdict judge(HttpServletRequest request, String form) {
        return counted(verdict(request, form), form);
    }

    /** Judges a post by somebody who came by a signed link: only how much comes from their address counts. */
    public Verdict judgeKnown(HttpServletRequest request, String form) {
        return counted(posts.allows(request.getRemoteAddr()) ? Verdict.PERSON : Verdict.TOO_MANY, form);
    }

    private Verdict counted(Verdict verdict, String form) {
        if (verdict != Verdict.PERSON) {
            meters.counter(
                            "bocage.forms.refused",
                            "form",
                            form,
                            "why",
                            verdict.name().toLowerCase(Locale.ROOT))
                    .increment();
        }
        return verdict;
    }

    private Verdict verdict(HttpServletRequest request, String form) {
        String trap = request.getParameter(TRAP);
        Optional<Instant> since = since(token(request), form);
        if (trap == null || !trap.isEmpty() || since.isEmpty() || used.getIfPresent(token(request)) != null) {
            return Verdict.ROBOT;
        }
        Duration taken = Duration.between(since.get(), clock.instant());
        if (taken.isNegative()) {
            // given out before the clock was set back: what was typed is kept, and sent again
            return Verdict.EXPIRED;
        }
        if (taken.compareTo(options.minimumTime().truncatedTo(java.time.temporal.ChronoUnit.SECONDS)) < 0) {
            return Verdict.ROBOT;
        }
        if (!posts.allows(request.getRemoteAddr())) {
            return Verdict.TOO_MANY;
        }
        if (taken.compareTo(LONGEST) > 0) {
            return Verdict.EXPIRED;
        }
        String answer = request.getParameter(ANSWER);
        return options.isAnswer(answer == null ? "" : answer) ? Verdict.PERSON : Verdict.UNANSWERED;
    }

    /** Takes the token of a post that is about to have its effect; false when another post with it came first. */
    public boolean accept(HttpServletRequest request) {
        return used.asMap().putIfAbsent(token(request), true) == null;
    }

    /** Whether what was written looks like advertising: many links. Somebody should look at it apart from the rest. */
    public static boolean isSuspect(Stream<String> texts) {
        return texts.mapToLong(text -> LINK.matcher(text).results().count()).sum() > MOST_LINKS;
    }

    private static String token(HttpServletRequest request) {
        String token = request.getParameter(TOKEN);
        return token == null || token.length() > 200 ? "" : token;
    }

    private Optional<Instant> since(String token, String form) {
        return links.readBoundTo(form, Purpose.FORM, token)
                .map(parts -> Instant.ofEpochSecond(Long.parseLong(parts.get(1))));
    }
}
