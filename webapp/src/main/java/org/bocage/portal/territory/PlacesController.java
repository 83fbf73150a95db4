package org.bocage.portal.territory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.ObjectMapper;

/** The drawing of the territory with the points of its communes, on which a form lets somebody put a place. */
@ScreenController
class PlacesController {

    static final String ADDRESS = "/espace/endroits";

    private static final CacheControl FOR_A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate();
    /** Of a plot: fill, middle, point it is drawn around, outline. */
    private static final int PLOT_PARTS = 6;

    private static final List<String> FRAME = List.of("largeur", "hauteur", "gauche", "haut", "est", "nord");

    private final Store published;
    private final ObjectMapper json = new ObjectMapper();

    PlacesController(Stores stores) {
        this.published = stores.published();
    }

    @GetMapping(ADDRESS)
    @OpenTo(People.SIGNED_IN)
    ResponseEntity<String> places() {
        return ResponseEntity.ok()
                .cacheControl(FOR_A_WHILE)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsString(drawing()));
    }

    private Map<String, Object> drawing() {
        return published.read(Identity.SYSTEM, session -> {
            Map<String, Object> drawing = new LinkedHashMap<>();
            Optional<Node> frame = PublishedCommunes.WORKSPACE.node(session, "/" + KeptTerritory.FRAME);
            if (frame.isPresent()) {
                for (String name : FRAME) {
                    if (frame.get().hasProperty(name)) {
                        drawing.put(name, frame.get().getProperty(name).getDouble());
                    }
                }
            }
            List<Map<String, Object>> communes = new ArrayList<>();
            Optional<Node> folder = PublishedCommunes.WORKSPACE.node(session, PublishedCommunes.PATH);
            if (folder.isPresent()) {
                for (NodeIterator nodes = folder.get().getNodes(); nodes.hasNext(); ) {
                    commune(nodes.nextNode()).ifPresent(communes::add);
                }
            }
            drawing.put("communes", communes);
            return drawing;
        });
    }

    /** Returns a commune that has both a point and a plot. */
    private static Optional<Map<String, Object>> commune(Node node) throws RepositoryException {
        String[] plot = node.hasProperty(KeptTerritory.PLOT)
                ? node.getProperty(KeptTerritory.PLOT).getString().split("\\|")
                : new String[0];
        if (plot.length != PLOT_PARTS
                || !node.hasProperty(PublishedCommunes.LATITUDE)
                || !node.hasProperty(PublishedCommunes.LONGITUDE)) {
            return Optional.empty();
        }
        Map<String, Object> commune = new LinkedHashMap<>();
        commune.put("id", node.getIdentifier());
        commune.put("nom", node.getProperty(PublishedCommunes.TITLE).getString());
        commune.put("lat", node.getProperty(PublishedCommunes.LATITUDE).getDouble());
        commune.put("lon", node.getProperty(PublishedCommunes.LONGITUDE).getDouble());
        commune.put("teinte", plot[0]);
        commune.put("x", plot[3]);
        commune.put("y", plot[4]);
        commune.put("d", plot[5]);
        return Optional.of(commune);
    }
}
