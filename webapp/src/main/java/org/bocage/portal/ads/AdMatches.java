package org.bocage.portal.ads;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.workflow.Review;
import org.bocage.portal.territory.Communes;
import org.springframework.stereotype.Component;

/**
 * Needs and gifts that answer each other, as their pages show them: the other kind, the same category, thirty kilometres away at
 * most; what names no commune is for the whole territory.
 */
@Component
class AdMatches {

    private static final Workspace ADS = new Workspace("annonces");
    private static final Workspace WORDS = new Workspace("vocabulaires");
    private static final Map<String, String> ANSWERS =
            Map.of("materiel-besoin", "materiel-don", "materiel-don", "materiel-besoin");
    private static final double MOST_KILOMETRES = 30;
    private static final int MOST = 50;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Stores stores;
    private final ContentIndexes indexes;
    private final Communes communes;
    private final Clock clock;

    AdMatches(Stores stores, ContentIndexes indexes, Communes communes, Clock clock) {
        this.stores = stores;
        this.indexes = indexes;
        this.communes = communes;
        this.clock = clock;
    }

    /** The annonces on line and open, as somebody may read them, that answer one; of another kind none does. */
    List<AdEndPage.Match> of(Node ad, Identity reader) throws RepositoryException {
        String wanted = ANSWERS.getOrDefault(text(ad, "type"), "");
        String category = text(ad, "categorieMateriel");
        if (wanted.isEmpty() || category.isEmpty()) {
            return List.of();
        }
        Instant today =
                LocalDate.ofInstant(clock.instant(), PARIS).atStartOfDay(PARIS).toInstant();
        ContentQuery others = ContentQuery.in(ADS.name())
                .where("type", wanted)
                .where("categorieMateriel", category)
                .and(new ContentQuery.Between("cloture", today, null))
                .orderBy("cloture", false)
                .page(0, MOST);
        String commune = commune(ad);
        return stores.published().read(reader, session -> {
            List<AdEndPage.Match> found = new ArrayList<>();
            for (Hits.Hit hit : indexes.published().find(others, reader).hits()) {
                Optional<Node> other = ADS.node(session, hit.path());
                if (other.isPresent() && isNear(commune, commune(other.get()))) {
                    found.add(new AdEndPage.Match(
                            other.get().getIdentifier(), Review.title(other.get()), who(session, other.get())));
                }
            }
            return found;
        });
    }

    private boolean isNear(String commune, String other) {
        OptionalDouble apart = communes.kilometres(commune, other);
        return apart.isEmpty() || apart.getAsDouble() <= MOST_KILOMETRES;
    }

    /** The INSEE code of the commune of an annonce. */
    private static String commune(Node ad) throws RepositoryException {
        Optional<Node> commune = WORDS.nodeById(ad.getSession(), text(ad, "commune"));
        return commune.isPresent() ? text(commune.get(), "codeInsee") : "";
    }

    /** Returns the poster's name, as the page of the annonce shows it. */
    private static String who(Session session, Node ad) throws RepositoryException {
        Optional<Node> acteur = new Workspace("acteurs").nodeById(session, text(ad, "structure/acteur"));
        return acteur.isPresent() ? Review.title(acteur.get()) : text(ad, "structure/nom");
    }

    private static String text(Node node, String path) throws RepositoryException {
        return node.hasProperty(path) ? node.getProperty(path).getString() : "";
    }
}
