package org.bocage.portal.agenda;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.publishing.ComputedFields;
import org.springframework.stereotype.Component;

/** Gives an event that takes place at a place of the network the commune of that place, whatever was chosen. */
@Component
final class EventCommune implements ComputedFields {

    private static final String COMMUNE = "commune";
    private static final String PLACE = "lieu/lieu";

    @Override
    public void derive(Node item) throws RepositoryException {
        if (!item.getPrimaryNodeType().getName().equals(EventDates.EVENT)
                || text(item, PLACE).isEmpty()) {
            return;
        }
        Optional<Node> place = Workspace.byId(item.getSession(), text(item, PLACE));
        if (place.isPresent() && !text(place.get(), COMMUNE).isEmpty()) {
            item.setProperty(COMMUNE, text(place.get(), COMMUNE));
        }
    }

    private static String text(Node node, String path) throws RepositoryException {
        return node.hasProperty(path) ? node.getProperty(path).getString() : "";
    }
}
