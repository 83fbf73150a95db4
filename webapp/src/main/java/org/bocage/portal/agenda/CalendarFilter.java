package org.bocage.portal.agenda;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.portal.feeds.AskedWords;
import org.bocage.portal.territory.Communes;

/**
 * The filters of {@code /agenda}, read from the same query string: those of a kind add up, those of different kinds narrow down,
 * what nobody knows finds nothing.
 *
 * @param conditions of events, and of their dates
 * @param deadlines conditions of the deadlines of calls for projects; empty when they are not asked for
 */
record CalendarFilter(List<ContentQuery.Filter> conditions, Optional<List<ContentQuery.Filter>> deadlines) {

    /** A filter by the words of a vocabulary; those of events only do not find deadlines. */
    private record OfWords(String parameter, String vocabulary, String property, boolean ofDeadlines) {}

    private static final List<OfWords> OF_WORDS =
            List.of(new OfWords("theme", "themes", "themes", true), new OfWords("public", "publics", "publics", false));
    private static final int MONTH = 30;

    /** Reads a query string, as whoever the session reads for knows the words of it. */
    static CalendarFilter of(HttpServletRequest request, Session session, Communes communes, Instant now)
            throws RepositoryException {
        List<ContentQuery.Filter> conditions = new ArrayList<>();
        List<ContentQuery.Filter> deadlines = new ArrayList<>();
        AskedWords.ofCommunes(request, session, communes, "commune").ifPresent(where -> {
            conditions.add(where);
            deadlines.add(where);
        });
        for (OfWords one : OF_WORDS) {
            Optional<ContentQuery.Filter> asked =
                    AskedWords.ofVocabulary(request, session, one.parameter(), one.vocabulary(), one.property());
            asked.ifPresent(conditions::add);
            if (one.ofDeadlines()) {
                asked.ifPresent(deadlines::add);
            }
        }
        AskedWords.ofValues(request, "tarif", "tarif").ifPresent(conditions::add);
        AskedWords.ofValues(request, "origine", "origine").ifPresent(conditions::add);
        List<String> moments = AskedWords.values(request, "quand");
        if (!moments.isEmpty()) {
            conditions.addAll(
                    period(moments.get(0), now.atZone(CalendarTimes.PARIS).toLocalDate()));
        }
        boolean theirs = conditions.size() == deadlines.size()
                && !AskedWords.values(request, "echeances").contains("non");
        return new CalendarFilter(
                List.copyOf(conditions), theirs ? Optional.of(List.copyOf(deadlines)) : Optional.empty());
    }

    /** Today, this week-end, the next thirty days. */
    private static List<ContentQuery.Filter> period(String when, LocalDate today) {
        return switch (when) {
            case "aujourdhui" -> between(today, today);
            case "week-end" -> {
                LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
                yield between(today.equals(sunday) ? today : sunday.minusDays(1), sunday);
            }
            case "30-jours" -> between(today, today.plusDays(MONTH));
            default -> List.of(new ContentQuery.AnyOf("jour", List.of(AskedWords.NOTHING)));
        };
    }

    private static List<ContentQuery.Filter> between(LocalDate first, LocalDate last) {
        return List.of(
                new ContentQuery.Compared("dernierJour", ContentQuery.Comparison.AT_LEAST, day(first)),
                new ContentQuery.Compared("jour", ContentQuery.Comparison.AT_MOST, day(last)));
    }

    private static ContentQuery.Operand day(LocalDate day) {
        return new ContentQuery.Operand(day.toString(), null, null, null);
    }
}
