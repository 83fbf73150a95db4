package org.bocage.portal.membership;

import java.text.Collator;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.jcr.Node;
import org.bocage.cms.rendering.PublicLines;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.springframework.stereotype.Component;

/** The people who belong for themselves and agreed to be named (AD-09); structures are there by their badge. */
@Component
class MemberLines implements PublicLines {

    private static final int MOST = 2_000;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final MembershipOptions options;
    private final Clock clock;

    MemberLines(Stores stores, ContentIndexes indexes, MembershipOptions options, Clock clock) {
        this.stores = stores;
        this.indexes = indexes;
        this.options = options;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "adherents";
    }

    @Override
    public String workspace() {
        return "acteurs";
    }

    @Override
    public List<Map<String, String>> now() {
        ContentQuery agreed = ContentQuery.in(Requests.TYPE)
                .where("type", "personne")
                .where("accordAnnuaire", "true")
                .where("etatAdhesion", Badge.BELONGING.toArray(new String[0]))
                .and(new ContentQuery.Between("fin", clock.instant().minus(options.grace()), null))
                .page(0, MOST);
        return stores.author().read(Identity.SYSTEM, session -> {
            TreeSet<String> names = new TreeSet<>(Collator.getInstance(Locale.FRENCH));
            for (Hits.Hit hit : indexes.author().find(agreed, Identity.SYSTEM).hits()) {
                Optional<Node> one = Workspace.byId(session, hit.id());
                if (one.isPresent()) {
                    String name = (Requests.text(one.get(), "prenom") + " " + Requests.text(one.get(), "nom")).strip();
                    if (!name.isEmpty()) {
                        names.add(name);
                    }
                }
            }
            return names.stream().map(name -> Map.of("nom", name)).toList();
        });
    }
}
