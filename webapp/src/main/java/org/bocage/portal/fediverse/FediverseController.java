package org.bocage.portal.fediverse;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bocage.cms.outgoing.ReceivedJson;
import org.bocage.portal.fediverse.signature.SignedRequest;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Addresses at which other servers read the actors and what they tell, and deliver. While it is off there is nothing at any of them. */
@RestController
class FediverseController {

    private static final String ACTIVITY = "application/activity+json";
    private static final String ACTOR = FediverseAddresses.PREFIX + "{name:agenda|actus}";
    private static final int MOST_PAGES = 50;

    private final FediverseSwitch fediverse;
    private final FediverseAddresses addresses;
    private final ActorDocuments documents;
    private final FederatedItems items;
    private final ToldItems told;
    private final Inbox inbox;
    private final MessageSource messages;

    FediverseController(
            FediverseSwitch fediverse,
            FediverseAddresses addresses,
            ActorDocuments documents,
            FederatedItems items,
            ToldItems told,
            Inbox inbox,
            MessageSource messages) {
        this.fediverse = fediverse;
        this.addresses = addresses;
        this.documents = documents;
        this.items = items;
        this.told = told;
        this.inbox = inbox;
        this.messages = messages;
    }

    @GetMapping("/.well-known/webfinger")
    ResponseEntity<String> webfinger(@RequestParam(defaultValue = "") String resource) {
        if (fediverse.isOn() && resource.isEmpty()) {
            return refused(400, "resource");
        }
        return on(addresses.resource(resource), "application/jrd+json", documents::webfinger);
    }

    @GetMapping("/.well-known/nodeinfo")
    ResponseEntity<String> nodeInfoLinks() {
        return on(Optional.of(""), "application/json", any -> documents.nodeInfoLinks());
    }

    @GetMapping("/nodeinfo/2.1")
    ResponseEntity<String> nodeInfo() {
        return on(
                Optional.of(""),
                "application/json; profile=\"http://nodeinfo.diaspora.software/ns/schema/2.1#\"",
                any -> documents.nodeInfo());
    }

    @GetMapping(ACTOR)
    ResponseEntity<String> actor(@PathVariable String name) {
        return on(LocalActor.of(name), ACTIVITY, documents::actor);
    }

    @GetMapping(ACTOR + "/outbox")
    ResponseEntity<String> outbox(@PathVariable String name, @RequestParam(defaultValue = "") String page) {
        if (page.isEmpty()) {
            return on(LocalActor.of(name), ACTIVITY, documents::outbox);
        }
        boolean isPage = page.matches("[1-9][0-9]?") && Integer.parseInt(page) <= MOST_PAGES;
        return on(
                LocalActor.of(name).filter(one -> isPage),
                ACTIVITY,
                actor -> documents.outbox(actor, Integer.parseInt(page)));
    }

    @GetMapping(ACTOR + "/followers")
    ResponseEntity<String> followers(@PathVariable String name) {
        return on(LocalActor.of(name), ACTIVITY, documents::followers);
    }

    @GetMapping(FediverseAddresses.OBJECTS + "{id:[0-9a-f-]{36}}")
    ResponseEntity<String> object(@PathVariable String id) {
        Optional<FederatedItem> item = fediverse.isOn() ? items.find(id) : Optional.empty();
        if (fediverse.isOn() && item.isEmpty() && told.find(id).isPresent()) {
            Map<String, Object> gone = new HashMap<>(FederatedItem.tombstone(id, addresses));
            gone.put("@context", "https://www.w3.org/ns/activitystreams");
            return ResponseEntity.status(410).header("Content-Type", ACTIVITY).body(Json.write(gone));
        }
        return on(item, ACTIVITY, one -> {
            Map<String, Object> object = new java.util.LinkedHashMap<>();
            object.put("@context", FederatedItem.CONTEXT);
            object.putAll(one.object());
            return object;
        });
    }

    @PostMapping({FediverseAddresses.SHARED_INBOX, ACTOR + "/inbox"})
    ResponseEntity<String> receive(HttpServletRequest request) throws IOException {
        if (!fediverse.isOn()) {
            return refused(404, "nothing");
        }
        if (!inbox.mayPost(request.getRemoteAddr())) {
            return refused(429, "too-many");
        }
        if (!String.valueOf(request.getContentType()).contains("json")
                || request.getHeader("Content-Encoding") != null) {
            return refused(415, "kind");
        }
        byte[] body;
        try (InputStream in = request.getInputStream()) {
            body = in.readNBytes(ReceivedJson.MOST_BYTES + 1);
        }
        if (body.length > ReceivedJson.MOST_BYTES) {
            return refused(413, "too-large");
        }
        Optional<URI> address = address(request);
        Inbox.Verdict verdict = address.isPresent()
                ? inbox.receive(signed(request, address.get(), body), body)
                : Inbox.Verdict.UNREADABLE;
        return verdict == Inbox.Verdict.ACCEPTED
                ? ResponseEntity.status(verdict.status()).build()
                : refused(
                        verdict.status(),
                        verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The address of a request as whoever sent it knows it: with the public address of the site, whatever stands between. */
    private Optional<URI> address(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        try {
            return Optional.of(new URI(addresses.base() + path + query));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static SignedRequest signed(HttpServletRequest request, URI address, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name, String.join(", ", Collections.list(request.getHeaders(name)))));
        return new SignedRequest(request.getMethod(), address, headers, new SignedRequest.Body(body));
    }

    private <T> ResponseEntity<String> on(Optional<T> found, String type, Function<T, Map<String, Object>> document) {
        return fediverse.isOn() && found.isPresent()
                ? ResponseEntity.ok()
                        .header("Content-Type", type)
                        .header("Cache-Control", "no-cache")
                        .header("Access-Control-Allow-Origin", "*")
                        .body(Json.write(document.apply(found.get())))
                : refused(404, "nothing");
    }

    private ResponseEntity<String> refused(int status, String code) {
        String words = messages.getMessage("fediverse.refused." + code, null, Locale.FRENCH);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).header("Content-Type", "application/json");
        if (status == 429 || status == 503) {
            answer.header("Retry-After", "60");
        }
        return answer.body(Json.write(Map.of("error", Map.of("code", code, "message", words))));
    }
}
