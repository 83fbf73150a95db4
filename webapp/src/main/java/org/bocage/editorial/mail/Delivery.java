package org.bocage.editorial.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.ProjectionRunner;
import org.bocage.cms.repository.SessionWork;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.cluster.Leadership;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.editorial.jobs.ItemByItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the outbox: after each save that adds a mail, at start, and when a retry is due. Mails for one person go
 * before those for many, which leave a tenth of the hourly limit to them, and wait while their address is flagged. A server that
 * is not reached is left alone for some minutes, whatever else waits. A mail is
 * claimed in the store before it is sent, so that of several processes one sends it; a claim whose process died is
 * taken over after ten minutes. A mail is sent twice when its process died between the server's yes and its note, or that could
 * not be saved: both times under one Message-ID.
 */
@Component
class Delivery implements SmartLifecycle {

    static final String THREAD = "mailScheduler";

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final Duration CLAIM = Duration.ofMinutes(10);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));
    private static final int MAX_TRIES = PAUSES.size() + 1;
    /** Pauses after a server was not reached, the last one again and again. */
    private static final List<Duration> PAUSES_OF_SERVER =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5));
    /** Time for which mails for many wait for their address to be seen to; they are given up then. */
    private static final Duration HELD = Duration.ofDays(14);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int LOOK_EVERY = 30_000;
    private static final int MAX_REASON = 500;
    private static final int NOTED_TIMES = 5;
    private static final long PATIENCE_SECONDS = 20;

    private final WritableStore store;
    private final Leadership leadership;
    private final Outbox outbox;
    private final Transport transport;
    private final Clock clock;
    private final TaskExecutor thread;
    private final ItemByItem mails = new ItemByItem("Delivery");
    private final ReentrantLock sending = new ReentrantLock();
    private final AtomicBoolean asked = new AtomicBoolean();
    private Instant pausedUntil = Instant.EPOCH;
    private int pauses;
    private volatile boolean running;
    private volatile Closing closing = () -> {};

    /** Cleanup to do when the portal stops. */
    private interface Closing {
        void close();
    }

    Delivery(
            Stores stores,
            Outbox outbox,
            Transport transport,
            ObjectProvider<Clock> clock,
            @Qualifier(THREAD) TaskExecutor thread) {
        this.store = stores.author();
        this.leadership = stores.leadership();
        this.outbox = outbox;
        this.transport = transport;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.thread = thread;
    }

    @Override
    public void start() {
        running = true;
        String waiting = Outbox.WORKSPACE.storePath("/" + Outbox.WAITING);
        ProjectionRunner follower = ProjectionRunner.start(
                store,
                "mails",
                changes -> {
                    // each mail that goes is a change too: one look that waits sees them all
                    if (changes.touches(waiting) && running && asked.compareAndSet(false, true)) {
                        thread.execute(this::sendDue);
                    }
                },
                null);
        closing = follower::close;
        thread.execute(this::sendDue);
    }

    @Override
    public void stop() {
        running = false;
        closing.close();
        try {
            if (sending.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                sending.unlock();
            } else {
                log.warn("A mail was still being sent at the end; it is taken up again at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Sends every mail whose time has come; one at a time, whoever asks for it. */
    @Scheduled(fixedDelay = LOOK_EVERY, initialDelay = LOOK_EVERY, scheduler = THREAD)
    void sendDue() {
        asked.set(false);
        if (!leadership.isHere()) {
            // one machine alone can count how many go in an hour
            return;
        }
        if (!transport.isOpen()) {
            // no try is counted: the mails wait for the password, however long that takes
            return;
        }
        sending.lock();
        try {
            List<Due> due = due();
            Allowance allowance = allowance(due.isEmpty());
            mails.run(round -> {
                for (Due mail : due) {
                    if (running && !isPaused() && allowance.allows(mail)) {
                        round.attempt("mails:/" + Outbox.WAITING + "/" + mail.id(), () -> {
                            if (mail.isHeldTooLong()) {
                                giveUp(mail.id(), 0, "the address takes no mail");
                            } else if (sendOnce(mail.id())) {
                                allowance.took();
                            }
                        });
                    }
                }
            });
        } finally {
            sending.unlock();
        }
    }

    /**
     * A mail whose time has come.
     *
     * @param since when it was put in the outbox
     */
    private record Due(String id, boolean isForMany, boolean isHeldTooLong, Instant since) {}

    /** Returns the mails whose time has come, in the order in which they go. */
    private List<Due> due() {
        return store.read(Identity.SYSTEM, session -> {
            List<Due> due = new ArrayList<>();
            NodeIterator nodes = session.getNode(Outbox.WORKSPACE.storePath("/" + Outbox.WAITING))
                    .getNodes();
            while (nodes.hasNext()) {
                Node node = nodes.nextNode();
                if (isDue(node)) {
                    Instant since = Outbox.when(node);
                    boolean isForMany = Outbox.isForMany(node);
                    boolean isHeld = isForMany && Outbox.isFlagged(node);
                    boolean isHeldTooLong = isHeld && since.plus(HELD).isBefore(clock.instant());
                    if (!isHeld || isHeldTooLong) {
                        due.add(new Due(node.getName(), isForMany, isHeldTooLong, since));
                    }
                }
            }
            due.sort(Comparator.comparing(Due::isForMany).thenComparing(Due::since));
            return due;
        });
    }

    /** Mails that may go within the hour. For one round. */
    private static final class Allowance {

        private final int hourly;
        private int gone;

        Allowance(int hourly, int gone) {
            this.hourly = hourly;
            this.gone = gone;
        }

        /** Whether one more may go; of those for many only while a tenth is left for mails that somebody waits for. */
        boolean allows(Due mail) {
            int most = mail.isForMany() ? hourly - Math.max(1, hourly / 10) : hourly;
            return hourly == 0 || mail.isHeldTooLong() || gone < most;
        }

        void took() {
            gone++;
        }
    }

    private Allowance allowance(boolean isNothingDue) {
        int hourly = isNothingDue ? 0 : transport.hourly();
        if (hourly == 0) {
            return new Allowance(0, 0);
        }
        Instant hourAgo = clock.instant().minus(HOUR);
        return new Allowance(hourly, store.read(Identity.SYSTEM, session -> outbox.sentSince(session, hourAgo)));
    }

    private boolean isPaused() {
        return clock.instant().isBefore(pausedUntil);
    }

    /** Whether its time has come; one without a time is due, and has one from then on. */
    private boolean isDue(Node node) throws RepositoryException {
        return !node.hasProperty("due")
                || node.getProperty("due").getType() != PropertyType.DATE
                || !node.getProperty("due").getDate().toInstant().isAfter(clock.instant());
    }

    /** Returns whether the server took it. */
    private boolean sendOnce(String id) {
        int tries = claim(id);
        if (tries > MAX_TRIES) {
            // it went out each time and could not be noted, or brought this work to a stop
            giveUp(id, tries - 1, "");
        } else if (tries > 0) {
            return send(id, tries);
        }
        return false;
    }

    /**
     * Signs the mail and moves its due time on: who succeeds sends, whoever else tries is told of a concurrent edit.
     *
     * @return how often it was tried, this time included; 0 when somebody else does it
     */
    private int claim(String id) {
        try {
            return store.write(Identity.SYSTEM, session -> {
                String path = waiting(id);
                if (!session.nodeExists(path) || !isDue(session.getNode(path))) {
                    return 0;
                }
                Node node = session.getNode(path);
                // two saves that write the same value would both succeed: each claim is another
                node.setProperty("claim", UUID.randomUUID().toString());
                node.setProperty("due", Dates.utc(clock.instant().plus(CLAIM)));
                node.setProperty("tries", Outbox.tries(node) + 1);
                return (int) Outbox.tries(node);
            });
        } catch (ConcurrentEdit e) {
            log.debug("Mail {} is sent by another process", id);
            return 0;
        }
    }

    private boolean send(String id, int tries) {
        try {
            Optional<Outgoing> mail = store.read(
                    Identity.SYSTEM,
                    session -> session.nodeExists(waiting(id))
                            ? Optional.of(outgoing(session.getNode(waiting(id))))
                            : Optional.empty());
            if (mail.isEmpty()) {
                // its reader wants no more of them
                return false;
            }
            transport.send(id, mail.get().mail(), mail.get().created());
        } catch (MessagingException | IOException | RuntimeException e) {
            if (Transport.isUnreachable(e)) {
                pause();
            }
            failed(id, tries, e);
            return false;
        }
        pauses = 0;
        settle(id, Outbox.State.SENT, "");
        return true;
    }

    private void pause() {
        Duration pause = PAUSES_OF_SERVER.get(Math.min(pauses, PAUSES_OF_SERVER.size() - 1));
        pauses++;
        pausedUntil = clock.instant().plus(pause);
        log.warn("The mail server is not reached; the next try is in {}", pause);
    }

    private void failed(String id, int tries, Exception e) {
        String reason = String.valueOf(e.getMessage());
        String kept = reason.substring(0, Math.min(reason.length(), MAX_REASON));
        if (tries >= MAX_TRIES) {
            giveUp(id, tries, kept);
            return;
        }
        Duration pause = PAUSES.get(tries - 1);
        log.warn(
                "Mail {} could not be sent, try {} of {}, next in {}: {}",
                id,
                tries,
                MAX_TRIES,
                pause,
                Mail.withoutAddresses(kept));
        noting(id, session -> {
            Node node = session.getNode(waiting(id));
            node.setProperty("due", Dates.utc(clock.instant().plus(pause)));
            node.setProperty("problem", kept);
        });
    }

    private void giveUp(String id, int tries, String reason) {
        log.error("Mail {} is given up after {} tries: {}", id, tries, Mail.withoutAddresses(reason));
        settle(id, Outbox.State.GIVEN_UP, reason);
    }

    private void settle(String id, Outbox.State state, String problem) {
        noting(id, session -> outbox.settle(session, id, state, problem));
    }

    /** Saves what became of a mail, again when somebody wrote beside it: what is not noted is sent again. */
    private void noting(String id, SessionWork note) {
        for (int attempt = 1; ; attempt++) {
            try {
                store.update(Identity.SYSTEM, session -> {
                    if (session.nodeExists(waiting(id))) {
                        note.accept(session);
                    }
                });
                return;
            } catch (ConcurrentEdit e) {
                if (attempt == NOTED_TIMES) {
                    throw e;
                }
            }
        }
    }

    private record Outgoing(Mail mail, Instant created) {}

    private static Outgoing outgoing(Node node) throws RepositoryException {
        return new Outgoing(
                Outbox.mail(node), node.getProperty("created").getDate().toInstant());
    }

    private static String waiting(String id) {
        return Outbox.WORKSPACE.storePath("/" + Outbox.WAITING + "/" + id);
    }
}
