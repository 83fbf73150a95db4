package org.bocage.cms.rendering;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Areas that a page lacks and what templates generate in them: seen by the rendering that finds them missing, and kept
 * in the author store afterwards, so that an editor finds the nodes that the page shows (spec 3.4, 3.6).
 */
public final class MissingNodes {

    private static final Logger log = LoggerFactory.getLogger(MissingNodes.class);

    private final List<ContentNode> missing = new ArrayList<>();

    public void add(ContentNode node) {
        missing.add(node);
    }

    /** Puts them in the store; what somebody else put there meanwhile stays. */
    public void keep(WritableStore store) {
        if (missing.isEmpty()) {
            return;
        }
        try {
            store.update(Identity.SYSTEM, session -> {
                for (ContentNode node : missing) {
                    int slash = node.storePath().lastIndexOf('/');
                    String parent = node.storePath().substring(0, slash);
                    if (session.nodeExists(parent)) {
                        add(session, session.getNode(parent), node.storePath().substring(slash + 1), node);
                    }
                }
            });
        } catch (ConcurrentEdit e) {
            log.debug("Another rendering keeps the same areas: {}", e.getMessage());
        }
    }

    private static void add(Session session, Node parent, String name, ContentNode node) throws RepositoryException {
        if (parent.hasNode(name)) {
            return;
        }
        Node added = parent.addNode(name, node.type());
        for (Map.Entry<String, Object> property : node.properties().entrySet()) {
            set(session, added, property.getKey(), property.getValue());
        }
        for (Map.Entry<String, ContentNode> child : node.generated().entrySet()) {
            add(session, added, child.getKey(), child.getValue());
        }
    }

    private static void set(Session session, Node node, String name, Object value) throws RepositoryException {
        if (value instanceof List<?> many) {
            node.setProperty(name, many.stream().map(String::valueOf).toArray(String[]::new));
        } else if (value instanceof Long || value instanceof Integer) {
            node.setProperty(name, ((Number) value).longValue());
        } else if (value instanceof Number number) {
            node.setProperty(name, number.doubleValue());
        } else if (value instanceof Boolean bool) {
            node.setProperty(name, bool);
        } else if (value instanceof Date date) {
            node.setProperty(name, Dates.utc(date.toInstant()));
        } else {
            node.setProperty(name, session.getValueFactory().createValue(String.valueOf(value)));
        }
    }
}
