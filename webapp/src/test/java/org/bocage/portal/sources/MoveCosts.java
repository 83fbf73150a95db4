package org.bocage.portal.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import javax.jcr.Node;
import org.bocage.Bocage;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.jobs.Jobs;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.moving.ExportFixtures;
import org.bocage.portal.moving.ExportFixtures.Wxr;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Costs of reading an export of WordPress of 2,000 posts that name 3,000 pictures, and of taking the posts in as drafts, without the
 * pictures and with them, beside the import of 2,000 events, in alternation. Run by {@code bin/bench move-2000}, not by the build.
 */
class MoveCosts {

    private static final int POSTS = 2_000;
    private static final int PICTURES = 3_000;
    private static final int TIMES = Integer.getInteger("bench.times", 3);
    private static final String ADDRESS = "/espace/reglages/reprendre";

    @TempDir
    Path home;

    @Test
    void measure() throws Exception {
        Path data = home.resolve("data");
        Path deposit = Files.createDirectories(data.resolve("a-reprendre"));
        pictures(deposit.resolve("photos.zip"));
        double[] imports = new double[TIMES];
        double[] reads = new double[TIMES];
        double[] moves = new double[TIMES];
        double along;
        try (FeedServer feeds = new FeedServer();
                ConfigurableApplicationContext portal = SpringApplication.run(
                        Bocage.class,
                        "--server.port=0",
                        "--management.server.port=0",
                        "--bocage.demo=true",
                        "--bocage.outgoing.allowed=" + feeds.place(),
                        "--bocage.home=" + data)) {
            Browser admin = Browser.signedIn(
                    portal.getEnvironment().getRequiredProperty("local.server.port", Integer.class), "admin");
            for (int time = 0; time < TIMES; time++) {
                source(portal, feeds, "grand-" + time);
                long began = System.nanoTime();
                portal.getBean(Sources.class).readNow("/grand-" + time);
                imports[time] = seconds(began);

                Files.writeString(deposit.resolve(time + ".xml"), export("https://site" + time + ".example"));
                began = System.nanoTime();
                String move = read(admin, time + ".xml");
                reads[time] = seconds(began);
                takeIn(portal, admin, move);
                moves[time] = seconds(began);
            }
            Files.writeString(deposit.resolve("photos.xml"), export("https://photos.example"));
            long began = System.nanoTime();
            String move = read(admin, "photos.xml");
            assertThat(post(admin, move, Map.of("geste", "medias", "depot", "photos.zip"))
                            .statusCode())
                    .isEqualTo(302);
            takeIn(portal, admin, move);
            along = seconds(began);
            assertThat(Browser.plain(admin.read(move).select("main").text())).contains("contenus sont arrivés");
        }
        Files.writeString(
                Path.of(System.getProperty("bench.out", "target/move-costs.json")),
                String.format(
                        Locale.ROOT,
                        "{\"import\": %.3f, \"read\": %.3f, \"move\": %.3f, \"pictures\": %.3f}%n",
                        median(imports),
                        median(reads),
                        median(moves),
                        along - median(moves)));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static HttpResponse<String> post(Browser admin, String path, Map<String, String> fields) {
        return admin.postWithToken(path, fields);
    }

    private static String read(Browser admin, String name) {
        var answer = post(admin, ADDRESS, Map.of("depot", name));
        assertThat(answer.statusCode()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf(ADDRESS));
    }

    private static void takeIn(ConfigurableApplicationContext portal, Browser admin, String move) {
        Map<String, String> fields = new HashMap<>();
        Element form = Objects.requireNonNull(admin.read(move).selectFirst("form:has([name=arrivee])"));
        for (Element select : form.select("select[name]")) {
            Element chosen = select.selectFirst("option[selected]");
            fields.put(select.attr("name"), chosen == null ? "" : chosen.val());
        }
        fields.put("geste", "reprendre");
        assertThat(post(admin, move, fields).statusCode()).isEqualTo(302);
        while (!admin.read(move).select("[hx-trigger='every 2s']").isEmpty()) {
            portal.getBean(Jobs.class).run("MovingIn.goOn");
        }
    }

    private static String export(String site) {
        Wxr export = new Wxr("1.2", site).author("lea", "Léa", "lea@exemple.invalid");
        for (int i = 0; i < PICTURES; i++) {
            export.attachment(10_000 + i, file(site, i), "Une haie en fleurs, vue " + i, "");
        }
        String text = "Un talus, un chemin creux, une haie que l’on plesse à la fin de l’hiver.\n\n".repeat(12);
        for (int i = 0; i < POSTS; i++) {
            String second = i < PICTURES - POSTS ? "<img src=\"" + file(site, POSTS + i) + "\" alt=\"Le chemin\">" : "";
            export.item(
                    i + 1,
                    "post",
                    "publish",
                    "Nouvelle du bocage numero " + i,
                    text + second,
                    ExportFixtures.category("Vie locale"),
                    ExportFixtures.meta("_thumbnail_id", String.valueOf(10_000 + i)));
        }
        return export.text();
    }

    private static String file(String site, int number) {
        return site + "/wp-content/uploads/2019/05/haie-" + number + ".jpg";
    }

    private static void pictures(Path zip) throws IOException {
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream all = new ZipOutputStream(file)) {
            for (int i = 0; i < PICTURES; i++) {
                BufferedImage picture = new BufferedImage(1024, 768, BufferedImage.TYPE_INT_RGB);
                Graphics2D graphics = picture.createGraphics();
                graphics.setColor(new Color(40 + i % 200, 120, i / 20 % 250));
                graphics.fillRect(0, 0, 1024, 768);
                graphics.setColor(Color.WHITE);
                graphics.drawString("Haie " + i, 40, 60);
                graphics.dispose();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ImageIO.write(picture, "jpg", bytes);
                all.putNextEntry(new ZipEntry("uploads/2019/05/haie-" + i + ".jpg"));
                all.write(bytes.toByteArray());
            }
        }
    }

    private static void source(ConfigurableApplicationContext portal, FeedServer feeds, String name) {
        Feed feed = new Feed();
        LocalDateTime evening = LocalDate.now(SourceFields.PARIS).atTime(18, 30);
        for (int i = 0; i < POSTS; i++) {
            feed.event(name + i, "Rendez-vous " + i % 300, evening.plusDays(10 + i % 400), "LOCATION:Place " + i % 40);
        }
        feeds.serve("/" + name, feed.toString());
        portal.getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            Node node = session.getNode("/sources").addNode(name, Source.TYPE);
            node.setProperty("titre", name);
            node.setProperty("genre", "ical");
            node.setProperty("adresse", feeds.address("/" + name));
            node.setProperty("mode", "publier");
            node.setProperty("cle", "auto");
            node.setProperty("active", false);
        });
    }
}
