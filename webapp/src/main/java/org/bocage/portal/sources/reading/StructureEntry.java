package org.bocage.portal.sources.reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A structure as its source tells it. Texts are plain but for the description, and empty when not given.
 *
 * @param summary what it does, at most 140 characters
 * @param description clean HTML
 * @param locality name of its commune, as the source writes it
 * @param commune INSEE code or {@link Territory#ELSEWHERE}, when one was recognised
 * @param telephone ten digits, two by two
 * @param site address that begins with {@code https:}
 * @param link where its source shows it
 * @param updated when its source says it last changed
 */
public record StructureEntry(
        String uid,
        String title,
        String summary,
        String description,
        List<String> categories,
        String locality,
        Optional<String> commune,
        String street,
        Optional<Point> point,
        String telephone,
        String mail,
        String site,
        String link,
        Optional<Instant> updated)
        implements Entry {

    /**
     * Place on the map, in degrees (WGS 84).
     *
     * @param isExact whether it is there, rather than somewhere near
     */
    public record Point(double latitude, double longitude, boolean isExact) {}

    @Override
    public Key key() {
        return new Key(uid, "");
    }

    @Override
    public String otherKey() {
        return otherKey(title, locality, street);
    }

    static String otherKey(String title, String locality, String street) {
        return Territory.fold(title) + "|" + Territory.fold(locality) + "|" + Territory.fold(street);
    }

    /** Returns false: a structure stays until its source tells no more of it. */
    @Override
    public boolean isOver(Instant then) {
        return false;
    }
}
