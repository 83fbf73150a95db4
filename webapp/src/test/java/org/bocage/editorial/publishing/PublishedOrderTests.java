package org.bocage.editorial.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.jcr.NodeIterator;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.editorial.publishing.exchange.Exchange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Siblings are on line in the order that they have in the author store. */
@Tag("fast")
class PublishedOrderTests {

    private static final Exchange.Options ONLINE = new Exchange.Options("noor", true, true, false);

    @TempDir
    Path home;

    @Test
    void contents_published_together_come_in_their_order_and_those_that_follow_after_them() throws IOException {
        try (BareStores portal = BareStores.open(home.resolve("stores"))) {
            bring(portal, "a", 120);
            assertThat(names(portal.stores().published()))
                    .hasSize(120)
                    .isEqualTo(names(portal.stores().author()));

            bring(portal, "b", 60);
            assertThat(names(portal.stores().published()))
                    .hasSize(180)
                    .isEqualTo(names(portal.stores().author()));
        }
    }

    @Test
    void an_order_that_changed_in_the_middle_is_followed_when_something_is_added() throws IOException {
        try (BareStores portal = BareStores.open(home.resolve("stores"))) {
            bring(portal, "a", 20);
            portal.stores().author().update(Identity.SYSTEM, session -> {
                session.getNode("/actus/f").orderBefore("a15", "a4");
                session.getNode("/actus/f").orderBefore("a2", "a18");
            });

            bring(portal, "b", 3);
            assertThat(names(portal.stores().published()))
                    .hasSize(23)
                    .containsSubsequence("a3", "a15", "a4", "a17", "a2", "a18", "b0", "b1", "b2")
                    .isEqualTo(names(portal.stores().author()));
        }
    }

    private void bring(BareStores portal, String prefix, int many) throws IOException {
        StringBuilder yaml = new StringBuilder("'f':%n  jcr:primaryType: mgnl:folder%n".formatted());
        for (int item = 0; item < many; item++) {
            yaml.append("  '%s%d':%n    jcr:primaryType: bocage:actu%n    etat: publie%n    titre: Une parmi d’autres%n"
                    .formatted(prefix, item));
        }
        Path file = Files.writeString(home.resolve("actus.f.yaml"), yaml);
        portal.exchange().apply(file, "actus.f.yaml", ONLINE);
        portal.stores().author().await();
    }

    private static List<String> names(Store store) {
        return store.read(Identity.SYSTEM, session -> {
            List<String> names = new ArrayList<>();
            for (NodeIterator items = session.getNode("/actus/f").getNodes(); items.hasNext(); ) {
                names.add(items.nextNode().getName());
            }
            return names;
        });
    }
}
