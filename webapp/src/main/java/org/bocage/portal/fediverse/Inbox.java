package org.bocage.portal.fediverse;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bocage.cms.outgoing.OutgoingHttp;
import org.bocage.cms.outgoing.ReceivedJson;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.editorial.security.RateLimit;
import org.bocage.portal.fediverse.signature.RefusedSignature;
import org.bocage.portal.fediverse.signature.RequestSignature;
import org.bocage.portal.fediverse.signature.SignedRequest;
import org.bocage.portal.sharing.ShareCounter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Takes in activities of others (ActivityPub, 7): who follows, who no longer does, replies, and what followers pass on. Of each it is
 * first proved who sent it; nothing is fetched of what it speaks of.
 */
@Component
class Inbox {

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    /** Requests of a host in a minute. */
    private static final int MOST_A_MINUTE = 300;

    private static final int MOST_HOSTS = 10_000;

    private static final Set<String> KINDS = Set.of("Follow", "Undo", "Delete", "Create", "Update", "Announce");

    private final FediverseSwitch fediverse;
    private final FediverseAddresses addresses;
    private final FediverseStore kept;
    private final RemoteActors actors;
    private final Followers followers;
    private final DeliveryQueue queue;
    private final Replies replies;
    private final FederatedItems items;
    private final ShareCounter relays;
    private final OutgoingHttp outgoing;
    private final Clock clock;
    private final RateLimit senders;
    private final RateLimit hosts;

    Inbox(
            FediverseSwitch fediverse,
            FediverseAddresses addresses,
            FediverseStore kept,
            RemoteActors actors,
            Followers followers,
            DeliveryQueue queue,
            Replies replies,
            FederatedItems items,
            ShareCounter relays,
            OutgoingHttp outgoing,
            Clock clock) {
        this.fediverse = fediverse;
        this.addresses = addresses;
        this.kept = kept;
        this.actors = actors;
        this.followers = followers;
        this.queue = queue;
        this.replies = replies;
        this.items = items;
        this.relays = relays;
        this.outgoing = outgoing;
        this.clock = clock;
        this.senders = new RateLimit(MOST_A_MINUTE, Duration.ofMinutes(1), MOST_HOSTS, clock);
        this.hosts = new RateLimit(MOST_A_MINUTE, Duration.ofMinutes(1), MOST_HOSTS, clock);
    }

    /** Answers, each with its status of HTTP. */
    enum Verdict {
        ACCEPTED(202),
        UNREADABLE(400),
        UNPROVEN(401),
        FORBIDDEN(403),
        TOO_MANY(429),
        BUSY(503);

        private final int status;

