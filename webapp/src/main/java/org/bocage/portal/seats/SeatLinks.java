package org.bocage.portal.seats;

import java.util.Optional;
import org.bocage.editorial.signedlinks.Purpose;
import org.bocage.editorial.signedlinks.SignedLinks;
import org.springframework.stereotype.Component;

/** The signed links by which somebody gives a seat back. */
@Component
final class SeatLinks {

    static final String PAGE = "/agenda/ma-place/";

    private final SignedLinks links;

    SeatLinks(SignedLinks links) {
        this.links = links;
    }

    /** A seat: of an event, a day of it, a person. */
    record Seat(String event, String day, String person) {}

    String path(Seat seat) {
        return PAGE + links.token(Purpose.SEAT, seat.event(), seat.day(), seat.person());
    }

    /** Returns the seat that a token names, if it was signed here. */
    Optional<Seat> seat(String token) {
        return links.read(Purpose.SEAT, token).map(parts -> new Seat(parts.get(0), parts.get(1), parts.get(2)));
    }
}
