package org.bocage.cms.site;

import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.springframework.stereotype.Component;

/** Name that the association gives its site: the property {@code nomSite} of the home page, as its authors last saved it. */
@Component
public class SiteName {

    private static final String PROPERTY = "nomSite";
    private static final String NOBODY_S = "Bocage";

    private final Stores stores;
    private final PageLookup pages;

    SiteName(Stores stores, PageLookup pages) {
        this.stores = stores;
        this.pages = pages;
    }

    /** The name; that of this software until somebody gives one. */
    public String get() {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> home = pages.home(session);
            return home.isPresent() && home.get().hasProperty(PROPERTY)
                    ? home.get().getProperty(PROPERTY).getString()
                    : NOBODY_S;
        });
    }
}
