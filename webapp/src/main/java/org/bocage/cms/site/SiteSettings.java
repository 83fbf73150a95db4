package org.bocage.cms.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.site.SiteDefinition;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.springframework.stereotype.Component;

/**
 * Settings of the site, said of the association on every page: properties of the node that the parameter {@code settings} names. For
 * a property that this node does not have, the home page counts, then the pages that the parameter names.
 */
@Component
public class SiteSettings {

    private static final String TYPE = "mgnl:contentNode";

    private final Stores stores;
    private final PageLookup pages;
    private final DefinitionRegistry registry;

    SiteSettings(Stores stores, PageLookup pages, DefinitionRegistry registry) {
        this.stores = stores;
        this.pages = pages;
        this.registry = registry;
    }

    /** A setting as it was last saved in the author store; empty when nobody gave it, or it was emptied. */
    public Optional<String> get(String property) {
        return stores.author().read(Identity.SYSTEM, session -> get(session, property));
    }

    /** A setting as a session sees it. */
    public Optional<String> get(Session session, String property) throws RepositoryException {
        for (Node source : property.isEmpty() ? List.<Node>of() : sources(session)) {
            if (source.hasProperty(property)) {
                return Optional.of(source.getProperty(property).getString()).filter(text -> !text.isBlank());
            }
        }
        return Optional.empty();
    }

    /** Identifier of the content that stands for the association itself; empty when none was chosen. */
    public Optional<String> structure(Session session) throws RepositoryException {
        return get(session, registry.current().site().settings().structureProperty());
    }

    /** The nodes that may have a setting: of several that do, the first one counts. */
    public List<Node> sources(Session session) throws RepositoryException {
        List<Node> sources = new ArrayList<>();
        node(session).ifPresent(sources::add);
        pages.home(session).ifPresent(sources::add);
        for (String path : definition().formerly()) {
            Workspace.WEBSITE.node(session, path).ifPresent(sources::add);
        }
        return sources;
    }

    /** The node of the settings, once somebody kept some. */
    public Optional<Node> node(Session session) throws RepositoryException {
        Optional<Node> home = pages.home(session);
        String name = definition().name();
        return home.isPresent() && !name.isEmpty() && home.get().hasNode(name)
                ? Optional.of(home.get().getNode(name))
                : Optional.empty();
    }

    /** The node of the settings, made where it is not there yet; empty for a site without such a node. The caller saves. */
    public Optional<Node> nodeToWrite(Session session) throws RepositoryException {
        Optional<Node> home = pages.home(session);
        String name = definition().name();
        if (home.isEmpty() || name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                home.get().hasNode(name) ? home.get().getNode(name) : home.get().addNode(name, TYPE));
    }

    private SiteDefinition.SettingsNode definition() {
        return registry.current().site().settings().kept();
    }
}
