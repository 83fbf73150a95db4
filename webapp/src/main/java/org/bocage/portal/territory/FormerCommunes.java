package org.bocage.portal.territory;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.site.FormerAddresses;
import org.springframework.stereotype.Component;

/** The addresses of the pages of communes that are no longer of the territory. */
@Component
final class FormerCommunes implements FormerAddresses {

    private static final String PAGES = "/commune/";

    private final Stores stores;

    FormerCommunes(Stores stores) {
        this.stores = stores;
    }

    @Override
    public boolean isFormer(String path) {
        if (!path.startsWith(PAGES)) {
            return false;
        }
        String name = path.substring(PAGES.length());
        return stores.published().<Boolean>read(Identity.SYSTEM, session -> {
            Optional<Node> frame = PublishedCommunes.WORKSPACE.node(session, "/" + KeptTerritory.FRAME);
            if (frame.isPresent() && frame.get().hasProperty(KeptTerritory.FORMER)) {
                for (Value value : frame.get().getProperty(KeptTerritory.FORMER).getValues()) {
                    if (value.getString().equals(name)) {
                        return true;
                    }
                }
            }
            return false;
        });
    }

    @Override
    public Optional<String> movedTo(String path) {
        return Optional.empty();
    }
}
