package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bocage.cms.dam.TestDocuments;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;

/** Tasks of those who feed the portal, from « Ma semaine » to the end, done by the words on the screen, on a desk and on a phone. */
class WritersTasksTests {

    private static final int HEAVIEST_FORM = 250_000;

    @TempDir
    static Path home;

    private static Portal portal;
    private static ChromeDriver browser;
    private static AtTheScreen screen;
    private static Presses presses;
    private static HttpServer partner;

    @BeforeAll
    static void start() throws IOException {
        partner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        partner.createContext("/agenda.ics", exchange -> {
            byte[] body = calendar().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/calendar");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        partner.start();
        portal = Portal.start(home.resolve("data"), "--bocage.outgoing.allowed=" + place());
        browser = Chromium.open(home.resolve("chromium"));
        screen = new AtTheScreen(browser, portal);
        presses = new Presses(browser, portal.address());
    }

    @AfterAll
    static void stop() {
        browser.quit();
        portal.close();
        partner.stop(0);
    }

    private static String place() {
        return "127.0.0.1:" + partner.getAddress().getPort();
    }

    private static String calendar() {
        String day = LocalDate.now(Clock.systemUTC()).plusDays(20).toString().replace("-", "");
        return String.join(
                "\r\n",
                List.of(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Partenaire//FR",
                        "BEGIN:VEVENT",
                        "UID:veillee@partenaire.invalid",
                        "DTSTAMP:20260101T000000Z",
                        "DTSTART:" + day + "T180000Z",
                        "SUMMARY:Veillée des contes",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
    }

    @ParameterizedTest(name = "{0} pixels")
    @CsvSource({"1280", "375"})
    void a_series_of_dates_is_proposed_in_seven_activations(int width) {
        begin("contributeur", width);
        presses.press("Écrire autre chose", "main");
        presses.follow("Écrire un rendez-vous", "main");
        type("titre", "Atelier vélo du mardi " + width);
        moment("debut", 30, "T18:00");
        choose("lieu.lieu", "La Gare aux Gâteaux");
        choose("commune", "Guichen");
        write("On répare ensemble, chacun apporte le sien, et l’on repart en roulant.");
        presses.press("Ça revient", "main");
        choose("recurrence.rythme", "Toutes les semaines, le même jour");
        type("recurrence.fois", "6");
        presses.follow("Proposer", ".barre");
        assertThat(proposed("evenements", "Atelier vélo du mardi " + width)).isOne();
        assertThat(presses.count()).isLessThanOrEqualTo(7);
    }

    @Test
    void what_registration_asks_shows_once_places_are_taken_here_and_what_was_typed_stays_in_sight() {
        begin("salariee", 1280);
        browser.get(portal.address() + "/espace/evenements/nouveau");
        browser.executeScript("document.querySelectorAll('details.partie').forEach(part => part.open = true)");
        assertThat(shown("inscription.valeur", "inscription.places", "inscription.question", "recurrence.jusquAu"))
                .isEmpty();

        choose("recurrence.rythme", "Toutes les semaines, le même jour");
        choose("inscription.mode", "Ici : on prend une place avec un nom et une adresse mail");
        assertThat(shown("inscription.valeur", "inscription.places", "inscription.question", "recurrence.jusquAu"))
                .containsExactly("inscription.places", "inscription.question", "recurrence.jusquAu");
        assertThat(shown("inscription.choix", "inscription.autreQuestion")).isEmpty();
        type("inscription.question", "Venez-vous à vélo ?");
        assertThat(shown("inscription.choix", "inscription.autreQuestion", "inscription.autreChoix"))
                .containsExactly("inscription.choix", "inscription.autreQuestion");

        choose("inscription.mode", "Par téléphone");
        assertThat(shown("inscription.valeur", "inscription.places", "inscription.question"))
                .as("nothing that was typed goes out of sight")
                .containsExactly("inscription.valeur", "inscription.question");
    }

    private static List<String> shown(String... names) {
        return Stream.of(names)
                .filter(name -> browser.findElement(By.name(name)).isDisplayed())
                .toList();
    }

    @ParameterizedTest(name = "{0} pixels")
    @CsvSource({"1280", "375"})
    void an_annonce_is_proposed_in_six_activations(int width) {
        begin("contributeur", width);
        presses.press("Écrire autre chose", "main");
        presses.follow("Écrire une annonce", "main");
        type("titre", "Cherche bras pour la haie " + width);
        presses.press("Un coup de main bénévole", "main");
        type("type.benevolat.engagement", "Deux samedis de décembre, de neuf heures à midi");
        write("Deux samedis de plantation, soupe offerte, gants et bonne humeur fournis.");
        presses.follow("Proposer", ".barre");
        assertThat(proposed("annonces", "Cherche bras pour la haie " + width)).isOne();
        assertThat(presses.count()).isLessThanOrEqualTo(6);
    }

    @ParameterizedTest(name = "{0} pixels")
    @CsvSource({"1280", "375"})
    void a_date_of_the_internal_agenda_is_proposed_in_four_activations(int width) {
        begin("ca", width);
        presses.follow("L’agenda interne", "main");
        presses.follow("Ajouter une date", "main");
        type("titre", "Rangement du local " + width);
        moment("debut", 12, "T10:00");
        type("lieu.nom", "Le local");
        choose("commune", "Guichen");
        write("On trie, on jette, on garde ; un café pour finir.");
        presses.follow("Proposer", ".barre");
        assertThat(proposed("evenements", "Rangement du local " + width)).isOne();
        assertThat(presses.count()).isLessThanOrEqualTo(4);
    }

    @ParameterizedTest(name = "{0} pixels")
    @CsvSource({"1280", "375"})
    void the_calendar_of_a_partner_is_read_then_kept_in_five_activations(int width) {
        begin("salariee", width);
        presses.press("Écrire autre chose", "main");
        presses.follow("Brancher une source", "main");
        type("titre", "Agenda du conteur " + width);
        type("adresse", "http://" + place() + "/agenda.ics");
        choose("acteur", "La Roue Qui Rit");
        presses.follow("Enregistrer", ".barre");
        screen.reads("Ce qui vient de cette source");
        assertThat(presses.count()).isLessThanOrEqualTo(5);
    }

    @Test
    void an_address_where_nothing_is_to_be_read_is_not_kept_unless_somebody_says_so() {
        begin("salariee", 1280);
        presses.press("Écrire autre chose", "main");
        presses.follow("Brancher une source", "main");
        type("titre", "Agenda d’ailleurs");
        type("adresse", "http://" + place() + "/rien.ics");
        choose("acteur", "La Roue Qui Rit");
        presses.follow("Enregistrer", ".barre");
        assertThat(screen.text()).contains("Encore un petit point", "Rien n’est perdu", "Si l’adresse est la bonne");
        assertThat(sources("Agenda d’ailleurs")).isZero();

        presses.press("Oui, c’est bien cela", "main");
        presses.follow("Enregistrer", ".barre");
        screen.reads("Ce qui vient de cette source");
        assertThat(sources("Agenda d’ailleurs")).isOne();
    }

    @Test
    void the_address_of_a_calendar_given_as_one_of_a_feed_is_told() {
        begin("salariee", 1280);
        screen.go("/espace/sources/nouveau");
        type("titre", "Fil du conteur");
        choose("genre", "Un fil d’actus (RSS, Atom ou JSON Feed)");
        type("adresse", "http://" + place() + "/agenda.ics");
        choose("acteur", "La Roue Qui Rit");
        presses.follow("Enregistrer", ".barre");
        assertThat(screen.text()).contains("c’est un agenda qui répond");
        assertThat(sources("Fil du conteur")).isZero();
    }

    @ParameterizedTest(name = "{0} pixels")
    @CsvSource({"1280", "375"})
    void the_minutes_of_a_meeting_are_left_in_four_activations(int width) throws IOException {
        begin("salariee", width);
        presses.follow("Déposer un compte rendu", "main");
        Path minutes = home.resolve("cr" + width + ".docx");
        Files.write(minutes, TestDocuments.word("On se retrouve le mardi " + width + "."));
        browser.findElement(By.name("fichier")).sendKeys(minutes.toString());
        presses.chosen();
        presses.follow("Déposer", "main form");
        assertThat(browser.getCurrentUrl()).contains("/lire");
        assertThat(presses.count()).isLessThanOrEqualTo(4);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "contributeur, actus",
        "contributeur, evenements",
        "contributeur, annonces",
        "salariee, evenements",
        "salariee, acteurs",
        "salariee, ressources"
    })
    void the_first_load_of_a_form_weighs_250_kB_at_most(String account, String type) throws IOException {
        ChromeDriver first = Chromium.open(home.resolve("first-" + account + "-" + type));
        try {
            AtTheScreen visitor = new AtTheScreen(first, portal);
            visitor.signIn(account);
            first.executeCdpCommand("Network.enable", Map.of());
            first.executeCdpCommand("Network.setCacheDisabled", Map.of("cacheDisabled", true));
            visitor.go("/espace/" + type + "/nouveau");
            Object weight = first.executeScript(
                    "return performance.getEntries().reduce((sum, one) => sum + (one.transferSize ?? 0), 0)");
            assertThat(((Number) Objects.requireNonNull(weight)).intValue()).isBetween(50_000, HEAVIEST_FORM);
        } finally {
            first.quit();
        }
    }

    private void begin(String account, int width) {
        TwoWidths.set(browser, width);
        screen.signIn(account);
        browser.executeScript("localStorage.clear()");
        presses.from("/espace");
    }

    private static void type(String name, String words) {
        browser.findElement(By.name(name)).sendKeys(words);
    }

    /** Writes in the rich text, whose editor comes once somebody has begun. */
    private static void write(String words) {
        Chromium.waiting(browser)
                .until(ExpectedConditions.elementToBeClickable(By.className("ProseMirror")))
                .sendKeys(words);
    }

    /** Some day to come, typed as the browser's own control takes it. */
    private static void moment(String name, int days, String hour) {
        String value = LocalDate.now(Clock.systemUTC()).plusDays(days) + hour;
        browser.executeScript(
                "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}))",
                browser.findElement(By.name(name)),
                value);
    }

    private static void choose(String name, String words) {
        WebElement list = Chromium.waiting(browser).until(ExpectedConditions.presenceOfElementLocated(By.name(name)));
        new Select(list).selectByVisibleText(words);
        presses.chosen();
    }

    private static long proposed(String type, String title) {
        return count(ContentQuery.in(type).where("titre", title).where("etat", "propose"));
    }

    private static long sources(String title) {
        return count(ContentQuery.in("sources").where("titre", title));
    }

    private static long count(ContentQuery query) {
        return portal.context()
                .getBean(ContentIndexes.class)
                .author()
                .find(query, Identity.SYSTEM)
                .total();
    }
}
