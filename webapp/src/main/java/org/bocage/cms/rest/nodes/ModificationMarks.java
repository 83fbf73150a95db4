package org.bocage.cms.rest.nodes;

import java.time.Instant;
import java.util.Calendar;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.dates.Dates;

/** Marks of a node that came through the API: by whom and when it was made and changed, which Magnolia sets at each save. */
final class ModificationMarks {

    private ModificationMarks() {}

    static void created(Node node, String by) throws RepositoryException {
        set(node, "mgnl:created", "mgnl:createdBy", by);
        changed(node, by);
    }

    static void changed(Node node, String by) throws RepositoryException {
        set(node, "mgnl:lastModified", "mgnl:lastModifiedBy", by);
    }

    private static void set(Node node, String date, String author, String by) throws RepositoryException {
        Calendar now = Dates.utc(Instant.now());
        if (node.getPrimaryNodeType()
                .canSetProperty(date, node.getSession().getValueFactory().createValue(now))) {
            node.setProperty(date, now);
            node.setProperty(author, by);
        }
    }
}
