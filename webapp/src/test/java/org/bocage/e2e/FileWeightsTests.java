package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bocage.cms.dam.TestDocuments;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** How heavy a file may be is an option: each form says it when a file is chosen, and the portal holds to it. */
class FileWeightsTests {

    private static final int MEGABYTE = 1024 * 1024;
    private static final Pattern CONTROL = Pattern.compile("<input[^>]*type=\"file\"[^\n]*");
    private static final Path TEMPLATES = Path.of("webapp/src/main/resources/templates");

    /** Chooses a file of zeros, as somebody at the screen would. */
    private static final String CHOOSE = """
            const [input, name, type, bytes] = arguments;
            const taken = new DataTransfer();
            taken.items.add(new File([new Uint8Array(bytes)], name, {type}));
            input.files = taken.files;
            input.dispatchEvent(new Event('change', {bubbles: true}));
            """;

    @TempDir
    static Path home;

    private static Portal portal;
    private static ChromeDriver browser;
    private static AtTheScreen screen;

    @BeforeAll
    static void open() {
        portal = Portal.start(
                home.resolve("data"), "--bocage.dam.max-picture-size=3MB", "--bocage.dam.max-document-size=26MB");
        browser = Chromium.open(home.resolve("chromium"));
        screen = new AtTheScreen(browser, portal);
        screen.signIn("admin");
    }

