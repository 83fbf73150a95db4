package org.bocage.portal.membership;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.springframework.stereotype.Component;

/** Memberships in force, by the structure that belongs or by the mail address of who keeps them. */
@Component
public class StructureMemberships {

    private static final Workspace MEMBERSHIPS = new Workspace(Requests.TYPE);

    private final Stores stores;
    private final ContentIndexes indexes;

    StructureMemberships(Stores stores, ContentIndexes indexes) {
        this.stores = stores;
        this.indexes = indexes;
    }

    /** A membership in force, with its number and its last day. */
    public record InForce(String number, Instant until) {}

    /** Returns the membership of a structure. */
    public Optional<InForce> of(String structure) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<String> id = ofStructures(List.of(structure));
            Optional<Node> one = id.isPresent() ? MEMBERSHIPS.nodeById(session, id.get()) : Optional.empty();
            return one.isPresent()
                    ? Optional.of(new InForce(
                            Requests.text(one.get(), "numero"),
                            one.get().getProperty("fin").getDate().toInstant()))
                    : Optional.empty();
        });
    }

    /** Identifier of the membership of some structures that lasts longest. */
    Optional<String> ofStructures(Collection<String> structures) {
        return structures.isEmpty() ? Optional.empty() : longest("structure", structures);
    }

    /** Identifier of the membership that is kept at an address and lasts longest. */
    Optional<String> ofAddress(String email) {
        return email.isEmpty() ? Optional.empty() : longest("courriel", List.of(email));
    }

    private Optional<String> longest(String property, Collection<String> values) {
        ContentQuery query = ContentQuery.in(Requests.TYPE)
                .and(new ContentQuery.AnyOf(property, values))
                .and(new ContentQuery.AnyOf("etatAdhesion", Badge.BELONGING))
                .orderBy("fin", true)
                .page(0, 1);
        return indexes.author().find(query, Identity.SYSTEM).hits().stream()
                .findFirst()
                .map(Hits.Hit::id);
    }
}
