package org.bocage.editorial.items.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bocage.e2e.AtTheScreen;
import org.bocage.e2e.Axe;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** CT-01: what a telephone shares to the portal opens a form with it, whoever is signed in when it comes. */
class ShareTests {

    private static final String SHARE = "/espace/partage";
    private static final byte[] PICTURE = read("light-modules/portail/webresources/favicon-32.png");

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.start(home.resolve("data"));
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static byte[] read(String path) {
        try {
            return Files.readAllBytes(Path.of(path));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Sends what the system of a telephone sends: parts, no token, and the cookies that there are. */
    private static HttpResponse<String> share(Browser who, Map<String, String> words, byte[]... pictures) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        words.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        for (byte[] picture : pictures) {
            part(body, "name=\"photos\"; filename=\"soupe.png\"\r\nContent-Type: image/png", picture);
        }
        body.writeBytes("--xYzZY--\r\n".getBytes(StandardCharsets.UTF_8));
        return who.post(SHARE, "multipart/form-data; boundary=xYzZY", body.toByteArray());
    }

    private static void part(ByteArrayOutputStream body, String names, byte[] content) {
        body.writeBytes(
                ("--xYzZY\r\nContent-Disposition: form-data; " + names + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Address to which a share leads. */
    private static String kept(HttpResponse<String> shared) {
        assertThat(shared.statusCode()).isEqualTo(303);
        return URI.create(shared.headers().firstValue("Location").orElseThrow()).getPath();
    }

    private static Browser signedIn(String account) {
        return Browser.signedIn(portal.port(), account);
    }

    @Test
    void CT_01_a_telephone_finds_the_target_in_the_manifest_which_it_asks_for_without_cookies() {
        Document page = signedIn("contributeur").read("/espace");
        String address = page.select("link[rel=manifest]").attr("href");

        HttpResponse<String> answer = new Browser(portal.port()).get(address);

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/manifest+json");
        JsonNode manifest = JsonMapper.shared().readTree(answer.body());
        assertThat(manifest.at("/name").asString()).isEqualTo("Pôle ESS des Deux Vallons, l’espace");
        assertThat(manifest.at("/start_url").asString()).isEqualTo("/espace");
        assertThat(manifest.at("/display").asString()).isEqualTo("standalone");
        JsonNode target = manifest.at("/share_target");
        assertThat(target.at("/action").asString())
                .isEqualTo(SHARE)
                .startsWith(manifest.at("/scope").asString());
        assertThat(target.at("/method").asString()).isEqualTo("POST");
        assertThat(target.at("/enctype").asString()).isEqualTo("multipart/form-data");
        assertThat(target.at("/params/files/0/accept/0").asString()).isEqualTo("image/*");
        for (JsonNode icon : manifest.at("/icons")) {
            assertThat(new Browser(portal.port())
                            .get(icon.at("/src").asString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void CT_01_what_is_shared_is_shown_with_what_this_person_may_make_of_it_and_fills_in_the_form() {
        Browser author = signedIn("contributeur");

        String address = kept(share(
                author,
                Map.of(
                        "title",
                        "Soupe au four",
                        "text",
                        "Avec <b>pain</b>\n\nVenez !",
                        "url",
                        "https://exemple.invalid/soupe"),
                PICTURE));
        Document page = author.read(address);

        assertThat(page.select("main").text())
                .contains("Soupe au four", "Avec <b>pain</b>", "https://exemple.invalid/soupe");
        assertThat(page.select(".partage__choix a").eachText())
                .containsExactly("Écrire une actu", "Écrire un rendez-vous", "Écrire une annonce");
        assertThat(author.get(page.select(".partage__photos img").attr("src")).statusCode())
                .isEqualTo(200);
        for (Map.Entry<String, String> one : Map.of(
                        "actus", "corps", "evenements", "description", "annonces", "description")
                .entrySet()) {
            Document form = author.read(
                    page.select(".partage__choix a[href*=" + one.getKey() + "]").attr("href"));
            assertThat(form.select("[name=titre]").val()).isEqualTo("Soupe au four");
            assertThat(form.select("[name=" + one.getValue() + "]").text())
                    .startsWith("<p>Avec &lt;b&gt;pain&lt;/b&gt;</p><p>Venez !</p>");
            assertThat(form.text()
                            + form.select("input").eachAttr("value")
                            + form.select("textarea").text())
                    .contains("https://exemple.invalid/soupe");
            assertThat(form.select("[data-envoi-photo] input[type=file]"))
                    .as("room for the picture")
                    .hasSize(1);
        }
        assertThat(author.read("/espace/actus").text()).as("nothing is saved").doesNotContain("Soupe au four");
    }

    @Test
    void CT_01_a_link_alone_opens_the_form_with_it_wherever_the_telephone_puts_it() {
        Browser author = signedIn("contributeur");
        String link = "https://exemple.invalid/soupe?le=12&a=18h";
        for (Map<String, String> words :
                List.of(Map.of("url", link), Map.of("text", link), Map.of("text", "\n" + link + "\n"))) {
            Document page = author.read(kept(share(author, words)));
            assertThat(page.select("main").text()).contains(link);
            Document form =
                    author.read(page.select(".partage__choix a[href*=actus]").attr("href"));
            assertThat(form.select("[name=titre]").val()).as("%s", words).isEmpty();
            Document text = Jsoup.parse(form.select("[name=corps]").text());
            assertThat(text.select("a[href]").eachAttr("href")).as("%s", words).containsExactly(link);
        }
    }

    @Test
    void CT_01_who_is_not_signed_in_signs_in_and_finds_what_was_shared() {
        Browser stranger = new Browser(portal.port());
        String address = kept(share(stranger, Map.of("title", "Avant d’entrer"), PICTURE));

        HttpResponse<String> login = stranger.get(address);
        assertThat(login.statusCode()).isEqualTo(401);
        assertThat(login.body()).doesNotContain("Avant d’entrer");
        HttpResponse<String> entered =
                stranger.submit(login, Map.of("username", "contributeur", "password", "demo-bocage"));

        assertThat(URI.create(entered.headers().firstValue("Location").orElseThrow())
                        .getPath())
                .isEqualTo(address);
        assertThat(stranger.read(address).select("main").text()).contains("Avant d’entrer");
        assertThat(signedIn("salariee").get(address).statusCode())
                .as("the first who opens it has it")
                .isEqualTo(410);
    }

    @Test
    void CT_01_a_share_that_another_site_forged_fills_in_a_form_and_does_nothing_else() {
        Browser author = signedIn("contributeur");
        HttpResponse<String> forged = author.post(
                SHARE,
                Map.of("title", "Forgé", "action", "publier", "titre", "Forgé"),
                "Origin",
                "https://ailleurs.invalid",
                "Sec-Fetch-Site",
                "cross-site",
                "Content-Type",
                "application/x-www-form-urlencoded");

        String address = kept(forged);

        assertThat(author.read(address).select("main").text()).contains("Forgé", "Que voulez-vous en faire");
        assertThat(author.read("/espace/actus").text()).doesNotContain("Forgé");
        assertThat(author.post("/espace/actus/nouveau", Map.of("titre", "Forgé", "action", "proposer"))
                        .statusCode())
                .as("the form has its token")
                .isEqualTo(403);
        assertThat(author.post(address, Map.of("title", "x")).statusCode()).isIn(403, 405);
        assertThat(signedIn("adherent").get(address).statusCode())
                .as("somebody else's")
                .isEqualTo(410);
        assertThat(signedIn("adherent").get(address + "/photos/0").statusCode()).isEqualTo(404);
    }

    @Test
    void CT_01_what_is_no_picture_is_given_back_as_bytes_and_nothing_at_all_leads_to_the_week() {
        Browser author = signedIn("contributeur");
        byte[] script =
                "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name=\"photos\"; filename=\"x.svg\"\r\nContent-Type: image/svg+xml", script);
        body.writeBytes("--xYzZY--\r\n".getBytes(StandardCharsets.UTF_8));
        String address = kept(author.post(SHARE, "multipart/form-data; boundary=xYzZY", body.toByteArray()));

        var given = author.get(address + "/photos/0");

        assertThat(given.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(given.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(author.get(address + "/photos/1").statusCode()).isEqualTo(404);
        assertThat(kept(share(author, Map.of("title", " ", "text", "")))).isEqualTo("/espace");
        assertThat(author.read(kept(share(author, Map.of("title", "", "url", "javascript:alert(1)", "text", "Un mot"))))
                        .text())
                .contains("Un mot")
                .doesNotContain("javascript:");
        byte[][] many = new byte[12][];
        java.util.Arrays.fill(many, PICTURE);
        assertThat(author.read(kept(share(author, Map.of("title", "Douze"), many)))
                        .select(".partage__photos img"))
                .as("as many as an actu takes")
                .hasSize(8);
    }

    @Test
    void CT_01_a_share_that_is_too_heavy_or_not_there_any_more_is_told_in_words() {
        Browser author = signedIn("contributeur");

        var heavy = share(author, Map.of("title", "Lourde"), new byte[21 * 1024 * 1024]);

        assertThat(heavy.statusCode()).isEqualTo(413);
        assertThat(Browser.plain(Browser.page(heavy).text())).contains("C’est trop lourd");
        // beyond what a request may hold no screen reads it
        var heavier = share(author, Map.of("title", "Lourde"), new byte[26 * 1024 * 1024]);
        assertThat(heavier.headers().firstValue("Location").orElseThrow()).endsWith("/espace/partage?trop-lourd");
        assertThat(Browser.plain(Browser.page(author.get(SHARE + "?trop-lourd")).text()))
                .contains("C’est trop lourd");
        Browser stranger = new Browser(portal.port());
        var told = share(stranger, Map.of("title", "Lourde"), new byte[21 * 1024 * 1024]);
        assertThat(told.statusCode()).isEqualTo(302);
        assertThat(told.headers().firstValue("Location").orElseThrow()).endsWith(SHARE + "?trop-lourd");
        assertThat(stranger.get(SHARE + "?trop-lourd").statusCode()).isEqualTo(401);
        assertThat(Browser.plain(Browser.page(author.get(SHARE + "?trop-lourd")).text()))
                .contains("partagez-en moins");
        var gone = author.get(SHARE + "/b0ca0000-0000-4000-8000-00000000abcd");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(Browser.plain(Browser.page(gone).text())).contains("partagez-le à nouveau");
        assertThat(author.read("/espace/actus/nouveau?partage=b0ca0000-0000-4000-8000-00000000abcd")
                        .select("[name=titre]")
                        .val())
                .isEmpty();
    }

    @Test
    void CT_01_a_photo_shared_from_elsewhere_waits_in_the_form_for_its_words_and_is_kept_with_them() throws Exception {
        ChromeDriver browser = Chromium.open(Files.createDirectory(home.resolve("profile-share")));
        try {
            AtTheScreen screen = new AtTheScreen(browser, portal);
            browser.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", 375, "height", 800, "deviceScaleFactor", 1, "mobile", true));
            // a post of no page of the portal, to which the browser gives no cookie
            browser.get("data:text/html;charset=utf-8,<body>ailleurs");
            browser.executeScript(POST, portal.address() + SHARE);
            Chromium.waiting(browser).until(ExpectedConditions.urlContains(SHARE + "/"));
            screen.field("Nom ou adresse mail").sendKeys("contributeur");
            screen.field("Mot de passe").sendKeys("demo-bocage", Keys.ENTER);
            WebElement choice = screen.link("Écrire une actu");
            assertThat(problems(browser)).as("the question").isEmpty();
            assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
                    .isEqualTo(375L);
            choice.sendKeys(Keys.ENTER);
            Chromium.untilLeft(browser, choice);

            By preview = By.cssSelector("[data-envoi-photo] .apercu-photo");
            Chromium.waiting(browser).until(ExpectedConditions.visibilityOfElementLocated(preview));
            assertThat(browser.findElement(By.name("titre")).getDomProperty("value"))
                    .isEqualTo("La soupe du four");
            assertThat(browser.executeScript(
                            "return document.querySelector('[data-envoi-photo] input[type=file]').files[0].name"))
                    .isEqualTo("soupe été.jpg");
            assertThat(browser.executeScript("return scrollY"))
                    .as("one begins at the head")
                    .isEqualTo(0L);
            assertThat(browser.findElement(By.name("photos[0].image.droits")).isDisplayed())
                    .isTrue();
            assertThat(problems(browser)).as("the form").isEmpty();

            browser.findElement(By.name("photos[0].alt")).sendKeys("Une marmite fume devant le four à pain");
            browser.findElement(By.name("photos[0].credit")).sendKeys("Yuna");
            new Select(browser.findElement(By.name("photos[0].image.droits"))).selectByValue("personne");
            WebElement save = screen.button("Enregistrer le brouillon");
            browser.executeScript("arguments[0].click()", save);
            Chromium.waiting(browser).until(ExpectedConditions.urlContains("fait=enregistre"));
            assertThat(browser.findElements(By.cssSelector("[name='photos[0].image'][value^='jcr:']:checked")))
                    .as("in the library, chosen")
                    .hasSize(1);
        } finally {
            browser.quit();
        }
    }

    private static final String POST = "const form = document.createElement('form');"
            + "Object.assign(form, {method: 'post', enctype: 'multipart/form-data', action: arguments[0]});"
            + "const add = (name, value) => { const one = document.createElement('input'); Object.assign(one, {name, value});"
            + " form.append(one); };"
            + "add('title', 'La soupe du four'); add('text', 'Venez samedi https://exemple.invalid/soupe'); add('url', '');"
            + "const file = Object.assign(document.createElement('input'), {type: 'file', name: 'photos'});"
            + "const canvas = Object.assign(document.createElement('canvas'), {width: 800, height: 600});"
            + "canvas.getContext('2d').fillRect(0, 0, 400, 300);"
            + "canvas.toBlob(blob => { const taken = new DataTransfer();"
            + " taken.items.add(new File([blob], 'soupe été.jpg', {type: 'image/jpeg'})); file.files = taken.files;"
            + " form.append(file); document.body.append(form); form.submit(); }, 'image/jpeg');";

    private static List<String> problems(ChromeDriver browser) {
        return Axe.check().violations(browser).stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(Rule::toString)
                .toList();
    }
}
