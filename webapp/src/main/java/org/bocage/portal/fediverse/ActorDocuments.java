package org.bocage.portal.fediverse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.site.SiteName;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Documents by which others find the actors and read what they are: WebFinger (RFC 7033), NodeInfo 2.1, actors, collections. */
@Component
class ActorDocuments {

    /** Items of a page of an outbox. */
    static final int PAGE = 20;

    private static final String ACTIVITY = "application/activity+json";
    private static final String APPLICATION = "https://www.w3.org/ns/activitystreams#Application";
    private static final String SCHEMA = "http://nodeinfo.diaspora.software/ns/schema/2.1";

    private final FediverseAddresses addresses;
    private final FediverseSwitch fediverse;
    private final FederatedItems items;
    private final Followers followers;
    private final SiteName site;
    private final MessageSource messages;
    private final ObjectProvider<BuildProperties> build;

    ActorDocuments(
            FediverseAddresses addresses,
            FediverseSwitch fediverse,
            FederatedItems items,
            Followers followers,
            SiteName site,
            MessageSource messages,
            ObjectProvider<BuildProperties> build) {
        this.addresses = addresses;
        this.fediverse = fediverse;
        this.items = items;
        this.followers = followers;
        this.site = site;
        this.messages = messages;
        this.build = build;
    }

    Map<String, Object> webfinger(LocalActor actor) {
        String id = addresses.of(actor);
        return Map.of(
                "subject", "acct:" + addresses.handle(actor).substring(1),
                "aliases", List.of(id, addresses.base() + actor.page()),
                "links",
                        List.of(
                                Map.of("rel", "self", "type", ACTIVITY, "href", id),
                                Map.of(
                                        "rel",
                                        "http://webfinger.net/rel/profile-page",
                                        "type",
                                        "text/html",
                                        "href",
                                        addresses.base() + actor.page())));
    }

    Map<String, Object> nodeInfoLinks() {
        return Map.of(
                "links",
                List.of(
                        Map.of("rel", SCHEMA, "href", addresses.base() + "/nodeinfo/2.1"),
                        // second, as Gancio takes the first one; Mobilizon asks who speaks for the site
                        Map.of("rel", APPLICATION, "href", addresses.of(LocalActor.AGENDA))));
    }

    Map<String, Object> nodeInfo() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("version", "2.1");
        info.put(
                "software",
                Map.of(
                        "name",
                        "bocage",
                        "version",
                        Optional.ofNullable(build.getIfAvailable())
                                .map(BuildProperties::getVersion)
                                .orElse("0")));
        info.put("protocols", List.of("activitypub"));
        info.put("services", Map.of("inbound", List.of(), "outbound", List.of("atom1.0", "rss2.0")));
        info.put("openRegistrations", false);
        long posts = items.count(LocalActor.AGENDA) + items.count(LocalActor.ACTUS);
        info.put("usage", Map.of("users", Map.of("total", LocalActor.values().length), "localPosts", posts));
        info.put("metadata", Map.of("nodeName", site.get()));
        return info;
    }

    Map<String, Object> actor(LocalActor actor) {
        String id = addresses.of(actor);
        String page = addresses.base() + actor.page();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", FederatedItem.CONTEXT);
        document.put("id", id);
        document.put("type", "Service");
        document.put("preferredUsername", actor.key());
        document.put("name", say(actor.key() + ".name", site.get()));
        document.put("summary", "<p>" + say(actor.key() + ".summary") + "</p>");
        document.put("url", page);
        document.put("inbox", id + "/inbox");
        document.put("outbox", id + "/outbox");
        document.put("followers", id + "/followers");
        document.put("endpoints", Map.of("sharedInbox", addresses.sharedInbox()));
        document.put("manuallyApprovesFollowers", false);
        document.put("discoverable", true);
        document.put(
                "icon",
                Map.of(
                        "type",
                        "Image",
                        "mediaType",
                        "image/png",
                        "url",
                        addresses.base() + "/espace/dessin/icone-512.png"));
        document.put(
                "publicKey", Map.of("id", addresses.keyOf(actor), "owner", id, "publicKeyPem", fediverse.publicKey()));
        return document;
    }

    Map<String, Object> outbox(LocalActor actor) {
        Map<String, Object> collection = collection(addresses.of(actor) + "/outbox", items.count(actor));
        collection.put("first", addresses.of(actor) + "/outbox?page=1");
        return collection;
    }

    /** A page of what an actor told, the newest first. */
    Map<String, Object> outbox(LocalActor actor, int page) {
        String address = addresses.of(actor) + "/outbox";
        List<Map<String, Object>> activities = items.latest(actor, (page - 1) * PAGE, PAGE).stream()
                .map(item -> item.activity("Create", addresses))
                .toList();
        activities.forEach(activity -> activity.remove("@context"));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", FederatedItem.CONTEXT);
        document.put("id", address + "?page=" + page);
        document.put("type", "OrderedCollectionPage");
        document.put("partOf", address);
        if (activities.size() == PAGE) {
            document.put("next", address + "?page=" + (page + 1));
        }
        document.put("orderedItems", activities);
        return document;
    }

    /** How many follow; who they are is nobody's business. */
    Map<String, Object> followers(LocalActor actor) {
        return collection(addresses.of(actor) + "/followers", followers.count(actor));
    }

    private static Map<String, Object> collection(String id, long total) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", FederatedItem.CONTEXT);
        document.put("id", id);
        document.put("type", "OrderedCollection");
        document.put("totalItems", total);
        return document;
    }

    private String say(String key, Object... words) {
        return messages.getMessage("fediverse.actor." + key, words, Locale.FRENCH);
    }
}
