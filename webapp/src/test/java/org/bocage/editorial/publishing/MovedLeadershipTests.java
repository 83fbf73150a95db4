package org.bocage.editorial.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.ChosenLeadership;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.segment.PreparedStores;
import org.bocage.editorial.publishing.exchange.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publication where the leadership moves. */
class MovedLeadershipTests {

    private static final Exchange.Options ONLINE = new Exchange.Options("noor", true, true, false);

    @TempDir
    Path home;

    /** Leadership that comes in the moment in which somebody learns that it is elsewhere. */
    private static final class Arriving extends ChosenLeadership {

        @Override
        public boolean isHere() {
            boolean before = super.isHere();
            if (!before && isAwaited()) {
                come();
            }
            return before;
        }
    }

    @Test
    void what_is_decided_goes_on_line_on_a_machine_that_comes_to_lead_while_it_starts() throws IOException {
        Stores stores = new Stores(
                PreparedStores.open("author", home.resolve("author")),
                PreparedStores.open("published", home.resolve("published")),
                new Arriving());
        try (BareStores portal = BareStores.on(stores, home)) {
            Path file = Files.writeString(
                    home.resolve("actus.une.yaml"),
                    "une:\n  jcr:primaryType: bocage:actu\n  etat: publie\n  titre: Une actu\n");
            portal.exchange().apply(file, "actus.une.yaml", ONLINE);

            Awaitility.await().until(() -> isThere(stores.published()));
            assertThat(isThere(stores.author())).isTrue();
        }
    }

    private static boolean isThere(Store store) {
        return store.read(Identity.SYSTEM, session -> session.nodeExists("/actus/une"));
    }
}
