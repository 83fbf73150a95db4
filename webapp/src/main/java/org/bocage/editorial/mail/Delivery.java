package org.bocage.editorial.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.ConcurrentEdit;
import org.bocage.cms.repository.Dates;
import org.bocage.cms.repository.Follower;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.RepositoryFailure;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the outbox: after each save that adds a mail, at start, and when a retry is due. A mail is
 * claimed in the store before it is sent, so that of several processes one sends it; a claim whose process died is
 * taken over after ten minutes.
 */
@Component
class Delivery implements SmartLifecycle {

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
    private static final long LOOK_EVERY_SECONDS = 30;
    private static final int MAX_REASON = 500;

    private final Store store;
    private final Transport transport;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread mails = new Thread(work, "mails");
        mails.setDaemon(true);
        return mails;
    });
    private volatile boolean running;
    private volatile Closing closing = () -> {};

    /** What ends when the portal stops. */
    private interface Closing {
        void close();
    }

    Delivery(Stores stores, Outbox outbox, Transport transport, ObjectProvider<Clock> clock) {
        this.store = stores.author();
        this.transport = transport;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @Override
    public void start() {
        String waiting = Outbox.WORKSPACE.storePath("/" + Outbox.WAITING);
        Follower follower = Follower.start(
                store,
                "mails",
                changes -> {
                    if (changes.touches(waiting) && running) {
                        thread.execute(this::sendDue);
                    }
                },
                null);
        closing = follower::close;
        running = true;
        var unused = thread.scheduleWithFixedDelay(this::sendDue, 0, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        closing.close();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(20, TimeUnit.SECONDS)) {
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

    /** Sends every mail whose time has come. */
    void sendDue() {
        try {
            for (String id : due()) {
                if (running && claim(id)) {
                    send(id);
                }
            }
        } catch (RepositoryFailure | ConcurrentEdit e) {
            log.error("The outbox could not be worked off; it is tried again in {} s", LOOK_EVERY_SECONDS, e);
        }
    }

    private List<String> due() {
        return store.read(Identity.SYSTEM, session -> {
            List<String> ids = new ArrayList<>();
            NodeIterator nodes = session.getNode(Outbox.WORKSPACE.storePath("/" + Outbox.WAITING))
                    .getNodes();
            while (nodes.hasNext()) {
                Node node = nodes.nextNode();
                if (isDue(node)) {
                    ids.add(node.getName());
                }
            }
            return ids;
        });
    }

    private boolean isDue(Node node) throws RepositoryException {
        return !node.getProperty("due").getDate().toInstant().isAfter(clock.instant());
    }

    /** Signs the mail and moves its due time on: who succeeds sends, whoever else tries is told of a concurrent edit. */
    private boolean claim(String id) {
        try {
            return store.write(Identity.SYSTEM, session -> {
                String path = waiting(id);
                if (!session.nodeExists(path) || !isDue(session.getNode(path))) {
                    return false;
                }
                Node node = session.getNode(path);
                // two saves that write the same value would both succeed: each claim is another
                node.setProperty("claim", UUID.randomUUID().toString());
                node.setProperty("due", Dates.utc(clock.instant().plus(CLAIM)));
                node.setProperty("tries", node.getProperty("tries").getLong() + 1);
                return true;
            });
        } catch (ConcurrentEdit e) {
            log.debug("Mail {} is sent by another process", id);
            return false;
        }
    }

    private void send(String id) {
        try {
            Outgoing mail = store.read(Identity.SYSTEM, session -> outgoing(session.getNode(waiting(id))));
            transport.send(id, mail.mail(), mail.created());
            settle(id, Outbox.SENT, "");
        } catch (MailException | MessagingException | IOException | IllegalArgumentException e) {
            failed(id, e);
        }
    }

    private void failed(String id, Exception e) {
        int tries = store.read(Identity.SYSTEM, session ->
                (int) session.getNode(waiting(id)).getProperty("tries").getLong());
        String reason = String.valueOf(e.getMessage());
        String kept = reason.substring(0, Math.min(reason.length(), MAX_REASON));
        if (tries >= MAX_TRIES) {
            log.error("Mail {} is given up after {} tries: {}", id, tries, kept);
            settle(id, Outbox.GIVEN_UP, kept);
            return;
        }
        Duration pause = PAUSES.get(tries - 1);
        log.warn("Mail {} could not be sent, try {} of {}, next in {}: {}", id, tries, MAX_TRIES, pause, kept);
        store.update(Identity.SYSTEM, session -> {
            Node node = session.getNode(waiting(id));
            node.setProperty("due", Dates.utc(clock.instant().plus(pause)));
            node.setProperty("problem", kept);
        });
    }

    private void settle(String id, String state, String problem) {
        store.update(Identity.SYSTEM, session -> {
            Node node = session.getNode(waiting(id));
            node.setProperty("done", Dates.utc(clock.instant()));
            node.setProperty("problem", problem.isEmpty() ? null : problem);
            session.move(node.getPath(), Outbox.WORKSPACE.storePath("/" + state + "/" + id));
        });
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
