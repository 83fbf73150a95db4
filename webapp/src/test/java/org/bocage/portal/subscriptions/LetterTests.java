package org.bocage.portal.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.e2e.AtTheScreen;
import org.bocage.e2e.Axe;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.Keyboard;
import org.bocage.e2e.Portal;
import org.bocage.e2e.TwoWidths;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.forms.Stranger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;

/** AC-10: la salariée makes a letter of what came out, and it goes once to each who asked for it. */
class LetterTests {

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

    private static LetterShelf letters() {
        return portal.context().getBean(LetterShelf.class);
    }

    private static void subscribe(String email) {
        Stranger stranger = new Stranger(portal.port(), mails);
        assertThat(stranger.send("/abonnement/lettre", Map.of("courriel", email))
                        .statusCode())
                .isEqualTo(303);
        Matcher link =
                Pattern.compile("(/abonnement/confirmer/\\S+)").matcher(stranger.mail(email, "/abonnement/confirmer/"));
        assertThat(link.find()).isTrue();
        new Browser(portal.port()).post(link.group(1), Map.of());
    }

    private static List<MimeMessage> received(String email, String subject) {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(one -> Stranger.goesTo(one, email) && subject.equals(subject(one)))
                .toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String draft(String title) {
        String id = letters().begin(title);
        Letter begun = letters().find(id).orElseThrow();
        LocalDate from = LocalDate.of(2000, 1, 1);
        assertThat(letters()
                        .keep(new Letter(
                                id,
                                title,
                                "Bonjour à toutes.",
                                from,
                                begun.to(),
                                Set.of(),
                                Letter.DRAFT,
                                Optional.empty(),
                                0)))
                .isTrue();
        return id;
    }

    @Test
    void AC_10_the_letter_tells_pole_territoire_agenda_annonces_in_order_as_a_page_and_as_text() {
        Letter letter = letters().find(draft("Tout ce qui est paru")).orElseThrow();
        LetterText.Written written = letters().written(letter);

        Document page = Jsoup.parse(written.html());
        assertThat(page.select("h2").eachText())
                .containsExactly("Au pôle", "Sur le territoire", "À l’agenda", "Les annonces");
        assertThat(page.select("h3 a")).hasSizeGreaterThan(10);
        assertThat(page.select("a[href], img[src]").stream()
                        .map(one -> one.hasAttr("href") ? one.attr("href") : one.attr("src")))
                .as("whole addresses")
                .allMatch(address -> address.startsWith("http"));
        assertThat(page.select("img")).isNotEmpty().allMatch(one -> one.hasAttr("alt"));
        assertThat(page.select("table, link, style, script")).as("plain").isEmpty();
        String text = written.text().body();
        assertThat(text).contains("Bonjour à toutes.");
        assertThat(List.of(
                        text.indexOf("AU PÔLE"),
                        text.indexOf("SUR LE TERRITOIRE"),
                        text.indexOf("À L’AGENDA"),
                        text.indexOf("LES ANNONCES")))
                .isSorted()
                .allMatch(at -> at >= 0);
        page.select("h3 a").forEach(link -> assertThat(text).contains(link.attr("href")));
    }

    @Test
    void AC_10_what_is_unticked_is_not_told_and_stays_so() {
        String id = draft("Sans le premier");
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        Document screen = salariee.read("/espace/lettres/" + id);
        assertThat(screen.select("input[name=choix]:not([checked])"))
                .as("ready ticked")
                .isEmpty();
        String first = screen.select("input[name=choix]").attr("value");
        String title = screen.select("label.coche").eachText().get(0);
        Letter letter = letters().find(id).orElseThrow();

        letters()
                .keep(new Letter(
                        id,
                        letter.title(),
                        "",
                        letter.from(),
                        letter.to(),
                        new HashSet<>(Set.of(first)),
                        Letter.DRAFT,
                        Optional.empty(),
                        0));

        assertThat(letters().written(letters().find(id).orElseThrow()).text().body())
                .doesNotContain("- " + title);
        assertThat(salariee.read("/espace/lettres/" + id).select("input[value=" + first + "][name=choix][checked]"))
                .isEmpty();
    }

    @Test
    void AC_10_a_new_letter_proposes_a_few_items_of_each_section_and_holds_the_others_ready() {
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        Document screen = salariee.read("/espace/lettres/" + letters().begin("La lettre choisie"));
        assertThat(screen.select("form#lettre fieldset")).hasSizeGreaterThan(2).allSatisfy(section -> {
            int all = section.select("input[name=choix]").size();
            assertThat(section.select("input[name=choix][checked]")).hasSize(Math.min(3, all));
            assertThat(section.select("details input[name=choix]:not([checked])"))
                    .hasSize(Math.max(0, all - 3));
        });
    }

    @Test
    void AC_10_a_letter_begun_twice_is_one_and_a_draft_can_be_thrown_away() {
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        String csrf = salariee.read("/espace/lettres")
                .select("main input[name=_csrf]")
                .attr("value");
        String first = place(salariee.post("/espace/lettres", Map.of("_csrf", csrf)));
        assertThat(place(salariee.post("/espace/lettres", Map.of("_csrf", csrf))))
                .isEqualTo(first);

        assertThat(place(salariee.post(first, Map.of("_csrf", csrf, "action", "jeter"))))
                .isEqualTo("/espace/lettres?fait=lettre-jetee");
        assertThat(salariee.get(first).statusCode()).isEqualTo(404);
        assertThat(place(salariee.post(first, Map.of("_csrf", csrf, "action", "jeter"))))
                .isEqualTo("/espace/lettres?fait=deja-envoye");
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    @Test
    void AG_18_what_is_off_comes_unticked_and_says_so_when_it_is_told() {
        String id = letters().begin("La lettre sans soirée");
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        Document screen = salariee.read("/espace/lettres/" + id);
        assertThat(screen.select("label.coche:has(input[name=choix]:not([checked]))")
                        .eachText())
                .as("what does not take place is left to whoever ticks it")
                .anySatisfy(one -> assertThat(Browser.plain(one)).startsWith("Annulé : Soirée radio en direct"));
        Letter begun = letters().find(id).orElseThrow();
        assertThat(letters().written(begun).text().body()).doesNotContain("Soirée radio en direct");

        LetterText.Written all =
                letters().written(letters().find(draft("La lettre entière")).orElseThrow());

        assertThat(Browser.plain(all.text().body())).contains("Annulé : Soirée radio en direct");
        assertThat(Jsoup.parse(all.html()).select("h3 a").eachText().stream().map(Browser::plain))
                .contains("Annulé : Soirée radio en direct");
    }

    @Test
    void AC_10_it_goes_once_to_each_reader_with_both_parts_and_a_way_to_end_it() throws Exception {
        subscribe("une@exemple.invalid");
        subscribe("deux@exemple.invalid");
        String id = draft("La lettre des deux");

        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CompletableFuture<?>[] presses = new CompletableFuture<?>[4];
            boolean[] won = new boolean[presses.length];
            for (int press = 0; press < presses.length; press++) {
                int number = press;
                presses[press] = CompletableFuture.runAsync(
                        () -> {
                            won[number] = letters().send(id);
                            letters().look();
                        },
                        threads);
            }
            CompletableFuture.allOf(presses).join();
            assertThat(won).containsOnlyOnce(true);
        } finally {
            threads.shutdown();
        }
        letters().look();
        assertThat(letters().send(id)).as("never twice").isFalse();

        for (String email : List.of("une@exemple.invalid", "deux@exemple.invalid")) {
            Awaitility.await().until(() -> received(email, "La lettre des deux").size() == 1);
        }
        subscribe("trop.tard@exemple.invalid");
        letters().look();
        assertThat(received("trop.tard@exemple.invalid", "La lettre des deux")).isEmpty();
        MimeMessage mail = received("une@exemple.invalid", "La lettre des deux").get(0);
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("List-Unsubscribe")[0]).contains("/abonnement/fin/lettre.");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("/abonnement/fin/lettre.")
                .doesNotContain(LetterText.END);
        Letter sent = letters().find(id).orElseThrow();
        assertThat(sent.state()).isEqualTo(Letter.GONE);
        assertThat(sent.readers()).isGreaterThanOrEqualTo(2);
        assertThat(letters().keep(sent)).as("what went out is not changed").isFalse();
    }

