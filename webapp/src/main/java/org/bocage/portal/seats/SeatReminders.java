package org.bocage.portal.seats;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.editorial.jobs.ItemByItem;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reminds those who have a seat, two days before: once of each beginning, as it stands on line. What a stop made late is sent
 * until the event begins; who got the seat within the two days has just heard of it.
 */
@Component
class SeatReminders {

    private static final Duration BEFORE = Duration.ofDays(2);
    private static final String REMINDED = "rappel";
    private static final String PUT_OFF = "reporte";

    private final Seats seats;
    private final SeatMails mails;
    private final Organisers organisers;
    private final Stores stores;
    private final Clock clock;
    private final ItemByItem events = new ItemByItem("SeatReminders");

    SeatReminders(Seats seats, SeatMails mails, Organisers organisers, Stores stores, Clock clock) {
        this.seats = seats;
        this.mails = mails;
        this.organisers = organisers;
        this.stores = stores;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 65_000)
    void send() {
        events.run(round -> {
            for (String event : seats.events()) {
                round.attempt(
                        Seats.WORKSPACE.name() + ":/" + event, () -> near(event).forEach(this::send));
            }
        });
    }

    /** The dates of an event on line that begin within two days; none when it is put off, as the new date may not be known. */
    private List<Gathering> near(String event) {
        Instant now = clock.instant();
        return stores.published().read(Identity.SYSTEM, session -> {
            Optional<Node> item = Gatherings.EVENTS.nodeById(session, event);
            return item.isEmpty() || Gathering.text(item.get(), "statut").equals(PUT_OFF)
                    ? List.<Gathering>of()
                    : Gathering.online(item.get()).stream()
                            .filter(one -> one.takesPlace()
                                    && !one.isBegun(now)
                                    && !one.start().minus(BEFORE).isAfter(now))
                            .toList();
        });
    }

    private void send(Gathering gathering) {
        if (seats.count(gathering).seated() == 0) {
            return;
        }
        seats.inTurn((session, taken) -> {
            remind(session, gathering, Seats.folder(session, gathering));
            return true;
        });
    }

    private void remind(Session session, Gathering gathering, Node folder) throws RepositoryException {
        Organiser organiser = organisers.of(session, gathering.event());
        List<Registration> seated =
                Registration.of(folder).stream().filter(Registration::seated).toList();
        for (Registration one : seated) {
            Node node = folder.getNode(one.id());
            if (one.confirmed().isBefore(gathering.start().minus(BEFORE)) && isNew(node, gathering)) {
                mails.tell(session, gathering, node, "inscription-rappel", Map.of(), organiser);
            }
        }
        if (isNew(folder, gathering)) {
            mails.tell(session, gathering, organiser, "bientot", seated.size());
        }
    }

    /** Whether nobody was reminded of this beginning; notes that somebody is. */
    private static boolean isNew(Node node, Gathering gathering) throws RepositoryException {
        boolean isNew = !node.hasProperty(REMINDED)
                || !node.getProperty(REMINDED).getDate().toInstant().equals(gathering.start());
        node.setProperty(REMINDED, Dates.utc(gathering.start()));
        return isNew;
    }
}
