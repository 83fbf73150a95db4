package org.bocage.portal.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.e2e.AtTheScreen;
import org.bocage.e2e.Axe;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.Portal;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.forms.Stranger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;

/** AC-10: la salariée moves in with a list of people who agreed elsewhere, and brings nobody back who said no. */
class ReadersImportTests {

    private static final String READERS = "/espace/lettres/abonnes";
    private static final String IMPORT = READERS + "/reprendre";
    private static final String FORUM = "Bulletin papier du forum";

    private static final GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Portal portal;

    @BeforeAll
    static void start() {
        mails.start();
        portal = Portal.start(
                home.resolve("data"),
                "--bocage.forms.minimum-time=0s",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mails.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        portal.close();
        mails.stop();
    }

    private static Browser salariee() {
        return Browser.signedIn(portal.port(), "salariee");
    }

    private static Map<String, String> proven(String addresses, String gesture) {
        return new HashMap<>(Map.of(
                "adresses", addresses,
                "origine", FORUM,
                "date", "2024-09-07",
                "accord", "oui",
                "geste", gesture));
    }

    private static HttpResponse<String> send(Browser who, String addresses, String gesture) {
        return who.submitParts(who.get(IMPORT), proven(addresses, gesture), new byte[0]);
    }

    private static String words(HttpResponse<String> page) {
        return Browser.plain(Browser.page(page).select("main").text());
    }

    private static String readers(Browser who) {
        return Browser.plain(who.read(READERS).select("main").text());
    }

    @Test
    void who_said_no_in_one_line_of_a_list_is_not_added_by_another() {
        Browser salariee = salariee();
        byte[] file = "Email,Status\nnon@lignes.invalid,Unsubscribed\n".getBytes(StandardCharsets.UTF_8);

        var seen = salariee.submitFile(
                salariee.get(IMPORT),
                proven("Non <non@lignes.invalid>\noui@lignes.invalid", "voir"),
                "liste.csv",
                file);
        Map<String, String> again =
                proven(Browser.page(seen).select("textarea[name=adresses]").text(), "reprendre");

        assertThat(salariee.submitParts(seen, again, new byte[0]).statusCode()).isEqualTo(302);
        assertThat(readers(salariee)).contains("oui@lignes.invalid").doesNotContain("non@lignes.invalid");
    }

    @Test
    void AC_10_a_list_is_looked_at_first_then_taken_with_the_proof_of_each() {
        Browser salariee = salariee();
        byte[] file = """
                Email Address,OPTIN_TIME,Status
                une@premiers.invalid,2024-03-02 10:11:12,Subscribed
                stop@premiers.invalid,,Unsubscribed
                UNE@premiers.invalid,,
                pas une adresse,,
                """.getBytes(StandardCharsets.UTF_8);

        var seen = salariee.submitFile(
                salariee.get(IMPORT), proven("Deux <deux@premiers.invalid>", "voir"), "liste.csv", file);

        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(words(seen))
                .contains(
                        "2 personnes de plus recevront la lettre",
                        "Une est en double",
                        "Une ligne sans adresse",
                        "Une est désabonnée dans votre liste",
                        "ne reçoivent pas de mail de confirmation, puisqu’elles ont dit oui");
        assertThat(readers(salariee)).as("only looked at").doesNotContain("premiers.invalid");

        Map<String, String> again =
                proven(Browser.page(seen).select("textarea[name=adresses]").text(), "reprendre");
        var done = salariee.submitParts(seen, again, new byte[0]);

        assertThat(done.statusCode()).isEqualTo(302);
        assertThat(done.headers().firstValue("Location").orElseThrow()).endsWith(READERS + "?repris=2");
        assertThat(Browser.plain(salariee.read(READERS + "?repris=2").text()))
                .contains("2 personnes de plus reçoivent la lettre");
        assertThat(readers(salariee))
                .contains(
                        "une@premiers.invalid A dit oui : " + FORUM + ", le 2 mars 2024. Repris·e par Noor",
                        "deux@premiers.invalid A dit oui : " + FORUM + ", le 7 septembre 2024.")
                .doesNotContain("stop@premiers.invalid");
        assertThat(Browser.plain(salariee.read("/espace/journal").text()))
                .contains("Liste d’abonnés reprise (2 adresses) : " + FORUM);
        assertThat(words(send(salariee, "stop@premiers.invalid", "voir")))
                .as("who had said no where the list comes from")
                .contains("A dit stop ici");
        assertThat(send(salariee, "une@premiers.invalid", "reprendre")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .as("pressed twice")
                .endsWith(READERS + "?fait=abonnes-connus");
    }

    @Test
    void AC_10_the_proof_goes_with_the_data_of_the_person() {
        Browser salariee = salariee();
        send(salariee, "emporte@exemple.invalid", "reprendre");

        byte[] data = salariee.take(
                "/espace/reglages/personne",
                Map.of(
                        "_csrf",
                        salariee.read("/espace/reglages/personne")
                                .select("main input[name=_csrf]")
                                .attr("value"),
                        "adresse",
                        "emporte@exemple.invalid",
                        "geste",
                        "emporter"));

        assertThat(new String(data, StandardCharsets.UTF_8))
                .contains(
                        "\"accordOrigine\" : \"" + FORUM + "\"",
                        "\"accordDate\" : \"2024-09-07\"",
                        "\"accordReprisPar\"");
    }

    @Test
    void AC_10_who_was_brought_along_gets_the_letter_ends_it_and_is_not_brought_back() throws Exception {
        Browser salariee = salariee();
        send(salariee, "part@exemple.invalid", "reprendre");
        LetterShelf letters = portal.context().getBean(LetterShelf.class);
        String id = letters.begin("La lettre des arrivants");
        letters.send(id);
        letters.look();
        Awaitility.await().until(() -> received("part@exemple.invalid").size() == 1);
        String header = received("part@exemple.invalid").get(0).getHeader("List-Unsubscribe")[0];
        Matcher link = Pattern.compile("(/abonnement/fin/[^>]+)").matcher(header);
        assertThat(link.find()).isTrue();

        assertThat(new Browser(portal.port()).post(link.group(1), Map.of()).statusCode())
                .isEqualTo(200);

        assertThat(readers(salariee)).doesNotContain("part@exemple.invalid");
        var seen = send(salariee, "PART@exemple.invalid", "voir");
        assertThat(words(seen)).contains("Une a dit stop, et ne sera pas reprise", "Il n’y a donc personne à ajouter");
        send(salariee, "part@exemple.invalid", "reprendre");
        assertThat(readers(salariee)).doesNotContain("part@exemple.invalid");

        subscribe("part@exemple.invalid");

        assertThat(readers(salariee)).contains("part@exemple.invalid A dit oui par mail, ici");
    }

    private static List<MimeMessage> received(String email) {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(one -> Stranger.goesTo(one, email))
                .toList();
    }

    private static void subscribe(String email) {
        Stranger stranger = new Stranger(portal.port(), mails);
        stranger.send("/abonnement/lettre", Map.of("courriel", email));
        Matcher link =
                Pattern.compile("(/abonnement/confirmer/\\S+)").matcher(stranger.mail(email, "/abonnement/confirmer/"));
        assertThat(link.find()).isTrue();
        new Browser(portal.port()).post(link.group(1), Map.of());
    }

    @Test
    void AC_10_who_asked_to_be_taken_off_or_erased_and_whose_mails_come_back_is_not_brought_back() {
        Browser salariee = salariee();
        send(salariee, "voix@exemple.invalid\nefface@exemple.invalid\nretour@exemple.invalid", "reprendre");
        String end = salariee.read(READERS)
                .select("li:has(h3:contains(voix@exemple.invalid)) input[name=abonne]")
                .attr("value");
        assertThat(salariee.postWithToken(READERS, Map.of("abonne", end)).statusCode())
                .isEqualTo(302);
        assertThat(salariee.postWithToken(READERS, Map.of("abonne", end)).statusCode())
                .as("twice")
                .isEqualTo(404);
        erase(salariee, "efface@exemple.invalid");
        Awaitility.await()
                .until(() -> portal.context().getBean(Outbox.class).bounced(bouncing(), "550 no such person"));

        var seen = send(salariee, "voix@exemple.invalid\nefface@exemple.invalid\n" + bouncing(), "voir");

        assertThat(words(seen)).contains("2 ont dit stop", "Une renvoie nos mails");
        send(salariee, "voix@exemple.invalid\nefface@exemple.invalid\n" + bouncing(), "reprendre");
        assertThat(readers(salariee)).doesNotContain("voix@", "efface@", bouncing());
    }

    /** An address to which a mail of the portal went, which came back. */
    private static String bouncing() {
        if (received("rejet@exemple.invalid").isEmpty()) {
            new Stranger(portal.port(), mails).send("/abonnement/lettre", Map.of("courriel", "rejet@exemple.invalid"));
        }
        return "rejet@exemple.invalid";
    }

    private static void erase(Browser who, String email) {
        String address = "/espace/reglages/personne";
        var found = who.postWithToken(address, Map.of("adresse", email));
        var erased = who.postWithToken(
                address,
                Map.of(
                        "adresse",
                        email,
                        "geste",
                        "effacer",
                        "vu",
                        Browser.page(found).select("input[name=vu]").attr("value")));
        assertThat(words(erased)).contains("C’est fait");
    }

    @Test
    void AC_10_without_a_proof_nobody_is_taken_and_all_that_was_given_comes_back() {
        Browser salariee = salariee();
        byte[] file = "adresse\nfichier@exemple.invalid".getBytes(StandardCharsets.UTF_8);

        var refused = salariee.submitFile(
                salariee.get(IMPORT),
                Map.of("adresses", "tape@exemple.invalid", "origine", "", "date", "2999-01-01", "geste", "reprendre"),
                "liste.csv",
                file);

        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Browser.page(refused);
        assertThat(Browser.problems(refused))
                .contains(
                        "dites-le en quelques mots",
                        "ce jour n’est pas encore venu",
                        "cochez si ces personnes ont dit oui");
        assertThat(page.select("textarea").text()).contains("tape@exemple.invalid", "fichier@exemple.invalid");
        assertThat(page.select("input[name=date]").attr("value")).isEqualTo("2999-01-01");
        assertThat(readers(salariee)).doesNotContain("tape@", "fichier@");
    }

    @Test
    void AC_10_a_list_that_is_too_long_or_no_table_is_refused_in_words_and_what_was_typed_stays() {
        Browser salariee = salariee();
        String many = IntStream.rangeClosed(1, 5_002)
                .mapToObj(i -> "n" + i + "@long.invalid")
                .collect(Collectors.joining("\n"));
        var longList = salariee.submitFile(
                salariee.get(IMPORT),
                proven("garde@long.invalid", "voir"),
                "l.csv",
                many.getBytes(StandardCharsets.UTF_8));
        assertThat(longList.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(longList)).contains("5 000 lignes au plus");
        assertThat(Browser.page(longList).select("textarea").text()).isEqualTo("garde@long.invalid");

        var workbook = salariee.submitFile(
                salariee.get(IMPORT), proven("", "voir"), "l.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThat(Browser.problems(workbook)).contains("n’est pas un tableau CSV");

        var heavy = salariee.submitFile(salariee.get(IMPORT), proven("", "voir"), "l.csv", new byte[6 * 1024 * 1024]);
        assertThat(Browser.problems(heavy)).contains("5 Mo au plus");

        var empty = send(salariee, " \n ", "voir");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(empty)).contains("collez au moins une adresse");
    }

    @Test
    void AC_10_a_formula_in_a_list_is_text_in_the_table_that_is_taken_away() {
        Browser salariee = salariee();
        byte[] file =
                "adresse;origine\nformule@exemple.invalid;=HYPERLINK(A1)é".getBytes(Charset.forName("windows-1252"));
        salariee.submitFile(salariee.get(IMPORT), proven("", "reprendre"), "liste.csv", file);

        String table = salariee.get(READERS + ".csv").body();

        assertThat(table).contains("formule@exemple.invalid;2024-09-07;'=HYPERLINK(A1)é;Noor");
    }

    @Test
    void AC_10_a_thousand_addresses_are_taken_at_once() {
        Browser salariee = salariee();
        String many = IntStream.rangeClosed(1, 1_000)
                .mapToObj(i -> "n" + i + "@mille.invalid")
                .collect(Collectors.joining("\n"));

        try {
            assertThat(send(salariee, many, "reprendre")
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .endsWith(READERS + "?repris=1000");
            assertThat(salariee.get(READERS + "?page=2").statusCode()).isEqualTo(200);
            assertThat(salariee.get(READERS + "?page=4000").statusCode()).isEqualTo(404);
        } finally {
            forget("@mille.invalid");
        }
    }

    private static void forget(String ending) {
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            for (NodeIterator all = session.getNode("/abonnes/lettre").getNodes(); all.hasNext(); ) {
                Node one = all.nextNode();
                if (one.getProperty("courriel").getString().endsWith(ending)) {
                    one.remove();
                }
            }
        });
    }

    @Test
    void AC_10_the_readers_are_for_those_who_send_the_letter_and_a_forged_list_is_refused() {
        for (String account : List.of("ca", "contributeur", "adherent")) {
            Browser other = Browser.signedIn(portal.port(), account);
            for (String address : List.of(READERS, READERS + ".csv", IMPORT)) {
                assertThat(other.get(address).statusCode())
                        .as(account + " " + address)
                        .isEqualTo(403);
            }
            assertThat(other.postWithToken(IMPORT, proven("intrus@exemple.invalid", "reprendre"))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(new Browser(portal.port()).get(READERS).statusCode()).isEqualTo(401);
        assertThat(salariee()
                        .post(IMPORT, proven("intrus@exemple.invalid", "reprendre"))
                        .statusCode())
                .as("without the token of the page")
                .isEqualTo(403);
        assertThat(readers(salariee())).doesNotContain("intrus@");
    }

    @Test
    void AC_10_a_list_is_brought_along_by_keyboard_and_on_a_phone() throws Exception {
        ChromeDriver browser = Chromium.open(Files.createDirectory(home.resolve("profile-list")));
        try {
            AtTheScreen screen = new AtTheScreen(browser, portal);
            screen.signIn("salariee");
            screen.go("/espace/lettres");
            screen.follow(screen.link("Reprendre une liste"));
            assertThat(problems(browser)).as("empty").isEmpty();
            screen.field("Les adresses")
                    .sendKeys("Clavier <clavier@exemple.invalid>", Keys.TAB, Keys.TAB, FORUM, Keys.TAB);
            browser.switchTo().activeElement().sendKeys("09072024");
            assertThat(browser.findElement(By.name("date")).getDomProperty("value"))
                    .isEqualTo("2024-09-07");
            var look = screen.button("Regarder d’abord");
            look.sendKeys(Keys.ENTER);
            Chromium.untilLeft(browser, look);
            assertThat(browser.findElement(By.tagName("main")).getText()).contains("cochez si ces personnes");
            assertThat(problems(browser)).as("refused").isEmpty();
            browser.findElement(By.id("champ-accord")).sendKeys(Keys.SPACE);
            look = screen.button("Regarder d’abord");
            look.sendKeys(Keys.ENTER);
            Chromium.untilLeft(browser, look);
            assertThat(problems(browser)).as("looked at").isEmpty();
            browser.manage().window().setSize(new Dimension(500, 900));
            browser.executeCdpCommand(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", 375, "height", 800, "deviceScaleFactor", 1, "mobile", true));
            assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
                    .as("nothing beside the screen")
                    .isEqualTo(375L);
            var take = screen.button("Reprendre cette adresse");
            take.sendKeys(Keys.ENTER);
            Chromium.untilLeft(browser, take);
            assertThat(browser.findElement(By.tagName("main")).getText()).contains("clavier@exemple.invalid");
            assertThat(problems(browser)).as("the readers").isEmpty();
        } finally {
            browser.quit();
        }
    }

    private static List<String> problems(ChromeDriver browser) {
        return Axe.check().violations(browser).stream().map(Rule::toString).toList();
    }
}
