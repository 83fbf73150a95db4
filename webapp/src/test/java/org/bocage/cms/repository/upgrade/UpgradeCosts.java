package org.bocage.cms.repository.upgrade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.segment.SegmentStores;
import org.junit.jupiter.api.Test;

/**
 * How long an upgrade takes that changes one actu of a home in so many: the backup of before, and the migration. The home is of the
 * version of before again afterwards, and all that is derived from it is behind by these changes. Run by {@code bin/bench
 * upgrade-20000}, not by the build.
 */
class UpgradeCosts {

    private static final int AT_ONCE = 500;
    private static final int ONE_IN = Integer.getInteger("bench.one-in", 1);

    private static final class Mark implements Migration {

        private int met;

        @Override
        public int to() {
            return 2;
        }

        @Override
        public String name() {
            return "mark";
        }

        @Override
        public void run(Stores stores) {
            List<String> actus = stores.author().read(Identity.SYSTEM, session -> {
                List<String> found = new ArrayList<>();
                collect(new Workspace("actus").root(session), found);
                return found;
            });
            for (int at = 0; at < actus.size(); at += AT_ONCE) {
                List<String> some = actus.subList(at, Math.min(actus.size(), at + AT_ONCE));
                stores.author().update(Identity.SYSTEM, session -> {
                    for (String id : some) {
                        session.getNodeByIdentifier(id).setProperty("reprise", true);
                    }
                });
            }
        }

        private void collect(Node folder, List<String> found) throws RepositoryException {
            for (NodeIterator nodes = folder.getNodes(); nodes.hasNext(); ) {
                Node node = nodes.nextNode();
                if (node.isNodeType("bocage:actu") && ++met % ONE_IN == 0) {
                    found.add(node.getIdentifier());
                } else if (node.isNodeType("mgnl:folder")) {
                    collect(node, found);
                }
            }
        }
    }

    @Test
    void measure() throws IOException {
        Path home = Path.of(System.getProperty("bench.home"));
        long began = System.nanoTime();
        try (Stores stores = open(home, List.of(new Mark()))) {
            double seconds = (System.nanoTime() - began) / 1e9;
            ContentVersion.write(stores.author(), ContentVersion.FIRST);
            Files.writeString(
                    Path.of(System.getProperty("bench.out")),
                    String.format(Locale.ROOT, "{\"upgrade\": %.3f}", seconds));
        }
    }

    private static Stores open(Path home, List<Migration> migrations) throws IOException {
        return new Upgrade(home, "", migrations, Clock.systemUTC())
                .open(new SegmentPlace(
                        home,
                        () -> new Stores(
                                SegmentStores.open("author", home.resolve("repository/author")),
                                SegmentStores.open("published", home.resolve("repository/published")))));
    }
}
