package org.bocage.editorial.items;

import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Workspace;

/**
 * The structure whose site this is, as the home page names its fiche: what is begun with an account, or accepted, without a
 * structure to speak to has this one, where {@code propose: otherwise:} of the type says so.
 */
public final class SiteStructure {

    private static final String OTHERWISE = "@pole";
    private static final String HOME = "/accueil";
    private static final String FIELD = "structure";

    private SiteStructure() {}

    /** Fills in what nobody did; the caller saves. */
    public static void complete(ContentType type, Node item) throws RepositoryException {
        for (Map.Entry<String, String> other :
                type.extension().proposed().otherwise().entrySet()) {
            Optional<String> value = value(other.getValue(), item.getSession());
            if (value.isPresent() && !item.hasProperty(other.getKey())) {
                item.setProperty(other.getKey(), value.get());
            }
        }
    }

    /** Whether something stays empty, for the home page names no structure. */
    public static boolean isMissing(ContentType type, Node item) throws RepositoryException {
        for (Map.Entry<String, String> other :
                type.extension().proposed().otherwise().entrySet()) {
            if (!item.hasProperty(other.getKey())
                    && value(other.getValue(), item.getSession()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the value that a default stands for; empty when the home page names no structure. */
    static Optional<String> value(String otherwise, Session session) throws RepositoryException {
        if (!otherwise.equals(OTHERWISE)) {
            return Optional.of(otherwise);
        }
        Optional<Node> home = Workspace.WEBSITE.node(session, HOME);
        if (home.isEmpty() || !home.get().hasProperty(FIELD)) {
            return Optional.empty();
        }
        String named = home.get().getProperty(FIELD).getString();
        return Workspace.byId(session, named).isPresent() ? Optional.of(named) : Optional.empty();
    }
}
