package org.bocage.portal.seats;

import java.util.Optional;
import org.bocage.editorial.signedlinks.Purpose;
import org.bocage.editorial.signedlinks.SignedLinks;
import org.springframework.stereotype.Component;

/** The signed links by which somebody gives a seat back, and by which an organiser without an account keeps the list. */
@Component
final class SeatLinks {

    static final String PAGE = "/agenda/ma-place/";
    static final String LIST = "/agenda/inscriptions/";

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

    /** Returns the path of the list of an event, for an organiser without an account; void once the bound text is another. */
    String list(String event, String bound) {
        return LIST + links.tokenBoundTo(bound, Purpose.REGISTRATIONS, event);
    }

    /** Returns the event that the token of a list names, which nobody vouches for before {@link #isOfList}. */
    static String eventOfList(String token) {
        return token.substring(0, Math.max(0, token.indexOf('.')));
    }

    /** Whether a token was signed here together with this text. */
    boolean isOfList(String token, String bound) {
        return links.readBoundTo(bound, Purpose.REGISTRATIONS, token).isPresent();
    }
}
