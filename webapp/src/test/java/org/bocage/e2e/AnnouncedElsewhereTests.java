package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Objects;
import org.bocage.portal.forms.Stranger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;

/** An event that another site announces, from its address to the public agenda: by hand, in a browser. */
class AnnouncedElsewhereTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String TITLE = "Nuit des vers luisants";
    private static final String MAIL = "camille@exemple.invalid";

    @TempDir
    static Path home;

    private static final GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static HttpServer elsewhere;
    private static Portal portal;
    private static ChromeDriver browser;
    private static AtTheScreen screen;
    private static LocalDate day;

    @BeforeAll
    static void start() throws IOException {
        day = LocalDate.now(Clock.system(PARIS)).plusDays(1);
        mails.start();
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/nuit", exchange -> {
            byte[] body = page().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            try (exchange) {
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        elsewhere.start();
        portal = Portal.start(
                home.resolve("data"),
                "--bocage.outgoing.allowed=127.0.0.1:" + elsewhere.getAddress().getPort(),
                "--bocage.forms.minimum-time=0s",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mails.getSmtp().getPort());
        browser = Chromium.open(Files.createDirectory(home.resolve("profile")));
        screen = new AtTheScreen(browser, portal);
    }

    @AfterAll
    static void stop() {
        browser.quit();
        portal.close();
        elsewhere.stop(0);
        mails.stop();
    }

    private static String address() {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/nuit";
    }

    private static OffsetDateTime at(int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(PARIS).toOffsetDateTime();
    }

    /** A page of another site, which tells machines everything but who organises. */
    private static String page() {
        return """
                <!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Les lucioles de la vallée</title>
                <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
                {"@type": "WebSite", "name": "Les lucioles de la vallée"},
                {"@type": "Event", "name": "%s", "startDate": "%s", "endDate": "%s",
                 "location": {"@type": "Place", "name": "Le lavoir", "address": {"@type": "PostalAddress",
                 "streetAddress": "Rue du Lavoir", "postalCode": "35580", "addressLocality": "Guichen"}},
                 "description": "<p>On éteint les lampes, et l’on compte les lueurs.</p>"}]}</script></head>
                <body><h1>Ici, la page des lucioles</h1></body></html>""".formatted(TITLE, at(21), at(23));
    }

    @Test
    void the_address_of_an_event_is_pasted_the_form_filled_and_proposed_and_the_event_is_on_line() {
        visitorPastesTheAddress();
        visitorFillsInTheRestAndSends();
        visitorConfirmsByMail();
        screen.go("/agenda");
        assertThat(screen.text()).as("before anybody said yes").doesNotContain(TITLE);

        salarieeAccepts();

        screen.signOut();
        screen.go("/agenda");
        screen.follow(screen.link(TITLE));
        assertThat(screen.text())
                .contains(TITLE, "21 h – 23 h", "Le lavoir", "Guichen", "Les Veilleurs du lavoir")
                .contains("On éteint les lampes, et l’on compte les lueurs.", "Annoncé aussi ici : " + address())
                .doesNotContain("Camille", MAIL);
        screen.follow(screen.link(address()));
        assertThat(browser.getCurrentUrl()).isEqualTo(address());
        assertThat(screen.text()).contains("Ici, la page des lucioles");
    }

    private static void visitorPastesTheAddress() {
        screen.go("/proposer");
        screen.follow(browser.findElement(By.cssSelector("main a[href$='/proposer/evenement']")));
        screen.unfold("Déjà annoncé ailleurs");
        screen.field("L’adresse de la page").sendKeys(address());
        screen.follow(screen.button("Lire cette page"));

        assertThat(screen.text())
                .contains("Sur cette page, on a lu : le titre, le jour et l’heure, la fin, le lieu, la description.")
                .contains("Il vous reste à dire : qui organise, la commune.");
        assertThat(value("titre")).isEqualTo(TITLE);
        assertThat(value("debut")).isEqualTo(day + "T21:00");
        assertThat(value("fin")).isEqualTo(day + "T23:00");
        assertThat(value("lieu.nom")).isEqualTo("Le lavoir, Rue du Lavoir 35580 Guichen");
        assertThat(value("description"))
                .contains("On éteint les lampes", address())
                .doesNotContain("<");
    }

    private static void visitorFillsInTheRestAndSends() {
        screen.field("Votre nom").sendKeys("Camille Sans-Compte");
        screen.field("Votre adresse mail").sendKeys(MAIL);
        screen.follow(screen.button("Envoyer"));
        assertThat(screen.text())
                .as("the form tells what is missing")
                .contains("Rien n’est perdu", "Dites qui organise.");

        screen.type(named("lieu.nom"), "Le lavoir");
        new Select(named("commune")).selectByVisibleText("Guichen");
        named("organisateurs[0].nom").sendKeys("Les Veilleurs du lavoir");
        screen.follow(screen.button("Envoyer"));
        assertThat(screen.text()).contains("On vient de vous écrire");
    }

    private static void visitorConfirmsByMail() {
        screen.go(Stranger.link(new Stranger(portal.port(), mails).mail(MAIL, "confirmer")));
        assertThat(screen.text()).contains("Vous nous proposez « " + TITLE + " »");
        screen.follow(screen.button("Oui, je propose"));
        assertThat(screen.text()).contains("C’est arrivé, merci !");
    }

    private static void salarieeAccepts() {
        screen.signIn("salariee");
        screen.go("/espace/taches");
        screen.follow(screen.link(TITLE));
        assertThat(screen.text()).contains("Camille Sans-Compte", MAIL, address());
        screen.follow(screen.button("Accepter et publier"));
        assertThat(browser.getCurrentUrl()).contains("fait=accepte");
    }

    private static WebElement named(String name) {
        return browser.findElement(By.cssSelector("main form.form [name='" + name + "']"));
    }

    private static String value(String name) {
        return Objects.requireNonNull(named(name).getDomProperty("value"));
    }
}
