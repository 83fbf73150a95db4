package org.bocage.portal.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bocage.cms.rendering.ShortAddress;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** « Faire passer », on every page that one may want to pass on. */
class RelayTests {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)");

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.start(home);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static Browser visitor() {
        return new Browser(portal.port());
    }

    private static String first(String list, String select) {
        return Objects.requireNonNull(visitor().read(list).selectFirst(select), list)
                .attr("href");
    }

    private static List<String> pages() {
        return List.of(
                first("/actualites", "main a[href~=/actualites/[0-9]{4}/]"),
                "/agenda/apero-des-idees",
                first("/annonces", "main a[href~=/annonces/[a-z-]+/[a-z0-9-]+$]"),
                first("/le-pole/actions", "main a[href~=/le-pole/actions/]"),
                first("/le-pole/missions", "main a[href~=/le-pole/missions/]"),
                first("/ressources", "main a[href~=/ressources/(?!pour/|pochettes/|financements|accompagnement)[a-z]]"),
                first("/ressources", "main a[href~=/ressources/pochettes/]"),
                "/reseau/acteurs/la-roue-qui-rit",
                "/reseau/lieux/la-gare-aux-gateaux",
                first("/reseau/projets", "main a[href~=/reseau/projets/]"),
                "/adherer");
    }

    private static String code(Document page) {
        String address = page.select("details.pass-on").attr("data-relays");
        assertThat(address).startsWith("/l/");
        return address.substring("/l/".length());
    }

    @Test
    void AC_06_every_page_that_one_passes_on_has_all_that_is_needed_without_script() {
        for (String address : pages()) {
            Document page = visitor().read(address);
            Element kit = Objects.requireNonNull(page.selectFirst("details.pass-on"), address);
            String link = kit.select("#passer-lien").val();
            String brief = kit.select("#passer-court").text();

            assertThat(kit.hasAttr("open")).isFalse();
            assertThat(link).as(address).isEqualTo(portal.address() + kit.attr("data-relays"));
            assertThat(brief)
                    .as(address)
                    .hasSizeLessThanOrEqualTo(280)
                    .endsWith(link)
                    .doesNotContain("&amp;", "<p>");
            assertThat(brief.length()).as(address).isGreaterThan(link.length() + 20);
            assertThat(kit.select("#passer-long").text()).as(address).contains(link);
            assertThat(kit.select("a[href^=mailto:?subject=]").attr("href"))
                    .contains("body=")
                    .doesNotContain(" ");
            assertThat(kit.select("textarea, input"))
                    .allSatisfy(field -> assertThat(field.hasAttr("readonly")).isTrue());
            assertThat(kit.select("[src], [href]")).allSatisfy(used -> {
                String target = used.hasAttr("src") ? used.attr("src") : used.attr("href");
                assertThat(target).matches("(/|mailto:).*");
            });
        }
    }

    @Test
    void AC_06_the_image_is_there_to_take_where_there_is_one() {
        String image = visitor()
                .read("/agenda/apero-des-idees")
                .select("details.pass-on a[download]:contains(image)")
                .attr("href");

        assertThat(visitor().get(image).statusCode()).isEqualTo(200);
    }

    @Test
    void AC_06_the_short_address_leads_to_the_page_and_what_is_none_is_not_found() {
        for (String address : pages()) {
            HttpResponse<String> answer = visitor().get("/l/" + code(visitor().read(address)));
            assertThat(answer.statusCode()).as(address).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).contains(address);
        }
        assertThat(visitor().get("/l/00000000").statusCode()).isEqualTo(404);
        assertThat(visitor().get("/l/..%2F..%2F").statusCode()).isIn(400, 404);
        assertThat(visitor().get("/l/trop-long-pour-un-code").statusCode()).isEqualTo(404);
    }

    @Test
    void AC_06_the_code_is_read_back_by_a_reader_and_stays_dark_on_light() throws Exception {
        String code = code(visitor().read("/adherer"));
        HttpResponse<String> drawing = visitor().get("/l/" + code + ".svg");

        assertThat(drawing.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/svg+xml"));
        assertThat(drawing.body()).contains("fill=\"#fff\"", "fill=\"#000\"").doesNotContain("currentColor");
        Result read = read(drawing.body());
        assertThat(read.getText()).isEqualTo(portal.address() + "/l/" + code);
        assertThat(read.getResultMetadata().get(ResultMetadataType.ERROR_CORRECTION_LEVEL))
                .isEqualTo("M");
        Matcher run = RUN.matcher(drawing.body().substring(drawing.body().indexOf("#000")));
        assertThat(run.find()).isTrue();
        assertThat(run.group(1)).isEqualTo("4");
        assertThat(run.group(2)).isEqualTo("4");
    }

    /**
     * Paints the drawing, and has it read by the reader of the library that laid the squares out. It shows that we draw them
     * where they belong; that telephones read what that library lays out is its own tests' business.
     */
    private static Result read(String svg) throws Exception {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        int scale = 4;
        int side = Integer.parseInt(box.group(1)) * scale;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        for (Matcher run = RUN.matcher(svg.substring(svg.indexOf("#000"))); run.find(); ) {
            int x = Integer.parseInt(run.group(1)) * scale;
            int y = Integer.parseInt(run.group(2)) * scale;
            int width = Integer.parseInt(run.group(3)) * scale;
            for (int row = y; row < y + scale; row++) {
                Arrays.fill(pixels, row * side + x, row * side + x + width, 0);
            }
        }
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))),
                        Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE)));
    }

    /** What comes out of a printer, read back: the size of the sheet, the words, the code. */
    @Test
    void UX_11_a_month_a_fiche_and_a_resource_are_printed_on_a4_without_menus_with_address_and_code(
            @TempDir Path profile) throws Exception {
        ChromeDriver browser = Chromium.open(profile);
        try {
            for (String address : List.of(
                    "/agenda/mois/" + YearMonth.now(ZoneId.of("Europe/Paris")),
                    "/reseau/acteurs/la-roue-qui-rit",
                    "/ressources/creer-son-asso-les-papiers-dans-l-ordre")) {
                browser.get(portal.address() + address);
                // a picture for paper alone is fetched when one prints, and the print may not wait for it
                browser.executeScript("for (const one of document.images) { one.loading = 'eager'; }");
                new WebDriverWait(browser, Duration.ofMinutes(1))
                        .withMessage("pictures of " + address)
                        .until(shown -> Boolean.TRUE.equals(browser.executeScript(
                                "return [...document.images].every(one => one.complete && one.naturalWidth > 0);")));
                String printed = String.valueOf(browser.executeCdpCommand(
                                "Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true))
                        .get("data"));
                try (PDDocument sheet = Loader.loadPDF(Base64.getDecoder().decode(printed))) {
                    PDRectangle size = sheet.getPage(0).getMediaBox();
                    boolean isMonth = address.startsWith("/agenda");
                    assertThat(isMonth ? size.getHeight() : size.getWidth())
                            .as("A4, %s", address)
                            .isCloseTo(PDRectangle.A4.getWidth(), within(2f));
                    assertThat(isMonth ? size.getWidth() : size.getHeight())
                            .isCloseTo(PDRectangle.A4.getHeight(), within(2f));
                    if (isMonth) {
                        assertThat(sheet.getNumberOfPages())
                                .as("a month is one sheet")
                                .isEqualTo(1);
                    }
                    String words = new PDFTextStripper().getText(sheet).replaceAll("\\s+", "");
                    assertThat(words)
                            .as(address)
                            .contains((portal.address() + address).replaceAll("\\s+", ""))
                            .doesNotContain("Fairepasser", "Proposeruneinfo", "Offresetbonsplans");
                    assertThat(code(sheet)).as("the code of %s", address).startsWith(portal.address() + "/l/");
                }
            }
        } finally {
            browser.quit();
        }
    }

    /** The code on one of the sheets. */
    private static String code(PDDocument document) throws IOException {
        for (int page = document.getNumberOfPages() - 1; page >= 0; page--) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, 150, ImageType.RGB);
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            try {
                return new QRCodeReader()
                        .decode(
                                new BinaryBitmap(new HybridBinarizer(
                                        new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))),
                                Map.of(DecodeHintType.TRY_HARDER, true))
                        .getText();
            } catch (ReaderException e) {
                // not on this sheet
            }
        }
        throw new AssertionError("no code");
    }

    @Test
    void AC_06_who_passes_something_on_is_counted_once_an_hour_and_without_cookie() {
        String code = code(visitor().read("/reseau/acteurs/la-roue-qui-rit"));
        String before = visitor().get("/l/" + code + ".json").body();

        HttpResponse<String> sent = visitor().post("/l/" + code, Map.of());
        visitor().get("/l/" + code);
        visitor().get("/l/" + code);

        assertThat(before).isEqualTo("{\"relaye\":0}");
        assertThat(sent.statusCode()).isEqualTo(204);
        assertThat(sent.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(visitor().get("/l/" + code + ".json").body()).isEqualTo("{\"relaye\":1}");
        portal.context().getBean(ShareCounter.class).save();
        assertThat(visitor().get("/l/" + code + ".json").body()).isEqualTo("{\"relaye\":1}");
    }

    @Test
    void AC_06_codes_are_short_and_tell_nothing() {
        assertThat(ShortAddress.code("b0ca0011-0000-4000-8000-000000000001"))
                .matches(ShortAddress.CODE)
                .isNotEqualTo(ShortAddress.code("b0ca0011-0000-4000-8000-000000000002"));
    }

    /** The sheet of a phone, which Chromium has none of here; it ends as a test says. */
    private static final String SHEET = """
            window.given = [];
            navigator.canShare = () => true;
            navigator.share = async (shared) => { given.push(shared); if (arguments[0]) throw new DOMException('', arguments[0]); };
            document.querySelector("a[href='#passer']").click();""";

    private static final String IS_OPEN = "return document.querySelector('details.pass-on').open";

    @Test
    void what_one_does_with_an_item_is_on_its_first_screen_on_a_telephone() {
        ChromeDriver browser = Chromium.open(home.resolve("first-screen"));
        try {
            telephone(browser);
            for (String address : List.of(
                    first("/actualites", "main a[href~=/actualites/[0-9]{4}/]"),
                    "/agenda/apero-des-idees",
                    first("/annonces", "main a[href~=/annonces/[a-z-]+/[a-z0-9-]+$]"),
                    "/reseau/acteurs/la-roue-qui-rit",
                    "/reseau/lieux/la-gare-aux-gateaux",
                    first("/reseau/projets", "main a[href~=/reseau/projets/]"))) {
                browser.get(portal.address() + address);
                assertThat((Double) browser.executeScript(
                                "return 0.01 + document.querySelector('.acts').getBoundingClientRect().bottom"))
                        .as(address)
                        .isLessThan(800);
                assertThat(
                                browser.executeScript(
                                        "return [...document.querySelectorAll('.acts .button')].every(one => one.checkVisibility())"))
                        .as(address)
                        .isEqualTo(true);
            }
        } finally {
            browser.quit();
        }
    }

    @Test
    void a_press_hands_the_page_to_the_sheet_of_the_telephone_and_opens_the_kit_where_there_is_none() {
        ChromeDriver browser = Chromium.open(home.resolve("sheet"));
        String address = "/reseau/lieux/la-gare-aux-gateaux";
        try {
            telephone(browser);
            browser.get(portal.address() + address);
            String link = String.valueOf(browser.executeScript("return document.getElementById('passer-lien').value"));
            browser.executeScript(SHEET, "");
            assertThat(browser.executeScript("return given[0].url")).isEqualTo(link);
            assertThat(browser.executeScript(IS_OPEN)).isEqualTo(false);

            browser.get(portal.address() + address);
            browser.executeScript(SHEET, "AbortError");
            assertThat(browser.executeScript(IS_OPEN))
                    .as("closed by who changed their mind")
                    .isEqualTo(false);

            browser.get(portal.address() + address);
            browser.executeScript(SHEET, "NotAllowedError");
            assertThat(browser.executeScript(IS_OPEN)).as("the phone refuses").isEqualTo(true);

            browser.get(portal.address() + address);
            browser.findElement(By.cssSelector("a[href='#passer']")).click();
            assertThat(browser.executeScript(IS_OPEN)).as("there is no sheet").isEqualTo(true);

            browser.executeCdpCommand("Network.enable", Map.of());
            browser.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of("*passer.js*")));
            browser.get(portal.address() + address);
            browser.findElement(By.cssSelector("a[href='#passer']")).click();
            assertThat(browser.executeScript(IS_OPEN)).as("without script").isEqualTo(true);
        } finally {
            browser.quit();
        }
    }

    private static void telephone(ChromeDriver browser) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 375, "height", 800, "deviceScaleFactor", 1, "mobile", true));
    }

    @Test
    void the_way_to_a_place_is_a_point_where_it_is_known_else_its_address_and_nobody_is_asked_before_a_click() {
        assertThat(ways("/reseau/lieux/la-gare-aux-gateaux"))
                .hasSize(4)
                .startsWith("geo:47.82249,-1.83016?q=47.82249%2C-1.83016"
                        + "(La%20Gare%20aux%20G%C3%A2teaux%2C%201%20place%20de%20la%20Gare%2C%2035480%20Guipry-Messac)")
                .contains("https://www.openstreetmap.org/directions?to=47.82249%2C-1.83016");
        assertThat(ways("/agenda/apero-des-idees"))
                .hasSize(4)
                .startsWith(
                        "geo:0,0?q=Caf%C3%A9%20du%20Pont-qui-Penche%2C%204%20quai%20des%20Barques%2C%2035580%20Guichen")
                .allSatisfy(way -> assertThat(way).contains("35580%20Guichen"));
        for (String ours : List.of("/contact", "/le-pole/presentation")) {
            assertThat(ways(ours))
                    .as("the way to the association itself, on %s", ours)
                    .hasSize(4)
                    .contains("https://www.openstreetmap.org/directions?to=1%20place%20du%20Four"
                            + "%2C%20derri%C3%A8re%20la%20mairie%20de%20Guichen");
        }
        assertThat(visitor()
                        .read("/annonces/benevolat/bras-et-bonne-humeur-pour-la-braderie")
                        .select(".come"))
                .isEmpty();
    }

    private static List<String> ways(String address) {
        return visitor().read(address).select("main details.come a").eachAttr("href");
    }
}