    @Test
    void AC_10_it_is_not_gone_before_who_was_claimed_by_a_process_that_was_killed_has_it() {
        subscribe("attend@exemple.invalid");
        String id = draft("La lettre attendue");
        String path = portal.context()
                .getBean(Stores.class)
                .author()
                .read(Identity.SYSTEM, session -> subscriber(session, "attend@exemple.invalid"));
        claim(path, Instant.now());
        letters().send(id);
        letters().look();
        assertThat(letters().find(id).orElseThrow().state()).isEqualTo(Letter.GOING);

        claim(path, Instant.now().minus(Duration.ofMinutes(3)));
        letters().look();

        assertThat(letters().find(id).orElseThrow().state()).isEqualTo(Letter.GONE);
        Awaitility.await()
                .until(() ->
                        received("attend@exemple.invalid", "La lettre attendue").size() == 1);
    }

    @Test
    void AC_10_a_subscriber_who_cannot_be_written_to_costs_neither_the_others_their_letter_nor_the_sender_her_answer() {
        subscribe("avant@exemple.invalid");
        subscribe("illisible@exemple.invalid");
        subscribe("apres@exemple.invalid");
        WritableStore author = portal.context().getBean(Stores.class).author();
        String path = author.read(Identity.SYSTEM, session -> subscriber(session, "illisible@exemple.invalid"));
        author.update(
                Identity.SYSTEM,
                session -> session.getNode(path).getProperty("cree").remove());
        String id = draft("La lettre malgré tout");
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        Letter letter = letters().find(id).orElseThrow();
        try {
            var sent = posted(salariee, letter, "envoyer");

            assertThat(sent.statusCode()).isEqualTo(302);
            assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("?fait=lettre-partie");
            for (String email : List.of("avant@exemple.invalid", "apres@exemple.invalid")) {
                Awaitility.await()
                        .until(() -> received(email, "La lettre malgré tout").size() == 1);
            }
            Awaitility.await()
                    .untilAsserted(() -> assertThat(Browser.plain(
                                    salariee.read("/espace/reglages/taches").text()))
                            .contains("n’ont pas marché, les autres sont faits"));
        } finally {
            author.update(Identity.SYSTEM, session -> session.getNode(path).remove());
        }
    }

