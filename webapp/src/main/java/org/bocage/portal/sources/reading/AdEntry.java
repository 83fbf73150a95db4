package org.bocage.portal.sources.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An annonce as another portal tells it. Texts are plain but for the description, and empty when not given.
 *
 * @param kind one of those that annonces have here
 * @param description clean HTML
 * @param structure name of whoever offers or looks for something
 * @param remote whether it can be done from afar
 * @param commune INSEE code or {@link Territory#ELSEWHERE}, when one was told
 * @param link page of the portal where it was made: it is answered there
 * @param details by the name of the field
 * @param audience words of who may answer
 */
public record AdEntry(
        String uid,
        String title,
        String kind,
        LocalDate lastDay,
        String description,
        String structure,
        boolean remote,
        Optional<String> commune,
        String link,
        Map<String, String> details,
        List<String> audience,
        List<String> categories)
        implements Entry {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Override
    public Key key() {
        return new Key(uid, "");
    }

    @Override
    public String otherKey() {
        return Territory.fold(title) + "|" + kind + "|" + Territory.fold(structure);
    }

    /** Whether its last day was over at some time. */
    @Override
    public boolean isOver(Instant then) {
        return !lastDay.plusDays(1).atStartOfDay(PARIS).toInstant().isAfter(then);
    }
}
