package org.bocage.cms.site;

import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.springframework.stereotype.Component;

/**
 * Name that the association gives its site: the property of the home page that the parameter {@code nameProperty} of the site names,
 * as its authors last saved it.
 */
@Component
public class SiteName {

    private static final String NOBODY_S = "Bocage";

    private final Stores stores;
    private final PageLookup pages;
    private final DefinitionRegistry registry;

    SiteName(Stores stores, PageLookup pages, DefinitionRegistry registry) {
        this.registry = registry;
        this.stores = stores;
        this.pages = pages;
    }

    /** The name; that of this software until somebody gives one. */
    public String get() {
        String property = registry.current().site().settings().nameProperty();
        if (property.isEmpty()) {
            return NOBODY_S;
        }
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> home = pages.home(session);
            return home.isPresent() && home.get().hasProperty(property)
                    ? home.get().getProperty(property).getString()
                    : NOBODY_S;
        });
    }
}
