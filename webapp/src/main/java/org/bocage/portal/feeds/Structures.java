package org.bocage.portal.feeds;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Workspace;
import org.bocage.portal.territory.Communes;
import org.bocage.portal.territory.france.GeoPoint;
import org.springframework.stereotype.Component;

/** Reads structures of the directory, in the session that a node was read with. */
@Component
class Structures {

    private static final Workspace WORDS = new Workspace("vocabulaires");

    private final Communes centres;

    Structures(Communes centres) {
        this.centres = centres;
    }

    Structure read(Node node, PublicItems.Reader reader) throws RepositoryException {
        Optional<Node> commune = WORDS.nodeById(node.getSession(), ItemText.of(node, "commune"));
        String code = commune.isPresent() ? ItemText.of(commune.get(), "codeInsee") : "";
        Optional<GeoPoint> own = point(node);
        return new Structure(
                reader.item(node),
                ItemText.titleOf(node.getSession(), "vocabulaires", ItemText.of(node, "famille")),
                ItemText.titlesOf(node, "domaines", "vocabulaires"),
                commune.isPresent() ? ItemText.of(commune.get(), "titre") : "",
                commune.isPresent() ? ItemText.of(commune.get(), "codePostal") : "",
                ItemText.of(node, "adresse"),
                ItemText.of(node, "contact/telephone"),
                ItemText.of(node, "contact/courriel"),
                ItemText.of(node, "siteWeb"),
                ItemText.of(node, "adherent").equals("true"),
                ItemText.of(node, "partenaire").equals("true"),
                ItemText.of(node, "horsCarte").isEmpty() ? own.or(() -> centres.centre(code)) : Optional.empty(),
                own.isPresent() && ItemText.of(node, "position/precision").equals("exacte"));
    }

    static Optional<GeoPoint> point(Node node) throws RepositoryException {
        String latitude = ItemText.of(node, "position/lat");
        String longitude = ItemText.of(node, "position/lon");
        try {
            return latitude.isEmpty() || longitude.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new GeoPoint(Double.parseDouble(latitude), Double.parseDouble(longitude)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
