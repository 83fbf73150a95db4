package org.bocage.portal.seats;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.jcr.Node;
import org.awaitility.Awaitility;
import org.bocage.Bocage;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.e2e.AtTheScreen;
import org.bocage.e2e.Axe;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.DemoHome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An event from its question to its erasure, by the words on the screen and in the mails. */
@DirtiesContext
@SpringBootTest(
        classes = {Bocage.class, RegistrationInBrowserTests.Time.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"bocage.demo=true", "bocage.forms.minimum-time=0s", "bocage.forms.posts-per-hour=1000"})
class RegistrationInBrowserTests {

    private static final SettableClock CLOCK = new SettableClock();
    private static final GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private Seats seats;

    @Autowired
    private SeatReminders reminders;

    static final class Time {
        @Bean
        Clock clock() {
            return CLOCK;
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        String data = DemoHome.at(home.resolve("portal"));
        registry.add("bocage.home", () -> data);
        registry.add("bocage.light-modules", () -> "light-modules");
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> mails.getSmtp().getPort());
    }

    @BeforeAll
    static void start() {
        mails.start();
    }

    @AfterAll
    static void stop() {
        mails.stop();
    }

    /** Words of a mail, with plain spaces; waits for it. */
    private static String mail(String name, String subject) {
        List<MimeMessage> found = Awaitility.await(name + ": " + subject)
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> Arrays.stream(mails.getReceivedMessages())
                                .filter(mail -> isTo(mail, address(name), subject))
                                .toList(),
                        some -> !some.isEmpty());
        try {
            return plain(found.get(0).getContent().toString());
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTo(MimeMessage mail, String to, String subject) {
        try {
            return mail.getAllRecipients()[0].toString().equals(to)
                    && plain(mail.getSubject()).contains(subject);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static String address(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@exemple.invalid";
    }

    /** The address of the link of a mail. */
    private String link(String mail, String under) {
        String path = mail.replaceAll("(?s).*https?://[^/]+(" + under + "\\S+).*", "$1");
        return "http://localhost:" + port + path;
    }

    private void ask(AtTheScreen visitor, String event, String name, String bike, String diet) {
        visitor.go("/agenda/" + event);
        visitor.follow(visitor.linkBeside("Demander une place"));
        answer(visitor, name, bike, diet);
    }

    private static void answer(AtTheScreen visitor, String name, String bike, String diet) {
        visitor.type(visitor.field("Votre nom"), name);
        visitor.type(visitor.field("Votre adresse mail"), address(name));
        choose(visitor, bike);
        visitor.type(visitor.field("Un régime particulier ? (facultatif)"), diet);
        visitor.follow(visitor.button("Demander une place"));
    }

    /** Chooses what stands beside a round or square box. */
    private static void choose(AtTheScreen who, String words) {
        who.ticks(words).click();
    }

    @Test
    void an_event_with_question_approval_waiting_list_message_reminder_and_erasure() {
        ChromeDriver browser = Chromium.open(home.resolve("profile"));
        try {
            AtTheScreen screen = new AtTheScreen(browser, "http://localhost:" + port);
            Gathering event = opens(screen);

            // three ask; one of them is not answered with a yes, one of them waits
            for (String name : List.of("Ana Martin", "Bea Petit", "Cleo Grand")) {
                ask(screen, event.name(), name, "Oui, j’arrive en pédalant", "Végétarien");
                screen.reads("Votre demande est arrivée.");
                assertThat(mail(name, "votre demande est arrivée")).contains("Les personnes qui organisent");
            }
            screen.signIn("salariee");
            screen.go("/espace/evenements/" + event.event());
            screen.follow(screen.link("Voir la liste"));
            screen.reads("Qui demande une place");
            assertThat(Axe.check().violations(browser)).isEmpty();
            screen.follow(screen.button("Dire non"));
            screen.reads("Personne n’était coché");
            screen.ticks("Cleo Grand").click();
            screen.follow(screen.button("Dire non"));
            screen.reads("ces noms sont effacés");
            assertThat(mail("Cleo Grand", "pas de place cette fois")).contains("effacés");
            screen.ticks("Ana Martin").click();
            screen.ticks("Bea Petit").click();
            screen.follow(screen.button("Dire oui"));
            screen.reads("1 sur 1, et 1 en attente");
            screen.reads("Venez-vous à vélo ? Oui, j’arrive en pédalant : 1");
            assertThat(mail("Bea Petit", "liste d’attente")).contains("rang 1");
            String given = mail("Ana Martin", "votre place est gardée");

            // a message, answered to who wrote it
            screen.unfold("Écrire à la liste");
            screen.type(screen.field("Sujet"), "Pensez au pique-nique");
            screen.type(screen.field("Message"), "Et à une couverture.");
            screen.follow(screen.button("Envoyer le message"));
            screen.reads("confié au courrier");
            assertThat(mail("Ana Martin", "Pensez au pique-nique")).contains("Et à une couverture.");
            assertThat(mail("Bea Petit", "Pensez au pique-nique")).contains("Répondez simplement");

            // a seat is given back: the next one has it
            screen.signOut();
            browser.get(link(given, "/agenda/ma-place/"));
            screen.reads("Ce lien appartient à Ana M.");
            screen.follow(screen.button("Rendre ma place"));
            screen.reads("C’est fait, merci");
            assertThat(mail("Ana Martin", "vous ne venez plus")).contains("effacés");
            String seat = mail("Bea Petit", "une place s’est libérée");

            // two days before, then afterwards
            CLOCK.forward(Duration.between(CLOCK.instant(), event.start()).minusDays(1));
            reminders.send();
            assertThat(mail("Bea Petit", "c’est")).contains("Votre place vous attend");
            CLOCK.forward(Duration.between(CLOCK.instant(), event.end()).plusHours(1));
            browser.get(link(seat, "/agenda/ma-place/"));
            screen.follow(screen.button("J’y étais"));
            screen.reads("vous y étiez");
            screen.go("/agenda/s-inscrire/" + event.name());
            screen.reads("Les inscriptions sont closes");
            screen.signIn("salariee");
            screen.go("/espace/inscriptions/" + event.event());
            assertThat(screen.ticks("Bea Petit").isSelected()).isTrue();

            // thirty days after
            CLOCK.forward(Duration.ofDays(30));
            seats.look();
            screen.signIn("salariee");
            screen.go("/espace/inscriptions/" + event.event());
            screen.reads("Personne encore");
            assertThat(screen.text()).doesNotContain("Bea");
        } finally {
            browser.quit();
        }
    }

    /** Opens the registrations of an event of the demo that is to come, for one person, with a question and approval. */
    private Gathering opens(AtTheScreen screen) {
        String id = stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> SeatsTests.events(session).get(0).getIdentifier());
        stores.author().update(Identity.SYSTEM, session -> {
            Node node = session.getNodeByIdentifier(id);
            node.setProperty("debut", Dates.utc(CLOCK.instant().plus(Duration.ofDays(10))));
            node.setProperty(
                    "fin", Dates.utc(CLOCK.instant().plus(Duration.ofDays(10).plusHours(2))));
        });
        screen.signIn("salariee");
        screen.go("/espace/evenements/" + id);
        screen.unfold("Plus de détails");
        screen.field("Comment")
                .findElement(By.xpath(".//option[contains(.,'on prend une place')]"))
                .click();
        screen.type(screen.field("Nombre de places"), "1");
        screen.ticks("Répondre à chaque demande").click();
        screen.type(screen.field("Une question à poser"), "Venez-vous à vélo ?");
        screen.type(screen.field("Ses réponses possibles"), "Oui, j’arrive en pédalant\nNon");
        screen.ticks("Demander les régimes alimentaires").click();
        screen.follow(screen.button("Publier"));
        Gathering event = stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> Gathering.of(Workspace.byId(session, id).orElseThrow())
                                .get(0));
        assertThat(event.onRequest()).isTrue();
        assertThat(event.start()).isAfter(CLOCK.instant().plus(Duration.ofDays(3)));
        screen.signOut();
        return event;
    }
}
