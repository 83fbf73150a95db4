package org.bocage.editorial.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bocage.e2e.AtTheScreen;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.Keyboard;
import org.bocage.e2e.Portal;
import org.bocage.e2e.TwoWidths;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The blocks of a page besides its texts: films, files, tables, forms, places and columns. */
class BlocksTests {

    private static final String FILM = "portail:components/video";
    private static final String TABLE = "portail:components/tableau";
    private static final String PAGE = "/le-pole/accueillir-le-tour";

    @TempDir
    static Path home;

    private static Portal portal;
    private static PageAuthor writer;
    private static int pages;

    @BeforeAll
    static void start() {
        portal = Portal.start(home.resolve("data"));
        writer = new PageAuthor(portal.port(), "salariee");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    /** A new page, below the one of the demo; each has an address of its own. */
    private static String page(String title) {
        return writer.create(title + " " + ++pages, "/le-pole");
    }

    private static String area(String page) {
        return "website:" + page + "/contenu";
    }

    private static Document visited(String page) {
        HttpResponse<String> answer = visit(page);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Browser.page(answer);
    }

    private static HttpResponse<String> visit(String page) {
        return new Browser(portal.port()).get(page);
    }

    private static String frames(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .replaceAll(".*frame-src ([^;]*);.*", "$1");
    }

    private static HttpResponse<String> film(String page, String key, String address) {
        Document form = writer.form(page, key);
        String where = form.select("#fiche [data-alternative]").attr("data-alternative");
        return writer.write(
                page,
                form,
                Map.of("titre", "Un film", where, "site", where.replaceAll("\\.[^.]*$", ".site.adresse"), address));
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.youtube.com/watch?list=abc&v=dQw4w9WgXcQ, https://www.youtube-nocookie.com, YouTube",
        "https://youtu.be/dQw4w9WgXcQ?t=12, https://www.youtube-nocookie.com, YouTube",
        "https://vimeo.com/76979871, https://player.vimeo.com, Vimeo",
        "https://www.dailymotion.com/video/x8abcde, https://geo.dailymotion.com, Dailymotion",
        "https://video.exemple.invalid/videos/watch/9c9de5e8-0a1e-484a, https://video.exemple.invalid, video.exemple.invalid"
    })
    void a_film_is_a_link_until_it_is_asked_for_and_the_policy_names_its_site_alone(
            String address, String origin, String name) {
        String page = page("Un film de " + name);
        String key = PageAuthor.key(writer.add(page, area(page), FILM));
        assertThat(film(page, key, address).statusCode()).isEqualTo(200);
        writer.act(page, "publier", Map.of());

        for (int time = 0; time < 2; time++) {
            HttpResponse<String> answer = visit(page);
            assertThat(frames(answer)).as("rendered, then kept").isEqualTo("'self' " + origin);
            Document shown = Browser.page(answer);
            assertThat(shown.select("iframe, video, object, embed")).isEmpty();
            Element ask = Objects.requireNonNull(shown.selectFirst("a[data-lecteur]"));
            assertThat(ask.attr("data-lecteur")).startsWith(origin + "/");
            assertThat(ask.attr("href")).startsWith("https://").doesNotContain("embed");
            assertThat(Browser.plain(shown.select(".film figcaption").text()))
                    .contains("Cette vidéo est chez " + name + ". Rien ne lui est demandé avant votre appui.");
        }
        assertThat(frames(visit("/contact"))).isEqualTo("'self'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "https://exemple.invalid/une-page",
                "https://www.youtube.com/@quelquun",
                "youtube",
                "https://video.exemple.invalid\" onload=/w/abcdefgh"
            })
    void an_address_that_is_no_film_is_told_and_what_was_there_stays(String address) {
        String page = page("Pas un film");
        String key = PageAuthor.key(writer.add(page, area(page), FILM));
        HttpResponse<String> answer = film(page, key, address);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Browser.plain(Browser.page(answer).select("#fiche, .bilan").text()))
                .contains("On ne reconnaît pas cette adresse");
        assertThat(visit("/author" + page).body()).doesNotContain("data-lecteur");
    }

    @Test
    void a_film_of_the_library_plays_with_its_captions() {
        String page = page("Notre film");
        String key = PageAuthor.key(writer.add(page, area(page), FILM));
        HttpResponse<String> form = writer.browser().get("/espace/pages" + page + "?fiche=" + PageAuthor.encoded(key));
        String where = Browser.page(form).select("#fiche [data-alternative]").attr("data-alternative");
        String inside = where.replaceAll("\\.[^.]*$", ".fichier.");
        byte[] film = "\0\0\0\030ftypisom\0\0\0\0isommp42....".getBytes(StandardCharsets.ISO_8859_1);
        byte[] words = "WEBVTT\n\n00:00.000 --> 00:02.000\nBonjour\n".getBytes(StandardCharsets.UTF_8);
        assertThat(send(page, form, Map.of("titre", "Le goûter", where, "fichier"), inside + "fichier.fichier", film)
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> again = writer.browser().get("/espace/pages" + page + "?fiche=" + PageAuthor.encoded(key));
        assertThat(send(page, again, Map.of(), inside + "sousTitres.fichier", words)
                        .statusCode())
                .isEqualTo(200);
        writer.act(page, "publier", Map.of());

        Document shown = visited(page);
        Element video = Objects.requireNonNull(shown.selectFirst("video"));
        assertThat(video.select("source").attr("type")).isEqualTo("video/mp4");
        assertThat(video.select("track").attr("kind")).isEqualTo("captions");
        for (String address : List.of(
                video.select("source").attr("src"), video.select("track").attr("src"))) {
            assertThat(visit(address).statusCode()).isEqualTo(200);
        }
        assertThat(frames(visit(page))).isEqualTo("'self'");
    }

    /** Sends a form back as a browser does that carries a file. */
    private static HttpResponse<String> send(
            String page, HttpResponse<String> form, Map<String, String> filled, String field, byte[] file) {
        Element fiche = Objects.requireNonNull(Browser.page(form).getElementById("fiche"));
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : fiche.select("input[name]:not([type=file]):not([type=radio]):not([type=checkbox]),"
                + "input[type=radio][checked]")) {
            fields.put(input.attr("name"), input.attr("value"));
        }
        fields.putAll(filled);
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--xYz\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .append("\r\n"));
        body.append("--xYz\r\nContent-Disposition: form-data; name=\"")
                .append(field)
                .append("\"; filename=\"un-fichier\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .append(new String(file, StandardCharsets.ISO_8859_1))
                .append("\r\n--xYz--\r\n");
        return writer.browser()
                .post(
                        "/espace/pages" + page,
                        "multipart/form-data; boundary=xYz",
                        body.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_table_is_what_was_pasted_with_heads_where_they_are_said_to_be() {
        String page = page("Des chiffres");
        String key = PageAuthor.key(writer.add(page, area(page), TABLE));
        writer.write(
                page,
                writer.form(page, key),
                Map.of(
                        "legende", "Ce qu’il reste",
                        "lignes",
                                "Quoi\tCombien\tÀ qui\r\nChaises\t1 200,50 €\tLa \"mairie\"; et nous\n\n\"Un mot\nsur \"\"deux\"\"\"\t3",
                        "premiereLigne", "true",
                        "premiereColonne", "true"));
        writer.act(page, "publier", Map.of());

        Element table = Objects.requireNonNull(visited(page).selectFirst("table"));
        assertThat(table.select("caption").text()).isEqualTo("Ce qu’il reste");
        assertThat(table.select("th[scope=col]").eachText()).containsExactly("Quoi", "Combien", "À qui");
        assertThat(table.select("th[scope=row]").eachText()).containsExactly("Chaises", "Un mot sur \"deux\"");
        assertThat(table.select("tbody td").eachText()).containsExactly("1 200,50 €", "La \"mairie\"; et nous", "3");
        assertThat(table.select("tbody td"))
                .as("a row that ends early is filled up")
                .hasSize(4);
        assertThat(table.select("td.number").eachText()).containsExactly("1 200,50 €", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>;<b>x", ";;;", "\"jamais fermé;deux\ntrois", "seul"})
    void a_table_of_odd_words_is_shown_as_typed_or_not_at_all(String typed) {
        String page = page("Un drôle de tableau");
        String key = PageAuthor.key(writer.add(page, area(page), TABLE));
        writer.write(
                page, writer.form(page, key), Map.of("legende", "Drôle", "lignes", typed, "premiereLigne", "true"));
        writer.act(page, "publier", Map.of());

        Document shown = visited(page);
        assertThat(shown.select("main script:not([src]), table b")).isEmpty();
        String words = shown.select("table tr").text();
        assertThat(words)
                .isEqualTo(
                        typed.equals(";;;")
                                ? ""
                                : typed.replaceAll("[;\n]", " ").replaceAll(" +", " "));
    }

    @Test
    void what_a_block_lacks_is_told_to_who_writes_and_to_nobody_else() {
        String page = page("À remplir");
        List<String> blocks = new ArrayList<>(List.of("video", "document", "tableau", "formulaire"));
        blocks.replaceAll(one -> "portail:components/" + one);
        blocks.add("acteurs:components/carte");
        blocks.forEach(one -> writer.add(page, area(page), one));

        Document edited = writer.browser().read("/author" + page + "?mgnlPreview=false");
        assertThat(edited.select("main .status").eachText())
                .hasSize(blocks.size())
                .allMatch(text -> text.contains("Ouvrez sa fiche"));
        assertThat(writer.browser().read("/author" + page).select("main .status"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "portail:components/document",
                "portail:components/galerie",
                "portail:components/etapes",
                "portail:components/questions",
                "portail:components/liste",
                "portail:components/chiffres",
                "acteurs:components/carte"
            })
    void a_heading_with_nothing_below_is_for_who_writes_alone(String block) {
        String page = page("Un bloc vide");
        String key = PageAuthor.key(writer.add(page, area(page), block));
        writer.write(page, writer.form(page, key), Map.of("titre", "Ce qui vient"));
        writer.act(page, "publier", Map.of());

        assertThat(visited(page).select("main h2").eachText()).doesNotContain("Ce qui vient");
        Document edited = writer.browser().read("/author" + page + "?mgnlPreview=false");
        assertThat(edited.select("main h2").eachText()).contains("Ce qui vient");
        assertThat(edited.select("main .status").text()).contains("Ouvrez sa fiche");
    }

    @Test
    void two_columns_without_block_show_no_heading_to_visitors_and_one_block_is_enough() {
        String page = page("Deux colonnes");
        String key = PageAuthor.key(writer.add(page, area(page), "portail:components/deux-colonnes"));
        writer.write(page, writer.form(page, key), Map.of("titre", "Côte à côte"));
        writer.act(page, "publier", Map.of());
        assertThat(visited(page).select("main h2").eachText()).doesNotContain("Côte à côte");
        Document edited = writer.browser().read("/author" + page + "?mgnlPreview=false");
        assertThat(edited.select("main .status").text()).contains("Deux colonnes vides");

        String text = PageAuthor.key(writer.add(page, key + "/droite", "portail:components/texte"));
        writer.write(page, writer.form(page, text), Map.of("titre", "À droite", "texte", "<p>Voilà.</p>"));
        writer.act(page, "publier", Map.of());
        assertThat(visited(page).select("main h2").eachText()).contains("Côte à côte");
    }

    @Test
    void a_list_whose_every_line_leads_nowhere_shows_no_heading() {
        String page = page("Une liste");
        String key = PageAuthor.key(writer.add(page, area(page), "portail:components/liste"));
        writer.write(
                page,
                writer.form(page, key),
                Map.of(
                        "titre", "Où aller",
                        "elements[0].titre", "Une page partie",
                        "elements[0].page", "b0ca0000-0000-4000-8000-00000000dead"));
        writer.act(page, "publier", Map.of());
        assertThat(visited(page).select("main h2").eachText()).doesNotContain("Où aller");
    }

    @Test
    void blocks_that_the_law_asks_for_are_offered_to_administrators_alone() {
        String page = page("Mentions");
        String address = "/espace/pages" + page + "?ajouter=" + PageAuthor.encoded(area(page));
        Document offered = writer.browser().read(address);
        assertThat(offered.select("[name=composant]").eachAttr("value"))
                .contains("portail:components/texte")
                .doesNotContain(
                        "portail:components/mentions",
                        "portail:components/responsable",
                        "portail:components/registre",
                        "portail:components/conformite");
        PageAuthor admin = new PageAuthor(portal.port(), "admin");
        assertThat(admin.browser().read(address).select("[name=composant]").eachAttr("value"))
                .contains("portail:components/mentions", "portail:components/registre");
    }

    @Test
    void a_table_goes_by_its_title_in_the_plan_of_the_page() {
        String page = page("Des horaires");
        String key = PageAuthor.key(writer.add(page, area(page), TABLE));
        writer.write(
                page,
                writer.form(page, key),
                Map.of("legende", "Les permanences", "lignes", "Lieu;Jour\nGuichen;lundi"));

        assertThat(writer.open(page).select("#volet-dedans .brique").text())
                .contains("Les permanences")
                .doesNotContain("Lieu;Jour");
    }

    @Test
    void columns_take_blocks_files_are_told_by_kind_and_weight_and_places_are_numbered() {
        Document shown = visited(PAGE);
        assertThat(shown.select(".columns .column")).hasSize(2);
        assertThat(shown.select(".column .file").eachText())
                .allMatch(text -> text.matches(".+ (ODT|ODS), [0-9]+ ko"))
                .hasSize(2);
        for (String file : shown.select(".file").eachAttr("href")) {
            assertThat(visit(file).statusCode()).isEqualTo(200);
        }
        assertThat(shown.select(".places .pin text").eachText()).containsExactly("1", "2", "3");
        assertThat(shown.select(".places-list a").eachText()).contains("La Gare aux Gâteaux");
        assertThat(shown.select(".form-block a.button").attr("href")).isEqualTo("/contact");

        Document page = writer.open(PAGE);
        String left = "website:" + PAGE + "/contenu/03/gauche";
        assertThat(page.select("[data-zone='" + left + "'] .brique")).hasSize(1);
        Document choice = writer.browser().read("/espace/pages" + PAGE + "?ajouter=" + PageAuthor.encoded(left));
        assertThat(choice.select("[name=composant]").eachAttr("value"))
                .contains(FILM, "acteurs:components/carte")
                .doesNotContain("portail:components/deux-colonnes");
    }

    @Test
    void a_file_of_the_library_is_asked_for_by_its_kind() {
        String page = page("Des fichiers");
        String film = PageAuthor.key(writer.add(page, "website:" + page + "/contenu", FILM));
        assertThat(writer.form(page, film).select("#fiche input[type=file]").eachAttr("accept"))
                .anyMatch(kinds ->
                        kinds.contains("video/mp4") && kinds.contains("video/webm") && !kinds.contains("image/"))
                .anyMatch(kinds -> kinds.contains("vtt"));
        List<String> asked = new ArrayList<>();
        writer.open(PAGE).select("[data-cle]").eachAttr("data-cle").stream()
                .distinct()
                .filter(key -> key.contains("/03/"))
                .forEach(key -> asked.addAll(
                        writer.form(PAGE, key).select("#fiche input[type=file]").eachAttr("accept")));
        assertThat(asked).anyMatch(kinds -> kinds.contains("pdf") && kinds.contains("image/png"));
    }

    @Test
    void a_block_is_put_in_by_keyboard_and_seen_by_visitors_at_two_widths() {
        String page = page("Au clavier");
        ChromeDriver browser = Chromium.noting(home.resolve("chromium"));
        try {
            AtTheScreen screen = new AtTheScreen(browser, portal);
            screen.signIn("salariee");
            screen.go("/espace/pages" + page);
            choose(screen, "Tableau");
            typed(screen, "legende").sendKeys("Nos permanences");
            typed(screen, "lignes").sendKeys("Jour;Où", Keys.ENTER, "Mardi;À la halle");
            done(screen);
            choose(screen, "Vidéo");
            typed(screen, "titre").sendKeys("Une matinée");
            typed(screen, "source.site.adresse").sendKeys("https://video.exemple.invalid/w/kJ3hT5nQ2xYpZ8");
            done(screen);
            choose(screen, "Deux colonnes");
            done(screen);
            press(screen, By.xpath("//a[contains(@class,'ajout')][contains(.,'Colonne de droite')]"));
            press(screen, By.xpath("//button[contains(@class,'apport')][.//b='Formulaire']"));
            typed(screen, "titre").sendKeys("Écrivez-nous");
            typed(screen, "formulaire").sendKeys(Keys.SPACE);
            done(screen);
            press(screen, By.id("marche-publier"));
            screen.waiting()
                    .until(driver ->
                            driver.findElement(By.id("barre")).getText().contains("Publié"));

            screen.signOut();
            browser.manage().logs().get(LogType.PERFORMANCE);
            screen.go(page);
            WebElement ask = screen.waiting().until(ExpectedConditions.elementToBeClickable(By.className("film-ask")));
            assertThat(ask.getAriaRole()).isEqualTo("button");
            browser.executeScript("document.querySelector('.form-block').scrollIntoView()");
            screen.waiting()
                    .until(ExpectedConditions.elementToBeClickable(
                            By.cssSelector(".form-block textarea[name=message]")));
            TwoWidths.check(browser);
            assertThat(asked(browser)).as("of others, before the press").isEmpty();

            ask.sendKeys(Keys.SPACE);
            screen.waiting().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".film-screen iframe")));
            screen.waiting()
                    .until(driver -> asked(browser).stream()
                            .anyMatch(one -> one.startsWith("https://video.exemple.invalid/videos/embed/")));
            assertThat(Chromium.complaints(browser)).noneMatch(line -> line.contains("Content Security Policy"));
            assertThat(browser.switchTo().activeElement().getTagName()).isEqualTo("iframe");

            screen.go(PAGE);
            TwoWidths.check(browser);
        } finally {
            browser.quit();
        }
    }

    @ParameterizedTest(name = "{0} pixels")
    @ValueSource(ints = {1280, 375})
    void each_block_of_an_editor_s_trade_is_written_by_keyboard_alone_and_read_by_visitors(int width) {
        String page = page("Sans souris");
        ChromeDriver browser = Chromium.open(home.resolve("chromium-keys-" + width));
        try {
            AtTheScreen screen = new AtTheScreen(browser, portal);
            screen.signIn("salariee");
            TwoWidths.set(browser, width);
            screen.go("/espace/pages" + page);
            Keyboard keyboard = new Keyboard(browser);

            opened(screen, keyboard, "Document");
            keyboard.write("Intertitre", "À emporter");
            keyboard.press("Ajouter un fichier");
            keyboard.press("Prendre un fichier déjà là");
            keyboard.reach("Chercher un fichier");
            keyboard.tick(", ");
            keyboard.write("Nom à montrer", "Le budget de départ");
            saved(screen, keyboard);

            opened(screen, keyboard, "Tableau");
            keyboard.write("Titre du tableau", "Nos permanences");
            keyboard.write("Lignes", "Jour;Où" + Keys.ENTER + "Mardi;À la halle");
            saved(screen, keyboard);

            opened(screen, keyboard, "Vidéo");
            keyboard.write("Titre de la vidéo", "Une matinée");
            keyboard.write("Adresse de la vidéo", "https://video.exemple.invalid/w/kJ3hT5nQ2xYpZ8");
            saved(screen, keyboard);

            opened(screen, keyboard, "Formulaire");
            keyboard.write("Titre", "Écrivez-nous");
            keyboard.tick("Nous écrire un mot");
            saved(screen, keyboard);

            opened(screen, keyboard, "Deux colonnes");
            saved(screen, keyboard);
            keyboard.press("Colonne de gauche");
            keyboard.press("Texte");
            keyboard.write("Intertitre", "À gauche");
            keyboard.reach("Texte");
            keyboard.type("Ce qui est à gauche.");
            saved(screen, keyboard);
            keyboard.press("Publier");
            screen.waiting()
                    .until(driver ->
                            driver.findElement(By.id("barre")).getText().contains("Publié"));
        } finally {
            browser.quit();
        }
        Document shown = visited(page);
        assertThat(shown.select("main a[href*=/dam/]").text()).contains("Le budget de départ");
        assertThat(shown.select("main table th").eachText()).contains("Jour", "Où");
        assertThat(shown.select("main a[data-lecteur]")).hasSize(1);
        assertThat(shown.select("main .form-block [data-formulaire=/contact]")).hasSize(1);
        assertThat(shown.select("main h2, main h3").eachText()).contains("À emporter", "Écrivez-nous", "À gauche");
    }

    /** Puts a block at the end of a page, whose form is there then, as accessible as the rest. */
    private static void opened(AtTheScreen screen, Keyboard keyboard, String block) {
        keyboard.press("Ajouter dans Contenu");
        screen.waiting().until(ExpectedConditions.presenceOfElementLocated(By.className("apports")));
        keyboard.press(block);
        screen.waiting().until(ExpectedConditions.textToBe(By.cssSelector("h2.volet__titre"), block));
    }

    private static void saved(AtTheScreen screen, Keyboard keyboard) {
        keyboard.press("C’est bon");
        screen.waiting().until(ExpectedConditions.presenceOfElementLocated(By.className("briques")));
    }

    private static void choose(AtTheScreen screen, String block) {
        press(screen, By.xpath("//a[contains(@class,'ajout')][contains(.,'dans Contenu')]"));
        press(screen, By.xpath("//button[contains(@class,'apport')][.//b='" + block + "']"));
        screen.waiting().until(ExpectedConditions.textToBe(By.cssSelector("h2.volet__titre"), block));
    }

    private static WebElement typed(AtTheScreen screen, String name) {
        return screen.waiting()
                .until(ExpectedConditions.elementToBeClickable(By.cssSelector("#fiche [name='" + name + "']")));
    }

    private static void done(AtTheScreen screen) {
        press(screen, By.id("fini"));
        screen.waiting().until(ExpectedConditions.presenceOfElementLocated(By.className("briques")));
    }

    /** As the keyboard presses it. */
    private static void press(AtTheScreen screen, By what) {
        screen.waiting().ignoring(StaleElementReferenceException.class).until(driver -> {
            driver.findElement(what).sendKeys(Keys.ENTER);
            return true;
        });
    }

    /** Addresses of other sites that the browser asked for since it was asked the last time. */
    private static List<String> asked(ChromeDriver browser) {
        return browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(line -> line.contains("\"Network.requestWillBeSent\""))
                .map(line -> line.replaceFirst("(?s).*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
                .filter(url -> url.startsWith("http") && !url.startsWith(portal.address()))
                .toList();
    }
}
