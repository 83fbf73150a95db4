package org.bocage.editorial.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bocage.e2e.Axe;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.Keyboard;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;

/** The editor of pages as a person meets it: by keyboard, by click in the page, at a telephone's width, by night. */
class PageEditorInBrowserTest {

    private static final String CONTACT = "/espace/pages/contact";
    /** All that comes for the editor itself, the page in its frame not counted. */
    private static final long MOST_BYTES = 250_000;

    @TempDir
    static Path home;

    private static Portal portal;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        portal = Portal.start(home.resolve("data"));
        browser = Chromium.open(home.resolve("chromium"));
        signIn();
    }

    private static void signIn() {
        browser.get(portal.address() + "/connexion");
        browser.findElement(By.name("username")).sendKeys("salariee");
        browser.findElement(By.name("password")).sendKeys("demo-bocage", Keys.ENTER);
        waiting().until(ExpectedConditions.urlContains("/espace"));
    }

    @AfterAll
    static void close() {
        browser.quit();
        portal.close();
    }

    @BeforeEach
    void by_day_on_a_desk() {
        wide(1280);
        night(false);
    }

    @Test
    void a_page_is_written_by_keyboard_and_read_by_a_visitor() {
        go(CONTACT);
        run("window.sameDocument = 'yes'");
        press(one(".ajout"));
        press(waiting()
                .until(ExpectedConditions.elementToBeClickable(
                        By.xpath("//button[contains(@class,'apport')][.//b='Texte']"))));
        waiting()
                .until(ExpectedConditions.elementToBeClickable(By.name("titre")))
                .sendKeys("Pendant les vacances");
        waiting()
                .until(ExpectedConditions.elementToBeClickable(By.cssSelector("#fiche .ProseMirror")))
                .sendKeys("On ferme en août.");
        waiting().until(driver -> "enregistre".equals(one("#fiche-etat").getDomAttribute("data-etat")));
        waiting().until(driver -> inFrame().contains("On ferme en août."));
        press(one("#fini"));
        waiting().until(driver -> bricks().size() == 2);

        // Alt and an arrow moves what has the focus
        one(".brique--choisie .brique__nom").sendKeys(Keys.chord(Keys.ALT, Keys.ARROW_UP));
        waiting().until(driver -> bricks().get(0).contains("Pendant les vacances"));
        waiting().until(driver -> inFrame().indexOf("Pendant") < inFrame().indexOf("Selon ce qui vous amène"));
        assertThat(browser.switchTo().activeElement().getText()).contains("Pendant les vacances");

        press(one(".brique--choisie summary"));
        press(one(".brique--choisie form:has([value=dupliquer]) button"));
        waiting().until(driver -> bricks().size() == 3);
        browser.switchTo().activeElement().sendKeys(Keys.DELETE);
        waiting().until(driver -> bricks().size() == 2);
        assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Annuler");
        press(browser.switchTo().activeElement());
        waiting().until(driver -> bricks().size() == 3);
        press(one("#marche-publier"));
        waiting().until(driver -> one("#barre").getText().contains("Publié"));
        String visited = new Browser(portal.port()).get("/contact").body();
        assertThat(visited.split("On ferme en août", -1)).hasSize(3);
        assertThat(run("return window.sameDocument"))
                .as("nothing was loaded as a whole")
                .isEqualTo("yes");
    }

    @Test
    void what_is_typed_is_saved_and_the_outline_is_one_press_away() {
        Chromium.complaints(browser);
        go(CONTACT);
        press(one(".brique__nom"));
        WebElement title = waiting().until(ExpectedConditions.elementToBeClickable(By.name("titre")));
        typeOver(title, "Par où commencer ?");
        waiting().until(driver -> "enregistre".equals(one("#fiche-etat").getDomAttribute("data-etat")));
        press(one(".volet__retour a"));
        waiting().until(driver -> bricks().stream().anyMatch(one -> one.contains("Par où commencer")));
        assertThat(Chromium.complaints(browser)).isEmpty();
    }

    @Test
    void choices_among_many_stay_as_they_are_when_the_form_saves_itself_and_its_button_meets_no_second_writer() {
        go("/espace/pages/confidentialite");
        press(one(".ajout"));
        press(waiting()
                .until(ExpectedConditions.elementToBeClickable(
                        By.xpath("//button[contains(@class,'apport')][.//b='Carte']"))));
        WebElement title = waiting().until(ExpectedConditions.elementToBeClickable(By.name("titre")));
        int boxes = browser.findElements(By.className("coches-recherche")).size();
        assertThat(boxes).isPositive();
        title.sendKeys("Où l’on se retrouve" + Keys.TAB);
        waiting().until(driver -> "enregistre".equals(one("#fiche-etat").getDomAttribute("data-etat")));
        assertThat(browser.findElements(By.className("coches-recherche"))).hasSize(boxes);

        // what is typed last goes with the button, at once
        one("#fiche [name=titre]").sendKeys(" le mardi");
        press(one("#fini"));
        waiting().until(driver -> bricks().stream().anyMatch(one -> one.contains("le mardi")));
        assertThat(one("#volet-dedans").getText()).doesNotContain("Vous étiez deux");
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void a_map_is_added_to_a_page_and_put_on_line_by_keyboard_alone(int width) {
        go("/espace/pages/mentions-legales");
        wide(width);
        String heading = "Où l’on se retrouve, à " + width;
        Keyboard keyboard = new Keyboard(browser);
        keyboard.press("Ajouter dans");
        one(".apports");
        keyboard.press("Carte");
        one("#fiche");
        assertThat(browser.findElements(By.className("coches-recherche"))).hasSize(1);
        keyboard.write("Intertitre", heading);
        keyboard.write("Chercher : ", "Roue");
        keyboard.tick("La Roue Qui Rit");
        waiting().until(driver -> "enregistre".equals(one("#fiche-etat").getDomAttribute("data-etat")));
        assertThat(Axe.check().exclude("#cadre").violations(browser)).isEmpty();
        keyboard.press("C’est bon");
        waiting().until(driver -> bricks().stream().anyMatch(one -> one.contains(heading)));
        assertThat(browser.getCurrentUrl()).as("a form that is done with").doesNotContain("fiche=");
        keyboard.press("Publier");
        waiting().until(driver -> one("#barre").getText().contains("Publié"));

        Document visited = new Browser(portal.port()).read("/mentions-legales");
        Element map = visited.select("figure.places").stream()
                .filter(one -> one.text().contains(heading))
                .findFirst()
                .orElseThrow();
        assertThat(map.select(".places-list a").text()).contains("La Roue Qui Rit");
    }

    @Test
    void what_was_just_typed_goes_on_line_with_the_press_that_publishes() {
        new PageAuthor(portal.port(), "salariee").addText("/contact", "Avant", "<p>Un début.</p>");
        go(CONTACT);
        press(waiting()
                .until(ExpectedConditions.elementToBeClickable(
                        By.xpath("//a[contains(@class,'brique__nom')][contains(.,'Avant')]"))));
        WebElement title = waiting().until(ExpectedConditions.elementToBeClickable(By.name("titre")));
        title.sendKeys(", et juste après");
        press(one("#marche-publier"));
        waiting().until(driver -> one("#barre").getText().contains("Publié"));
        assertThat(new Browser(portal.port()).get("/contact").body()).contains("Avant, et juste après");
    }

    @Test
    void a_press_while_a_save_is_under_way_is_not_lost_to_the_save_that_follows() {
        new PageAuthor(portal.port(), "salariee").addText("/contact", "Ligne lente", "<p>Un début.</p>");
        go(CONTACT);
        press(waiting()
                .until(ExpectedConditions.elementToBeClickable(
                        By.xpath("//a[contains(@class,'brique__nom')][contains(.,'Ligne lente')]"))));
        WebElement title = waiting().until(ExpectedConditions.elementToBeClickable(By.name("titre")));
        network(true, 2000);
        try {
            title.sendKeys(", un");
            waiting().until(ExpectedConditions.attributeContains(By.id("fiche"), "class", "htmx-request"));
            title.sendKeys(", deux", Keys.TAB);
            press(one("#fini"));
            waiting().until(driver -> bricks().stream().anyMatch(one -> one.contains("Ligne lente, un, deux")));
        } finally {
            network(true);
        }
    }

    @Test
    void a_save_while_the_button_has_the_focus_presses_nothing_and_meets_no_second_writer() {
        new PageAuthor(portal.port(), "salariee").addText("/contact", "Au bord", "<p>Un début.</p>");
        go(CONTACT);
        press(waiting()
                .until(ExpectedConditions.elementToBeClickable(
                        By.xpath("//a[contains(@class,'brique__nom')][contains(.,'Au bord')]"))));
        WebElement title = waiting().until(ExpectedConditions.elementToBeClickable(By.name("titre")));
        title.sendKeys(" du bouton");
        run("document.getElementById('fini').focus()");
        waiting().until(driver -> "enregistre".equals(one("#fiche-etat").getDomAttribute("data-etat")));

        press(one("#fini"));
        waiting().until(driver -> bricks().stream().anyMatch(one -> one.contains("Au bord du bouton")));
        assertThat(one("#volet-dedans").getText()).doesNotContain("Vous étiez deux");
    }

    @Test
    void an_earlier_version_is_seen_in_the_frame_and_comes_back() {
        Chromium.complaints(browser);
        PageAuthor other = new PageAuthor(portal.port(), "salariee");
        other.addText("/contact", "Toujours là", "<p>Du lundi au jeudi.</p>");
        other.act("/contact", "publier", Map.of());
        String then = other.revision("/contact");
        other.addText("/contact", "Fermé pour travaux", "<p>On revient vite.</p>");
        go(CONTACT);
        waiting().until(driver -> inFrame().contains("Fermé pour travaux"));

        press(one("#barre .menu summary"));
        press(one("#barre a[href$='?versions=']"));
        press(waiting()
                .until(ExpectedConditions.elementToBeClickable(
                        By.cssSelector("#volet a[href$='?version=" + then + "']"))));
        waiting().until(driver -> !inFrame().isEmpty() && !inFrame().contains("Fermé pour travaux"));
        assertThat(one("#volet .changements").getText()).contains("Ajouté", "Fermé pour travaux");
        press(one("#revenir"));
        waiting().until(driver -> bricks().stream().noneMatch(one -> one.contains("Fermé pour travaux")));
        waiting().until(driver -> !inFrame().contains("Fermé pour travaux"));
        assertThat(one("#barre").getText()).contains("Brouillon");
        assertThat(Chromium.complaints(browser)).isEmpty();
    }

    @Test
    void what_is_typed_when_the_session_is_over_is_saved_once_one_is_back() {
        go(CONTACT);
        press(one(".brique__nom"));
        waiting().until(ExpectedConditions.elementToBeClickable(By.name("titre")));
        browser.manage().deleteCookieNamed("bocage_session");
        WebElement title = one("#fiche [name=titre]");
        typeOver(title, "Une semaine plus tard");
        waiting()
                .until(ExpectedConditions.textToBePresentInElementLocated(
                        By.id("fiche-etat"), "Votre session est terminée"));

        String editor = browser.getWindowHandle();
        browser.switchTo().newWindow(WindowType.TAB);
        signIn();
        browser.close();
        browser.switchTo().window(editor);

        waiting().until(driver -> "enregistre".equals(one("#fiche-etat").getDomAttribute("data-etat")));
        waiting().until(driver -> inFrame().contains("Une semaine plus tard"));
    }

    @Test
    void what_is_typed_while_the_network_is_cut_is_saved_when_it_is_back() {
        go(CONTACT);
        press(one(".brique__nom"));
        WebElement title = waiting().until(ExpectedConditions.elementToBeClickable(By.name("titre")));
        network(false);
        typeOver(title, "Entre deux antennes");
        waiting()
                .until(ExpectedConditions.textToBePresentInElementLocated(
                        By.id("fiche-etat"), "Pas de réseau : on réessaie"));
        network(true);
        waiting().until(driver -> "enregistre".equals(one("#fiche-etat").getDomAttribute("data-etat")));
        waiting().until(driver -> inFrame().contains("Entre deux antennes"));
    }

    @Test
    void what_was_typed_when_the_browser_stopped_without_network_is_offered_again() {
        go(CONTACT);
        press(one(".brique__nom"));
        WebElement title = waiting().until(ExpectedConditions.elementToBeClickable(By.name("titre")));
        // not « offline »: that ends with the tab, which would send at the last moment
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of("*/espace/pages/*")));
        typeOver(title, "Dans le dernier virage");
        waiting()
                .until(ExpectedConditions.textToBePresentInElementLocated(
                        By.id("fiche-etat"), "Pas de réseau : on réessaie"));
        waiting()
                .until(driver -> String.valueOf(browser.executeScript("return JSON.stringify(localStorage)"))
                        .contains("Dans le dernier virage"));
        String stopped = browser.getWindowHandle();
        browser.switchTo().newWindow(WindowType.TAB);
        String again = browser.getWindowHandle();
        browser.switchTo().window(stopped).close();
        browser.switchTo().window(again);

        go(CONTACT);
        press(one(".brique__nom"));
        WebElement offered = waiting()
                .until(ExpectedConditions.elementToBeClickable(By.cssSelector("#fiche .offre .bouton--second")));
        assertThat(one("#fiche .offre").getText()).contains("Vous aviez commencé autre chose ici");
        press(offered);

        waiting().until(driver -> "enregistre".equals(one("#fiche-etat").getDomAttribute("data-etat")));
        waiting().until(driver -> inFrame().contains("Dans le dernier virage"));
        assertThat(String.valueOf(browser.executeScript("return JSON.stringify(localStorage)")))
                .doesNotContain("Dans le dernier virage");
    }

    @Test
    void of_two_who_write_the_same_text_the_second_sees_both_and_keeps_what_was_chosen() {
        go(CONTACT);
        press(one(".brique__nom"));
        WebElement title = waiting().until(ExpectedConditions.elementToBeClickable(By.name("titre")));
        String key = String.valueOf(one("#fiche").getDomAttribute("data-fiche"));
        PageAuthor other = new PageAuthor(portal.port(), "admin");
        other.write("/contact", other.form("/contact", key), Map.of("titre", "Un titre d’ailleurs"));

        typeOver(title, "Un titre d’ici");
        waiting()
                .until(ExpectedConditions.textToBePresentInElementLocated(
                        By.id("volet-dedans"), "Vous étiez deux à écrire"));
        WebElement theirs = one("input[name='conflit.titre'][value=theirs]");
        if (!theirs.isSelected()) {
            // clear of the bar at the end of the panel
            browser.executeScript("arguments[0].scrollIntoView({block:'center'})", theirs);
            theirs.click();
        }
        press(one("#fini"));
        waiting().until(ExpectedConditions.presenceOfElementLocated(By.className("briques")));
        waiting().until(driver -> inFrame().contains("Un titre d’ailleurs"));
        assertThat(one("#volet-dedans").getText()).doesNotContain("Vous étiez deux");
    }

    @Test
    void of_two_who_write_other_fields_of_one_text_the_second_sees_both_saved_and_goes_on() {
        go(CONTACT);
        press(one(".brique__nom"));
        WebElement title = waiting().until(ExpectedConditions.elementToBeClickable(By.name("titre")));
        String key = String.valueOf(one("#fiche").getDomAttribute("data-fiche"));
        PageAuthor other = new PageAuthor(portal.port(), "admin");
        other.write("/contact", other.form("/contact", key), Map.of("texte", "<p>Des mots d’ailleurs</p>"));

        typeOver(title, "Un titre de plus");
        waiting()
                .until(ExpectedConditions.textToBePresentInElementLocated(
                        By.id("volet-dedans"), "Vous étiez deux à écrire"));
        waiting()
                .until(driver ->
                        inFrame().contains("Des mots d’ailleurs") && inFrame().contains("Un titre de plus"));
        typeOver(one("[name=titre]"), "Un titre encore");
        waiting().until(driver -> inFrame().contains("Un titre encore"));
        assertThat(inFrame()).contains("Des mots d’ailleurs");
    }

    /** Types over what a field holds, in one go: emptied first, it would be saved so. */
    private static void typeOver(WebElement field, String words) {
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), words);
    }

    private static void network(boolean on) {
        network(on, 0);
    }

    /** @param latency milliseconds that each answer waits */
    private static void network(boolean on, int latency) {
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", !on, "latency", latency, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    @Test
    void who_may_no_longer_write_pages_keeps_what_was_typed_before_their_eyes() {
        Accounts accounts = portal.context().getBean(Accounts.class);
        go(CONTACT);
        press(one(".brique__nom"));
        WebElement title = waiting().until(ExpectedConditions.elementToBeClickable(By.name("titre")));
        accounts.setRoles("salariee", List.of("adherent"));
        try {
            typeOver(title, "Le dernier mot");
            waiting()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.id("fiche-etat"), "Ce que vous avez écrit reste ici"));
            assertThat(one("#fiche [name=titre]").getDomProperty("value")).isEqualTo("Le dernier mot");
            assertThat(new Browser(portal.port()).get("/contact").body()).doesNotContain("Le dernier mot");
        } finally {
            accounts.setRoles("salariee", List.of("salariee"));
            signIn();
        }
    }

    @Test
    void a_component_is_dragged_before_another_in_the_outline_and_put_back() {
        go("/espace/pages/accueil");
        List<String> before = bricks();
        run("""
                const [first, second] = [...document.querySelectorAll('[data-zone] > .briques')]
                    .map(list => list.querySelectorAll(':scope > .brique[data-cle]'))
                    .find(rows => rows.length > 1 && rows[1].draggable);
                window.dragged = [first, second].map(row => row.querySelector('.brique__nom').innerText);
                const line = first.firstElementChild.getBoundingClientRect();
                const at = {bubbles: true, cancelable: true, dataTransfer: new DataTransfer(), clientY: line.top + 1};
                second.dispatchEvent(new DragEvent('dragstart', at));
                first.firstElementChild.dispatchEvent(new DragEvent('dragover', at));
                first.firstElementChild.dispatchEvent(new DragEvent('drop', at));
                """);
        String first = String.valueOf(run("return window.dragged[0]"));
        String second = String.valueOf(run("return window.dragged[1]"));

        waiting().until(driver -> bricks().indexOf(second) < bricks().indexOf(first));
        one(".brique--choisie > .brique__ligne > .brique__nom").sendKeys(Keys.chord(Keys.ALT, Keys.ARROW_DOWN));
        waiting().until(driver -> bricks().equals(before));
    }

    @Test
    void a_click_in_the_page_opens_what_was_clicked_and_leads_nowhere() {
        go("/espace/pages/accueil");
        waiting()
                .until(
                        driver -> Boolean.TRUE.equals(
                                run(
                                        "return !!document.getElementById('cadre').contentDocument?.querySelector('[data-bocage-cle]')")));
        run(
                "document.getElementById('cadre').contentDocument.querySelector('[data-bocage-cle$=\"/coeur\"] a').click()");
        waiting()
                .until(driver ->
                        "website:/accueil/blocs/coeur".equals(one("#fiche").getDomAttribute("data-fiche")));
        assertThat(run("return document.getElementById('cadre').contentDocument.location.pathname"))
                .isEqualTo("/author/accueil");
        one("h2.volet__titre").sendKeys(Keys.ESCAPE);
        waiting().until(ExpectedConditions.presenceOfElementLocated(By.className("briques")));
    }

    @Test
    void one_looks_at_the_page_as_a_visitor_and_at_the_width_of_a_telephone() {
        go(CONTACT);
        press(one("[data-largeur='375']"));
        waiting().until(driver -> Long.valueOf(375).equals(run("return document.getElementById('cadre').clientWidth")));
        run(
                "const s = document.getElementById('voir-comme'); s.selectedIndex = 1; s.dispatchEvent(new Event('change', {bubbles: true}))");
        waiting()
                .until(driver -> Boolean.TRUE.equals(run("const d = document.getElementById('cadre').contentDocument;"
                        + "return d.location.search === '?comme=public' && d.readyState === 'complete'")));
        assertThat(inFrame()).contains("Contacter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/espace/pages",
                "/espace/pages?nouvelle=",
                "/espace/pages?place=%2Fcontact",
                CONTACT,
                CONTACT + "?ajouter=website%3A%2Fcontact%2Fcontenu",
                CONTACT + "?fiche=website%3A%2Fcontact",
                CONTACT + "?partager=",
                CONTACT + "?versions=",
                CONTACT + "?changements="
            })
    void is_accessible_by_day_and_by_night_at_two_widths(String address) {
        go(address);
        for (boolean dark : List.of(false, true)) {
            night(dark);
            for (int width : List.of(1280, 375)) {
                wide(width);
                var found = Axe.check()
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"))
                        .exclude("#cadre")
                        .violations(browser);
                assertThat(found.stream()
                                .map(v -> width + " " + dark + " " + v.getId() + " "
                                        + v.getNodes().get(0).getHtml())
                                .toList())
                        .isEmpty();
                assertThat(run("return document.documentElement.scrollWidth <= window.innerWidth"))
                        .isEqualTo(true);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/espace", CONTACT})
    void the_first_screen_and_the_editor_are_light(String address) {
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
        go(address);
        Object bytes =
                run("return performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))"
                        + ".filter(e => !e.name.includes('/author/')).reduce((sum, e) => sum + e.transferSize, 0)");
        browser.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", false));
        assertThat(((Number) Objects.requireNonNull(bytes)).longValue()).isBetween(20_000L, MOST_BYTES);
    }

    private static void go(String address) {
        browser.get(portal.address() + address);
    }

    /** As the keyboard presses it. */
    private static void press(WebElement element) {
        element.sendKeys(Keys.ENTER);
    }

    private static WebElement one(String selector) {
        return waiting()
                .ignoring(StaleElementReferenceException.class)
                .until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(selector)));
    }

    @SuppressWarnings("unchecked")
    private static List<String> bricks() {
        return (List<String>) Objects.requireNonNull(
                run("return [...document.querySelectorAll('#volet .brique__nom')].map(one => one.innerText)"));
    }

    private static String inFrame() {
        return String.valueOf(run("return document.getElementById('cadre').contentDocument?.body?.innerText??''"));
    }

    private static void wide(int width) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    private static void night(boolean dark) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    private static FluentWait<WebDriver> waiting() {
        // what htmx or a script replaces is looked for again
        return Chromium.waiting(browser).ignoring(StaleElementReferenceException.class);
    }

    private static @Nullable Object run(String script) {
        return browser.executeScript(script);
    }
}
