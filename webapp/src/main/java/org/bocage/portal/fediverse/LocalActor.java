package org.bocage.portal.fediverse;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.query.ContentQuery;

/** Actor that one follows: the events, or the news (<a href="https://www.w3.org/TR/activitypub/#actor-objects">ActivityPub, 4.1</a>). */
enum LocalActor {
    AGENDA("evenements", "bocage:evenement", "/agenda"),
    ACTUS("actus", "bocage:actu", "/actualites");

    private final String workspace;
    private final String type;
    private final String page;

    LocalActor(String workspace, String type, String page) {
        this.workspace = workspace;
        this.type = type;
        this.page = page;
    }

    /** Its name in addresses and handles. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<LocalActor> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /** Where the items lie that it tells. */
    Workspace workspace() {
        return new Workspace(workspace);
    }

    /** Whether a node is one of its items, and not a part of one. */
    boolean tells(Node node) throws RepositoryException {
        return node.getPrimaryNodeType().getName().equals(type);
    }

    /** Page of the site that shows the same. */
    String page() {
        return page;
    }

    /** Its items. */
    ContentQuery items() {
        return ContentQuery.in(workspace).ofType(type);
    }
}
