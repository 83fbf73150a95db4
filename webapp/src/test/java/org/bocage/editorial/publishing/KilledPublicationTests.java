package org.bocage.editorial.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Mortal;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.e2e.Walk;
import org.bocage.editorial.publishing.exchange.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal dies in the middle of a large publication. */
class KilledPublicationTests {

    private static final int ITEMS = Walk.of(1_000, 5_000);
    private static final int OF_A_FOLDER = 100;
    private static final int AT_A_TIME = ITEMS / 20;
    private static final int STEPS = 8;
    private static final Exchange.Options ONLINE = new Exchange.Options("noor", true, true, false);

    @TempDir
    Path home;

    @Test
    void of_many_items_those_that_were_decided_are_on_line_after_it_and_the_rest_once_it_is_done_again()
            throws Exception {
        Path archive = archive(home.resolve("actus.zip"));
        Mortal life =
                Mortal.run(Publishing.class, done -> done.size() == STEPS, 0, home.toString(), String.valueOf(ITEMS));

        assertThat(life.acknowledged()).as("in the middle").hasSizeLessThan(ITEMS / AT_A_TIME);

        try (BareStores portal = BareStores.open(home)) {
            Set<String> online = online(portal.stores().author());
            assertThat(online).hasSizeGreaterThanOrEqualTo((STEPS - 1) * AT_A_TIME);
            assertThat(online(portal.stores().published())).isEqualTo(online);
            assertThat(indexed(portal.indexes().published())).isEqualTo(online.size());

            portal.exchange().apply(archive, "actus.zip", ONLINE);

            portal.stores().author().await();
            assertThat(online(portal.stores().published())).hasSize(ITEMS);
            assertThat(online(portal.stores().author())).hasSize(ITEMS);
            assertThat(indexed(portal.indexes().published())).isEqualTo(ITEMS);
            portal.projection().reconcile();
            assertThat(portal.projection().lastReconciliation().mended()).isZero();
        }
    }

    private static Path archive(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int folder = 0; folder < ITEMS / OF_A_FOLDER; folder++) {
                StringBuilder yaml = new StringBuilder("'f%d':%n  jcr:primaryType: mgnl:folder%n".formatted(folder));
                for (int item = 0; item < OF_A_FOLDER; item++) {
                    yaml.append(
                            "  'a%d':%n    jcr:primaryType: bocage:actu%n    etat: publie%n    titre: Une parmi d’autres%n"
                                    .formatted(item));
                }
                zip.putNextEntry(new ZipEntry("actus.f" + folder + ".yaml"));
                zip.write(yaml.toString().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** Paths of the items that name a revision that is on line. */
    private static Set<String> online(Store store) {
        return store.read(Identity.SYSTEM, session -> {
            Set<String> paths = new TreeSet<>();
            for (NodeIterator folders = session.getNode("/actus").getNodes("f*"); folders.hasNext(); ) {
                for (NodeIterator items = folders.nextNode().getNodes("a*"); items.hasNext(); ) {
                    Node item = items.nextNode();
                    if (Revisions.online(item).isPresent()) {
                        paths.add(item.getPath());
                    }
                }
            }
            return paths;
        });
    }

    private static long indexed(ContentIndex index) {
        return index.find(ContentQuery.in("actus").ofType("bocage:actu").page(0, 0), Identity.SYSTEM)
                .total();
    }

    /** The child: imports, and says whenever so many more are on line. */
    static final class Publishing {

        private Publishing() {}

        public static void main(String[] args) {
            Path home = Path.of(args[0]);
            BareStores portal = BareStores.open(home);
            int items = Integer.parseInt(args[1]);
            Mortal.again("vues-", name -> {
                int wanted = Integer.parseInt(name.split("-")[1]) * (items / 20);
                while (online(portal.stores().published()).size() < Math.min(wanted, items)) {
                    LockSupport.parkNanos(1_000_000);
                }
            });
            portal.exchange().apply(home.resolve("actus.zip"), "actus.zip", ONLINE);
        }
    }
}
