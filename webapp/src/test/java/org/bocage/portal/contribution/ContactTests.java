package org.bocage.portal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.jcr.Node;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.Dates;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CO-01 to CO-07, PO-05: somebody writes to the pôle, to a structure, about an action. */
class ContactTests {

    @TempDir
    static Path home;

    private static GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static Portal portal;
    private static Stranger stranger;

    @BeforeAll
    static void start() {
        mails.start();
        portal = Portal.start(
                home.resolve("data"),
                "--bocage.forms.minimum-time=0s",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mails.getSmtp().getPort());
        stranger = new Stranger(portal.port(), mails);
    }

    @AfterAll
    static void stop() {
        portal.close();
        mails.stop();
    }

    @Test
    void CO_01_CO_03_CO_04_a_message_reaches_who_answers_is_acknowledged_and_followed() throws Exception {
        HttpResponse<String> sent = stranger.send("/contact", letter("lou@exemple.invalid", "Vous ouvrez samedi ?"));
        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        assertThat(Stranger.words(stranger.browser().get(location(sent)))).contains("Noor vous répond sous 2 jours");

        assertThat(stranger.mail("salariee@exemple.invalid", "Vous ouvrez samedi"))
                .contains("Lou");
        MimeMessage mail = received("salariee@exemple.invalid", "Lou");
        assertThat(mail.getReplyTo()[0].toString()).isEqualTo("lou@exemple.invalid");
        assertThat(mail.getFrom()[0].toString()).doesNotContain("lou@");
        assertThat(stranger.mail("lou@exemple.invalid", "bien parti")).contains("Noor vous répond sous 2 jours");

        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        Document list = salariee.read("/espace/messages");
        assertThat(list.text()).contains("Lou").contains("Nouveau");
        String message = list.select("a[href^=/espace/messages/]:contains(Lou)").attr("href");
        assertThat(Browser.plain(salariee.read(message).text())).contains("Vous ouvrez samedi ?");
        HttpResponse<String> answered =
                salariee.write(message, Map.of("suivi", "repondu", "titre", "Ouverture du samedi"), "enregistrer");
        assertThat(answered.statusCode()).as(Browser.problems(answered)).isEqualTo(302);
        assertThat(salariee.read("/espace/messages").text()).contains("Répondu");

        assertThat(signedIn("contributeur").get("/espace/messages").body()).doesNotContain("Ouverture du samedi");
    }

    @Test
    void CO_05_how_to_call_when_it_is_open_and_how_to_come_by_bus_and_bike_stand_on_the_page_as_text() {
        Document page = Browser.page(stranger.browser().get("/contact"));

        String words = Browser.plain(page.select("main").text());
        assertThat(words)
                .contains("1 place du Four")
                .contains("02 61 91 00 00")
                .contains("Mardi, de 9 h 30 à 12 h 30")
                .contains("En car : arrêt « Place du Four »")
                .contains("À vélo : par la voie verte");
        assertThat(page.select("main .whereabouts a[href^=tel:]").eachAttr("href"))
                .containsExactly("tel:+33261910000");
        assertThat(page.select("main .whereabouts img, main .whereabouts iframe"))
                .as("no picture of a text, no map of somebody else's")
                .isEmpty();
    }

    @Test
    void CO_04_a_message_is_deleted_after_twelve_months() {
        stranger.send("/contact", letter("ancien@exemple.invalid", "Un très ancien message"));
        Stores stores = portal.context().getBean(Stores.class);
        stores.author().update(Identity.SYSTEM, session -> {
            for (Node one : Intake.children(Letters.MESSAGES.root(session))) {
                if (one.hasProperty("courriel")
                        && one.getProperty("courriel").getString().startsWith("ancien")) {
                    one.setProperty("recu", Dates.utc(Instant.now().minusSeconds(366L * 86_400)));
                }
            }
        });

        portal.context().getBean(Letters.class).forget();

        stores.author().update(Identity.SYSTEM, session -> {
            for (Node one : Intake.children(Letters.MESSAGES.root(session))) {
                assertThat(
                                one.hasProperty("courriel")
                                        ? one.getProperty("courriel").getString()
                                        : "")
                        .doesNotStartWith("ancien");
            }
        });
    }

