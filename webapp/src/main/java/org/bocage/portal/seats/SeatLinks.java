package org.bocage.portal.seats;

import java.util.Optional;
import org.bocage.portal.forms.Signatures;
import org.springframework.stereotype.Component;

/** The signed links by which somebody gives a seat back. */
@Component
final class SeatLinks {

    static final String PAGE = "/agenda/ma-place/";
    private static final String PURPOSE = "place";

    private final Signatures signatures;

    SeatLinks(Signatures signatures) {
        this.signatures = signatures;
    }

    /** A seat: of an event, a day of it, a person. */
    record Seat(String event, String day, String person) {}

    String path(Seat seat) {
        String text = seat.event() + "." + seat.day() + "." + seat.person();
        return PAGE + text + "." + signatures.of(PURPOSE, text);
    }

    /** Returns the seat that a token names, if it was signed here. */
    Optional<Seat> seat(String token) {
        String[] parts = token.split("\\.", -1);
        return parts.length == 4 && signatures.isOf(parts[3], PURPOSE, parts[0] + "." + parts[1] + "." + parts[2])
                ? Optional.of(new Seat(parts[0], parts[1], parts[2]))
                : Optional.empty();
    }
}
