package org.bocage.portal.territory;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.site.redirects.FormerAddresses;
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
        return former(path).isPresent();
    }

    @Override
    public Optional<String> movedTo(String path) {
        return former(path).filter(instead -> !instead.isEmpty()).map(PAGES::concat);
    }

    /** The name of the commune whose page is instead of a former one, an empty text where none is; empty for no former one. */
    private Optional<String> former(String path) {
        if (!path.startsWith(PAGES)) {
            return Optional.empty();
        }
        String name = path.substring(PAGES.length());
        return stores.published().read(Identity.SYSTEM, session -> {
            Optional<Node> frame = PublishedCommunes.WORKSPACE.node(session, "/" + KeptTerritory.FRAME);
            if (frame.isPresent() && frame.get().hasProperty(KeptTerritory.FORMER)) {
                for (Value value : frame.get().getProperty(KeptTerritory.FORMER).getValues()) {
                    if (value.getString().equals(name)) {
                        return Optional.of("");
                    }
                    if (value.getString().startsWith(name + KeptTerritory.INSTEAD)) {
                        return Optional.of(value.getString().substring(name.length() + 1));
                    }
                }
            }
            return Optional.empty();
        });
    }
}
