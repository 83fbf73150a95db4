package org.bocage.portal.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.jcr.Node;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.e2e.DemoHome;
import org.bocage.e2e.Portal;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.forms.Stranger;
import org.bocage.portal.forms.UnconfirmedSubmissions;
import org.bocage.portal.mailbox.Mailbox;
import org.bocage.portal.proposals.ProposalTests;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** CO-01 to CO-07, PO-05, CT-09: somebody writes to the pôle, to a structure, about an action, or sends an actu by mail. */
class ContactTests {

    @TempDir
    static Path home;

    private static GreenMail mails =
            new GreenMail(new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.IMAP.dynamicPort()});
    private static Portal portal;
    private static Stranger stranger;
    private static GreenMailUser box;

    @BeforeAll
    static void start() throws IOException {
        mails.start();
        FileSystemUtils.copyRecursively(Path.of("config"), home.resolve("config"));
        Files.copy(Path.of("config/exemples/contact.yaml"), home.resolve("config/contact.yaml"));
        DemoHome.at(home.resolve("data"));
        portal = Portal.start(
                home.resolve("data"),
                "--bocage.config=" + home.resolve("config"),
                "--bocage.forms.minimum-time=0s",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mails.getSmtp().getPort(),
                "--bocage.mailbox.host=127.0.0.1",
                "--bocage.mailbox.port=" + mails.getImap().getPort(),
                "--bocage.mailbox.tls=false",
                "--bocage.mailbox.username=proposer",
                "--bocage.mailbox.password=secret");
        box = mails.setUser("proposer@exemple.invalid", "proposer", "secret");
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
    void CO_01_a_subject_reaches_the_mailboxes_that_the_file_gives_it_and_no_other() throws IOException {
        Path file = home.resolve("config/contact.yaml");
        String before = Files.readString(file);
        Files.writeString(
                file,
                before.replaceFirst("(cle: idee,.*?) a: \\[]", "$1 a: [idees@exemple.invalid]")
                        .replaceFirst(
                                "(cle: ensemble,.*?) a: \\[]",
                                "$1 a: [ensemble@exemple.invalid, salle@exemple.invalid]"));
        try {
            for (String subject : List.of("idee", "ensemble", "corriger")) {
                Map<String, String> typed =
                        letter(subject + ".lou@exemple.invalid", "Mot pour la boîte « " + subject + " ».");
                typed.put("sujet", subject);
                HttpResponse<String> sent = stranger.send("/contact", typed);
                assertThat(sent.statusCode())
                        .as(Stranger.problems(sent).toString())
                        .isEqualTo(303);
                stranger.mail(subject + ".lou@exemple.invalid", "bien parti");
            }
        } finally {
            Files.writeString(file, before);
        }

        assertThat(stranger.mail("salariee@exemple.invalid", "Mot pour la boîte « corriger »"))
                .as("a subject without a mailbox is the salariée's")
                .isNotEmpty();
        assertThat(receiversOf("Mot pour la boîte « idee »")).containsExactly("idees@exemple.invalid");
        assertThat(receiversOf("Mot pour la boîte « ensemble »"))
                .containsExactlyInAnyOrder("ensemble@exemple.invalid", "salle@exemple.invalid");
    }

    /** Those of the pôle who got a message; who wrote it is not counted. */
    private static List<String> receiversOf(String words) {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(message -> text(message).contains(words))
                .map(ContactTests::recipient)
                .filter(address -> !address.contains(".lou@"))
                .toList();
    }

    @Test
    void CO_04_a_message_says_who_takes_care_of_it_and_what_was_written_stays_as_it_came() {
        stranger.send("/contact", letter("perrine@exemple.invalid", "Qui peut me prêter un barnum ?"));
        Browser salariee = Browser.signedIn(portal.port(), "salariee");
        String message = portal.context().getBean(Stores.class).author().read(Identity.SYSTEM, session -> {
            for (Node one : UnconfirmedSubmissions.children(Letters.MESSAGES.root(session))) {
                if (one.hasProperty("courriel")
                        && one.getProperty("courriel").getString().startsWith("perrine")) {
                    return "/espace/messages/" + one.getIdentifier();
                }
            }
            throw new AssertionError("the message is not kept");
        });

        HttpResponse<String> taken = salariee.write(
                message,
                Map.of("suivi", "en-cours", "titre", "Un barnum", "assigne", "Malo", "texte", "Autre chose"),
                "enregistrer");

        assertThat(taken.statusCode()).as(Browser.problems(taken)).isEqualTo(302);
        Element row = Objects.requireNonNull(
                salariee.read("/espace/messages").selectFirst("tr:contains(Un barnum), li:contains(Un barnum)"));
        assertThat(row.text()).contains("En cours").contains("Malo");
        Document form = salariee.read(message);
        assertThat(form.select("[name=assigne]").val()).isEqualTo("Malo");
        assertThat(Browser.plain(form.html()))
                .contains("Qui peut me prêter un barnum ?")
                .doesNotContain("Autre chose");
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
            for (Node one : UnconfirmedSubmissions.children(Letters.MESSAGES.root(session))) {
                if (one.hasProperty("courriel")
                        && one.getProperty("courriel").getString().startsWith("ancien")) {
                    one.setProperty("recu", Dates.utc(Instant.now().minusSeconds(366L * 86_400)));
                }
            }
        });

        new ItemByItem("Letters").run(portal.context().getBean(Letters.class)::forget);

        stores.author().update(Identity.SYSTEM, session -> {
            for (Node one : UnconfirmedSubmissions.children(Letters.MESSAGES.root(session))) {
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
        assertThat(stranger.mail("soizic@exemple.invalid", "On a une salle à prêter."))
                .as("who answers for the action reads it")
                .contains(title);
    }

    @Test
    void PO_05_each_action_says_what_is_looked_for_and_asks_whether_we_do_it_together() {
        Map<String, List<String>> wanted = Map.of(
                "l-agenda-commun", List.of("Des partenaires"),
                "le-parcours-j-ai-une-idee", List.of("Un·e intervenant·e"),
                "le-programme-de-formations", List.of("Une salle", "Des partenaires"),
                "le-tour-des-communes", List.of("Des relais"),
                "les-permanences-du-mardi", List.of(),
                "graines-de-collegiens", List.of());
        for (Map.Entry<String, List<String>> one : wanted.entrySet()) {
            String action = one.getKey();
            Document page = stranger.browser().read("/le-pole/actions/" + action);
            assertThat(page.select("aside.contact .wanted-list li").eachText().stream()
                            .map(Browser::plain))
                    .as(action)
                    .containsExactlyInAnyOrderElementsOf(one.getValue());

            assertThat(Browser.plain(page.select("aside.contact h2").text()))
                    .as(action)
                    .isEqualTo("On fait ça ensemble ?");
            assertThat(page.select("aside.contact a.button").eachAttr("href"))
                    .as(action)
                    .contains("/contact/actions/" + action);
        }
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
            assertThat(Browser.page(answer).select("form.form").attr("action"))
                    .as("the browser shows the form, below where and when one may come")
                    .isEqualTo("/contact#"
                            + Browser.page(answer)
                                    .select("section:has(form.form)")
                                    .attr("id"));
        }
        Map<String, String> trapped = letter("robot@exemple.invalid", "Achetez, achetez, achetez.");
        trapped.put("siteweb", "https://spam.invalid");
        assertThat(location(stranger.send("/contact", trapped))).isEqualTo("/contact/merci/question");
        Map<String, String> links =
                letter("pub@exemple.invalid", "https://a.invalid https://b.invalid https://c.invalid");
        assertThat(stranger.send("/contact", links).statusCode()).isEqualTo(303);
        assertThat(stranger.mails("robot@exemple.invalid")).isZero();
        assertThat(stranger.mails("pub@exemple.invalid")).isZero();

        // what a mail says, it says in its text: it goes, and its headers are ours
        Map<String, String> honest = letter(
                "lise@exemple.invalid",
                "Bonjour.\r\nBcc: x@exemple.invalid\r\n\r\nSubject: Autre chose, et assez long.");
        honest.put("nom", "Lise %0d%0aBcc: x@exemple.invalid");
        HttpResponse<String> sent = stranger.send("/contact", honest);
        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        stranger.mail("salariee@exemple.invalid", "Subject: Autre chose");
        List<MimeMessage> about = Arrays.stream(mails.getReceivedMessages())
                .filter(message -> text(message).contains("Subject: Autre chose"))
                .toList();
        assertThat(about).isNotEmpty().allSatisfy(message -> {
            assertThat(message.getHeader("Bcc")).isNull();
            assertThat(message.getAllRecipients()).hasSize(1);
            assertThat(message.getHeader("Subject")).hasSize(1);
            assertThat(subject(message)).doesNotContain("Autre chose").doesNotContain("\n", "\r");
        });
        for (String nobody :
                List.of("x@exemple.invalid", "c@d.invalid", "robot@exemple.invalid", "pub@exemple.invalid")) {
            assertThat(stranger.mails(nobody)).as(nobody).isZero();
        }
    }

    @Test
    void CT_09_a_mail_with_a_picture_becomes_a_draft_once_that_who_reviews_finishes() throws Exception {
        MimeMessage mail = mail("Lise Hamon <lise@exemple.invalid>", "Tr : Re: La fête du four a lieu samedi");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("""
                Bonjour Noor,

                On rallume le four du bourg samedi à 18 h, avec la fanfare et des galettes pour tout le monde.

                Venez avec <script>vos</script> tabliers & vos chansons.

                --
                Lise, trésorière
                """, "UTF-8");
        mail.setContent(new MimeMultipart(text, file("four.png", ProposalTests.picture()), file("logo.png", logo())));
        mail.saveChanges();
        box.deliver(mail);
        look();
        box.deliver(mail);
        look();

        Browser salariee = signedIn("salariee");
        Document tasks = salariee.read("/espace/taches");
        assertThat(tasks.select("main a:contains(La fête du four a lieu samedi)"))
                .hasSize(1);
        assertThat(tasks.text()).contains("Reçu par mail").contains("Lise Hamon");
        assertThat(salariee.read("/espace").text()).contains("La fête du four a lieu samedi");
        String draft = tasks.select("main a:contains(La fête du four)").attr("href");
        Document form = salariee.read(draft);
        assertThat(form.select("[name=titre]").val()).isEqualTo("La fête du four a lieu samedi");
        assertThat(form.select("[name=chapo]").text()).startsWith("On rallume le four du bourg samedi à 18 h");
        assertThat(form.select("[name=corps]").text())
                .contains("Bonjour Noor")
                .contains("&lt;script&gt;vos&lt;/script&gt; tabliers")
                .doesNotContain("trésorière");
        assertThat(form.select("[name='photos[0].image']").val())
                .as("the picture is in the library")
                .startsWith("jcr:");
        assertThat(form.select("[name='photos[1].image']"))
                .as("the logo of a signature is no photo")
                .isEmpty();
        assertThat(form.text()).contains("lise@exemple.invalid");
        assertThat(stranger.browser().get("/actualites").body()).doesNotContain("fête du four");
        assertThat(signedIn("ca").read("/espace").text()).doesNotContain("fête du four");

        stores(session -> Workspace.byId(session, draft.substring(draft.lastIndexOf('/') + 1))
                .orElseThrow()
                .setProperty("etat", "archive"));
        assertThat(salariee.read("/espace/taches").text())
                .as("what is no draft any more waits for nobody")
                .doesNotContain("fête du four");
    }

    @Test
    void CT_09_what_is_not_taken_stays_in_the_box_with_a_flag_and_what_a_mail_leaves_behind_is_told() throws Exception {
        MimeMessage machine = mail("facteur@exemple.invalid", "Votre message n’est pas arrivé");
        machine.setHeader("Auto-Submitted", "auto-replied");
        machine.setText("Personne ici.", "UTF-8");
        machine.saveChanges();
        box.deliver(machine);
        for (int i = 1; i <= 6; i++) {
            MimeMessage one = mail("paul@exemple.invalid", "Nouvelle numéro " + i);
            MimeBodyPart words = new MimeBodyPart();
            words.setContent(
                    "<div>Une <b>vieille</b> photo</div><div>en pièce jointe</div>", "text/html; charset=UTF-8");
            one.setContent(new MimeMultipart(words, file("photo.svg", "<svg/>".getBytes(StandardCharsets.UTF_8))));
            one.saveChanges();
            box.deliver(one);
        }

        look();

        Browser salariee = signedIn("salariee");
        Document tasks = salariee.read("/espace/taches");
        assertThat(tasks.select("main a:contains(Nouvelle numéro)"))
                .as("five a day of one address")
                .hasSize(5);
        assertThat(tasks.text()).doesNotContain("pas arrivé");
        Document form =
                salariee.read(tasks.select("main a:contains(Nouvelle numéro 1)").attr("href"));
        assertThat(Browser.plain(form.text())).contains("« photo.svg » est un dessin SVG");
        assertThat(form.select("[name=corps]").text())
                .contains("Une vieille photo")
                .contains("en pièce jointe");
        assertThat(Arrays.stream(mails.getReceivedMessages()).filter(ContactTests::isFlagged))
                .extracting(ContactTests::subject)
                .containsExactlyInAnyOrder("Votre message n’est pas arrivé", "Nouvelle numéro 6");
    }

    @Test
    void OPS_06_a_mail_that_comes_back_flags_its_address_until_somebody_sees_to_it() throws Exception {
        stores(session -> portal.context()
                .getBean(Outbox.class)
                .enqueue(session, new Mail("partie@exemple.invalid", "Bonjour", "Bonjour")));
        for (String address : List.of("partie@exemple.invalid", "inconnue@exemple.invalid")) {
            MimeMessage back = mail("mailer-daemon@exemple.invalid", "Undelivered Mail Returned to Sender");
            MimeBodyPart words = new MimeBodyPart();
            words.setText("I am sorry.", "UTF-8");
            MimeBodyPart status = new MimeBodyPart();
            status.setDataHandler(new DataHandler(new ByteArrayDataSource(
                    ("Reporting-MTA: dns; mx.exemple.invalid\r\n\r\nFinal-Recipient: rfc822; " + address
                                    + "\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 No such user"
                                    + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII),
                    "message/delivery-status")));
            MimeMultipart report = new MimeMultipart("report; report-type=delivery-status");
            report.addBodyPart(words);
            report.addBodyPart(status);
            back.setContent(report);
            back.setHeader("Auto-Submitted", "auto-replied");
            back.saveChanges();
            box.deliver(back);
        }
        look();

        Browser salariee = signedIn("salariee");
        assertThat(salariee.read("/espace").text()).contains("Une adresse refuse nos mails");
        Document mails = salariee.read("/espace/courriers");
        assertThat(mails.select("section[aria-labelledby=rebonds]").text())
                .contains("partie@exemple.invalid", "550 5.1.1 No such user")
                .doesNotContain("inconnue@exemple.invalid");
        assertThat(salariee.read("/espace/taches").text()).doesNotContain("Undelivered");
        var form = mails.select("section[aria-labelledby=rebonds] form");
        assertThat(salariee.post(
                                form.attr("action"),
                                Map.of("_csrf", form.select("[name=_csrf]").val()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(salariee.read("/espace").text()).doesNotContain("refuse nos mails");
    }

    private static void look() {
        portal.context().getBean(Mailbox.class).look();
    }

    private static MimeMessage mail(String from, String subject) throws MessagingException {
        MimeMessage mail = new MimeMessage((Session) null);
        mail.setFrom(new InternetAddress(from, true));
        mail.setRecipients(Message.RecipientType.TO, "proposer@exemple.invalid");
        mail.setSubject(subject, "UTF-8");
        return mail;
    }

    private static MimeBodyPart file(String name, byte[] bytes) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, "application/octet-stream")));
        part.setFileName(name);
        return part;
    }

    private static byte[] logo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(80, 40, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static boolean isFlagged(MimeMessage message) {
        try {
            return message.isSet(Flags.Flag.FLAGGED);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
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

    private static String text(MimeMessage message) {
        try {
            return Browser.plain(String.valueOf(message.getContent()));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
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
