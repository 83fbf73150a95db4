package org.bocage.editorial.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.TwoWidths;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;

/** The screens of the private space in a browser, under the content security policy: accessibility, and what the scripts add. */
class SpaceInBrowserTest {

    /** What has the focus when it is out of the window, or when something else lies over it. */
    private static final String HIDDEN = "const one = document.activeElement; if (one === document.body) return null;"
            + "const r = one.getBoundingClientRect(), left = Math.max(r.left, 0), right = Math.min(r.right, innerWidth);"
            + "const top = document.elementFromPoint((left + right) / 2, r.top + Math.min(r.height, 40) / 2);"
            + "return top && (one.contains(top) || top.contains(one) || top.closest('label')?.contains(one))"
            + " ? null : one.outerHTML";

    private static SpaceServer server;
    private static ChromeDriver browser;

    static Stream<String> screens() {
        return Samples.all().keySet().stream();
    }

    @BeforeAll
    static void open() throws IOException {
        server = new SpaceServer();
        browser = Chromium.open(Files.createTempDirectory("espace-chromium"));
    }

    @AfterAll
    static void close() {
        browser.quit();
        server.close();
    }

    @BeforeEach
    void start_afresh() {
        server.posted.clear();
        browser.get(server.address("semaine"));
        run("localStorage.clear()");
        TwoWidths.set(browser, 1280);
        complaints();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void is_accessible_and_within_the_policy(String screen) {
        browser.get(server.address(screen));
        assertThat(complaints()).isEmpty();
        TwoWidths.check(browser);
    }

    @Test
    void the_place_one_is_at_is_open_in_the_menu_and_a_group_opens_from_the_keyboard() {
        browser.get(server.address("definitions"));
        assertThat(browser.findElement(By.cssSelector(".onglets__reste [aria-current=page]"))
                        .getText())
                .startsWith("Définitions");
        WebElement hidden = browser.findElement(By.cssSelector(".onglets__reste a[href='/espace/ressources']"));
        assertThat(hidden.isDisplayed()).isFalse();
        WebElement group = browser.findElement(By.xpath("//nav//summary[.='Le site']"));
        group.sendKeys(Keys.ENTER);
        assertThat(hidden.isDisplayed()).isTrue();
        group.sendKeys(Keys.TAB);
        assertThat(browser.switchTo().activeElement().getText()).isEqualTo("Pages");
    }

    @Test
    void on_a_phone_the_rest_of_the_menu_rises_behind_plus_and_escape_takes_it_back() {
        TwoWidths.set(browser, 375);
        browser.get(server.address("definitions"));
        WebElement more = browser.findElement(By.xpath("//nav//summary[contains(.,'Plus')]"));
        assertThat(browser.findElements(By.cssSelector(".onglets a")).stream()
                        .filter(WebElement::isDisplayed)
                        .map(one -> one.getText().lines().findFirst().orElse("")))
                .containsExactly("Ma semaine", "Tâches", "Actus", "Agenda");
        more.sendKeys(Keys.ENTER);
        WebElement here = browser.findElement(By.cssSelector(".plus__feuille [aria-current=page]"));
        assertThat(here.isDisplayed()).as("the group of this place is open").isTrue();
        for (var group : browser.findElements(By.cssSelector(".plus__feuille details:not([open]) > summary"))) {
            group.click();
        }
        assertThat(run("const sheet = document.querySelector('.plus__feuille').getBoundingClientRect();"
                        + "return sheet.top >= 0 && sheet.bottom <= innerHeight"))
                .isEqualTo(true);
        WebElement first = browser.findElement(By.cssSelector(".plus__feuille a[href='/espace/medias']"));
        assertThat(first.getText()).isEqualTo("Médias");
        first.sendKeys(Keys.ESCAPE);
        assertThat(first.isDisplayed()).isFalse();
        assertThat(browser.switchTo().activeElement()).isEqualTo(more);
    }

    @ParameterizedTest
    @ValueSource(strings = {"semaine", "liste", "tache", "reglages"})
    void at_200_percent_the_keyboard_never_stops_where_nothing_is_seen(String screen) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 640, "height", 500, "deviceScaleFactor", 2, "mobile", false));
        browser.get(server.address(screen));
        browser.findElement(By.xpath("//nav//summary[contains(.,'Plus')]")).sendKeys(Keys.ENTER);
        run("document.body.focus()");
        int stops = 0;
        do {
            browser.switchTo().activeElement().sendKeys(Keys.TAB);
            stops++;
            assertThat(run(HIDDEN)).as("stop %d of %s", stops, screen).isNull();
        } while (stops < 100 && !Boolean.TRUE.equals(run("return document.activeElement === document.body")));
        assertThat(stops).isGreaterThan(10);
    }

    @Test
    void the_editor_writes_the_few_elements_of_the_site_into_the_field() {
        var editor = openEditor();
        editor.sendKeys("Un four");
        tool("Titre").click();
        editor.sendKeys(Keys.ENTER, "On allume à ");
        tool("Gras").click();
        editor.sendKeys("10 h");
        tool("Gras").click();
        editor.sendKeys(".", Keys.ENTER, "- un bol", Keys.ENTER, "une cuillère");
        assertThat(richText())
                .isEqualTo("<h2>Un four</h2><p>On allume à <strong>10 h</strong>.</p>"
                        + "<ul><li><p>un bol</p></li><li><p>une cuillère</p></li></ul>");
    }

    @Test
    void a_link_is_asked_in_words_and_refuses_what_leads_nowhere() {
        var editor = openEditor();
        editor.sendKeys("Tout est ");
        editor.sendKeys(Keys.chord(Keys.CONTROL, "k"));
        var address = waiting().until(ExpectedConditions.elementToBeClickable(By.id("editeur-lien-adresse")));
        address.sendKeys("javascript:alert(1)", Keys.ENTER);
        assertThat(browser.findElement(By.id("editeur-lien-erreur")).getText()).isNotBlank();
        address.clear();
        address.sendKeys("exemple.org/soupe");
        browser.findElement(By.id("editeur-lien-mots")).sendKeys("sur le site", Keys.ENTER);
        assertThat(richText()).isEqualTo("<p>Tout est <a href=\"https://exemple.org/soupe\">sur le site</a></p>");
    }

    @Test
    void the_toolbar_is_one_stop_and_arrows_move_in_it() {
        openEditor();
        run("document.querySelector('.editeur__outil').focus()");
        browser.switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(browser.switchTo().activeElement().getDomAttribute("aria-label"))
                .isEqualTo("Gras");
        browser.switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
        assertThat(browser.switchTo().activeElement().getDomAttribute("aria-label"))
                .isEqualTo("Italique");
        assertThat(browser.findElements(By.cssSelector(".editeur__outil[tabindex='0']")))
                .hasSize(1);
    }

    @Test
    void what_was_written_and_not_sent_is_offered_again_then_forgotten_once_received() {
        var editor = openEditor();
        browser.findElement(By.name("titre")).sendKeys("Soupe");
        editor.sendKeys("Venez avec un bol.");
        browser.get(server.address("formulaire"));
        var offer = browser.findElement(By.cssSelector("[data-offre] button"));
        assertThat(offer.getText()).isEqualTo("Reprendre ce texte");
        offer.click();
        assertThat(browser.findElement(By.name("titre")).getDomProperty("value"))
                .isEqualTo("Soupe");
        assertThat(editor().getText()).isEqualTo("Venez avec un bol.");
        assertThat(richText()).isEqualTo("<p>Venez avec un bol.</p>");

        run("localStorage.setItem('bocage:garde:ca:actus:u8', '{\"at\":' + Date.now() + '}')");
        browser.get(server.address("semaine"));
        assertThat(run("return localStorage.getItem('bocage:garde:ca:actus:u8')"))
                .isNull();
    }

    @Test
    void what_was_written_is_offered_though_somebody_saved_since_and_goes_as_of_its_own_time() {
        browser.get(server.address("formulaire"));
        browser.findElement(By.name("titre")).sendKeys("Soupe");
        browser.get(server.address("formulaire"));
        run("const key = 'bocage:garde:' + document.getElementById('ecrire').dataset.garde;"
                + "const kept = JSON.parse(localStorage.getItem(key)); kept.revision = '1';"
                + "localStorage.setItem(key, JSON.stringify(kept))");
        browser.get(server.address("formulaire"));

        assertThat(browser.findElement(By.cssSelector("[data-offre]")).getText())
                .contains("Depuis, ce contenu a changé", "vous verrez les deux textes");
        browser.findElement(By.cssSelector("[data-offre] button")).click();
        assertThat(browser.findElement(By.name("titre")).getDomProperty("value"))
                .isEqualTo("Soupe");
        assertThat(browser.findElement(By.cssSelector("#ecrire [name=revision]"))
                        .getDomProperty("value"))
                .isEqualTo("1");
    }

    @Test
    void what_is_sent_while_the_network_is_cut_is_offered_again() {
        var editor = openEditor();
        browser.findElement(By.name("titre")).sendKeys("Soupe");
        editor.sendKeys("Venez avec un bol.");
        network(true);
        try {
            browser.findElement(By.cssSelector(".barre [value=enregistrer]")).click();
            waiting().until(driver -> browser.findElements(By.name("titre")).isEmpty());
        } finally {
            network(false);
        }
        assertThat(server.posted).isEmpty();

        browser.get(server.address("formulaire"));
        waiting()
                .until(ExpectedConditions.elementToBeClickable(By.cssSelector("[data-offre] button")))
                .click();
        assertThat(browser.findElement(By.name("titre")).getDomProperty("value"))
                .isEqualTo("Soupe");
        assertThat(richText()).isEqualTo("<p>Venez avec un bol.</p>");
    }

    private static void network(boolean cut) {
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", cut, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    @Test
    void the_form_sends_the_rich_text_and_the_button_pressed_once() {
        openEditor().sendKeys("Venez.");
        var button = browser.findElement(By.cssSelector(".barre button[value=proposer]"));
        run("const b = arguments[0]; b.click(); b.click()", button);
        waiting()
                .until(driver -> !server.posted.isEmpty()
                        && String.valueOf(driver.getTitle()).startsWith("Ma semaine"));
        assertThat(server.posted).hasSize(1);
        assertThat(server.posted.get(0)).contains("<p>Venez.</p>").containsPattern("name=\"action\"\\s+proposer\\s");
    }

    @Test
    void a_gesture_on_entries_comes_back_without_leaving_the_page() {
        browser.get(server.address("formulaire"));
        browser.findElement(By.name("titre")).sendKeys("Soupe");
        browser.findElement(By.cssSelector("details.partie:last-of-type summary"))
                .click();
        var add = browser.findElement(By.cssSelector("button[value='ajouter:lienAilleurs']"));
        add.click();
        waiting().until(driver -> !server.posted.isEmpty());
        assertThat(server.posted.get(0)).contains("ajouter:lienAilleurs").contains("Soupe");
        Chromium.untilLeft(browser, add);
        assertThat(browser.findElement(By.name("titre")).getDomProperty("value"))
                .isEqualTo("Soupe");
        waiting().until(driver -> "lienAilleurs[1].url".equals(run("return document.activeElement.name")));
    }

    @Test
    void only_the_fields_of_the_chosen_case_show() {
        browser.get(server.address("formulaire-erreurs"));
        var address = browser.findElement(By.name("lieu.adresse"));
        var link = browser.findElement(By.name("lieu.url"));
        assertThat(address.isDisplayed()).isTrue();
        assertThat(link.isDisplayed()).isFalse();
        browser.findElement(By.cssSelector("[name='lieu.choix'][value=ligne]")).click();
        assertThat(link.isDisplayed()).isTrue();
        assertThat(address.isDisplayed()).isFalse();
    }

    @Test
    void after_a_failed_post_the_summary_is_read_first_and_leads_to_the_field() {
        browser.get(server.address("formulaire-erreurs"));
        assertThat(browser.switchTo().activeElement().getDomAttribute("class")).isEqualTo("bilan");
        browser.findElement(By.cssSelector(".bilan a")).click();
        waiting().until(driver -> "champ-chapo".equals(run("return document.querySelector(':target')?.id")));
    }

    @Test
    void CT_14_a_text_is_measured_while_it_is_written_and_a_long_sentence_hinted_at_without_stopping_anybody() {
        var editor = openEditor();
        assertThat(editor.getDomAttribute("aria-placeholder")).startsWith("Racontez comme");
        var chapo = browser.findElement(By.name("chapo"));
        chapo.sendKeys("Un bol.");
        assertThat(counter("chapo")).isEqualTo("Encore 33 signes au moins");
        chapo.sendKeys(" On apporte " + "un bol et une cuillère et ".repeat(6) + "un ami.", Keys.TAB);
        assertThat(hint("chapo"))
                .isEqualTo("La phrase « On apporte un bol… » fait 40 mots : et si on la coupait en deux ?");

        editor.sendKeys(
                "Un titre", Keys.ENTER, "Il est donc 10.30 h sur exemple.org et ", "tout va bien ".repeat(7), Keys.TAB);
        assertThat(counter("corps")).isEqualTo("138 signes, 31 mots");
        assertThat(hint("corps")).as("two lines are two sentences").isEmpty();

        browser.findElement(By.cssSelector(".barre [value=enregistrer]")).click();
        waiting().until(driver -> !server.posted.isEmpty());
    }

    private static String counter(String field) {
        return browser.findElement(By.id("champ-" + field + "-compte"))
                .getText()
                .replace('\u00a0', ' ');
    }

    private static String hint(String field) {
        return browser.findElement(By.cssSelector("[data-champ=" + field + "] [data-phrase-longue]"))
                .getText()
                .replace('\u00a0', ' ');
    }

    private WebElement openEditor() {
        browser.get(server.address("formulaire"));
        browser.findElement(By.name("titre")).click();
        return editor();
    }

    /** The editor, which comes once somebody has begun. */
    private WebElement editor() {
        return waiting().until(ExpectedConditions.elementToBeClickable(By.className("ProseMirror")));
    }

    private WebElement tool(String name) {
        return browser.findElement(By.cssSelector(".editeur__outil[title^='" + name + "']"));
    }

    private String richText() {
        return String.valueOf(browser.findElement(By.name("corps")).getDomProperty("value"));
    }

    private static List<String> complaints() {
        return Chromium.complaints(browser).stream()
                .filter(text -> !text.contains("favicon") && !text.contains("woff2") && !text.contains("OTS"))
                .toList();
    }

    private static FluentWait<WebDriver> waiting() {
        // what htmx or a script replaces is looked for again
        return Chromium.waiting(browser).ignoring(StaleElementReferenceException.class);
    }

    private static @org.jspecify.annotations.Nullable Object run(String script, Object... arguments) {
        return ((JavascriptExecutor) browser).executeScript(script, arguments);
    }
}
