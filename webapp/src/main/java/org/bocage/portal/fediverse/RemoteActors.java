package org.bocage.portal.fediverse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bocage.cms.outgoing.Answer;
import org.bocage.cms.outgoing.OutgoingHttp;
import org.bocage.cms.outgoing.ReceivedJson;
import org.bocage.cms.outgoing.RequestFailure;
import org.bocage.editorial.security.RateLimit;
import org.bocage.portal.fediverse.signature.PemKey;
import org.bocage.portal.fediverse.signature.Signer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Actors of other servers, by their keys. A key is fetched by the one way out, from its own host, which must be that of its owner;
 * it is known for a day. A few are fetched at once, and a few a minute from one host: whoever sends us keys that nobody has makes
 * us ask nobody in vain for long.
 */
@Component
class RemoteActors {

    private static final int MOST_KNOWN = 5_000;
    private static final int MOST_A_MINUTE = 60;
    private static final int MOST_HOSTS = 10_000;
    private static final int AT_ONCE = 4;
    private static final int LONGEST_NAME = 100;
    private static final Duration WAIT = Duration.ofSeconds(10);
    /** A key that does not fit is asked for again, but not at every try. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final String TYPES =
            "application/activity+json, application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"";
    private static final int GONE = 410;
    private static final int NOT_FOUND = 404;

    private final OutgoingHttp outgoing;
    private final FediverseAddresses addresses;
    private final FediverseSwitch fediverse;
    private final Clock clock;
    private final RateLimit limit;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    /** Hosts of which a key is fetched at this moment: each has one turn, so that a slow one leaves the others theirs. */
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    private final Cache<String, Fetched> known = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(Duration.ofDays(1))
            .build();

    RemoteActors(OutgoingHttp outgoing, FediverseAddresses addresses, FediverseSwitch fediverse, Clock clock) {
        this.outgoing = outgoing;
        this.addresses = addresses;
        this.fediverse = fediverse;
        this.clock = clock;
        this.limit = new RateLimit(MOST_A_MINUTE, Duration.ofMinutes(1), MOST_HOSTS, clock);
    }

    /** Outcome of looking for the owner of a key. */
    sealed interface Owner {

        /** The owner. */
        record Known(RemoteActor actor) implements Owner {}

        /** There is no such key, or not any more. */
        record Gone() implements Owner {}

        /** The key cannot be had, or is not what it should be. */
        record Unknown(String why) implements Owner {}

        /** Too much is asked for at this moment. */
        record Busy() implements Owner {}
    }

    private record Fetched(Owner owner, Instant at) {}

    /** Returns the owner of a key, as last fetched. */
    Owner byKey(String keyId) {
        Fetched last = known.getIfPresent(keyId);
        return last != null && (last.owner() instanceof Owner.Known || isFresh(last))
                ? last.owner()
                : fetchAndKeep(keyId);
    }

    /** Returns the owner of a key that may have changed; asked for anew, unless that was done a moment ago. */
    Owner again(String keyId) {
        Fetched last = known.getIfPresent(keyId);
        return last != null && isFresh(last) ? last.owner() : fetchAndKeep(keyId);
    }

    private boolean isFresh(Fetched last) {
        return last.at().plus(PAUSE).isAfter(clock.instant());
    }

    private Owner fetchAndKeep(String keyId) {
        Optional<String> host = host(keyId);
        if (host.isEmpty()) {
            return new Owner.Unknown("The key has no address");
        }
        if (!limit.allows(host.get()) || !asked.add(host.get())) {
            return new Owner.Busy();
        }
        try {
            return turns.tryAcquire() ? fetchInTurn(keyId, host.get()) : new Owner.Busy();
        } finally {
            asked.remove(host.get());
        }
    }

    private Owner fetchInTurn(String keyId, String host) {
        try {
            Owner owner = fetch(keyId, host);
            known.put(keyId, new Fetched(owner, clock.instant()));
            return owner;
        } finally {
            turns.release();
        }
    }

    private Owner fetch(String keyId, String host) {
        Answer answer = ask(keyId);
        Optional<JsonNode> document = document(answer);
        if (document.isEmpty()) {
            return nothing(answer);
        }
        JsonNode found = document.get();
        JsonNode key = keyOf(found, keyId);
        // a key that stands alone names its owner, and so does one in the document of an actor
        String owner = key.isMissingNode() ? Json.id(found, "owner") : Json.id(key, "owner");
        if (!isOf(owner, host)) {
            return new Owner.Unknown("The key is that of another host");
        }
        if (key.isMissingNode()
                || ReceivedJson.text(found, "inbox").isEmpty()
                || !ReceivedJson.text(found, "id").equals(owner)
                || !page(keyId).equals(owner)) {
            // what an address says of an actor counts when it is the actor's own
            answer = ask(owner);
            document = document(answer);
            if (document.isEmpty()) {
                return nothing(answer);
            }
            found = document.get();
            key = keyOf(found, keyId);
        }
        return actor(found, key, owner, host);
    }

