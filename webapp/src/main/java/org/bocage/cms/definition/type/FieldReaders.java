package org.bocage.cms.definition.type;

import java.util.List;
import java.util.Optional;

/**
 * Readers of a field, among those of its item.
 *
 * @param audience who
 * @param flags properties of the item that must all open the field, with {@link Audience#FLAG}; else none. {@code true}
 *     and {@code public} open it to whoever reads the item, {@code adherents} to the members, anything else to nobody
 */
public record FieldReaders(Audience audience, List<String> flags) {

    /** Audiences, widest first. */
    public enum Audience {
        /** Whoever reads the item. */
        ITEM,
        MEMBERS,
        BOARD,
        /** Never leaves the author store. */
        STAFF,
        /** Whoever the person concerned has named, among those who read the item. */
        FLAG
    }

    public static final FieldReaders ITEM = new FieldReaders(Audience.ITEM, List.of());
    public static final FieldReaders STAFF = new FieldReaders(Audience.STAFF, List.of());

    /** Readers as a definition names them: {@code item}, {@code staff}, or an audience narrower than everybody. */
    public static Optional<FieldReaders> named(String word) {
        if (word.equals("item") || word.equals("staff")) {
            return Optional.of(word.equals("item") ? ITEM : STAFF);
        }
        return org.bocage.cms.repository.Audience.of(word).flatMap(audience -> switch (audience) {
            case PUBLIC -> Optional.empty();
            case MEMBERS -> Optional.of(new FieldReaders(Audience.MEMBERS, List.of()));
            case BOARD -> Optional.of(new FieldReaders(Audience.BOARD, List.of()));
        });
    }

    public FieldReaders {
        flags = List.copyOf(flags);
    }
}
