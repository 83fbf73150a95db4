package org.bocage.cms.site;

import org.bocage.cms.definition.DefinitionRegistry;
import org.springframework.stereotype.Component;

/** Name that the association gives its site: the setting that the parameter {@code nameProperty} of the site names, as last saved. */
@Component
public class SiteName {

    private static final String NOBODY_S = "Bocage";

    private final SiteSettings settings;
    private final DefinitionRegistry registry;

    SiteName(SiteSettings settings, DefinitionRegistry registry) {
        this.registry = registry;
        this.settings = settings;
    }

    /** The name; that of this software until somebody gives one. */
    public String get() {
        return settings.get(registry.current().site().settings().nameProperty()).orElse(NOBODY_S);
    }
}
