package org.bocage.portal.seats;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.stereotype.Component;

/** Messages of an organiser to those on the list, each by a mail of the portal that is answered to the organiser. */
@Component
class SeatMessages {

    /** Most messages about an event within 24 hours. */
    static final int MOST_A_DAY = 3;

    private static final Duration DAY = Duration.ofDays(1);
    private static final String SENT = "messages";

    private final Seats seats;
    private final SeatMails mails;
    private final Clock clock;

    SeatMessages(Seats seats, SeatMails mails, Clock clock) {
        this.seats = seats;
        this.mails = mails;
        this.clock = clock;
    }

    /** Outcome of sending a message. */
    enum Outcome {
        SENT,
        /** The same words went to the same list within 24 hours. */
        SENT_BEFORE,
        TOO_MANY,
        NOBODY
    }

    /**
     * A message.
     *
     * @param list date and status of those it is for, {@code unique.place}, or {@link #EVERYBODY}
     */
    record Message(String list, String subject, String text) {

        static final String EVERYBODY = "tous";
        static final Message NONE = new Message(EVERYBODY, "", "");

        /** Whether it is for somebody of a date. */
        boolean isFor(Gathering gathering, Registration.Status status) {
            return list.equals(EVERYBODY) || list.equals(list(gathering, status));
        }

        /** Name of those of a status on a date; who was there had a seat. */
        static String list(Gathering gathering, Registration.Status status) {
            Registration.Status named = status == Registration.Status.CAME ? Registration.Status.SEATED : status;
            return gathering.day() + "." + named.key();
        }
    }

    /** Returns the dates that a message to everybody is for: those that are not over, or all once all are over. */
    static List<Gathering> meant(List<Gathering> dates, Instant now) {
        List<Gathering> coming = dates.stream().filter(one -> !one.isOver(now)).toList();
        return coming.isEmpty() ? dates : coming;
    }

    /** Sends a message to those of some dates of one event that it is for, once to each address. */
    Outcome send(List<Gathering> dates, Message message, Organiser from) {
        return seats.inTurn((session, taken) -> {
            Node event = Seats.folder(session, dates.get(0).event());
            List<String> today = today(event);
            String print = DigestUtils.sha256Hex(message.toString());
            if (today.stream().anyMatch(one -> one.endsWith(print))) {
                return Outcome.SENT_BEFORE;
            }
            if (today.size() >= MOST_A_DAY) {
                return Outcome.TOO_MANY;
            }
            Set<String> told = new HashSet<>();
            boolean toAll = message.list().equals(Message.EVERYBODY);
            for (Gathering date : toAll ? meant(dates, clock.instant()) : dates) {
                send(session, date, message, from, told);
            }
            if (told.isEmpty()) {
                return Outcome.NOBODY;
            }
            today.add(clock.instant() + " " + print);
            event.setProperty(SENT, today.toArray(new String[0]));
            return Outcome.SENT;
        });
    }

    private void send(Session session, Gathering date, Message message, Organiser from, Set<String> told)
            throws RepositoryException {
        Map<String, Object> words = Map.of(
                "sujet", message.subject(), "message", message.text(), "de", from.name(), "joint", from.isReached());
        Node folder = Seats.folder(session, date);
        for (Registration one : Registration.of(folder)) {
            if (message.isFor(date, one.status()) && told.add(one.mail().toLowerCase(Locale.ROOT))) {
                mails.tell(session, date, folder.getNode(one.id()), "inscription-message", words, from);
            }
        }
    }

    private List<String> today(Node event) throws RepositoryException {
        List<String> today = new ArrayList<>();
        if (event.hasProperty(SENT)) {
            Instant yesterday = clock.instant().minus(DAY);
            for (Value one : event.getProperty(SENT).getValues()) {
                String sent = one.getString();
                if (Instant.parse(sent.substring(0, sent.indexOf(' '))).isAfter(yesterday)) {
                    today.add(sent);
                }
            }
        }
        return today;
    }
}
