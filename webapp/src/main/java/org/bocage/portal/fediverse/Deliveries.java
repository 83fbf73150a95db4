package org.bocage.portal.fediverse;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bocage.cms.outgoing.Answer;
import org.bocage.cms.outgoing.OutgoingHttp;
import org.bocage.cms.outgoing.RequestFailure;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.portal.fediverse.signature.Signer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Delivers what waits, signed, a few inboxes at once (ActivityPub, 7.1). An inbox that does not answer is waited for ten seconds, and
 * nothing of its host is tried again in the same round.
 */
@Component
class Deliveries implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
    private static final int AT_ONCE = 8;
    static final String THREAD = "fediverseScheduler";

    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Duration ROUND = Duration.ofMinutes(2);
    private static final int UNAUTHORIZED = 401;
    private static final int GONE = 410;

    private final FediverseSwitch fediverse;
    private final FediverseAddresses addresses;
    private final FediverseStore kept;
    private final DeliveryQueue queue;
    private final Followers followers;
    private final FederatedItems items;
    private final OutgoingHttp outgoing;
    private final Clock clock;
    private final ItemByItem round = new ItemByItem("Deliveries");
    private final ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE, task -> {
        Thread thread = new Thread(task, "fediverse-delivery");
        thread.setDaemon(true);
        return thread;
    });

    Deliveries(
            FediverseSwitch fediverse,
            FediverseAddresses addresses,
            FediverseStore kept,
            DeliveryQueue queue,
            Followers followers,
            FederatedItems items,
            OutgoingHttp outgoing,
            Clock clock) {
        this.fediverse = fediverse;
        this.addresses = addresses;
        this.kept = kept;
        this.queue = queue;
        this.followers = followers;
        this.items = items;
        this.outgoing = outgoing;
        this.clock = clock;
    }

    private enum Outcome {
        TAKEN,
        FAILED,
        GONE,
        LATER
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 75_000, scheduler = THREAD)
    void deliver() {
        if (!fediverse.isOn()) {
            return;
        }
        List<DeliveryQueue.Delivery> due = queue.due();
        if (due.isEmpty()) {
            return;
        }
        long end = System.nanoTime() + ROUND.toNanos();
        Set<String> silent = ConcurrentHashMap.newKeySet();
        round.run(each -> {
            for (DeliveryQueue.Delivery one : due) {
                if (System.nanoTime() - end > 0 || !fediverse.isOn()) {
                    return;
                }
                each.attempt(one.name(), () -> deliver(one, silent, end));
            }
        });
    }

    private void deliver(DeliveryQueue.Delivery one, Set<String> silent, long end) {
        if (one.shows() && !items.isOnline(one.actor(), one.item())) {
            // what has left meanwhile is shown to nobody any more
            settle(one, Set.of(), Set.of(), Set.of(), Set.of());
            return;
        }
        Signer signer = new Signer(addresses.keyOf(one.actor()), fediverse.privateKey());
        byte[] body = one.activity().getBytes(StandardCharsets.UTF_8);
        Map<String, Future<Outcome>> tries = new LinkedHashMap<>();
        for (String inbox : one.inboxes()) {
            tries.put(inbox, senders.submit(() -> attempt(inbox, body, signer, silent, end)));
        }
        Set<String> taken = new HashSet<>();
        Set<String> failed = new HashSet<>();
        Set<String> gone = new HashSet<>();
        Set<String> later = new HashSet<>();
        for (Map.Entry<String, Future<Outcome>> attempt : tries.entrySet()) {
            switch (outcome(attempt.getKey(), attempt.getValue())) {
                case TAKEN -> taken.add(attempt.getKey());
                case FAILED -> failed.add(attempt.getKey());
                case GONE -> gone.add(attempt.getKey());
                case LATER -> later.add(attempt.getKey());
            }
        }
        if (!failed.isEmpty()) {
            log.info("{} of {} inboxes did not take an activity", failed.size(), tries.size());
        }
        settle(one, taken, failed, gone, later);
    }

    private void settle(
            DeliveryQueue.Delivery one, Set<String> taken, Set<String> failed, Set<String> gone, Set<String> later) {
        ConcurrentEdit.again(() -> kept.store().<Boolean>write(Identity.SYSTEM, session -> {
            queue.settle(session, one, failed, later);
            followers.settle(session, one.actor(), taken, failed, gone);
            return true;
        }));
    }

    private static Outcome outcome(String inbox, Future<Outcome> attempt) {
        try {
            return attempt.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.FAILED;
        } catch (ExecutionException e) {
            log.error("Delivery to {} failed", inbox, e.getCause());
            return Outcome.FAILED;
        }
    }

    private Outcome attempt(String inbox, byte[] body, Signer signer, Set<String> silent, long end) {
        URI address = URI.create(inbox);
        if (silent.contains(address.getAuthority())) {
            return Outcome.FAILED;
        }
        if (System.nanoTime() - end > 0) {
            return Outcome.LATER;
        }
        Optional<Answer.Nothing> refused = send(inbox, body, signer.post(address, body, clock.instant()));
        if (refused.isPresent() && refused.get().status() == UNAUTHORIZED) {
            refused = send(inbox, body, signer.standardPost(address, body, clock.instant()));
        }
        if (refused.isEmpty()) {
            return Outcome.TAKEN;
        }
        if (refused.get().status() == GONE) {
            return Outcome.GONE;
        }
        if (refused.get().why() != RequestFailure.STATUS) {
            silent.add(address.getAuthority());
        }
        log.debug(
                "{} took nothing: {} {}",
                inbox,
                refused.get().why(),
                refused.get().status());
        return Outcome.FAILED;
    }

    private Optional<Answer.Nothing> send(String inbox, byte[] body, Map<String, String> signed) {
        Map<String, String> headers = new LinkedHashMap<>(signed);
        headers.put("Content-Type", "application/activity+json");
        return outgoing.post(inbox, body, headers, WAIT);
    }

    @Override
    public void destroy() {
        senders.shutdownNow();
    }
}
