package org.bocage.editorial.administration.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** « Réglages › Le logo »: it keeps its shape, and the icon and the shared picture are made from it. */
class LogoScreenTests {

    private static final String ADDRESS = "/espace/reglages/logo";
    private static final String SVG = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><script>alert(1)</script>\
            <rect width="300" height="100" fill="#1d3557" onload="alert(2)"/></svg>""";

    @TempDir
    static Path home;

    private static Portal portal;

    private Browser salariee;

    @BeforeAll
    static void start() {
        portal = Portal.start(home.resolve("data"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void signIn() {
        salariee = Browser.signedIn(portal.port(), "salariee");
    }

    @AfterEach
    void takeAway() {
        salariee.post(ADDRESS, Map.of("_csrf", token(), "geste", "retirer"));
    }

    private String token() {
        return Objects.requireNonNull(salariee.read(ADDRESS).selectFirst("main input[name=_csrf]"))
                .attr("value");
    }

    private HttpResponse<String> send(String name, byte[] bytes) {
        return salariee.submitFile(salariee.get(ADDRESS), Map.of(), name, bytes);
    }

    private static byte[] png(int width, int height, Color colour) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(colour);
        graphics.fillOval(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private static Document home() {
        return new Browser(portal.port()).read("/");
    }

    private static BufferedImage picture(String address) throws IOException {
        String path = address.replaceFirst("^https?://[^/]+", "");
        try (InputStream bytes =
                URI.create("http://localhost:" + portal.port() + path).toURL().openStream()) {
            return ImageIO.read(bytes);
        }
    }

    private static String shared(Document page) {
        return page.select("meta[property='og:image']").attr("content");
    }

    @Test
    void a_wide_logo_keeps_its_shape_on_every_page_and_the_icon_and_the_shared_picture_are_made_from_it()
            throws IOException {
        assertThat(home().select("header svg.logo-mark")).hasSize(1);

        assertThat(send("Logo.PNG", png(800, 200, new Color(0x9c1f2b))).statusCode())
                .isEqualTo(302);

        Document page = new Browser(portal.port()).read("/agenda");
        Element logo = Objects.requireNonNull(page.selectFirst("header img.logo-mark"));
        assertThat(logo.attr("width")).isEqualTo("192");
        assertThat(logo.attr("height")).isEqualTo("48");
        BufferedImage shown = picture(logo.attr("src"));
        assertThat((double) shown.getWidth() / shown.getHeight()).isBetween(3.95, 4.05);
        assertThat(page.select("link[rel=icon][type='image/svg+xml']")).isEmpty();
        assertThat(picture(page.select("link[rel=icon]").attr("href")).getWidth())
                .isEqualTo(32);
        assertThat(picture(page.select("link[rel=apple-touch-icon]").attr("href"))
                        .getWidth())
                .isEqualTo(192);
        BufferedImage toShare = picture(shared(page));
        assertThat(toShare.getWidth()).isEqualTo(1_200);
        assertThat(toShare.getHeight()).isEqualTo(630);
        assertThat(new Color(toShare.getRGB(600, 255)).getRed()).isBetween(140, 172);
        String manifest =
                new Browser(portal.port()).get("/manifest.webmanifest").body();
        assertThat(manifest).contains("/dam/", "\"Pôle ESS des Deux Vallons\"");
        assertThat(page.select("script[type='application/ld+json']").html()).contains("icone-192");
    }

    @Test
    void a_drawing_becomes_a_picture_and_nothing_else_of_it_is_kept() throws IOException {
        assertThat(send("logo.svg", SVG.getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(302);

        Element logo = Objects.requireNonNull(home().selectFirst("header img.logo-mark"));
        assertThat(logo.attr("width")).isEqualTo("144");
        HttpResponse<String> picture = new Browser(portal.port()).get(logo.attr("src"));
        assertThat(picture.headers().firstValue("Content-Type").orElse(""))
                .startsWith("image/")
                .doesNotContain("svg");
        assertThat(picture.body()).doesNotContain("alert");
        assertThat(new Color(picture(logo.attr("src")).getRGB(200, 60))).isEqualTo(new Color(0x1d3557));
    }

    @Test
    void a_dark_logo_has_paper_under_it_by_night_and_a_white_one_a_dark_ground_by_day() throws IOException {
        send("logo.png", png(100, 100, new Color(0x1a2a24)));
        assertThat(home().select("img.logo-mark--clair")).hasSize(1);
        assertThat(salariee.read(ADDRESS).text()).contains("Il se verrait mal la nuit");

        send("logo.png", png(100, 100, Color.WHITE));
        assertThat(home().select("img.logo-mark--sombre")).hasSize(1);
        assertThat(salariee.read(ADDRESS).text()).contains("Il se verrait mal le jour");

        send("logo.png", png(100, 100, new Color(0xd0455b)));
        assertThat(home().select("img.logo-mark--sombre, img.logo-mark--clair")).isEmpty();
    }

    @Test
    void the_name_is_not_written_beside_a_logo_that_shows_it_and_is_still_read_aloud() throws IOException {
        send("logo.png", png(300, 100, new Color(0xd0455b)));
        assertThat(home().select(".logo .logo-name")).hasSize(1);

        salariee.post(ADDRESS, Map.of("_csrf", token(), "geste", "nom", "avecNom", "oui"));

        assertThat(home().select(".logo .logo-name")).isEmpty();
        assertThat(home().select(".logo .hidden").text()).isEqualTo("Pôle ESS des Deux Vallons");
        assertThat(salariee.read(ADDRESS).select("input[name=avecNom]").hasAttr("checked"))
                .isTrue();
    }

    @Test
    void another_logo_has_other_addresses_and_the_former_one_is_gone_and_without_one_all_is_as_before()
            throws IOException {
        Document before = home();
        send("logo.png", png(100, 100, new Color(0xd0455b)));
        String first = home().select("img.logo-mark").attr("src");
        String icon = home().select("link[rel=icon]").attr("href");
        send("logo.png", png(100, 100, new Color(0x2b7a3f)));

        assertThat(home().select("img.logo-mark").attr("src")).isNotEqualTo(first);
        assertThat(new Browser(portal.port()).get(first).statusCode()).isEqualTo(404);
        assertThat(new Browser(portal.port()).get(icon).statusCode()).isEqualTo(404);

        takeAway();
        assertThat(home().select("header .logo").outerHtml())
                .isEqualTo(before.select("header .logo").outerHtml());
        assertThat(home().select("link[rel=icon]").outerHtml())
                .isEqualTo(before.select("link[rel=icon]").outerHtml());
        assertThat(home().select("link[rel=icon], link[rel=apple-touch-icon]").eachAttr("href"))
                .isNotEmpty()
                .allMatch(address -> new Browser(portal.port()).get(address).statusCode() == 200);
        assertThat(shared(home())).isEqualTo(shared(before));
    }

    @Test
    void the_shared_picture_follows_the_colours_of_the_site() throws IOException {
        send("logo.png", png(100, 100, new Color(0x2b7a3f)));
        int before = picture(shared(home())).getRGB(600, 610);

        salariee.post(
                "/espace/reglages/theme",
                Map.of("_csrf", token(), "geste", "garder", "premiere", "#7a1fa2", "seconde", "#f9a825"));

        int after = picture(shared(home())).getRGB(600, 610);
        salariee.post("/espace/reglages/theme", Map.of("_csrf", token(), "geste", "origine"));
        assertThat(after).isNotEqualTo(before);
        assertThat(new Color(after).getBlue()).isGreaterThan(100);
    }

    @Test
    void what_is_no_logo_is_refused_with_a_sentence_and_the_one_in_place_stays() throws IOException {
        send("logo.png", png(100, 100, new Color(0x2b7a3f)));
        String kept = home().select("img.logo-mark").attr("src");
        byte[] huge = new byte[40 * 1024 * 1024];
        System.arraycopy(png(10, 10, Color.RED), 0, huge, 0, 60);

        Map<String, byte[]> wrong = Map.of(
                "abime.svg", "<svg xmlns='http://www.w3.org/2000/svg'><rect".getBytes(StandardCharsets.UTF_8),
                "notice.pdf", "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII),
                "vide.png", new byte[0],
                "texte.png", "bonjour".getBytes(StandardCharsets.UTF_8),
                "dessin.svg",
                        ("<svg xmlns='http://www.w3.org/2000/svg'>" + " ".repeat(3_000_000) + "</svg>")
                                .getBytes(StandardCharsets.UTF_8),
                "enorme.png", huge);
        wrong.forEach((name, bytes) -> {
            HttpResponse<String> answer = send(name, bytes);
            assertThat(answer.statusCode()).as(name).isIn(413, 422);
            assertThat(Browser.plain(Browser.page(answer).select("main").text()))
                    .as(name)
                    .contains(answer.statusCode() == 413 ? "C’est trop lourd" : name);
        });
        HttpResponse<String> none = salariee.post(ADDRESS, Map.of("_csrf", token()));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Choisissez un fichier");

        assertThat(home().select("img.logo-mark").attr("src")).isEqualTo(kept);
    }
}
