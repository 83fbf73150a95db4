package org.bocage.editorial.items;

import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.site.SiteSettings;
import org.springframework.stereotype.Component;

/**
 * The structure whose site this is, as the settings of the site name its fiche: what is begun with an account, or accepted, without
 * a structure to speak to has this one, where {@code propose: otherwise:} of the type says so.
 */
@Component
public class SiteStructure {

    static final String OTHERWISE = "@pole";

    private final SiteSettings settings;

    SiteStructure(SiteSettings settings) {
        this.settings = settings;
    }

    /** Fills in what nobody did; the caller saves. */
    public void complete(ContentType type, Node item) throws RepositoryException {
        for (Map.Entry<String, String> other :
                type.extension().proposed().otherwise().entrySet()) {
            Optional<String> value = value(other.getValue(), item.getSession());
            if (value.isPresent() && !item.hasProperty(other.getKey())) {
                item.setProperty(other.getKey(), value.get());
            }
        }
    }

    /** Whether something stays empty, for the settings name no structure. */
    public boolean isMissing(ContentType type, Node item) throws RepositoryException {
        for (Map.Entry<String, String> other :
                type.extension().proposed().otherwise().entrySet()) {
            if (!item.hasProperty(other.getKey())
                    && value(other.getValue(), item.getSession()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Returns the value that a default stands for; empty when the settings name no structure. */
    public Optional<String> value(String otherwise, Session session) throws RepositoryException {
        if (!otherwise.equals(OTHERWISE)) {
            return Optional.of(otherwise);
        }
        Optional<String> named = settings.structure(session);
        return named.isPresent() && Workspace.byId(session, named.get()).isPresent() ? named : Optional.empty();
    }
}
