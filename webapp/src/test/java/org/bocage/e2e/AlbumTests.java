package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.jcr.Node;
import org.bocage.cms.dam.Assets;
import org.bocage.cms.dam.TestPictures;
import org.bocage.cms.dam.uploads.AcceptedFile;
import org.bocage.cms.dam.uploads.UploadGuard;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.editorial.publishing.ImageRights;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** The albums as visitors see them, and what somebody who is on a photo can do. */
class AlbumTests {

    private static final String DRAWING = "jcr:b0ca0006-0000-4000-8000-000000000001";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String ALBUM = "/actualites/photos/un-samedi-au-jardin";

    @TempDir
    static Path home;

    private static Portal portal;

    @BeforeAll
    static void open() {
        portal = Portal.start(home);
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @Test
    void PH_01_PH_02_an_album_has_its_date_its_photos_in_order_their_captions_and_their_credit() {
        Browser visitor = new Browser(portal.port());

        assertThat(visitor.read("/actualites/photos")
                        .select(".albums a[href^=/actualites/photos/]")
                        .size())
                .isGreaterThanOrEqualTo(3);
        Document evening = visitor.read("/actualites/photos/qui-fait-quoi-la-soiree");
        assertThat(Browser.plain(evening.select("h1").text())).isEqualTo("Qui fait quoi ? La soirée");
        assertThat(evening.select(".album-head time").attr("datetime")).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        assertThat(evening.select(".album-head a.more").attr("href"))
                .as("the event it shows")
                .startsWith("/agenda/");
        assertThat(evening.select(".wall img").eachAttr("alt").stream()
                        .map(words -> Browser.plain(words).replaceFirst("Dessin : ", "")))
                .as("in their order")
                .containsExactly(
                        "des mains au-dessus d’une grande carte",
                        "un mur de petits papiers de couleur",
                        "un gâteau en forme de colline, avec une haie en angélique",
                        "des manteaux pendus à des patères",
                        "un chien endormi sur un tapis",
                        "un cercle de chaises vides sous une guirlande");
        assertThat(evening.select(".wall figcaption [data-caption]").stream().map(one -> Browser.plain(one.ownText())))
                .as("what each says")
                .containsExactly(
                        "« Moi je suis là, et toi ? »",
                        "Cent douze envies. On les a toutes relues.",
                        "Il n’a pas tenu jusqu’au discours.",
                        "Le signe qu’on reste.",
                        "Secrétaire de séance.",
                        "Après. Il en manquait trois.");
        Document album = visitor.read(ALBUM);
        assertThat(album.select(".wall figcaption .credit").size())
                .as("inherited from the album where a photo has none of its own")
                .isEqualTo(album.select(".wall figure").size());
    }

    @Test
    void PH_05_a_photo_that_somebody_does_not_want_shown_is_gone_at_once_and_whoever_reviews_looks() {
        Browser visitor = new Browser(portal.port());
        Document album = visitor.read(ALBUM);
        int shown = album.select(".wall figure").size();
        Element ask = Objects.requireNonNull(album.selectFirst("a:contains(Demander le retrait)"));
        String id = ask.attr("href").replaceFirst(".*/", "");

        assertThat(post(visitor, visitor.read(ask.attr("href")), Map.of("courriel", "pas une adresse"))
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> done =
                post(visitor, visitor.read(ask.attr("href")), Map.of("raison", "Ma fille est devant."));

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(visitor.read(ALBUM).select(".wall figure").size()).isEqualTo(shown - 1);
        assertThat(visitor.get("/dam/jcr:" + id + "/x.jpg").statusCode()).isEqualTo(404);
        assertThat(visitor.get(ask.attr("href")).statusCode()).as("asked again").isEqualTo(404);
        assertThat(privateNames(id)).isEmpty();

        Browser noor = Browser.signedIn(portal.port(), "salariee");
        Element task = Objects.requireNonNull(noor.read("/espace/taches").selectFirst("a[href$=" + id + "]"));
        Document screen = noor.read(task.attr("href"));
        assertThat(screen.text()).contains("Retirée à la demande de quelqu’un", "Ma fille est devant.");
        String month = java.time.YearMonth.now(java.time.ZoneOffset.UTC).toString();
        assertThat(noor.read("/espace/journal?mois=" + month).text()).contains("quelqu’un sans compte");
        assertThat(noor.read("/espace/courriers").text()).contains("Une photo a été retirée");

        assertThat(settle(noor, screen, "garder").statusCode()).isEqualTo(302);
        assertThat(noor.read("/espace/taches").select("a[href$=" + id + "]").size())
                .isZero();
        assertThat(visitor.read(ALBUM).select(".wall figure").size()).isEqualTo(shown - 1);

        Browser ca = Browser.signedIn(portal.port(), "ca");
        assertThat(settle(ca, ca.read("/espace"), id, "remettre").statusCode()).isEqualTo(403);
        assertThat(settle(noor, noor.read(task.attr("href")), "remettre").statusCode())
                .isEqualTo(302);
        assertThat(visitor.read(ALBUM).select(".wall figure").size()).isEqualTo(shown);
    }

    @Test
    void a_robot_takes_no_photo_away() {
        Browser visitor = new Browser(portal.port());
        Document album = visitor.read("/actualites/photos/la-braderie-d-avant");
        int shown = album.select(".wall figure").size();
        String address = Objects.requireNonNull(album.selectFirst("a:contains(Demander le retrait)"))
                .attr("href");

        HttpResponse<String> done = post(visitor, visitor.read(address), Map.of("siteweb", "http://pub.invalid"));

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(visitor.read("/actualites/photos/la-braderie-d-avant")
                        .select(".wall figure")
                        .size())
                .isEqualTo(shown);
    }

    @Test
    void PH_08_the_photos_are_looked_at_by_the_keyboard_and_the_focus_comes_back(@TempDir Path profile) {
        ChromeDriver browser = Chromium.open(profile);
        try {
            browser.get(portal.address() + "/actualites/photos/qui-fait-quoi-la-soiree");
            List<WebElement> links = browser.findElements(By.cssSelector("a[data-photo]"));
            String first = links.get(0).getDomProperty("href");
            assertThat(first).as("a plain link without scripts").contains("/.imaging/");
            links.get(0).sendKeys(Keys.ENTER);
            WebElement dialog = Chromium.waiting(browser)
                    .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("dialog.viewer[open]")));
            assertThat(dialog.getAccessibleName()).isEqualTo("Les photos de l’album");
            assertThat(dialog.findElement(By.tagName("img")).getDomProperty("src"))
                    .isEqualTo(first);

            browser.switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
            assertThat(dialog.findElement(By.tagName("img")).getDomProperty("src"))
                    .isEqualTo(links.get(1).getDomProperty("href"));
            browser.switchTo().activeElement().sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
            assertThat(dialog.findElement(By.cssSelector("[role=status]")).getText())
                    .startsWith(links.size() + " / ");
            for (int width : List.of(1280, 375)) {
                browser.manage().window().setSize(new Dimension(width, 900));
                assertThat(Axe.check().violations(browser)).isEmpty();
            }
            browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
            WebElement last = links.get(links.size() - 1);
            Chromium.waiting(browser).until(gone -> last.equals(gone.switchTo().activeElement()));
        } finally {
            browser.quit();
        }
    }

