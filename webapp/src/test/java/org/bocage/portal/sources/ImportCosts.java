package org.bocage.portal.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.SimpleCredentials;
import org.apache.jackrabbit.oak.Oak;
import org.apache.jackrabbit.oak.jcr.Jcr;
import org.apache.jackrabbit.oak.segment.SegmentNodeStoreBuilders;
import org.apache.jackrabbit.oak.segment.file.FileStore;
import org.apache.jackrabbit.oak.segment.file.FileStoreBuilder;
import org.bocage.Bocage;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the first import of a calendar of 2,000 events costs, all of it going on line, beside a bare Oak that is given the same
 * nodes fifty a save, in alternation. Run by {@code bin/bench import-2000}, not by the build.
 */
class ImportCosts {

    private static final int EVENTS = 2_000;
    private static final int AT_ONCE = 50;
    private static final int TIMES = Integer.getInteger("bench.times", 3);
    private static final int QUIET_MILLIS = 15_000;
    private static final List<String> PAGES = List.of("/", "/agenda", "/actualites");
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    @TempDir
    Path home;

    @Test
    void measure() throws Exception {
        FileStore files =
                FileStoreBuilder.fileStoreBuilder(home.resolve("oak").toFile()).build();
        try (FeedServer feeds = new FeedServer();
                ConfigurableApplicationContext portal = SpringApplication.run(
                        Bocage.class,
                        "--server.port=0",
                        "--management.server.port=0",
                        "--bocage.demo=true",
                        "--bocage.outgoing.allowed=" + feeds.place(),
                        "--bocage.home=" + home.resolve("data"))) {
            Session oak = new Jcr(
                            new Oak(SegmentNodeStoreBuilders.builder(files).build()))
                    .createRepository()
                    .login(new SimpleCredentials("admin", "admin".toCharArray()));
            Visitor visitor = new Visitor(portal);
            visitor.during(() -> Thread.sleep(QUIET_MILLIS)); // warm by then
            double quiet = visitor.during(() -> Thread.sleep(QUIET_MILLIS));
            double[] visits = new double[TIMES];
            long[] imports = new long[TIMES];
            long[] work = new long[TIMES];
            long[] bare = new long[TIMES];
            for (int time = 0; time < TIMES; time++) {
                String id = source(portal, feeds, "grand-" + time);
                long worked = PROCESS.getProcessCpuTime();
                long began = System.nanoTime();
                String name = "/grand-" + time;
                visits[time] =
                        visitor.during(() -> portal.getBean(Sources.class).readNow(name));
                imports[time] = System.nanoTime() - began;
                work[time] = PROCESS.getProcessCpuTime() - worked;
                bare[time] = bare(portal, oak, files, id, time);
            }
            Arrays.sort(visits);
            Files.writeString(
                    Path.of(System.getProperty("bench.out", "target/import-costs.json")),
                    String.format(
                            Locale.ROOT,
                            "{\"import\": %.3f, \"cpu\": %.3f, \"oak\": %.3f, \"visit\": %.1f, \"quiet\": %.1f}%n",
                            median(imports),
                            median(work),
                            median(bare),
                            visits[TIMES / 2],
                            quiet));
            oak.logout();
        } finally {
            files.close();
        }
    }

    /** Somebody who reads the home page, the agenda and the news in turn, five pages a second. */
    private static final class Visitor {

        private final Browser browser;
        private volatile boolean reads;

        Visitor(ConfigurableApplicationContext portal) {
            browser = new Browser(portal.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        }

        /** What happens meanwhile. */
        @FunctionalInterface
        interface Meanwhile {
            void happens() throws Exception;
        }

        /** The milliseconds that 95 in 100 pages took at most. */
        double during(Meanwhile meanwhile) throws Exception {
            reads = true;
            List<Long> taken = new ArrayList<>();
            Thread reader = new Thread(() -> {
                for (int page = 0; reads; page++) {
                    long began = System.nanoTime();
                    assertThat(browser.get(PAGES.get(page % PAGES.size())).statusCode())
                            .isEqualTo(200);
                    taken.add(System.nanoTime() - began);
                    LockSupport.parkNanos(200_000_000);
                }
            });
            reader.start();
            meanwhile.happens();
            reads = false;
            reader.join();
            taken.sort(null);
            return taken.get(taken.size() * 95 / 100) / 1e6;
        }
    }

    /** In seconds. */
    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e9;
    }

    private static String source(ConfigurableApplicationContext portal, FeedServer feeds, String name) {
        Feed feed = new Feed();
        LocalDateTime evening = LocalDate.now(SourceFields.PARIS).atTime(18, 30);
        for (int i = 0; i < EVENTS; i++) {
            feed.event(name + i, "Rendez-vous " + i % 300, evening.plusDays(10 + i % 400), "LOCATION:Place " + i % 40);
        }
        feeds.serve("/" + name, feed.toString());
        return portal.getBean(Stores.class).author().write(Identity.SYSTEM, session -> {
            Node node = session.getNode("/sources").addNode(name, Source.TYPE);
            node.setProperty("titre", name);
            node.setProperty("genre", "ical");
            node.setProperty("adresse", feeds.address("/" + name));
            node.setProperty("mode", "publier");
            node.setProperty("cle", "auto");
            node.setProperty("active", false);
            return node.getIdentifier();
        });
    }

    private static long bare(
            ConfigurableApplicationContext portal, Session oak, FileStore files, String source, int time)
            throws RepositoryException, IOException {
        List<Hits.Hit> hits = portal.getBean(ContentIndexes.class)
                .author()
                .find(ContentQuery.in("evenements").where("source", source).page(0, EVENTS), Identity.SYSTEM)
                .hits();
        assertThat(hits).as("events imported").hasSize(EVENTS);
        Session author = portal.getBean(Stores.class).author().login(Identity.SYSTEM);
        try {
            Node folder = oak.getRootNode().addNode("evenements-" + time, "oak:Unstructured");
            long began = System.nanoTime();
            int number = 0;
            for (Hits.Hit hit : hits) {
                copy(author.getNode("/evenements" + hit.path()), folder.addNode("e" + number, "oak:Unstructured"));
                if (++number % AT_ONCE == 0) {
                    oak.save();
                    files.flush();
                }
            }
            return System.nanoTime() - began;
        } finally {
            author.logout();
        }
    }

    private static void copy(Node from, Node to) throws RepositoryException {
        for (PropertyIterator all = from.getProperties(); all.hasNext(); ) {
            Property property = all.nextProperty();
            if (NodeTypes.isProtected(property.getName())) {
                continue;
            }
            if (property.isMultiple()) {
                to.setProperty(property.getName().replace(':', '-'), property.getValues());
            } else {
                to.setProperty(property.getName().replace(':', '-'), property.getValue());
            }
        }
        for (NodeIterator all = from.getNodes(); all.hasNext(); ) {
            Node child = all.nextNode();
            copy(child, to.addNode(child.getName().replace(':', '-'), "oak:Unstructured"));
        }
    }
}