        Verdict(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** Whether a connection may send one more now. */
    boolean mayPost(String connection) {
        return senders.allows(connection);
    }

    /** Takes an activity in. */
    Verdict receive(SignedRequest request, byte[] body) {
        RequestSignature signature;
        try {
            signature = RequestSignature.of(request, clock.instant());
        } catch (RefusedSignature e) {
            log.info("An activity is refused: {}", e.getMessage());
            return Verdict.UNPROVEN;
        }
        Optional<JsonNode> read = ReceivedJson.object(body);
        if (read.isEmpty()) {
            return Verdict.UNREADABLE;
        }
        JsonNode activity = read.get();
        String kind = ReceivedJson.text(activity, "type");
        String sender = Json.id(activity, "actor");
        Optional<String> host = actors.host(sender);
        if (host.isEmpty()) {
            return Verdict.UNREADABLE;
        }
        if (!host.equals(actors.host(signature.keyId()))) {
            log.info("An activity is refused: its key is that of another host");
            return Verdict.UNPROVEN;
        }
        if (!KINDS.contains(kind) || (kind.equals("Delete") && isNobodyHere(sender))) {
            // large servers tell everybody of each account that goes: nothing is done, and nobody is asked
            return Verdict.ACCEPTED;
        }
        RemoteActors.Owner owner = actors.byKey(signature.keyId());
        if (owner instanceof RemoteActors.Owner.Known known
                && !signature.isBy(known.actor().key())) {
            // the key may be another one since
            owner = actors.again(signature.keyId());
        }
        if (owner instanceof RemoteActors.Owner.Busy) {
            return Verdict.BUSY;
        }
        if (owner instanceof RemoteActors.Owner.Gone && isOwnDeletion(activity, kind, sender)) {
            // its own server says that there is no such account any more
            forget(sender);
            return Verdict.ACCEPTED;
        }
        if (!(owner instanceof RemoteActors.Owner.Known known)
                || !known.actor().id().equals(sender)
                || !signature.isBy(known.actor().key())) {
            log.info(
                    "An activity is refused: {}",
                    owner instanceof RemoteActors.Owner.Unknown unknown
                            ? unknown.why()
                            : "it was not signed by its actor");
            return Verdict.UNPROVEN;
        }
        return hosts.allows(host.get()) ? take(kind, activity, known.actor()) : Verdict.TOO_MANY;
    }

    private boolean isNobodyHere(String sender) {
        return !followers.isOne(sender) && !replies.isAuthor(sender);
    }

    private static boolean isOwnDeletion(JsonNode activity, String kind, String sender) {
        return kind.equals("Delete") && Json.id(activity, "object").equals(sender);
    }

    private Verdict take(String kind, JsonNode activity, RemoteActor by) {
        return switch (kind) {
            case "Follow" -> follow(activity, by);
            case "Undo" -> undo(activity, by);
            case "Delete" -> delete(activity, by);
            case "Create" -> reply(activity.path("object"), by);
            case "Update" -> isOf(Json.id(activity, "object"), by) ? Verdict.ACCEPTED : Verdict.FORBIDDEN;
            default -> passOn(activity, by);
        };
    }

    private boolean isOf(String address, RemoteActor actor) {
        return actors.host(address).isPresent() && actors.host(address).equals(actors.host(actor.id()));
    }

    private Verdict follow(JsonNode activity, RemoteActor by) {
        Optional<LocalActor> followed = addresses.actor(Json.id(activity, "object"));
        if (followed.isEmpty()
                || outgoing.refusal(by.inbox()).isPresent()
                || outgoing.refusal(by.delivery()).isPresent()) {
            return Verdict.FORBIDDEN;
        }
        LocalActor actor = followed.get();
        ConcurrentEdit.again(() -> kept.store().<Boolean>write(Identity.SYSTEM, session -> {
            fediverse.beginAt(session, addresses.base());
            boolean isTaken = followers.add(session, actor, by, Json.id(activity, "id"));
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("@context", "https://www.w3.org/ns/activitystreams");
            answer.put("id", addresses.of(actor) + "#answer-" + UUID.randomUUID());
            answer.put("type", isTaken ? "Accept" : "Reject");
            answer.put("actor", addresses.of(actor));
            Map<String, Object> asked = new LinkedHashMap<>();
            asked.put("id", ReceivedJson.text(activity, "id"));
            asked.put("type", "Follow");
            asked.put("actor", by.id());
            asked.put("object", addresses.of(actor));
            answer.put("object", asked);
            queue.add(session, actor, "Accept", "follow " + by.id(), answer, List.of(by.inbox()));
            return isTaken;
        }));
        return Verdict.ACCEPTED;
    }

    /** Ends what is undone: whole, as Mastodon, Mobilizon and Gancio write it, or by the identifier that it came with. */
    private Verdict undo(JsonNode activity, RemoteActor by) {
        JsonNode undone = activity.path("object");
        String who = Json.id(undone, "actor");
        if (!who.isEmpty() && !who.equals(by.id())) {
            return Verdict.FORBIDDEN;
        }
        if (undone.isString()) {
            String follow = Json.id(activity, "object");
            kept.store().update(Identity.SYSTEM, session -> followers.removeBy(session, follow, by.id()));
            return Verdict.ACCEPTED;
        }
        Optional<LocalActor> followed = addresses.actor(Json.id(undone, "object"));
        if (ReceivedJson.text(undone, "type").equals("Follow") && followed.isPresent()) {
            kept.store().update(Identity.SYSTEM, session -> followers.remove(session, followed.get(), by.id()));
        }
        return Verdict.ACCEPTED;
    }

    private Verdict delete(JsonNode activity, RemoteActor by) {
        String object = Json.id(activity, "object");
        if (object.equals(by.id())) {
            forget(by.id());
            return Verdict.ACCEPTED;
        }
        if (!isOf(object, by)) {
            return Verdict.FORBIDDEN;
        }
        kept.store().update(Identity.SYSTEM, session -> replies.remove(session, object, by.id()));
        return Verdict.ACCEPTED;
    }

    private void forget(String somebody) {
        ConcurrentEdit.again(() -> kept.store().<Boolean>write(Identity.SYSTEM, session -> {
            for (LocalActor actor : LocalActor.values()) {
                followers.remove(session, actor, somebody);
            }
            replies.removeAll(session, somebody);
            return true;
        }));
    }

    /** A note that answers an item of ours; of what it answers besides nothing is asked. */
    private Verdict reply(JsonNode note, RemoteActor by) {
        if (!isOf(ReceivedJson.text(note, "id"), by) || !isAuthor(note, by)) {
            return Verdict.FORBIDDEN;
        }
        Optional<String> item = Json.ids(note, "inReplyTo").stream()
                .flatMap(answered -> addresses.item(answered).stream())
                .findFirst();
        if (item.isPresent() && items.find(item.get()).isPresent()) {
            ConcurrentEdit.again(() -> kept.store().<Boolean>write(Identity.SYSTEM, session -> {
                replies.add(session, item.get(), by, note);
                return true;
            }));
        }
        return Verdict.ACCEPTED;
    }

    /** Whether somebody wrote a note: for themselves, or, as Mobilizon says it, for the group that it is attributed to. */
    private static boolean isAuthor(JsonNode note, RemoteActor by) {
        return Json.ids(note, "attributedTo").contains(by.id())
                || Json.id(note, "actor").equals(by.id());
    }

    /** A follower who passes an item on relays it. */
    private Verdict passOn(JsonNode activity, RemoteActor by) {
        addresses
                .item(Json.id(activity, "object"))
                .filter(item -> followers.isOne(by.id()) && items.find(item).isPresent())
                .ifPresent(item -> relays.count(item, "fediverse " + by.id()));
        return Verdict.ACCEPTED;
    }
}