    @Test
    void PH_03_an_album_is_published_when_each_photo_is_described_or_said_to_be_decorative() {
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", "La fête sans mots");
        filled.put("date", "2026-05-30");
        filled.put("creditParDefaut", "le pôle");
        filled.put("photos[0].image", DRAWING);
        filled.put("visibilite", "public");

        HttpResponse<String> refused = salariee.write("/espace/albums/nouveau", filled, "publier");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.page(refused).select("[data-champ]:has([name='photos[0].alt']) .erreur"))
                .isNotEmpty();
        filled.put("photos[0].decorative", "true");
        HttpResponse<String> sent = salariee.write("/espace/albums/nouveau", filled, "publier");
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
        assertThat(page("/actualites/photos/la-fete-sans-mots")
                        .select(".wall img")
                        .attr("alt"))
                .isEmpty();
    }

    @Test
    void PH_07_a_photo_of_a_page_has_its_size_three_widths_and_waits_below_the_fold() {
        for (Element photo : page("/actualites/photos/un-samedi-au-jardin").select(".wall img")) {
            assertThat(photo.attr("width")).matches("[0-9]+");
            assertThat(photo.attr("height")).matches("[0-9]+");
            assertThat(photo.attr("srcset")).contains("320w", "640w");
            assertThat(photo.attr("src")).contains("/.imaging/");
            assertThat(photo.hasAttr("fetchpriority") || photo.attr("loading").equals("lazy"))
                    .isTrue();
        }
        Elements first = page("/actualites/photos/un-samedi-au-jardin").select(".wall img[fetchpriority]");
        assertThat(first).hasSize(1);
        assertThat(first.attr("srcset")).as("the large one").containsPattern("/large/\\S+ 1280w");
        assertThat(page("/actualites/photos/un-samedi-au-jardin")
                        .select(".wall a[data-photo]")
                        .eachAttr("href"))
                .as("each leads to its large size")
                .isNotEmpty()
                .allMatch(href -> href.contains("/.imaging/mte/portail/large/"));
    }

    @Test
    void no_picture_stands_twice_on_a_page() {
        for (String address : List.of("/", "/agenda?vue=images")) {
            Elements shown = page(address).select(".card-picture img, .rdv-picture img, .tile-picture img");
            assertThat(shown.eachAttr("src").stream().map(src -> src.replaceFirst(".*/dam/", "")))
                    .as(address)
                    .doesNotHaveDuplicates();
            assertThat(shown.select("[src*=parcelles]").eachAttr("alt"))
                    .as("what stands in on %s", address)
                    .isNotEmpty()
                    .containsOnly("");
        }
    }

    @Test
    void PH_09_actions_and_events_are_looked_at_in_pictures_and_albums_may_stand_on_the_home_page() {
        for (String list : List.of("/le-pole/actions", "/agenda")) {
            Document words = page(list);
            String address = words.select("main a:contains(Voir en images)").attr("href");
            assertThat(words.select(".pictures")).as(list).isEmpty();
            Document pictures = page(address);
            assertThat(pictures.select(".pictures a").eachAttr("href"))
                    .as(address)
                    .isNotEmpty()
                    .allMatch(href -> href.startsWith(list + "/"));
            assertThat(pictures.select(".pictures li:not(:has(img))")).isEmpty();
            assertThat(pictures.select(".pictures img[src*=/.imaging/]")).isNotEmpty();
            assertThat(pictures.select("main a:contains(Revenir à la liste)").attr("href"))
                    .isEqualTo(list);
        }
        Document narrowed = page("/le-pole/actions?cherche=salle&vue=images");
        assertThat(narrowed.select(".pictures strong").eachText()).containsExactly("Le programme de formations");

        hearts("albums");
        try {
            assertThat(titles(page("/"))).contains("Un samedi au jardin");
            assertThat(page("/").select(".albums a[href^=/actualites/photos/]")).hasSizeGreaterThanOrEqualTo(2);
        } finally {
            hearts("coups-de-coeur");
        }
    }

    @Test
    void PH_09_UX_31_the_photo_of_the_week_takes_the_place_of_what_is_at_heart_while_somebody_agrees_to_it() {
        assertThat(page("/").select("main h2.block-title").eachText()).contains("Coup de cœur");
        String picture = week(0);
        Document home = page("/");
        assertThat(home.select("main h2.block-title").eachText())
                .contains("La photo de la semaine")
                .doesNotContain("Coup de cœur");
        assertThat(home.select(".week-photo img").attr("alt")).contains("une carotte très, très longue");
        assertThat(Browser.plain(home.select(".week-photo .credit").text())).isEqualTo("Image : dessin du pôle");
        assertThat(home.select(".week-photo img").attr("loading"))
                .as("it stands below the first screen")
                .isEqualTo("lazy");
        assertThat(home.select(".week-photo a").attr("href")).isEqualTo(ALBUM);

        agreed(picture, ImageRights.Agreement.TO_ASK);
        try {
            assertThat(page("/").select("main h2.block-title").eachText())
                    .as("without anybody's yes there is none")
                    .contains("Coup de cœur")
                    .doesNotContain("La photo de la semaine");
        } finally {
            agreed(picture, ImageRights.Agreement.NOBODY);
        }
        assertThat(page("/").select(".week-photo")).hasSize(1);

        week(6);
        assertThat(page("/").select(".week-photo")).as("seven days").hasSize(1);
        week(7);
        assertThat(page("/").select(".week-photo")).isEmpty();
        assertThat(page("/").select("main h2.block-title").eachText()).contains("Coup de cœur");
    }

    @Test
    void PH_01_PH_09_photos_of_a_telephone_lying_and_upright_are_shown_whole_in_their_album_and_well_framed_elsewhere(
            @TempDir Path profile) throws IOException {
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", "Le marché de Noël en vrai");
        filled.put("accroche", "Des lampions, des stands, et une pluie qui a eu la politesse d’attendre.");
        filled.put("date", LocalDate.now(PARIS).minusDays(1).toString());
        filled.put("creditParDefaut", "Une bénévole");
        filled.put("visibilite", "public");
        List<byte[]> files = List.of(
                TestPictures.portraitOfPhone(TestPictures.photo(4000, 3000, 11)),
                TestPictures.encoded(TestPictures.photo(4000, 3000, 12), "jpg"),
                TestPictures.encoded(TestPictures.photo(4000, 1500, 13), "jpg"),
                TestPictures.portraitOfPhone(TestPictures.photo(4000, 3000, 14)),
                TestPictures.encoded(TestPictures.photo(300, 220, 15), "jpg"));
        for (int i = 0; i < files.size(); i++) {
            filled.put("photos[" + i + "].image", "jcr:" + received(files.get(i), "marche-" + i + ".jpg"));
            filled.put("photos[" + i + "].alt", "Un stand du marché, vue " + (i + 1));
            filled.put("photos[" + i + "].legende", "Le stand numéro " + (i + 1) + ".");
        }
        filled.put("photos[0].semaineDu", LocalDate.now(PARIS).toString());
        HttpResponse<String> sent =
                Browser.signedIn(portal.port(), "salariee").write("/espace/albums/nouveau", filled, "publier");
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);

        ChromeDriver browser = Chromium.open(profile);
        try {
            for (int width : List.of(1280, 375)) {
                browser.executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 720));
                browser.get(portal.address() + "/");
                assertThat(shape(browser, browser.findElement(By.cssSelector(".week-photo img"))))
                        .as("of the week, at %d", width)
                        .startsWith("8:5 of ");
                browser.get(portal.address() + "/actualites/photos/le-marche-de-noel-en-vrai");
                for (WebElement photo : browser.findElements(By.cssSelector(".wall img"))) {
                    assertThat(shape(browser, photo)).as("at %d", width).startsWith("8:5 of ");
                }
                browser.findElement(By.cssSelector("a[data-photo]")).sendKeys(Keys.ENTER);
                for (String whole : List.of("3:4", "4:3", "8:3", "3:4", "15:11")) {
                    assertThat(shape(browser, browser.findElement(By.className("viewer-picture"))))
                            .as("in the viewer, at %d", width)
                            .isEqualTo(whole + " of " + whole);
                    browser.switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
                }
                browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
            }
            assertThat(Chromium.complaints(browser)).isEmpty();
        } finally {
            browser.quit();
        }
    }

    /** Returns the shape of a picture as it is shown within the screen, and of its pixels, once it is there. */
    private static String shape(ChromeDriver browser, WebElement picture) {
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", picture);
        Chromium.waiting(browser)
                .until(driver -> Boolean.TRUE.equals(browser.executeScript(
                        "return arguments[0].complete && arguments[0].naturalWidth > 0", picture)));
        return String.valueOf(browser.executeScript("""
                const shapes = ['8:5', '3:4', '4:3', '8:3', '15:11'];
                const named = (width, height) => shapes.find(shape => {
                    const [across, down] = shape.split(':');
                    return Math.abs(width / height - across / down) < 0.02;
                }) ?? `${width}:${height}`;
                const box = arguments[0].getBoundingClientRect();
                if (box.left < 0 || box.right > innerWidth || box.bottom > innerHeight) return 'cut by the screen';
                const own = named(arguments[0].naturalWidth, arguments[0].naturalHeight);
                const isWhole = getComputedStyle(arguments[0]).objectFit === 'contain';
                return `${isWhole ? own : named(box.width, box.height)} of ${own}`;
                """, picture));
    }

    /** Takes a photo into the library, which nobody is on; returns its identifier. */
    private static String received(byte[] photo, String name) {
        try (AcceptedFile file = (AcceptedFile)
                portal.context().getBean(UploadGuard.class).check(name, new ByteArrayInputStream(photo))) {
            return portal.context().getBean(Stores.class).author().write(Identity.SYSTEM, session -> {
                try {
                    Node asset = portal.context()
                            .getBean(Assets.class)
                            .add(session, file, "/2026/12", name, "Un stand", false, "Une bénévole");
                    ImageRights.of(ImageRights.Agreement.NOBODY).write(asset);
                    return asset.getIdentifier();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the first photo of the album that of a week that began so many days ago; gives its picture. */
    private static String week(int daysAgo) {
        Instant since =
                LocalDate.now(PARIS).minusDays(daysAgo).atStartOfDay(PARIS).toInstant();
        return BothStores.published(portal.context().getBean(Stores.class)).write(Identity.SYSTEM, session -> {
            Node photo = session.getNode("/albums/" + ALBUM.substring(ALBUM.lastIndexOf('/') + 1) + "/photos/0");
            photo.setProperty("semaineDu", Dates.utc(since));
            return photo.getProperty("image").getString().substring("jcr:".length());
        });
    }

    /** What was agreed of a picture. */
    private static void agreed(String picture, ImageRights.Agreement agreement) {
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            Node asset = Workspace.DAM.nodeById(session, picture).orElseThrow();
            ImageRights.of(agreement).write(asset);
        });
    }

    /** What the block of the coups de cœur on the home page shows. */
    private static void hearts(String what) {
        BothStores.published(portal.context().getBean(Stores.class))
                .update(
                        Identity.SYSTEM,
                        session -> Workspace.WEBSITE
                                .node(session, "/accueil/blocs/coeur")
                                .orElseThrow()
                                .setProperty("quoi", what));
    }

    private static Document page(String path) {
        return new Browser(portal.port()).read(path);
    }

    private static List<String> titles(Document page) {
        return page.select("main .card-title a").eachText().stream()
                .map(Browser::plain)
                .toList();
    }

    private static HttpResponse<String> post(Browser who, Document page, Map<String, String> typed) {
        Element form = Objects.requireNonNull(page.selectFirst("main form:has([name=raison])"));
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : form.select("input[name]")) {
            fields.put(input.attr("name"), input.attr("value"));
        }
        fields.putAll(typed);
        return who.post(form.attr("action"), fields);
    }

    private static HttpResponse<String> settle(Browser who, Document screen, String decision) {
        String address = Objects.requireNonNull(screen.selectFirst("form[action$=/retrait]"))
                .attr("action");
        return settle(who, screen, address.replaceFirst(".*/medias/([^/]+)/.*", "$1"), decision);
    }

    private static HttpResponse<String> settle(Browser who, Document screen, String id, String decision) {
        String csrf =
                Objects.requireNonNull(screen.selectFirst("input[name=_csrf]")).attr("value");
        return who.post("/espace/medias/" + id + "/retrait", Map.of("_csrf", csrf, "decision", decision));
    }

    /** What the public store knows of a picture that was taken away. */
    private static List<String> privateNames(String id) {
        return portal.context()
                .getBean(Stores.class)
                .published()
                .read(
                        Identity.SYSTEM,
                        session -> Workspace.DAM
                                .nodeById(session, id)
                                .map(node -> List.of("there"))
                                .orElse(List.of()));
    }
}