    private Owner actor(JsonNode document, JsonNode key, String owner, String host) {
        if (!ReceivedJson.text(document, "id").equals(owner)
                || !Json.id(key, "owner").equals(owner)) {
            return new Owner.Unknown("The actor does not have this key");
        }
        String inbox = ReceivedJson.text(document, "inbox");
        String shared = ReceivedJson.text(document.path("endpoints"), "sharedInbox");
        Optional<PublicKey> read = PemKey.read(ReceivedJson.text(key, "publicKeyPem"));
        if (!isOf(inbox, host) || read.isEmpty()) {
            return new Owner.Unknown("The actor has no inbox or no key that will do");
        }
        String name = ReceivedJson.text(document, "preferredUsername");
        String handle = "@" + (name.matches("[\\p{L}\\p{N}._-]{1," + LONGEST_NAME + "}") ? name : "?") + "@" + host;
        return new Owner.Known(new RemoteActor(owner, inbox, isOf(shared, host) ? shared : "", handle, read.get()));
    }

    /** Asks for a document; one that another host gave in the end says nothing of this one. */
    private Answer ask(String address) {
        String page = page(address);
        AtomicBoolean isElsewhere = new AtomicBoolean();
        Answer answer = outgoing.get(
                page,
                at -> {
                    isElsewhere.set(!host(at).equals(host(page)));
                    return headers(at);
                },
                ReceivedJson.MOST_BYTES,
                WAIT);
        return isElsewhere.get() ? new Answer.Nothing(RequestFailure.REDIRECTS, 0) : answer;
    }

    /** The part behind # is not asked for. */
    private static String page(String address) {
        return address.replaceFirst("#.*", "");
    }

    /** Some servers answer nobody who does not sign. */
    private Map<String, String> headers(String at) {
        Map<String, String> headers = new LinkedHashMap<>();
        fediverse
                .knownKey()
                .map(key -> new Signer(addresses.keyOf(LocalActor.AGENDA), key))
                .ifPresent(signer -> headers.putAll(signer.get(URI.create(at), clock.instant())));
        headers.put("Accept", TYPES);
        return headers;
    }

    private static Optional<JsonNode> document(Answer answer) {
        return answer instanceof Answer.Content content && content.contentType().contains("json")
                ? ReceivedJson.object(content.bytes().all())
                : Optional.empty();
    }

    private static Owner nothing(Answer answer) {
        if (answer instanceof Answer.Nothing nothing) {
            boolean isGone = nothing.why() == RequestFailure.STATUS
                    && (nothing.status() == GONE || nothing.status() == NOT_FOUND);
            return isGone
                    ? new Owner.Gone()
                    : new Owner.Unknown(
                            "The key cannot be fetched: " + nothing.why().name());
        }
        return new Owner.Unknown("The document of the key cannot be read");
    }

    /** The key of a name in a document. Gancio named its key by the actor alone for years: an actor that has one key means that one. */
    private static JsonNode keyOf(JsonNode document, String keyId) {
        JsonNode keys = document.path("publicKey");
        List<JsonNode> all = keys.isArray() ? keys.valueStream().toList() : List.of(keys);
        boolean isOnly = all.size() == 1 && ReceivedJson.text(document, "id").equals(keyId);
        return all.stream()
                .filter(one -> isOnly || ReceivedJson.text(one, "id").equals(keyId))
                .findFirst()
                .orElse(keys.path("none"));
    }

    /** Whether an address is one of a host, and as safe as ours. */
    private boolean isOf(String address, String host) {
        return host(address).filter(host::equals).isPresent();
    }

    /** Machine and port of an address, when one may go there: with https, unless we have none ourselves. */
    Optional<String> host(String address) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean isSafe = scheme.equals("https")
                    || (scheme.equals("http") && addresses.base().startsWith("http:"));
            return isSafe && uri.getHost() != null && uri.getRawUserInfo() == null
                    ? Optional.of(uri.getRawAuthority().toLowerCase(Locale.ROOT))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
