package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bocage.cms.repository.maintenance.BackupArchive;
import org.bocage.editorial.security.Browser;
import org.springframework.util.FileSystemUtils;
import org.yaml.snakeyaml.Yaml;

/**
 * Home of a portal of the version before this one, which this one upgrades: the demo with small pictures and files, settings of its own, and what
 * was written since. Indexes and renditions are left out. {@link SavedHomeMaker} saves that of the present version.
 */
final class SavedHome {

    static final String PROPOSED = "Un four à pain qui cherche des bras";
    static final String PUBLISHED = "Le four du village se rallume";
    static final String SENDER = "pole@exemple.invalid";

    private static final Path FOLDER = Path.of("webapp/src/test/resources/upgrade");
    private static final Path ARCHIVE = FOLDER.resolve("1.0.0.zip");
    private static final int WIDTH = 64;
    private static final long MOST = 2_000_000;
    private static final String DATA = "jcr:data";
    private static final String TYPE = "jcr:mimeType";
    private static final byte[] EMPTY_PAGE = """
            %PDF-1.4
            1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
            2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
            3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
            trailer << /Root 1 0 R >>
            """.getBytes(StandardCharsets.US_ASCII);

    private SavedHome() {}

    /** Unpacks it into a folder, which it makes. */
    static Path at(Path folder) throws IOException {
        BackupArchive.unpack(ARCHIVE, "", folder);
        return folder.resolve("data");
    }

    /** Makes it with this version, and saves it. */
    static void save(Path folder) throws IOException {
        Path home = folder.resolve("data");
        try (Portal portal = Portal.start(home, "--bocage.config=" + config(folder.resolve("config")))) {
            sets(Browser.signedIn(portal.port(), "admin"));
            writes(Browser.signedIn(portal.port(), "contributeur"), PROPOSED, "proposer");
            writes(Browser.signedIn(portal.port(), "salariee"), PUBLISHED, "publier");
        }
        for (String derived : List.of("index", "renditions", "sauvegardes")) {
            FileSystemUtils.deleteRecursively(home.resolve(derived));
        }
        Files.createDirectories(FOLDER);
        BackupArchive.packFolder(folder, "data", ARCHIVE, "");
        assertThat(Files.size(ARCHIVE)).isLessThan(MOST);
    }

    private static void sets(Browser admin) {
        assertThat(admin.submit(
                                admin.get("/espace/reglages/mails"),
                                Map.of("serveur", "smtp.exemple.invalid", "expediteur", SENDER))
                        .statusCode())
                .isEqualTo(302);
        assertThat(admin.submit(
                                admin.get("/espace/reglages/adresse"),
                                Map.of("adresse", "https://pole.exemple.invalid"))
                        .statusCode())
                .isEqualTo(302);
    }

    static void writes(Browser author, String title, String action) {
        var answer = author.write(
                "/espace/actus/nouveau",
                Map.of(
                        "titre", title,
                        "origine", "territoire",
                        "chapo", "Une nouvelle qui sort du four, et qui sent déjà bon depuis la rue d’à côté.",
                        "corps", "<p>La voilà.</p>",
                        "themes", "b0ca0002-0000-4000-8000-000000000006",
                        "contactStructure", "b0ca0004-0000-4000-8000-000000000000",
                        "visibilite", "public"),
                action);
        assertThat(answer.statusCode()).as(Browser.problems(answer)).isEqualTo(302);
    }

    /** Copies the config folder, with the pictures and files of the demo made small. */
    private static Path config(Path folder) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("config"), folder);
        try (Stream<Path> files = Files.list(folder.resolve("bootstrap/demo"))) {
            for (Path file : files.filter(
                            one -> String.valueOf(one.getFileName()).startsWith("dam."))
                    .toList()) {
                Map<String, Object> assets = new Yaml().load(Files.readString(file));
                Files.writeString(file, new Yaml().dump(small(assets)));
            }
        }
        return folder;
    }

    private static Map<String, Object> small(Map<?, ?> node) {
        Map<String, Object> small = new LinkedHashMap<>();
        node.forEach((name, value) ->
                small.put(String.valueOf(name), value instanceof Map<?, ?> child ? small(child) : value));
        if ("image/png".equals(small.get(TYPE)) && small.get(DATA) instanceof byte[] picture) {
            small.putAll(small(picture));
        }
        if ("application/pdf".equals(small.get(TYPE))) {
            small.putAll(Map.of(DATA, EMPTY_PAGE, "size", EMPTY_PAGE.length));
        }
        return small;
    }

    private static Map<String, Object> small(byte[] picture) {
        try {
            BufferedImage whole = ImageIO.read(new ByteArrayInputStream(picture));
            int height = Math.max(1, whole.getHeight() * WIDTH / whole.getWidth());
            BufferedImage small = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
            Graphics2D drawn = small.createGraphics();
            drawn.drawImage(whole, 0, 0, WIDTH, height, null);
            drawn.dispose();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(small, "png", bytes);
            return new HashMap<>(
                    Map.of(DATA, bytes.toByteArray(), "width", WIDTH, "height", height, "size", bytes.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
