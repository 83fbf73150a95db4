package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bocage.cms.dam.TestDocuments;
import org.bocage.cms.dam.TestPictures;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Select;

/** Files that come in by a browser: chosen, dropped, cut in the middle. */
class MediaInBrowserTests {

    @TempDir
    static Path folder;

    private static Portal portal;
    private static ChromeDriver browser;

    @BeforeAll
    static void open() {
        portal = Portal.start(folder.resolve("home"));
        browser = Chromium.open(folder.resolve("profile"));
        signIn("ca");
    }

    private static void signIn(String account) {
        new AtTheScreen(browser, portal).signIn(account);
    }

    @AfterAll
    static void close() {
        browser.quit();
        portal.close();
    }

    @Test
    void photos_are_chosen_by_the_keyboard_sent_with_progress_and_described_at_once() throws IOException {
        go("/espace/medias");
        WebElement summary = browser.findElement(By.cssSelector("#ajouter > summary"));
        if (browser.findElement(By.id("ajouter")).getDomAttribute("open") == null) {
            summary.sendKeys(Keys.ENTER);
        }
        WebElement input = browser.findElement(By.id("depot-fichier"));
        assertThat(input.getAccessibleName()).isEqualTo("Vos photos ou vos documents");
        input.sendKeys(photo("un.png", 901) + "\n" + photo("deux.png", 902));

        waiting().until(ExpectedConditions.urlContains("/a-decrire"));
        List<WebElement> words = browser.findElements(By.cssSelector("input[name$='.alt']"));
        assertThat(words).hasSizeGreaterThanOrEqualTo(2);
        for (int width : List.of(1280, 375)) {
            browser.manage().window().setSize(new Dimension(width, 900));
            assertThat(Axe.check().violations(browser)).isEmpty();
        }
        for (int i = 0; i < words.size(); i++) {
            words.get(i).sendKeys("Un marché, vue " + i);
            new Select(browser.findElement(By.name("photos[" + i + "].droits"))).selectByValue("personne");
        }
        words.get(0).sendKeys(Keys.ENTER);
        waiting().until(ExpectedConditions.urlContains("photos-decrites"));
        assertThat(browser.findElement(By.className("annonce")).getText()).contains("Tout est décrit");
        assertThat(Chromium.complaints(browser)).isEmpty();
    }

    @Test
    void a_dropped_file_whose_network_is_cut_waits_and_goes_on_where_it_stopped() {
        go("/espace/medias");
        network(true);
        browser.executeScript("""
                document.getElementById('ajouter').open = true;
                const bytes = new Uint8Array(1400000).fill(32);
                bytes.set(new TextEncoder().encode('%PDF-1.4 '));
                const data = new DataTransfer();
                data.items.add(new File([bytes], 'xylophone.pdf', {type: 'application/pdf', lastModified: 7}));
                const zone = document.querySelector('[data-depot-zone]');
                zone.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
                """);
        waiting()
                .until(ExpectedConditions.textToBePresentInElementLocated(
                        By.cssSelector(".envoi-ligne__etat"), "Connexion coupée"));

        network(false);
        waiting().until(ExpectedConditions.urlContains("fait=photo-ajoutee"));
        go("/espace/medias?q=xylophone");
        assertThat(browser.findElements(By.cssSelector(".mur a"))).hasSize(1);
    }

