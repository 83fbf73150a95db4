package org.bocage.portal.upkeep;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.screens.extension.FormObjections;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Rules for favourites: for how long, why and by whom, and no more than three at a time, for of many nobody sees which.
 */
@Component
final class Favourites implements FormObjections {

    private static final String FIELD = "coupDeCoeur";
    private static final int MOST = 3;
    private static final int LONGEST = 31;
    private static final int MOST_READ = 200;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ContentIndexes indexes;
    private final MessageSource messages;

    Favourites(ContentIndexes indexes, MessageSource messages) {
        this.indexes = indexes;
        this.messages = messages;
    }

    @Override
    public Optional<Objection> objection(String type, FormValues values, FormValues before) {
        Optional<LocalDate> from = day(values, "du");
        if (from.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> to = day(values, "au");
        if (to.isEmpty()) {
            return says("au", "until");
        }
        if (ChronoUnit.DAYS.between(from.get(), to.get()) > LONGEST) {
            return says("au", "long");
        }
        for (String word : new String[] {"phrase", "role"}) {
            if (values.text(FIELD + "." + word).isBlank()) {
                return says(word, word);
            }
        }
        return others(type, values.text("name"), from.get(), to.get()) >= MOST ? says("du", "most") : Optional.empty();
    }

    private Optional<Objection> says(String field, String key) {
        return Optional.of(new Objection(
                FIELD + "." + field, messages.getMessage("authoring.heart." + key, new Object[0], Locale.FRENCH)));
    }

    private static Optional<LocalDate> day(FormValues values, String name) {
        String typed = values.text(FIELD + "." + name).strip();
        return Dates.day(typed.substring(0, Math.min(typed.length(), "yyyy-MM-dd".length())));
    }

    /** How many others are on line and taken to heart on one of these days. */
    private long others(String type, String name, LocalDate from, LocalDate to) {
        ContentQuery then = ContentQuery.anywhere()
                .inState(State.PUBLIE)
                .and(new ContentQuery.Between(
                        FIELD + "/du", null, to.plusDays(1).atStartOfDay(PARIS).toInstant()))
                .and(new ContentQuery.Between(
                        FIELD + "/au", from.atStartOfDay(PARIS).toInstant(), null))
                .page(0, MOST_READ);
        return indexes.author().find(then, Identity.SYSTEM).hits().stream()
                .filter(hit -> !(hit.workspace().equals(type) && hit.path().endsWith("/" + name)))
                .count();
    }
}