    @Test
    void CO_06_one_writes_to_a_structure_without_seeing_its_address_three_times_a_day() {
        String fiche = "/reseau/acteurs/la-roue-qui-rit";
        Document page = stranger.browser().read(fiche);
        String form = page.select("aside.contact a[href^=/contact/acteurs/]").attr("href");
        assertThat(form).isEqualTo("/contact/acteurs/la-roue-qui-rit");
        stores(session -> session.getNode("/acteurs/la-roue-qui-rit")
                .getNode("contact")
                .setProperty("courriel", "roue@exemple.invalid"));
        assertThat(stranger.browser().get(form).body()).doesNotContain("roue@exemple.invalid");

        for (int i = 1; i <= 3; i++) {
            assertThat(stranger.send(form, letter("voisine@exemple.invalid", "Bonjour, message numéro " + i))
                            .statusCode())
                    .isEqualTo(303);
        }
        assertThat(stranger.send(form, letter("voisine@exemple.invalid", "Bonjour, encore moi"))
                        .statusCode())
                .isEqualTo(429);
        assertThat(stranger.mail("roue@exemple.invalid", "message numéro 3")).contains("La Roue Qui Rit");
        assertThat(stranger.browser().get("/contact/acteurs/rien-de-tel").statusCode())
                .isEqualTo(404);
        assertThat(stranger.browser().get("/contact/adhesions/la-roue-qui-rit").statusCode())
                .isEqualTo(404);
    }

    @Test
    void PO_05_writing_about_an_action_names_it_in_the_subject() {
        Document page = stranger.browser().read("/le-pole/actions/l-agenda-commun");
        String form = page.select("aside.contact a[href^=/contact/actions/]").attr("href");
        String title = Browser.plain(page.select("h1").text());

        HttpResponse<String> sent = stranger.send(form, letter("asso@exemple.invalid", "On a une salle à prêter."));

        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Arrays.stream(mails.getReceivedMessages())
                        .map(ContactTests::subject)
                        .anyMatch(subject -> subject.contains("Lou vous écrit") && subject.contains(title)));
    }

    @Test
    void CO_07_nothing_that_is_typed_adds_a_header_and_all_of_it_is_given_back() {
        for (String[] bad : new String[][] {
            {"nom", "A\r\nBcc: x@exemple.invalid"},
            {"courriel", "a@b.invalid,c@d.invalid"},
            {"courriel", "a@b.invalid%0aBcc:c@d.invalid"},
            {"message", "Court"},
            {"sujet", "rien-de-tel"}
        }) {
            Map<String, String> typed = letter("lou@exemple.invalid", "Un message assez long.");
            typed.put(bad[0], bad[1]);
            HttpResponse<String> answer = stranger.send("/contact", typed);
            assertThat(answer.statusCode()).as(bad[1]).isEqualTo(422);
            assertThat(Stranger.problems(answer)).hasSize(1);
        }
        int before = mails.getReceivedMessages().length;
        Map<String, String> trapped = letter("robot@exemple.invalid", "Achetez, achetez, achetez.");
        trapped.put("siteweb", "https://spam.invalid");
        assertThat(location(stranger.send("/contact", trapped))).isEqualTo("/contact/merci/question");
        Map<String, String> links =
                letter("pub@exemple.invalid", "https://a.invalid https://b.invalid https://c.invalid");
        assertThat(stranger.send("/contact", links).statusCode()).isEqualTo(303);
        assertThat(stranger.mails("robot@exemple.invalid")).isZero();
        assertThat(stranger.mails("pub@exemple.invalid")).isZero();
        assertThat(mails.getReceivedMessages().length).isGreaterThanOrEqualTo(before);
    }

    private static Map<String, String> letter(String email, String text) {
        Map<String, String> typed = new HashMap<>();
        typed.put("sujet", "question");
        typed.put("nom", "Lou");
        typed.put("courriel", email);
        typed.put("message", text);
        return typed;
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static Browser signedIn(String account) {
        return Browser.signedIn(portal.port(), account);
    }

    private static void stores(org.bocage.cms.repository.SessionWork work) {
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, work);
    }

    private static MimeMessage received(String to, String subject) {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(message ->
                        recipient(message).equals(to) && subject(message).contains(subject))
                .findFirst()
                .orElseThrow();
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(MimeMessage message) {
        try {
            return Browser.plain(message.getSubject());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
