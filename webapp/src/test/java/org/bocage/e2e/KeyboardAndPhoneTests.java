package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.bocage.editorial.items.WrittenActus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Gestures of the private space that one makes now and then, by the words on the screen and by keyboard alone, at a desk and on a
 * phone.
 */
class KeyboardAndPhoneTests {

    @TempDir
    static Path home;

    private static Portal portal;
    private static ChromeDriver browser;
    private static AtTheScreen screen;
    private static Keyboard keyboard;
    private static WrittenActus actus;

    @BeforeAll
    static void open() {
        portal = Portal.start(home.resolve("data"));
        browser = Chromium.open(home.resolve("chromium"));
        screen = new AtTheScreen(browser, portal);
        keyboard = new Keyboard(browser);
        actus = new WrittenActus(portal);
    }

    @AfterAll
    static void close() {
        browser.quit();
        portal.close();
    }

    /** Opens a screen of the private space as an account, looks at it at both widths, and leaves it at one. */
    private static void at(String account, String path, int width) {
        screen.signIn(account);
        screen.go(path);
        TwoWidths.check(browser);
        TwoWidths.set(browser, width);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void several_actus_are_archived_at_once_then_thrown_away(int width) {
        String first = "Rangement d’automne à " + width;
        String second = "Rangement d’hiver à " + width;
        actus.add(first, "publier");
        actus.add(second, "publier");
        at("salariee", "/espace/actus?q=rangement", width);

        keyboard.tick("Choisir « " + first);
        keyboard.tick("Choisir « " + second);
        keyboard.press("Archiver");
        screen.reads("C’est fait pour tout ce qui était coché.");
        TwoWidths.check(browser);
        TwoWidths.set(browser, width);
        assertThat(states(first, second)).containsOnly("archivé");
        assertThat(status("/actualites/rangement-d-automne-a-" + width)).isNotEqualTo(200);

        keyboard.tick("Choisir « " + first);
        keyboard.tick("Choisir « " + second);
        keyboard.press("Mettre à la corbeille");
        screen.reads("C’est fait pour tout ce qui était coché.");
        assertThat(screen.text()).doesNotContain(first, second);
    }

    private static List<String> states(String... titles) {
        return List.of(titles).stream()
                .map(title -> browser.findElements(By.cssSelector("table.liste tbody tr")).stream()
                        .filter(row -> row.getText().contains(title))
                        .map(row -> row.findElement(By.className("pastille")).getText())
                        .findFirst()
                        .orElse("none")
                        .toLowerCase(java.util.Locale.FRENCH))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"1280, 900", "375, 667"})
    void a_review_leaves_room_for_its_title_and_its_text(int width, int height) {
        String title = "Le grand ménage de printemps des chemins creux, vu à " + width;
        String id = actus.add(title, "proposer");
        at("salariee", "/espace/taches/actus/" + id, width);
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));

        assertThat(measured("const h1 = document.querySelector('h1');"
                        + "return h1.offsetWidth / h1.closest('main').offsetWidth"))
                .as("share of the title")
                .isGreaterThan(0.6);
        assertThat(measured("return [...document.querySelectorAll('body *')].filter(one =>"
                        + " ['sticky', 'fixed'].includes(getComputedStyle(one).position) && one.querySelector('button'))"
                        + ".map(one => one.getBoundingClientRect()).filter(box => box.bottom >= innerHeight - 1)"
                        + ".reduce((sum, box) => sum + box.height, 0) / innerHeight"))
                .as("share of what stays on the screen with its buttons")
                .isBetween(0.01, 0.12);
        assertThat(measured("""
                        const boxes = selector => [...document.querySelectorAll('.lecture ' + selector)].map(one => {
                            const words = document.createRange();
                            words.selectNodeContents(one);
                            return words.getBoundingClientRect();
                        });
                        return boxes('summary').filter(button => boxes('dt, dd > p, dd > .riche > p').some(text =>
                            button.left < text.right - 1 && text.left < button.right - 1
                            && button.top < text.bottom - 1 && text.top < button.bottom - 1)).length""")).as("« Commenter » over the text").isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void communes_are_found_by_a_few_letters_and_those_chosen_stay_in_sight(int width) {
        String title = "Une actu de deux communes, à " + width;
        String id = actus.add(title, "enregistrer");
        at("contributeur", "/espace/actus/" + id, width);
        keyboard.press("Repères et contact");
        List<WebElement> choices = browser.findElements(By.cssSelector("[data-champ=communes] label.coche"));
        assertThat(choices).hasSizeGreaterThan(12);
        assertThat(choices).noneMatch(WebElement::isDisplayed);

        keyboard.write("Chercher : Communes", "lohea" + Keys.ENTER);
        keyboard.type("guic" + Keys.ENTER);
        keyboard.type("zzz");
        assertThat(choices.stream().filter(WebElement::isDisplayed).map(WebElement::getText))
                .containsExactlyInAnyOrder("Guichen", "Lohéac");
        assertThat(screen.text()).contains("Rien sous ce nom.");
        keyboard.press("Enregistrer le brouillon");
        screen.reads("est enregistré.");

        screen.go("/espace/actus/" + id);
        assertThat(browser.findElements(By.cssSelector("[data-champ=communes] label.coche:has(:checked)")).stream()
                        .map(one -> one.getDomProperty("textContent")))
                .containsExactlyInAnyOrder("Guichen", "Lohéac");
    }

    private static double measured(String script) {
        return Double.parseDouble(String.valueOf(browser.executeScript(script)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void a_backup_is_made_taken_home_and_can_be_opened(int width) throws IOException {
        Path downloads = Files.createDirectories(home.resolve("downloads-" + width));
        browser.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", downloads.toString()));
        at("admin", "/espace/reglages", width);
        keyboard.press("Sauvegardes");
        screen.reads("Chaque nuit, le portail copie tout ce qu’il contient");
        keyboard.press("Sauvegarder maintenant");
        screen.reads("La sauvegarde est faite.");
        TwoWidths.check(browser);
        TwoWidths.set(browser, width);

        WebElement newest = browser.findElement(By.cssSelector("main a[download]"));
        keyboard.press(newest.getText().replace('\u00a0', ' '));
        screen.waiting().until(driver -> zip(downloads) != null);
        try (ZipFile backup = new ZipFile(Objects.requireNonNull(zip(downloads)))) {
            assertThat(backup.stream().filter(entry -> entry.getName().contains("repository")))
                    .as("the contents")
                    .isNotEmpty();
        }
    }

    /** Returns what was taken home as a whole, or nothing. */
    private static @org.jspecify.annotations.Nullable File zip(Path folder) {
        File[] files = folder.toFile().listFiles((dir, name) -> name.endsWith(".zip"));
        return files == null || files.length == 0 ? null : files[0];
    }

    private static int status(String path) {
        return Integer.parseInt(String.valueOf(browser.executeAsyncScript(
                "const done = arguments[1]; fetch(arguments[0]).then(answer => done(answer.status))", path)));
    }
}
