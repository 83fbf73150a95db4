package org.bocage.editorial.authoring;

import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.springframework.stereotype.Component;

/** The structure whose site this is: the home page names its fiche. */
@Component
public class SiteStructure {

    /** What {@code propose: otherwise:} of a type says of the field that names it. */
    public static final String OTHERWISE = "@pole";

    private static final String HOME = "/accueil";
    private static final String FIELD = "structure";

    private final Stores stores;

    SiteStructure(Stores stores) {
        this.stores = stores;
    }

    /** What a default stands for: this structure when it says so, else itself; empty when the home page names none. */
    public Optional<String> meantBy(String value) {
        return value.equals(OTHERWISE) ? id() : Optional.of(value);
    }

    private Optional<String> id() {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> home = Workspace.WEBSITE.node(session, HOME);
            if (home.isEmpty() || !home.get().hasProperty(FIELD)) {
                return Optional.empty();
            }
            String named = home.get().getProperty(FIELD).getString();
            return Workspace.byId(session, named).isPresent() ? Optional.of(named) : Optional.empty();
        });
    }
}