    /** Sends the form of a letter as it stands, by one of its buttons. */
    private static HttpResponse<String> posted(Browser who, Letter letter, String action) {
        String address = "/espace/lettres/" + letter.id();
        return who.post(
                address,
                Map.of(
                        "_csrf",
                        who.read(address).select("main input[name=_csrf]").attr("value"),
                        "titre",
                        letter.title(),
                        "introduction",
                        "",
                        "du",
                        letter.to().minusDays(30).toString(),
                        "au",
                        letter.to().toString(),
                        "action",
                        action));
    }

    private static String subscriber(Session session, String email) throws RepositoryException {
        for (NodeIterator all = session.getNode("/abonnes/lettre").getNodes(); all.hasNext(); ) {
            Node one = all.nextNode();
            if (one.getProperty("courriel").getString().equals(email)) {
                return one.getPath();
            }
        }
        throw new AssertionError("not subscribed");
    }

    private static void claim(String path, Instant at) {
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            session.getNode(path).setProperty("prisPar", "un autre");
            session.getNode(path).setProperty("prisLe", Dates.utc(at));
        });
    }

    @Test
    void AC_10_a_letter_of_ten_items_is_ready_to_copy_after_one_press_for_each_that_is_left_out() throws Exception {
        ChromeDriver browser = Chromium.open(Files.createDirectory(home.resolve("profile-ten")));
        try {
            new AtTheScreen(browser, portal).signIn("salariee");
            int activations = 0;

            press(browser, By.xpath("//nav//summary[.='Le site']"));
            press(browser, By.cssSelector("nav.onglets a[href='/espace/lettres']"));
            press(browser, By.xpath("//button[contains(., 'Préparer une lettre')]"));
            activations += 3;
            find(browser, By.name("introduction"));
            List<WebElement> ticked = browser.findElements(By.cssSelector("input[name=choix]:checked"));
            assertThat(ticked).as("what came out").hasSizeBetween(10, 12);
            List<String> left = new ArrayList<>();
            for (WebElement one : ticked.subList(10, ticked.size())) {
                left.add(plainTitle(one));
                browser.executeScript("arguments[0].scrollIntoView({block:'center'})", one);
                one.click();
                activations++;
            }
            List<String> kept =
                    ticked.subList(0, 10).stream().map(LetterTests::plainTitle).toList();
            Chromium.waiting(browser)
                    .until(driver -> copied(browser, "champ-html").select("h3").size() == 10);
            WebElement text = find(browser, By.id("champ-texte"));
            text.click();
            activations++;

            assertThat(copied(browser, "champ-html").select("h3").eachText().stream()
                            .map(Browser::plain))
                    .containsExactlyElementsOf(kept);
            String words = Browser.plain(String.valueOf(text.getDomProperty("value")));
            assertThat(words).contains(kept);
            left.forEach(one -> assertThat(words).doesNotContain("- " + one + "\n"));
            Chromium.waiting(browser).until(driver -> left.stream().noneMatch(Browser.plain(frame(browser))::contains));
            assertThat(activations).as("and four to come, to begin and to copy").isEqualTo(4 + left.size());
            assertThat(problems(browser)).isEmpty();
        } finally {
            browser.quit();
        }
    }

    /** The title of what is ticked, without its day. */
    private static String plainTitle(WebElement tick) {
        String label = Browser.plain(tick.findElement(By.xpath("..")).getText());
        return label.replaceFirst(", (lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|du|le|dès|[0-9]).*$", "");
    }

    private static Document copied(ChromeDriver browser, String field) {
        return Jsoup.parse(String.valueOf(find(browser, By.id(field)).getDomProperty("value")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void AC_10_five_activations_and_a_word_make_a_letter_and_send_it(int width) throws Exception {
        String reader = "presse" + width + "@exemple.invalid";
        subscribe(reader);
        ChromeDriver browser = Chromium.open(Files.createDirectory(home.resolve("profile-" + width)));
        try {
            new AtTheScreen(browser, portal).signIn("salariee");
            TwoWidths.set(browser, width);
            int activations = 0;

            press(browser, By.xpath("//nav//summary[.='Le site']"));
            activations++;
            press(browser, By.cssSelector("nav.onglets a[href='/espace/lettres']"));
            activations++;
            press(browser, By.xpath("//button[contains(., 'Préparer une lettre')]"));
            activations++;
            find(browser, By.name("introduction")).sendKeys("Les jours rallongent !");
            Chromium.waiting(browser).until(driver -> frame(browser).contains("Les jours rallongent"));
            assertThat(problems(browser)).isEmpty();
            press(browser, By.xpath("//summary[contains(., 'Envoyer à')]"));
            activations++;
            press(browser, By.xpath("//button[contains(., 'envoyer maintenant')]"));
            activations++;
            Chromium.waiting(browser).until(ExpectedConditions.urlContains("fait=lettre-partie"));

            assertThat(activations).isEqualTo(5);
            Awaitility.await()
                    .until(() -> Arrays.stream(mails.getReceivedMessages())
                            .anyMatch(one -> Stranger.goesTo(one, reader)
                                    && String.valueOf(subject(one)).startsWith("La lettre du ")));
            browser.get(portal.address() + "/espace/lettres");
            assertThat(find(browser, By.tagName("main")).getText()).contains("Déjà parties");
        } finally {
            browser.quit();
        }
    }

    @Test
    void AC_10_a_letter_goes_to_who_writes_it_first_and_to_nobody_else() {
        subscribe("lectrice@exemple.invalid");
        String id = draft("La lettre à l’essai");
        Letter letter = letters().find(id).orElseThrow();
        Browser salariee = Browser.signedIn(portal.port(), "salariee");

        var tried = posted(salariee, letter, "essai");

        assertThat(tried.headers().firstValue("Location").orElseThrow()).endsWith("?fait=lettre-essai");
        Awaitility.await()
                .until(() -> received("salariee@exemple.invalid", "Essai : La lettre à l’essai")
                                .size()
                        == 1);
        assertThat(letters().find(id).orElseThrow().isDraft()).isTrue();
        assertThat(received("lectrice@exemple.invalid", "Essai : La lettre à l’essai"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 375})
    void AC_10_a_letter_is_written_and_sent_to_oneself_by_keyboard_alone(int width) throws Exception {
        ChromeDriver browser = Chromium.open(Files.createDirectory(home.resolve("profile-keys-" + width)));
        try {
            AtTheScreen screen = new AtTheScreen(browser, portal);
            screen.signIn("salariee");
            TwoWidths.set(browser, width);
            screen.go("/espace/lettres");
            Keyboard keyboard = new Keyboard(browser);
            keyboard.press("Préparer une lettre");
            screen.waiting().until(ExpectedConditions.presenceOfElementLocated(By.name("introduction")));
            assertThat(problems(browser)).isEmpty();

            String title = "Écrite sans souris, sur " + width;
            keyboard.reach("Titre");
            screen.type(browser.switchTo().activeElement(), title);
            keyboard.write("Un mot d’introduction", "Bonjour à toutes et à tous.");
            keyboard.press("Me l’envoyer d’abord");

            screen.waiting().until(ExpectedConditions.urlContains("fait=lettre-essai"));
            assertThat(problems(browser)).isEmpty();
            Awaitility.await()
                    .untilAsserted(() -> assertThat(Arrays.stream(mails.getReceivedMessages())
                                    .filter(one -> Stranger.goesTo(one, "salariee@exemple.invalid"))
                                    .map(LetterTests::subject))
                            .containsOnlyOnce("Essai\u00a0: " + title));
        } finally {
            browser.quit();
        }
    }

    @Test
    void AC_10_a_title_that_is_none_and_days_in_no_order_are_told_and_what_was_typed_stays() {
        String id = draft("Celle des fautes");
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        String csrf = salariee.read("/espace/lettres/" + id)
                .select("main input[name=_csrf]")
                .attr("value");
        var sent = salariee.post(
                "/espace/lettres/" + id,
                Map.of(
                        "_csrf",
                        csrf,
                        "titre",
                        "Celle des fautes",
                        "introduction",
                        "Un mot gardé",
                        "du",
                        "2026-02-01",
                        "au",
                        "2026-01-01",
                        "action",
                        "envoyer"));
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(Browser.plain(Browser.page(sent).select("main").text())).contains("dans cet ordre");
        assertThat(Browser.page(sent).select("textarea[name=introduction]").text())
                .isEqualTo("Un mot gardé");
        assertThat(letters().find(id).orElseThrow().isDraft()).isTrue();
    }

    @Test
    void AC_10_letters_are_for_those_who_review() {
        assertThat(Browser.signedIn(portal.port(), "contributeur")
                        .get("/espace/lettres")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Browser(portal.port()).get("/espace/lettres").statusCode())
                .isEqualTo(401);
    }

    private static String frame(ChromeDriver browser) {
        return String.valueOf(
                browser.executeScript(
                        "const f=document.querySelector('iframe.lettre-vue');return f?.contentDocument?.body?.textContent??''"));
    }

    private static List<String> problems(ChromeDriver browser) {
        return Axe.check().violations(browser).stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(Rule::toString)
                .toList();
    }

    private static WebElement find(ChromeDriver browser, By by) {
        return Chromium.waiting(browser).until(ExpectedConditions.presenceOfElementLocated(by));
    }

    private static void press(ChromeDriver browser, By by) {
        WebElement element = find(browser, by);
        browser.executeScript("arguments[0].scrollIntoView({block:'center'}); arguments[0].click()", element);
    }
}
