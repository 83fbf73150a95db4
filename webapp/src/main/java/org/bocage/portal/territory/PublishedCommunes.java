package org.bocage.portal.territory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Workspace;
import org.bocage.portal.territory.france.GeoPoint;

/** The communes of the vocabulary, as a store has them. */
final class PublishedCommunes {

    static final Workspace WORKSPACE = new Workspace("vocabulaires");

    /** The folder of the vocabulary. */
    static final String PATH = "/communes";

    static final String CODE = "codeInsee";
    static final String TITLE = "titre";
    static final String POSTCODE = "codePostal";
    static final String POSTCODES = "codesPostaux";
    static final String EPCI = "epci";
    static final String LATITUDE = "latitude";
    static final String LONGITUDE = "longitude";

    private PublishedCommunes() {}

    /** Reads those with a code of INSEE, in their order. */
    static List<TerritoryCommune> read(Store store) {
        return store.read(Identity.SYSTEM, session -> {
            List<TerritoryCommune> communes = new ArrayList<>();
            Optional<Node> folder = WORKSPACE.node(session, PATH);
            if (folder.isPresent()) {
                for (NodeIterator nodes = folder.get().getNodes(); nodes.hasNext(); ) {
                    Node node = nodes.nextNode();
                    if (!text(node, CODE).isEmpty()) {
                        communes.add(commune(node));
                    }
                }
            }
            return communes;
        });
    }

    private static TerritoryCommune commune(Node node) throws RepositoryException {
        Set<String> postcodes = new LinkedHashSet<>();
        if (node.hasProperty(POSTCODES)) {
            for (Value value : node.getProperty(POSTCODES).getValues()) {
                postcodes.add(value.getString());
            }
        } else if (!text(node, POSTCODE).isEmpty()) {
            postcodes.add(text(node, POSTCODE));
        }
        Optional<GeoPoint> centre = node.hasProperty(LATITUDE) && node.hasProperty(LONGITUDE)
                ? Optional.of(new GeoPoint(
                        node.getProperty(LATITUDE).getDouble(),
                        node.getProperty(LONGITUDE).getDouble()))
                : Optional.empty();
        return new TerritoryCommune(
                text(node, CODE),
                text(node, TITLE),
                Set.copyOf(postcodes),
                Optional.of(text(node, EPCI)).filter(epci -> !epci.isEmpty()),
                centre);
    }

    static String text(Node node, String property) throws RepositoryException {
        return node.hasProperty(property) ? node.getProperty(property).getString() : "";
    }
}
