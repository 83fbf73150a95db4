package org.bocage.portal.fediverse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.jobs.ItemByItem;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Puts in the queue what followers are to hear: that an item went on line, changed or left. It is read from the published store,
 * whenever that is another one, and compared with what was said, so that a stop in between loses nothing.
 */
@Component
class Publications {

    /** Items written last that are looked at together, and in all, for each actor. */
    private static final int PAGE = 200;

    private static final int MOST_LOOKED_AT = 1_000;

    /** New items of an actor that are told in one round; the others wait for the next one. */
    private static final int MOST_AT_ONCE = 20;

    private static final int MOST_KEPT_QUIET = 2_000;

    private final FediverseSwitch fediverse;
    private final FediverseAddresses addresses;
    private final FediverseStore kept;
    private final Stores stores;
    private final FederatedItems items;
    private final ToldItems told;
    private final DeliveryQueue queue;
    private final Replies replies;
    private final Clock clock;
    private final ItemByItem round = new ItemByItem("Publications");
    /** Items that nobody need hear of, as they were last written. */
    private final Cache<FederatedItems.Stamp, Boolean> quiet =
            Caffeine.newBuilder().maximumSize(MOST_KEPT_QUIET).build();

    private @Nullable Object seen;
    /** Whether the present state was looked at once more: the index lags behind its store. */
    private boolean settled;

    Publications(
            FediverseSwitch fediverse,
            FediverseAddresses addresses,
            FediverseStore kept,
            Stores stores,
            FederatedItems items,
            ToldItems told,
            DeliveryQueue queue,
            Replies replies,
            Clock clock) {
        this.fediverse = fediverse;
        this.addresses = addresses;
        this.kept = kept;
        this.stores = stores;
        this.items = items;
        this.told = told;
        this.queue = queue;
        this.replies = replies;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 70_000)
    synchronized void look() {
        if (!fediverse.isOn()) {
            return;
        }
        if (!fediverse.base().equals(addresses.base())) {
            kept.store().update(Identity.SYSTEM, session -> fediverse.beginAt(session, addresses.base()));
        }
        Object now = stores.published().state();
        if (now.equals(seen) && settled) {
            return;
        }
        settled = now.equals(seen);
        seen = null;
        round.run(each -> {
            boolean isAll = true;
            Map<String, ToldItems.Told> before = told.all();
            AtomicInteger room = new AtomicInteger(queue.room());
            for (LocalActor actor : LocalActor.values()) {
                isAll &= tell(actor, before, room, each);
            }
            for (ToldItems.Told one : before.values()) {
                if (!one.gone() && !items.isOnline(one.actor(), one.id())) {
                    if (room.decrementAndGet() < 0) {
                        isAll = false;
                        break;
                    }
                    isAll &= each.attempt(one.actor().key() + " " + one.id(), () -> takeAway(one));
                }
            }
            if (isAll) {
                seen = now;
            }
        });
    }

    /** Tells what is new or changed of an actor; false when there is more, or something failed. */
    private boolean tell(
            LocalActor actor, Map<String, ToldItems.Told> before, AtomicInteger room, ItemByItem.Round each) {
        boolean isAll = true;
        int news = 0;
        for (int from = 0; from < MOST_LOOKED_AT; from += PAGE) {
            List<FederatedItems.Stamp> page = items.changed(actor, from, PAGE);
            int known = 0;
            for (FederatedItems.Stamp stamp : page) {
                Optional<ToldItems.Told> last =
                        Optional.ofNullable(before.get(stamp.id())).filter(one -> !one.gone());
                if (last.filter(one -> one.changed().equals(stamp.changed())).isPresent()
                        || quiet.getIfPresent(stamp) != null) {
                    known++;
                    continue;
                }
                Optional<FederatedItem> item = items.find(stamp.id());
                if (item.isEmpty()) {
                    continue;
                }
                if (last.isEmpty() && (item.get().over() || isBefore(item.get(), fediverse.since()))) {
                    quiet.put(stamp, true);
                    continue;
                }
                if ((last.isEmpty() && ++news > MOST_AT_ONCE) || room.decrementAndGet() < 0) {
                    return false;
                }
                isAll &= each.attempt(
                        actor.key() + " " + stamp.id(),
                        () -> say(
                                item.get(),
                                last.isPresent() ? "Update" : "Create",
                                last.map(ToldItems.Told::digest).orElse("")));
            }
            if (known == page.size()) {
                // what was written before these was looked at before
                break;
            }
        }
        return isAll;
    }

    private static boolean isBefore(FederatedItem item, Instant since) {
        return item.published().isBefore(since);
    }

    private void say(FederatedItem item, String kind, String before) {
        kept.store().update(Identity.SYSTEM, session -> {
            told.say(session, item);
            if (!item.digest().equals(before)) {
                Set<String> inboxes = Followers.inboxes(session, item.actor());
                queue.add(session, item.actor(), kind, item.id(), item.activity(kind, addresses), inboxes);
            }
        });
    }

    private void takeAway(ToldItems.Told one) {
        Instant now = clock.instant();
        kept.store().update(Identity.SYSTEM, session -> {
            told.gone(session, one.id(), now);
            queue.add(
                    session,
                    one.actor(),
                    "Delete",
                    one.id(),
                    FederatedItem.deletion(one.id(), one.actor(), now, addresses),
                    Followers.inboxes(session, one.actor()));
        });
    }

    /** Forgets by night what left long ago, and old replies. */
    @Scheduled(cron = "0 40 3 * * *", zone = "Europe/Paris")
    void forget() {
        told.forget(clock.instant());
        replies.forget();
    }
}
