package org.bocage.portal.sources;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.outgoing.Answer;
import org.bocage.cms.outgoing.OutgoingHttp;
import org.bocage.cms.outgoing.ReceivedJson;
import org.bocage.cms.outgoing.RequestFailure;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.form.Slug;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.workflow.Actor;
import org.bocage.portal.sources.reading.PortalDescriptor;
import org.bocage.portal.sources.reading.Territory;
import org.bocage.portal.sources.reading.Unreadable;
import org.bocage.portal.territory.Communes;
import org.bocage.portal.territory.TerritoryCommune;
import org.springframework.stereotype.Component;

/** Makes sources of what another portal gives to read. */
@Component
class PortalFollowing {

    /** Longest address that is taken. */
    static final int LONGEST = 200;

    /** Things that are read of what a portal gives, by the name it has for them. */
    private static final Map<String, Followed> FOLLOWED = followed();

    private static final List<String> COLOURS =
            List.of("tournesol", "coquelicot", "bleuet", "prairie", "glycine", "mare", "eglantine");

    private final OutgoingHttp outgoing;
    private final Sources sources;
    private final Contents contents;
    private final Stores stores;
    private final ContentIndexes indexes;
    private final DefinitionRegistry definitions;
    private final SiteAddress siteAddress;
    private final Communes territory;

    PortalFollowing(
            OutgoingHttp outgoing,
            Sources sources,
            Contents contents,
            Stores stores,
            ContentIndexes indexes,
            DefinitionRegistry definitions,
            SiteAddress siteAddress,
            Communes territory) {
        this.outgoing = outgoing;
        this.sources = sources;
        this.contents = contents;
        this.stores = stores;
        this.indexes = indexes;
        this.definitions = definitions;
        this.siteAddress = siteAddress;
        this.territory = territory;
    }

    /**
     * One of the things that are read.
     *
     * @param type media type that is read
     */
    private record Followed(Source.Kind kind, String type) {}

    private static Map<String, Followed> followed() {
        Map<String, Followed> followed = new LinkedHashMap<>();
        followed.put("agenda", new Followed(Source.Kind.AGENDA, "text/calendar"));
        followed.put("structures", new Followed(Source.Kind.STRUCTURES, "application/json"));
        followed.put("actus", new Followed(Source.Kind.NEWS, "application/feed+json"));
        followed.put("annonces", new Followed(Source.Kind.ADS, "application/feed+json"));
        return Collections.unmodifiableMap(followed);
    }

    /** A portal that answered at an address. */
    private record Found(String base, PortalDescriptor portal) {}

