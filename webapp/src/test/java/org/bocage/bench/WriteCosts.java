package org.bocage.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.jcr.Node;
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
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a save and a publication cost beside a bare Oak save and flush of the same content, in alternation. Run by
 * {@code bin/bench save publish}, not by the build.
 */
class WriteCosts {

    private static final Actor EDITOR = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final int WARM_UP = 100;
    private static final int TIMES = 200;
    private static final String TEXT = "<p>" + "On y revient, avec du thé et des gants. ".repeat(40) + "</p>";

    @TempDir
    Path home;

    private interface Write {
        void run(int number) throws RepositoryException, IOException;
    }

    @Test
    void measure() throws Exception {
        FileStore files =
                FileStoreBuilder.fileStoreBuilder(home.resolve("oak").toFile()).build();
        try (ConfigurableApplicationContext portal = SpringApplication.run(
                Bocage.class,
                "--server.port=0",
                "--management.server.port=0",
                "--bocage.demo=true",
                "--bocage.home=" + home.resolve("data"))) {
            Session oak = new Jcr(
                            new Oak(SegmentNodeStoreBuilders.builder(files).build()))
                    .createRepository()
                    .login(new SimpleCredentials("admin", "admin".toCharArray()));
            Stores stores = portal.getBean(Stores.class);
            Review review = portal.getBean(Review.class);
            Map<String, Write> writes = new TreeMap<>(Map.of(
                    "oak", number -> bare(oak, files, number),
                    "save", number -> move(stores, review, "enregistrer", "save-" + number),
                    "publish", number -> move(stores, review, "publier", "publish-" + number)));
            Files.writeString(Path.of(System.getProperty("bench.out", "target/write-costs.json")), costs(writes));
            oak.logout();
        } finally {
            files.close();
        }
    }

    /** Medians, in milliseconds. */
    private static String costs(Map<String, Write> writes) throws RepositoryException, IOException {
        Map<String, long[]> nanos = new TreeMap<>();
        for (int number = 0; number < WARM_UP + TIMES; number++) {
            for (Map.Entry<String, Write> write : writes.entrySet()) {
                long began = System.nanoTime();
                write.getValue().run(number);
                long took = System.nanoTime() - began;
                if (number >= WARM_UP) {
                    nanos.computeIfAbsent(write.getKey(), key -> new long[TIMES])[number - WARM_UP] = took;
                }
            }
        }
        StringBuilder json = new StringBuilder();
        nanos.forEach((name, all) -> {
            Arrays.sort(all);
            json.append(json.isEmpty() ? "{" : ", ")
                    .append(String.format(Locale.ROOT, "\"%s\": %.3f", name, all[TIMES / 2] / 1e6));
        });
        return json.append("}\n").toString();
    }

    private static void bare(Session oak, FileStore files, int number) throws RepositoryException, IOException {
        Node root = oak.getRootNode();
        Node folder = root.hasNode("actus") ? root.getNode("actus") : root.addNode("actus", "oak:Unstructured");
        fill(folder.addNode("haie-" + number, "oak:Unstructured"));
        oak.save();
        files.flush();
    }

    private static void move(Stores stores, Review review, String action, String name) {
        stores.author().read(Identity.SYSTEM, session -> {
            Node item = session.getNode("/actus").addNode(name, "bocage:actu");
            item.setProperty("auteur", EDITOR.name());
            return review.move(session, item, action, EDITOR, Revisions.number(item), "", WriteCosts::fill);
        });
    }

    private static void fill(Node item) throws RepositoryException {
        item.setProperty("titre", "La haie");
        item.setProperty("name", item.getName());
        item.setProperty("origine", "pole");
        item.setProperty("visibilite", "public");
        item.setProperty("chapo", "Plantée un matin de brume par celles et ceux qui passaient par là.");
        item.setProperty("corps", TEXT);
        item.setProperty("themes", new String[] {"b0ca0002-0000-4000-8000-000000000001"});
    }
}
