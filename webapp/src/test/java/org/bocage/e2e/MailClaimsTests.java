package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No screen says of a mail that it left, or comes, when no mail server is known. */
class MailClaimsTests {

    private static final Path TEMPLATES = Path.of("webapp/src/main/resources/templates");

    /** Sentences that promise a mail, or say that one left. */
    private static final Pattern CLAIM = Pattern.compile(
            "mail vient de partir|parti[e]? par mail|Un mail (part|arrive|vous|la suite)|reçoi[st]\\w* un mail"
                    + "|vous répond par mail|recevra par mail|mail que l’on vient de vous envoyer|On vient de vous écrire"
                    + "|un mail y arrive|On envoie un mail|Vous recevez un mail|on en envoie un autre",
            Pattern.CASE_INSENSITIVE);

    /** Ask for a mail on the way to a screen that tells, or are read by somebody who got one. */
    private static final Set<String> ELSEWHERE = Set.of("aide", "serveur-mail.ftlh", "compte-mot-de-passe.ftlh");

    @TempDir
    static Path home;

    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.start(home.resolve("data"), "--bocage.forms.minimum-time=0s");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void every_sentence_that_promises_a_mail_has_another_one_beside_it() throws IOException {
        List<String> alone = new ArrayList<>();
        int claims = 0;
        for (Path template : templates()) {
            String text = Files.readString(template);
            if (CLAIM.matcher(text).find() && ELSEWHERE.stream().noneMatch(template.toString()::contains)) {
                claims++;
                if (!text.contains("mailsPartent")) {
                    alone.add(template.toString());
                }
            }
        }
        assertThat(claims).isGreaterThan(12);
        assertThat(alone).isEmpty();
    }

    private static List<Path> templates() throws IOException {
        List<Path> templates = new ArrayList<>();
        for (String folder : List.of("espace", "site")) {
            try (Stream<Path> files = Files.walk(TEMPLATES.resolve(folder))) {
                files.filter(Files::isRegularFile).forEach(templates::add);
            }
        }
        return templates;
    }

    @Test
    void an_invitation_without_a_mail_server_is_told_as_not_sent_and_its_link_is_found() {
        Browser admin = Browser.signedIn(portal.port(), "admin");
        assertThat(admin.read("/espace/comptes/inviter").select("main").text())
                .doesNotContain("reçoit un mail")
                .contains("Aucun serveur de mail n’est réglé");

        var sent = admin.submit(
                admin.get("/espace/comptes/inviter"),
                Map.of("titre", "Gildas", "courriel", "gildas@exemple.invalid", "role", "ca"));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(told(admin.read("/espace/comptes?fait=invitation")))
                .contains("n’est pas partie")
                .doesNotContain("partie par mail");

        String mail = admin.read("/espace/courriers").select("a[href*=lire]").attr("href");
        assertThat(admin.read(mail).select(".courrier__texte").text()).contains("/connexion/lien/");
    }

    private static String told(Document page) {
        return Browser.plain(page.select(".annonce").text());
    }

    @Test
    void forms_that_go_on_by_mail_say_before_one_writes_that_none_leaves() {
        Browser visitor = new Browser(portal.port());
        for (String address :
                List.of("/proposer/actu", "/abonnement/annonces", "/abonnement/projets", "/abonnement/lettre")) {
            assertThat(visitor.read(address).select("[role=note]").text())
                    .as(address)
                    .contains("Ce portail n’envoie pas encore de mails.");
        }
        assertThat(visitor.read("/connexion/recevoir?pour=sign-in")
                        .select("main")
                        .text())
                .contains("le lien n’arrivera pas par mail");
        assertThat(visitor.submit(
                                visitor.get("/connexion/recevoir?pour=sign-in"),
                                Map.of("courriel", "ca@exemple.invalid"))
                        .body())
                .doesNotContain("un mail vient de partir");
    }

    @Test
    void a_server_that_is_kept_brings_the_promises_back_at_once() {
        Browser admin = Browser.signedIn(portal.port(), "admin");
        admin.submit(
                admin.get("/espace/reglages/mails"),
                Map.of("serveur", "127.0.0.1", "port", "9", "expediteur", "portail@exemple.invalid"));
        try {
            assertThat(admin.read("/espace/comptes/inviter").select("main").text())
                    .contains("La personne reçoit un mail.");
            assertThat(new Browser(portal.port()).read("/proposer/actu").select("[role=note]"))
                    .isEmpty();
        } finally {
            byte[] forget = "geste=oublier".getBytes(StandardCharsets.UTF_8);
            admin.call("POST", "/espace/reglages/mails", forget, "Content-Type", "application/x-www-form-urlencoded");
        }
    }

    @Test
    void an_invitation_that_was_kept_goes_by_the_server_that_is_known_later() {
        GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mails.start();
        Browser admin = Browser.signedIn(portal.port(), "admin");
        try {
            admin.submit(
                    admin.get("/espace/comptes/inviter"),
                    Map.of("titre", "Yuna", "courriel", "yuna@exemple.invalid", "role", "ca"));
            assertThat(admin.read("/espace/courriers").select("form.mot")).isEmpty();
            String port = String.valueOf(mails.getSmtp().getPort());
            admin.submit(
                    admin.get("/espace/reglages/mails"),
                    Map.of(
                            "serveur", "127.0.0.1",
                            "port", port,
                            "chiffrement", "none",
                            "expediteur", "portail@exemple.invalid"));

            await().until(() -> admin.read("/espace/courriers").text().contains("Envoyer ce qui attendait"));
            admin.submit(admin.get("/espace/courriers"), Map.of());

            await().until(() -> Arrays.stream(mails.getReceivedMessages())
                    .anyMatch(mail ->
                            GreenMailUtil.getAddressList(addresses(mail)).contains("yuna@exemple.invalid")));
            await().until(() ->
                    admin.read("/espace/courriers").select("form.mot").isEmpty());
        } finally {
            byte[] forget = "geste=oublier".getBytes(StandardCharsets.UTF_8);
            admin.call("POST", "/espace/reglages/mails", forget, "Content-Type", "application/x-www-form-urlencoded");
            mails.stop();
        }
    }

    private static Address[] addresses(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