    @AfterAll
    static void close() {
        browser.quit();
        portal.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /espace/documents/deposer          | rapport.pdf | application/pdf | 27 | C’est trop lourd : 27 Mo. On prend 26 Mo au plus.
            /espace/documents/deposer          | rapport.txt | text/plain      | 1  | On ne sait pas prendre ce genre de fichier ici.
            /espace/acteurs/tableau            | acteurs.csv | text/csv        | 6  | C’est trop lourd : 6 Mo. On prend 5 Mo au plus.
            /espace/acteurs/tableau            | rapport.pdf | application/pdf | 27 | On ne sait pas prendre ce genre de fichier ici.
            /espace/lettres/abonnes/reprendre          | liste.csv   | text/csv        | 6  | C’est trop lourd : 6 Mo. On prend 5 Mo au plus.
            /espace/lettres/abonnes/reprendre          | rapport.pdf | application/pdf | 27 | On ne sait pas prendre ce genre de fichier ici.
            /espace/reglages/importer          | rapport.pdf | application/pdf | 27 | On ne sait pas prendre ce genre de fichier ici.
            /espace/reglages/reprendre         | rapport.pdf | application/pdf | 27 | On ne sait pas prendre ce genre de fichier ici.
            /espace/reglages/logo              | logo.svg    | image/svg+xml   | 3  | C’est trop lourd : 3 Mo. On prend 2 Mo au plus.
            /espace/reglages/logo              | rapport.pdf | application/pdf | 27 | On ne sait pas prendre ce genre de fichier ici.
            /espace/ressources/nouveau         | rapport.pdf | application/pdf | 27 | C’est trop lourd : 27 Mo. On prend 26 Mo au plus.
            /espace/annonces/nouveau           | rapport.pdf | application/pdf | 27 | Ce n’est pas une photo que l’on sait lire
            /proposer/actu                     | rapport.pdf | application/pdf | 27 | Ce n’est pas une photo que l’on sait lire
            """)
    void a_file_that_is_not_taken_is_told_when_it_is_chosen(
            String path, String name, String type, int megabytes, String words) {
        screen.go(path);
        WebElement title = browser.findElements(By.name("titre")).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElse(null);
        if (title != null) {
            title.sendKeys("Toujours là");
        }
        List<WebElement> controls = controls();
        assertThat(controls).isNotEmpty();

        for (WebElement control : controls) {
            choose(control, name, type, megabytes);
            told(control, words);
        }
        if (title != null) {
            assertThat(title.getDomProperty("value")).isEqualTo("Toujours là");
        }
    }

    @Test
    void the_library_tells_the_weight_of_each_file_that_it_leaves() {
        screen.go("/espace/medias");
        screen.unfold("Ajouter des fichiers");
        choose(browser.findElement(By.id("depot-fichier")), "rapport.pdf", "application/pdf", 27);
        screen.reads("Trop lourd : 26 Mo au plus.");
    }

    @Test
    void what_takes_the_place_of_a_document_may_weigh_what_a_document_may_and_that_of_a_picture_what_a_picture_may()
            throws IOException {
        deposit("Le règlement", Files.write(home.resolve("reglement.pdf"), TestDocuments.pdf()));
        choose(control("Mettre une nouvelle version"), "rapport.pdf", "application/pdf", 27);
        told(browser.findElement(By.id("version-fichier")), "C’est trop lourd : 27 Mo. On prend 26 Mo au plus.");

        screen.go(one("/espace/medias?sorte=photos", "/espace/medias/[0-9a-f-]{36}"));
        choose(control("Remplacer le fichier"), "rapport.pdf", "application/pdf", 4);
        told(browser.findElement(By.id("champ-fichier")), "Ce n’est pas une photo que l’on sait lire");
    }

    @Test
    void a_document_heavier_than_most_portals_take_comes_in_where_the_option_says_so() throws IOException {
        byte[] pdf = Arrays.copyOf(TestDocuments.pdfSaying("Le rapport moral", 1), 25 * MEGABYTE + 500_000);
        deposit("Le rapport moral", Files.write(home.resolve("rapport.pdf"), pdf));
    }

    private static void deposit(String title, Path file) {
        screen.go("/espace/documents/deposer");
        assertThat(screen.text()).contains("26 Mo au plus");
        browser.findElement(By.name("titre")).sendKeys(title);
        browser.findElement(By.id("champ-fichier")).sendKeys(file.toString());
        screen.follow(screen.button("Déposer"));
        assertThat(browser.getCurrentUrl()).contains("/lire");
        assertThat(screen.text()).contains(title);
    }

    @Test
    void each_control_for_a_file_knows_how_heavy_it_may_be_from_one_place() throws IOException {
        List<String> without = new ArrayList<>();
        int count = 0;
        try (Stream<Path> all = Files.walk(TEMPLATES)) {
            for (Path template : all.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(template, StandardCharsets.UTF_8);
                for (Matcher control = CONTROL.matcher(text); control.find(); count++) {
                    String form =
                            text.substring(Math.max(text.lastIndexOf("<form", control.start()), 0), control.end());
                    if (!form.contains("data-poids=\"${")) {
                        without.add(template.getFileName() + ": " + control.group());
                    }
                }
                assertThat(text)
                        .as("a weight written by hand in " + template)
                        .doesNotContainPattern("[0-9][ \u00a0]Mo\\b|data-poids=\"[0-9]");
            }
        }
        assertThat(count).isGreaterThan(10);
        assertThat(without).isEmpty();
    }

    /** Returns the controls for files of the page, once all of it stands open and a first picture was added. */
    private static List<WebElement> controls() {
        browser.executeScript("document.querySelectorAll('main details').forEach(one => one.open = true)");
        List<WebElement> adds = browser.findElements(By.cssSelector("main button[value='ajouter:photos']"));
        if (!adds.isEmpty()) {
            browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", adds.get(0));
            adds.get(0).click();
            screen.waiting()
                    .until(driver -> !browser.findElements(By.cssSelector("main input[type=file]"))
                            .isEmpty());
            browser.executeScript("document.querySelectorAll('main details').forEach(one => one.open = true)");
        }
        return browser.findElements(By.cssSelector("main input[type=file]"));
    }

    private static WebElement control(String fold) {
        screen.unfold(fold);
        return browser.findElement(By.cssSelector("main details[open] input[type=file]"));
    }

    private static String one(String list, String pattern) {
        screen.go(list);
        Matcher address =
                Pattern.compile("href=\"(" + pattern + ")\"").matcher(Objects.requireNonNull(browser.getPageSource()));
        assertThat(address.find()).as(list).isTrue();
        return address.group(1);
    }

    private static void choose(WebElement control, String name, String type, int megabytes) {
        browser.executeScript(CHOOSE, control, name, type, megabytes * MEGABYTE);
    }

    private static void told(WebElement control, String words) {
        screen.waiting()
                .until(driver -> browser.findElements(By.id(control.getDomAttribute("id") + "-choix")).stream()
                        .anyMatch(one -> one.getText().replace('\u00a0', ' ').contains(words)));
        assertThat(control.getDomProperty("value")).as("nothing is sent").isEmpty();
    }
}