    @Test
    void a_photo_at_which_the_portal_breaks_is_told_so_and_not_sent_again() throws IOException {
        go("/espace/medias");
        browser.executeScript("""
                document.getElementById('ajouter').open = true;
                const send = window.fetch;
                window.asked = 0;
                window.fetch = (address, options) => {
                    if (!String(address).endsWith('/fin')) return send(address, options);
                    window.asked++;
                    return Promise.resolve(new Response('{}', {status: 500}));
                };
                """);
        browser.findElement(By.id("depot-fichier")).sendKeys(photo("casse.png", 905));
        waiting().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector(".envoi-ligne--arret")));

        assertThat(browser.findElement(By.cssSelector(".envoi-ligne__etat")).getText())
                .contains("Le portail n’a pas pu prendre ce fichier")
                .doesNotContain("onnexion coupée");
        assertThat(browser.executeScript("return window.asked")).isEqualTo(1L);
        assertThat(browser.findElements(By.xpath("//button[.='Reprendre l’envoi']")))
                .noneMatch(WebElement::isDisplayed);
    }

    @Test
    void a_photo_of_a_telephone_is_lightened_and_shown_before_it_goes_and_its_words_are_asked_at_once(
            @TempDir Path photos) throws IOException {
        Path heavy = Files.write(
                photos.resolve("IMG_0001.jpg"), TestPictures.portraitOfPhone(TestPictures.photo(4000, 3000, 77)));
        assertThat(Files.size(heavy)).isGreaterThan(1_500_000);
        go("/espace/actus/nouveau");
        browser.findElement(By.name("titre")).sendKeys("Une actu et sa photo");
        addPhoto();
        WebElement input =
                waiting().until(ExpectedConditions.presenceOfElementLocated(By.name("photos[0].image.fichier")));
        browser.executeScript("arguments[0].closest('details').open = true", input);
        input.sendKeys(heavy.toString());

        waiting().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("img.apercu-photo")));
        Number sent = (Number)
                java.util.Objects.requireNonNull(browser.executeScript("return arguments[0].files[0].size", input));
        assertThat(sent.longValue()).isLessThan(Files.size(heavy));
        Object shape = browser.executeAsyncScript(
                "const done = arguments[1]; createImageBitmap(arguments[0].files[0]).then(one => done(one.width + 'x' + one.height))",
                input);
        assertThat(shape).as("upright, no larger than what is shown").isEqualTo("1920x2560");
        browser.findElement(By.cssSelector("#ecrire button[value=publier], #ecrire button[value=proposer]"))
                .click();
        assertThat(browser.findElements(By.className("erreur-photo")))
                .as("asked before anything is sent")
                .isNotEmpty();
        assertThat(browser.findElement(By.name("titre")).getDomProperty("value"))
                .isEqualTo("Une actu et sa photo");
    }

    @Test
    void a_file_that_the_portal_will_not_take_is_told_when_it_is_chosen_and_what_was_typed_stays(@TempDir Path files)
            throws IOException {
        Path heic = Files.write(
                files.resolve("IMG_0002.heic"), new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c'});
        Path text = Files.writeString(files.resolve("notes.txt"), "Ce n’est pas une photo");
        Path vast = files.resolve("vaste.pdf");
        try (var file = new java.io.RandomAccessFile(vast.toFile(), "rw")) {
            file.setLength(54L * 1024 * 1024);
        }
        go("/espace/documents/deposer");
        WebElement input = browser.findElement(By.id("champ-fichier"));
        input.sendKeys(vast.toString());
        told(input, "C’est trop lourd : 54 Mo. On prend 20 Mo au plus.");
        input.sendKeys(text.toString());
        told(input, "On ne sait pas prendre ce genre de fichier ici.");
        input.sendKeys(heic.toString());
        told(input, "Cette photo est au format HEIC");

        go("/espace/actus/nouveau");
        browser.findElement(By.name("titre")).sendKeys("Toujours là");
        addPhoto();
        WebElement photo =
                waiting().until(ExpectedConditions.presenceOfElementLocated(By.name("photos[0].image.fichier")));
        browser.executeScript("arguments[0].closest('details').open = true", photo);
        photo.sendKeys(heic.toString());
        told(photo, "Cette photo est au format HEIC");
        photo.sendKeys(text.toString());
        told(photo, "Ce n’est pas une photo que l’on sait lire");
        photo.sendKeys(Files.writeString(files.resolve("IMG_0003.jpg"), "Ce n’est plus une photo")
                .toString());
        told(photo, "Cette photo ne s’ouvre pas");
        assertThat(browser.findElement(By.name("titre")).getDomProperty("value"))
                .isEqualTo("Toujours là");
    }

    @Test
    void a_photo_of_54_megabytes_and_one_in_heic_that_the_browser_reads_go_as_light_jpeg(@TempDir Path photos)
            throws IOException {
        byte[] picture = TestPictures.encoded(TestPictures.photo(3000, 2000, 79), "jpg");
        // what follows the picture in its file is read by nobody
        Path vast = Files.write(photos.resolve("IMG_0005.jpg"), java.util.Arrays.copyOf(picture, 54 * 1024 * 1024));
        Path heic = Files.write(photos.resolve("IMG_0006.heic"), new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p'});
        go("/espace/actus/nouveau");
        browser.findElement(By.name("titre")).sendKeys("Deux photos");
        addPhoto();
        WebElement input =
                waiting().until(ExpectedConditions.presenceOfElementLocated(By.name("photos[0].image.fichier")));
        browser.executeScript("arguments[0].closest('details').open = true", input);
        input.sendKeys(vast.toString());
        waiting().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("img.apercu-photo")));
        assertThat(chosen(input)).matches("IMG_0005\\.jpg image/jpeg [0-9]{1,7}");

        // a telephone that knows HEIC: Debian's Chromium does not
        browser.executeScript("""
                const read = window.createImageBitmap;
                window.createImageBitmap = file => {
                    if (!file.name?.endsWith('.heic')) return read(file);
                    const canvas = document.createElement('canvas');
                    canvas.width = 4000;
                    canvas.height = 3000;
                    return read(canvas);
                };
                """);
        input.sendKeys(heic.toString());
        waiting().until(driver -> chosen(input).startsWith("IMG_0006.jpg image/jpeg "));
        assertThat(browser.findElements(By.cssSelector("img.apercu-photo"))).hasSize(1);
    }

    /** Returns name, type and bytes of what a control has. */
    private static String chosen(WebElement input) {
        return String.valueOf(browser.executeScript(
                "const file = arguments[0].files[0]; return file && `${file.name} ${file.type} ${file.size}`", input));
    }

    @Test
    void twelve_photos_chosen_at_once_arrive_once_each_on_a_slow_line() throws IOException {
        go("/espace/medias");
        browser.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", false, "latency", 150, "downloadThroughput", 200_000, "uploadThroughput", 100_000));
        try {
            browser.executeScript("document.getElementById('ajouter').open = true");
            List<String> paths = new java.util.ArrayList<>();
            for (int i = 1; i <= 12; i++) {
                paths.add(photo("douzaine-%02d.png".formatted(i), 920 + i));
            }
            browser.findElement(By.id("depot-fichier")).sendKeys(String.join("\n", paths));
            waiting().until(ExpectedConditions.urlContains("/a-decrire"));
        } finally {
            network(false);
        }
        go("/espace/medias?q=douzaine");
        assertThat(browser.findElements(By.cssSelector(".mur a"))).hasSize(12);
    }

    @Test
    void a_photo_is_shown_before_it_is_sent_from_the_public_form_too(@TempDir Path photos) throws IOException {
        Path photo = Files.write(
                photos.resolve("IMG_0004.jpg"), TestPictures.encoded(TestPictures.photo(640, 480, 78), "jpg"));
        go("/proposer/actu");
        WebElement input = browser.findElement(By.cssSelector("input[type=file]"));
        browser.executeScript(
                "for (let one = arguments[0].closest('details'); one; one = one.parentElement.closest('details')) one.open = true",
                input);
        input.sendKeys(photo.toString());
        WebElement shown =
                waiting().until(ExpectedConditions.presenceOfElementLocated(By.cssSelector("img.apercu-photo")));
        waiting()
                .until(ready -> Boolean.TRUE.equals(
                        browser.executeScript("return arguments[0].complete && arguments[0].naturalWidth > 0", shown)));
    }

    /** Unfolds the photos of a form, and adds the first. */
    private static void addPhoto() {
        browser.executeScript(
                "document.querySelector('#ecrire').querySelectorAll('details').forEach(one => one.open = true)");
        WebElement add = browser.findElement(By.cssSelector("button[value='ajouter:photos']"));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", add);
        add.click();
    }

    private static void told(WebElement input, String words) {
        waiting()
                .until(driver -> browser.findElements(By.id(input.getDomAttribute("id") + "-choix")).stream()
                        .anyMatch(one -> one.getText().replace('\u00a0', ' ').contains(words)));
        assertThat(input.getDomProperty("value")).as("nothing is sent").isEmpty();
    }

    @Test
    void an_archive_to_import_goes_piece_by_piece_and_is_looked_at() throws IOException {
        Path archive = folder.resolve("website.par-morceaux.yaml");
        Files.writeString(
                archive,
                "par-morceaux: {jcr:primaryType: mgnl:page, title: '" + ("a".repeat(1_000) + "\n  ").repeat(1_400)
                        + "'}");
        signIn("salariee");
        try {
            go("/espace/reglages/importer");
            assertThat(browser.findElement(By.tagName("main")).getText()).contains("un gigaoctet au plus");
            network(true);
            browser.findElement(By.id("import-fichier")).sendKeys(archive.toString());
            browser.findElement(By.xpath("//button[.='Regarder d’abord']")).click();
            waiting()
                    .until(ExpectedConditions.textToBePresentInElementLocated(
                            By.cssSelector(".envoi-ligne__etat"), "Connexion coupée"));

            network(false);
            waiting().until(ExpectedConditions.visibilityOfElementLocated(By.id("rapport")));
            assertThat(browser.findElement(By.id("rapport")).getText())
                    .contains("Voici ce que ferait « website.par-morceaux.yaml »");
            assertThat(Axe.check().violations(browser)).isEmpty();
        } finally {
            network(false);
            signIn("ca");
        }
    }

    @Test
    void a_picture_is_framed_by_pointing_and_by_numbers() throws IOException {
        go("/espace/medias");
        browser.executeScript("document.getElementById('ajouter').open = true");
        browser.findElement(By.id("depot-fichier")).sendKeys(photo("cadre.png", 903));
        waiting().until(ExpectedConditions.urlContains("/a-decrire"));
        go("/espace/medias");
        browser.findElement(By.cssSelector(".mur a")).sendKeys(Keys.ENTER);
        WebElement stage =
                waiting().until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("[data-cadrage-image]")));
        waiting().until(done -> stage.getSize().getHeight() > 50);
        stage.click();
        WebElement across = browser.findElement(By.name("centreX"));
        assertThat(across.getAccessibleName()).startsWith("Centre, de gauche à droite");
        assertThat(Double.parseDouble(across.getDomProperty("value"))).isBetween(48.0, 52.0);
        across.clear();
        across.sendKeys("20");
        assertThat((String) browser.executeScript("return document.querySelector('.cadrage__centre').style.left"))
                .isEqualTo("20%");
        for (int width : List.of(1280, 375)) {
            browser.manage().window().setSize(new Dimension(width, 900));
            assertThat(Axe.check().violations(browser)).isEmpty();
            assertThat(browser.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
        }
    }

    @Test
    void a_file_is_put_into_a_folder_and_stays_at_its_address() throws IOException {
        browser.manage().window().setSize(new Dimension(1280, 900));
        go("/espace/medias");
        browser.executeScript("document.querySelector('#dossier-nom').closest('details').open = true");
        browser.findElement(By.id("dossier-nom")).sendKeys("Fête du four", Keys.ENTER);
        waiting().until(ExpectedConditions.textToBe(By.tagName("h1"), "Fête du four"));
        go("/espace/medias");
        browser.executeScript("document.getElementById('ajouter').open = true");
        browser.findElement(By.id("depot-fichier")).sendKeys(photo("a-ranger.png", 904));
        waiting().until(ExpectedConditions.urlContains("/a-decrire"));
        go("/espace/medias");
        browser.findElement(By.cssSelector(".mur a")).sendKeys(Keys.ENTER);
        waiting().until(ExpectedConditions.presenceOfElementLocated(By.id("champ-dossier")));
        String address = browser.findElement(By.linkText("Ouvrir l’original")).getDomProperty("href");
        browser.executeScript("document.querySelector('#champ-dossier').closest('details').open = true");
        new Select(browser.findElement(By.id("champ-dossier"))).selectByVisibleText("Fête du four");
        browser.findElement(By.cssSelector("form[action$='/dossier'] button")).sendKeys(Keys.ENTER);
        waiting().until(ExpectedConditions.urlContains("photo-rangee"));

        assertThat(browser.findElement(By.linkText("Ouvrir l’original")).getDomProperty("href"))
                .isEqualTo(address);
        go("/espace/medias?dossier=/fete-du-four");
        assertThat(browser.findElements(By.cssSelector(".mur a"))).hasSize(1);
    }

    @Test
    void minutes_are_left_from_a_phone_in_two_activations_and_opened_in_one() throws IOException {
        browser.manage().window().setSize(new Dimension(375, 800));
        go("/espace");
        browser.findElement(By.linkText("Déposer un compte rendu")).sendKeys(Keys.ENTER);
        Path minutes = folder.resolve("cr.docx");
        Files.write(minutes, TestDocuments.word("On se retrouve mardi."));
        waiting()
                .until(ExpectedConditions.presenceOfElementLocated(By.id("champ-fichier")))
                .sendKeys(minutes.toString());
        browser.findElement(By.cssSelector("main form button[type=submit]")).sendKeys(Keys.ENTER);
        waiting().until(ExpectedConditions.urlContains("/lire"));

        go("/espace");
        browser.findElement(By.partialLinkText("Compte rendu du CA")).sendKeys(Keys.ENTER);
        waiting().until(ExpectedConditions.urlContains("/lire"));
        assertThat(browser.findElement(By.partialLinkText("Ouvrir le document")).isDisplayed())
                .isTrue();
        assertThat(Axe.check().violations(browser)).isEmpty();
    }

    private static void network(boolean cut) {
        browser.executeCdpCommand("Network.enable", Map.of());
        browser.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", cut, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    private static String photo(String name, int seed) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, TestPictures.encoded(TestPictures.photo(800, 600, seed), "png"));
        return file.toString();
    }

    private static void go(String address) {
        browser.get(portal.address() + address);
    }

    private static FluentWait<WebDriver> waiting() {
        return Chromium.waiting(browser).withTimeout(Duration.ofSeconds(40));
    }
}