    /** Reason not to follow a portal, as a sentence. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }
    }

    /**
     * Follows the portal at an address: a source for each kind of what it gives that this one reads.
     *
     * @return why it is not followed, in a sentence; empty when it is
     */
    Optional<String> follow(String typed, Actor actor, Instant now) {
        try {
            Found found = find(address(typed));
            connect(found, actor, now);
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private String address(String typed) throws Refused {
        String stripped = typed.strip();
        String whole = stripped.contains("://") ? stripped : "https://" + stripped;
        String bare = whole.replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
        if (stripped.isEmpty() || !SiteAddress.isOne(bare)) {
            throw new Refused(sources.say("sources.portal.address"));
        }
        Optional<RequestFailure> refusal = outgoing.refusal(bare);
        if (refusal.isPresent()) {
            boolean isNone = refusal.get() == RequestFailure.ADDRESS;
            throw new Refused(sources.say(
                    isNone ? "sources.portal.address" : refusal.get().key(), 0));
        }
        return bare;
    }

    /** Asks at the address itself, then at the root of its host: people copy the address of the page they read. */
    private Found find(String address) throws Refused {
        String root = address.replaceFirst("^(https?://[^/]+).*$", "$1");
        Optional<Found> found = ask(address);
        if (found.isEmpty() && !root.equals(address)) {
            found = ask(root);
        }
        if (found.isEmpty()) {
            throw new Refused(sources.say("sources.problem.no-portal"));
        }
        String ours = siteAddress.get();
        if (ours.equalsIgnoreCase(found.get().base())
                || ours.equalsIgnoreCase(found.get().portal().address())) {
            throw new Refused(sources.say("sources.portal.ours"));
        }
        return found.get();
    }

    private Optional<Found> ask(String base) throws Refused {
        Answer answer = outgoing.get(base + PortalDescriptor.PATH, ReceivedJson.MOST_BYTES);
        if (answer instanceof Answer.Nothing nothing && nothing.why() != RequestFailure.STATUS) {
            throw new Refused(sources.say(nothing.why().key(), nothing.status()));
        }
        if (!(answer instanceof Answer.Content content)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Found(base, PortalDescriptor.read(content.bytes().all())));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private void connect(Found found, Actor actor, Instant now) throws Refused {
        ContentType type = definitions.current().contentType("sources").orElseThrow();
        Map<String, String> wanted = new LinkedHashMap<>();
        FOLLOWED.forEach((name, followed) -> found.portal()
                .path(name, followed.type())
                .ifPresent(path -> wanted.put(name, found.base() + "/" + path)));
        if (wanted.isEmpty()) {
            throw new Refused(
                    sources.say("sources.portal.nothing", found.portal().name()));
        }
        Known known = known();
        wanted.values().removeAll(known.addresses());
        if (wanted.isEmpty()) {
            throw new Refused(sources.say("sources.portal.known", found.portal().name()));
        }
        String colour = Optional.ofNullable(known.ofPortals().get(found.base()))
                .or(() -> COLOURS.stream()
                        .filter(one -> !known.colours().contains(one))
                        .findFirst())
                .orElse(COLOURS.get(0));
        String structure = structure(found.base());
        String commune = elsewhere(found.portal());
        wanted.forEach((name, address) -> {
            Source.Kind kind = Objects.requireNonNull(FOLLOWED.get(name)).kind();
            String title =
                    sources.say("sources.portal.title." + name, found.portal().name());
            String slug = Slug.of(title, "portail-suivi", one -> true);
            contents.add(type, slug, "enregistrer", actor, now, node -> {
                node.setProperty("titre", title);
                node.setProperty("genre", kind.key());
                node.setProperty("adresse", address);
                node.setProperty(Source.PORTAL, found.base());
                node.setProperty(Source.PORTAL_NAME, found.portal().name());
                node.setProperty("couleur", colour);
                node.setProperty("origineParDefaut", "partenaire");
                node.setProperty("mode", "proposer");
                node.setProperty("rythme", "6");
                node.setProperty("active", true);
                node.setProperty("cle", "uid");
                node.setProperty("acteur", structure.isEmpty() ? null : structure);
                node.setProperty("communeParDefaut", commune.isEmpty() ? null : commune);
            });
        });
    }

    /**
     * Sources that are there already.
     *
     * @param ofPortals the colour of each portal that is followed, by its address
     */
    private record Known(Set<String> addresses, Set<String> colours, Map<String, String> ofPortals) {}

    private Known known() {
        Hits hits = sources.all();
        return stores.author().read(Identity.SYSTEM, session -> {
            Known known = new Known(new HashSet<>(), new HashSet<>(), new HashMap<>());
            for (Hits.Hit hit : hits.hits()) {
                Optional<Node> node = Source.SOURCES.nodeById(session, hit.id());
                if (node.isPresent()) {
                    Source source = Source.of(node.get());
                    known.addresses().add(source.address());
                    known.colours().add(source.colour());
                    known.ofPortals().put(Source.text(node.get(), Source.PORTAL), source.colour());
                }
            }
            return known;
        });
    }

    /** Returns the structure whose site the portal is, if one is told; empty otherwise. */
    private String structure(String base) {
        String host = URI.create(base).getRawAuthority();
        List<String> sites = new ArrayList<>();
        for (String scheme : List.of("https://", "http://")) {
            sites.addAll(
                    List.of(scheme + host, scheme + host + "/", scheme + "www." + host, scheme + "www." + host + "/"));
        }
        ContentQuery query = ContentQuery.in("acteurs")
                .where("siteWeb", sites.toArray(new String[0]))
                .page(0, 1);
        return indexes.author().find(query, Identity.SYSTEM).hits().stream()
                .map(Hits.Hit::id)
                .findFirst()
                .orElse("");
    }

    /** Returns the word for all that is elsewhere, when no commune of the other territory is one of ours; empty otherwise. */
    private String elsewhere(PortalDescriptor portal) {
        boolean isApart = !portal.communes().isEmpty()
                && territory.all().stream().map(TerritoryCommune::code).noneMatch(portal.communes()::contains);
        return isApart ? stores.author().read(Identity.SYSTEM, PortalFollowing::elsewhere) : "";
    }

    private static String elsewhere(Session session) throws RepositoryException {
        String path = "/vocabulaires/communes/" + Territory.ELSEWHERE;
        return session.nodeExists(path) ? session.getNode(path).getIdentifier() : "";
    }
}
