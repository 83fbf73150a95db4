package org.bocage.portal.fediverse;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Item on line as an object of ActivityStreams.
 *
 * @param id of the item
 * @param object without {@code @context}
 * @param changed when it was last written
 * @param over whether nobody need hear of it any more
 */
record FederatedItem(
        String id, LocalActor actor, Map<String, Object> object, Instant published, Instant changed, boolean over) {

    static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";

    /** Words of an event, besides those of ActivityStreams, by which Mobilizon reads more of it. */
    static final List<Object> CONTEXT = List.of(
            "https://www.w3.org/ns/activitystreams",
            "https://w3id.org/security/v1",
            Map.of(
                    "sc", "http://schema.org#",
                    "mz", "https://joinmobilizon.org/ns#",
                    "ical", "http://www.w3.org/2002/12/cal/ical#",
                    "toot", "http://joinmastodon.org/ns#",
                    "Hashtag", "as:Hashtag",
                    "discoverable", "toot:discoverable",
                    "joinMode", Map.of("@id", "mz:joinMode", "@type", "mz:joinModeType"),
                    "timezone", Map.of("@id", "mz:timezone", "@type", "sc:Text"),
                    "externalParticipationUrl", Map.of("@id", "mz:externalParticipationUrl", "@type", "sc:URL"),
                    "PostalAddress", "sc:PostalAddress"));

    /** Digest of all that others read of it but the time of its last change. */
    String digest() {
        Map<String, Object> said = new LinkedHashMap<>(object);
        said.remove("updated");
        return DigestUtils.sha256Hex(Json.write(said));
    }

    /** An activity of its actor on it, with {@code @context}. */
    Map<String, Object> activity(String kind, FediverseAddresses addresses) {
        return activity(
                kind,
                kind.toLowerCase(java.util.Locale.ROOT) + "-" + changed.getEpochSecond(),
                object,
                actor,
                addresses,
                id);
    }

    /** The activity that takes an item away (ActivityPub, 6.4). Gancio takes an event away by its type, others by its identifier. */
    static Map<String, Object> deletion(String id, LocalActor actor, Instant now, FediverseAddresses addresses) {
        Map<String, Object> object = actor == LocalActor.AGENDA
                ? Map.of("id", addresses.object(id), "type", "Event")
                : tombstone(id, addresses);
        return activity("Delete", "delete-" + now.getEpochSecond(), object, actor, addresses, id);
    }

    static Map<String, Object> tombstone(String id, FediverseAddresses addresses) {
        return Map.of("id", addresses.object(id), "type", "Tombstone");
    }

    private static Map<String, Object> activity(
            String kind,
            String fragment,
            Map<String, Object> object,
            LocalActor actor,
            FediverseAddresses addresses,
            String id) {
        Map<String, Object> activity = new LinkedHashMap<>();
        activity.put("@context", CONTEXT);
        activity.put("id", addresses.object(id) + "#" + fragment);
        activity.put("type", kind);
        activity.put("actor", addresses.of(actor));
        activity.put("to", List.of(PUBLIC));
        activity.put("cc", List.of(addresses.of(actor) + "/followers"));
        activity.put("object", object);
        return activity;
    }
}
