package org.bocage.portal.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.e2e.Portal;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.publishing.ImageRights;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.signedlinks.Purpose;
import org.bocage.editorial.signedlinks.RandomTokens;
import org.bocage.editorial.signedlinks.SignedLinks;
import org.bocage.portal.forms.FormGuard;
import org.bocage.portal.forms.Stranger;
import org.bocage.portal.forms.UnconfirmedSubmissions;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** CT-01, CT-05, CT-07, CT-08, CO-02: somebody without an account proposes something. */
public class ProposalTests {

    private static final String CULTURE = "b0ca0002-0000-4000-8000-000000000004";
    private static final String GUICHEN = "b0ca0003-0000-4000-8000-000000035126";

    @TempDir
    static Path home;

    private static GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static Portal portal;

    private Stranger stranger;
    private String mail;

    @BeforeAll
    static void start() {
        mails.start();
        portal = Portal.start(
                home.resolve("data"),
                "--bocage.forms.minimum-time=0s",
                "--bocage.forms.posts-per-hour=1000",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + mails.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        portal.close();
        mails.stop();
    }

    @BeforeEach
    void somebody_of_their_own(TestInfo test) {
        stranger = new Stranger(portal.port(), mails);
        mail = "camille." + Integer.toUnsignedString(test.getDisplayName().hashCode()) + "@exemple.invalid";
    }

    @Test
    void CT_01_an_event_asks_six_questions_at_most_and_everything_else_is_folded() {
        for (String what : new String[] {"evenement", "actu"}) {
            Document form = Browser.page(stranger.browser().get("/proposer/" + what));

            assertThat(form.select("form.form > .question:not(.question-more)").size() - 1)
                    .as("questions of %s, who one is apart", what)
                    .isBetween(3, 6);
            assertThat(form.select("form.form > details:not([open])")).hasSize(1);
        }
    }

    @Test
    void CT_01_a_stranger_s_annonce_is_confirmed_by_mail_and_public_once_approved() {
        HttpResponse<String> sent = stranger.send("/proposer/annonce", annonce("Un frigo bien élevé"));
        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location")).contains("/proposer/merci");
        assertThat(items("Un frigo bien élevé"))
                .as("before the mail is answered")
                .isZero();

        String link = Stranger.link(stranger.mail(mail, "confirmer"));
        HttpResponse<String> asked = stranger.browser().get(link);
        assertThat(Stranger.words(asked)).contains("Un frigo bien élevé");
        stranger.browser().get(link);
        assertThat(items("Un frigo bien élevé"))
                .as("a mail scanner looks, and changes nothing")
                .isZero();
        assertThat(asked.headers().firstValue("Referrer-Policy")).contains("no-referrer");

        HttpResponse<String> confirmed = stranger.browser().post(link, Map.of());
        assertThat(confirmed.statusCode()).isEqualTo(303);
        assertThat(stranger.browser().post(link, Map.of()).headers().firstValue("Location"))
                .as("a second press leads to the same place")
                .isEqualTo(confirmed.headers().firstValue("Location"));
        assertThat(items("Un frigo bien élevé")).isEqualTo(1);
        assertThat(stranger.browser().get("/annonces").body()).doesNotContain("bien élevé");
        assertThat(stranger.mail("salariee@exemple.invalid", "Un frigo bien élevé"))
                .contains("Camille");

        Browser salariee = signedIn();
        Document tasks = salariee.read("/espace/taches");
        assertThat(Browser.plain(tasks.text())).contains("Un frigo bien élevé").contains("Camille");
        String task = task(tasks, "Un frigo bien élevé");
        assertThat(salariee.read(task).text()).as("who proposed it").contains(mail);
        decide(salariee, task, "accepter", "");

        assertThat(stranger.browser().get("/annonces").body()).contains("Un frigo bien élevé");
        String page =
                stranger.browser().get("/annonces/materiel/un-frigo-bien-eleve").body();
        assertThat(page)
                .contains("Un frigo bien élevé")
                .doesNotContain("Camille Sans-Compte")
                .doesNotContain(mail);
        assertThat(Jsoup.parse(page).select("section[aria-labelledby=trouve]").text())
                .as("AN-10: whoever looks for one is shown")
                .contains("Quelqu’un en cherche, pas loin", "On cherche un frigo qui ronronne")
                .doesNotContain("Trente chaises");
        String followed = confirmed.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> follow = stranger.browser().get(followed);
        assertThat(Stranger.words(follow)).contains("C’est en ligne");
        assertThat(follow.body()).contains("/annonces/materiel/un-frigo-bien-eleve");
        assertThat(stranger.mail(mail, "est en ligne")).contains(followed);
    }

    @Test
    void AC_03_a_stranger_s_actu_that_names_nobody_leads_to_the_pole_and_tells_its_news_once() {
        proposed("/proposer/actu", actu("Le four du hameau chauffe"));
        accept("Le four du hameau chauffe");

        Document page = Browser.page(stranger.browser().get("/actualites/" + year() + "/le-four-du-hameau-chauffe"));
        assertThat(page.select("aside.contact a").eachAttr("href"))
                .contains("/reseau/acteurs/pole-ess-des-deux-vallons", "/contact/acteurs/pole-ess-des-deux-vallons");
        assertThat(page.select("main article").text().split("Trente pains sortent", -1))
                .as("what was said once is told once")
                .hasSize(2);
        assertThat(page.select("main .block-more a").eachAttr("href"))
                .as("a next step")
                .contains("/actualites");
    }

    @Test
    void AC_03_nothing_is_accepted_that_leads_to_nobody() {
        home(node -> node.setProperty("structure", (String) null));
        try {
            proposed("/proposer/actu", actu("Une actu sans personne"));
            Browser salariee = signedIn();
            String task = task(salariee.read("/espace/taches"), "Une actu sans personne");
            Map<String, String> fields = decision(salariee, task);
            fields.put("decision", "accepter");
            HttpResponse<String> refused = salariee.post(task, fields);

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(Browser.plain(Browser.page(refused).select(".bilan").text()))
                    .contains("Il manque à qui s’adresser");
            assertThat(stranger.browser()
                            .get("/actualites/" + year() + "/une-actu-sans-personne")
                            .statusCode())
                    .isEqualTo(404);
        } finally {
            home(node -> node.setProperty("structure", "b0ca0004-0000-4000-8000-000000000000"));
        }
    }

    @Test
    void AG_19_the_review_says_why_a_stranger_s_event_is_here_and_one_writes_to_who_proposed_it() {
        proposed("/proposer/evenement", evenement("Veillée des voisines"));
        Browser salariee = signedIn();
        String task = task(salariee.read("/espace/taches"), "Veillée des voisines");
        assertThat(salariee.read(task).select("#choix [name]").eachAttr("name"))
                .as("nothing tells them, and nobody was asked")
                .contains("critere", "themes");
        Map<String, String> fields = decision(salariee, task);
        fields.put("decision", "accepter");
        fields.put("critere", "utile");
        fields.put("themes", CULTURE);
        assertThat(salariee.post(task, fields).statusCode()).isEqualTo(302);

        Document page = Browser.page(stranger.browser().get("/agenda/veillee-des-voisines"));
        assertThat(Browser.plain(page.select(".why").text()))
                .contains("Pourquoi c’est ici : c’est utile aux porteurs et porteuses de projet.")
                .contains("Nos critères");
        assertThat(stranger.browser().get("/agenda?theme=culture").body()).contains("Veillée des voisines");
        String form = page.select("aside.contact a[href^=/contact/]").attr("href");
        assertThat(form).isEqualTo("/contact/evenements/veillee-des-voisines");
        assertThat(page.html()).doesNotContain(mail);
        HttpResponse<String> sent = stranger.send(
                form,
                Map.of("nom", "Lou", "courriel", "lou@exemple.invalid", "message", "Peut-on venir avec un chien ?"));
        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        assertThat(stranger.mail(mail, "avec un chien")).contains("Veillée des voisines");
    }

    @Test
    void AG_19_without_a_reason_the_criteria_are_not_named_alone() {
        proposed("/proposer/evenement", evenement("Veillée sans raison"));
        accept("Veillée sans raison");

        assertThat(Browser.plain(Browser.page(stranger.browser().get("/agenda/veillee-sans-raison"))
                        .select(".why")
                        .text()))
                .doesNotContain("critères")
                .contains("Signaler ce rendez-vous");
    }

    @Test
    void CT_01_each_kind_goes_from_its_form_to_its_page_through_one_yes() throws IOException {
        Map<String, String> lieu = signed("La grange qui danse");
        lieu.put("accroche", "Une grange où l’on danse le vendredi.");
        lieu.put("pourquoiInspirant", "Tout le hameau l’a retapée, planche après planche, et chacun en a la clé.");
        lieu.put("adresse", "3 chemin des Sureaux");
        lieu.put("commune", GUICHEN);
        lieu.put("usages", "salle");
        lieu.put("accesPMR", "oui");
        lieu.put("photos[0].alt", "Une grange et ses lampions");
        lieu.put("photos[0].credit", "Camille");
        Map<String, String> projet = signed("La soupe du jeudi");
        projet.put("stade", "installe");
        projet.put("resume", "Chaque jeudi, une grande marmite et des légumes que personne ne voulait.");
        projet.put("communes", GUICHEN);
        projet.put("porteur.prenom", "Camille");
        projet.put("porteur.accord", "true");
        projet.put("contactMoyen", "camille@exemple.invalid");
        Map<String, String> acteur = signed("Les Lampions du Puits");
        acteur.put("famille", "b0caa001-0000-4000-8000-000000000001");
        acteur.put("accroche", "On éclaire les bals de campagne.");
        acteur.put("description", "Des lampions, des guirlandes et de la bonne humeur, prêtés à qui fait la fête.");
        acteur.put("domaines", "b0ca0002-0000-4000-8000-000000000010");
        acteur.put("commune", GUICHEN);

        Browser visitor = stranger.browser();
        assertGoesThrough(
                "evenement", evenement("Bal sous les lampions"), Map.of(), "/agenda/bal-sous-les-lampions", visitor);
        assertGoesThrough(
                "lieu",
                lieu,
                Map.of("photos[0].image.fichier", picture()),
                "/reseau/lieux/la-grange-qui-danse",
                visitor);
        assertGoesThrough("acteur", acteur, Map.of(), "/reseau/acteurs/les-lampions-du-puits", visitor);
        // until who carries it agrees, a project is read by the CA
        assertGoesThrough(
                "projet", projet, Map.of(), "/reseau/projets/la-soupe-du-jeudi", Browser.signedIn(portal.port(), "ca"));
        assertThat(visitor.get("/reseau/projets/la-soupe-du-jeudi").statusCode())
                .isEqualTo(404);
    }

    private void assertGoesThrough(
            String kind, Map<String, String> typed, Map<String, byte[]> files, String address, Browser reader) {
        String title = Objects.requireNonNull(typed.get("titre"));
        mail = kind + "@exemple.invalid";
        Map<String, String> signed = new HashMap<>(typed);
        signed.put("proposant.courriel", mail);
        HttpResponse<String> sent = stranger.send("/proposer/" + kind, signed, files);
        assertThat(sent.statusCode()).as("%s %s", kind, Stranger.problems(sent)).isEqualTo(303);
        confirm();
        assertThat(reader.get(address).statusCode()).as(kind).isEqualTo(404);
        if (!files.isEmpty()) {
            // who is on a picture is said on its own screen
            change(title, node -> {
                String image = node.getNode("photos")
                        .getNodes()
                        .nextNode()
                        .getProperty("image")
                        .getString();
                Node asset = node.getSession().getNodeByIdentifier(image.substring("jcr:".length()));
                ImageRights.of(ImageRights.Agreement.NOBODY).write(asset);
            });
        }
        accept(title);
        HttpResponse<String> page = reader.get(address);
        assertThat(page.statusCode()).as(kind).isEqualTo(200);
        assertThat(Browser.plain(Browser.page(page).select("main h1").text())).contains(title);
    }

    private static void accept(String title) {
        Browser salariee = signedIn();
        decide(salariee, task(salariee.read("/espace/taches"), title), "accepter", "");
    }

    @Test
    void CT_05_what_is_sent_back_with_a_comment_is_corrected_by_the_link_of_the_mail() {
        String followed = proposed("/proposer/evenement", evenement("Soupe sous le hangar"));
        Browser salariee = signedIn();
        decide(
                salariee,
                task(salariee.read("/espace/taches"), "Soupe sous le hangar"),
                "reprendre",
                "À quelle heure ?");

        String link = Stranger.link(stranger.mail(mail, "À quelle heure ?"));
        assertThat(link).isEqualTo(followed);
        HttpResponse<String> page = stranger.browser().get(link);
        assertThat(Stranger.words(page)).contains("À quelle heure ?").contains("Encore un petit effort");
        HttpResponse<String> wrong = stranger.answer(page, Map.of("titre", "S", "action", "proposer"), Map.of());
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Stranger.problems(wrong)).anyMatch(one -> one.contains("Quoi"));

        HttpResponse<String> again = stranger.answer(
                stranger.browser().get(link),
                Map.of("titre", "Soupe à 19 h sous le hangar", "origine", "pole", "action", "proposer"),
                Map.of());
        assertThat(again.statusCode()).as(Stranger.problems(again).toString()).isEqualTo(303);
        assertThat(Stranger.words(stranger.browser().get(link))).contains("C’est arrivé");
        Browser.page(salariee.get(task(salariee.read("/espace/taches"), "Soupe à 19 h")));
        assertThat(property("Soupe à 19 h sous le hangar", "origine"))
                .as("not asked, so not taken")
                .isEqualTo("territoire");

        HttpResponse<String> back = stranger.browser()
                .post(
                        link,
                        Map.of(
                                "action",
                                "retirer",
                                "revision",
                                revision(stranger.browser().get(link))));
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(Stranger.words(stranger.browser().get(link))).contains("retirée");
        assertThat(salariee.read("/espace/taches").text()).doesNotContain("Soupe à 19 h");
    }

    @Test
    void CT_07_an_altered_link_leads_nowhere_and_a_good_one_ends_60_days_after_the_end() {
        String followed = proposed("/proposer/annonce", annonce("Une échelle à prêter"));
        char last = followed.charAt(followed.length() - 2);
        String altered = followed.substring(0, followed.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + followed.charAt(followed.length() - 1);
        assertThat(stranger.browser().get(altered).statusCode()).isEqualTo(410);

        Browser salariee = signedIn();
        decide(salariee, task(salariee.read("/espace/taches"), "Une échelle à prêter"), "refuser", "On en a déjà une.");
        assertThat(Stranger.words(stranger.browser().get(followed))).contains("On en a déjà une.");
        ended("Une échelle à prêter", 59);
        assertThat(stranger.browser().get(followed).statusCode())
                .as("59 days after")
                .isEqualTo(200);
        ended("Une échelle à prêter", 61);
        assertThat(stranger.browser().get(followed).statusCode())
                .as("61 days after")
                .isEqualTo(410);
    }

    private static void ended(String title, int daysAgo) {
        change(
                title,
                node -> node.setProperty(
                        "mgnl:lastModified", Dates.utc(Instant.now().minus(Duration.ofDays(daysAgo)))));
    }

    @Test
    void CT_01_an_altered_link_confirms_nothing_and_the_good_one_still_does() {
        stranger.send("/proposer/annonce", annonce("Un escabeau de travers"));
        String link = Stranger.link(stranger.mail(mail, "confirmer"));
        char last = link.charAt(link.length() - 1);
        for (String altered : new String[] {
            link.substring(0, link.length() - 1) + (last == 'A' ? 'B' : 'A'),
            link.substring(0, link.length() - 4),
            link + "A",
            "/proposer/confirmer/n-importe-quoi"
        }) {
            HttpResponse<String> looked = stranger.browser().get(altered);
            assertThat(looked.statusCode()).as(altered).isEqualTo(410);
            assertThat(Stranger.words(looked)).contains("Ce lien a fait son temps");
            assertThat(stranger.browser().post(altered, Map.of()).statusCode())
                    .as(altered)
                    .isEqualTo(410);
        }
        assertThat(items("Un escabeau de travers")).isZero();
        assertThat(stranger.browser().post(link, Map.of()).statusCode()).isEqualTo(303);
        assertThat(items("Un escabeau de travers")).isEqualTo(1);
    }

    @Test
    void CT_01_what_nobody_confirms_is_there_for_47_hours_and_gone_after_49() {
        stranger.send("/proposer/annonce", annonce("Une annonce oubliée"));
        String link = Stranger.link(stranger.mail(mail, "confirmer"));
        Stores stores = portal.context().getBean(Stores.class);
        waits(stores, 47);
        new ItemByItem("Pending").run(portal.context().getBean(Pending.class)::forget);
        assertThat(stranger.browser().get(link).statusCode()).as("47 hours").isEqualTo(200);
        waits(stores, 49);

        assertThat(stranger.browser().get(link).statusCode()).isEqualTo(410);
        assertThat(stranger.browser().post(link, Map.of()).statusCode()).isEqualTo(410);
        new ItemByItem("Pending").run(portal.context().getBean(Pending.class)::forget);
        stores.author().update(Identity.SYSTEM, session -> {
            for (Node one : UnconfirmedSubmissions.children(session.getNode("/propositions/attente"))) {
                assertThat(one.getProperty("courriel").getString()).isNotEqualTo(mail);
            }
        });
        assertThat(items("Une annonce oubliée")).isZero();
    }

    /** As if what this test sent had come so many hours ago. */
    private void waits(Stores stores, int hours) {
        stores.author().update(Identity.SYSTEM, session -> {
            for (Node one : UnconfirmedSubmissions.children(session.getNode("/propositions/attente"))) {
                if (one.getProperty("courriel").getString().equals(mail)) {
                    one.setProperty("cree", Dates.utc(Instant.now().minus(Duration.ofHours(hours))));
                }
            }
        });
    }

    @Test
    void UX_18_what_is_wrong_is_told_at_the_field_and_in_a_summary_and_all_that_was_typed_stays() throws IOException {
        Map<String, String> typed = annonce("Un vélo cargo");
        typed.put("description", "Trop court");
        typed.put("cloture", "hier");
        typed.put("proposant.courriel", "camille");
        typed.remove("type.type");

        HttpResponse<String> answer =
                stranger.send("/proposer/annonce", typed, Map.of("photo.image.fichier", picture()));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Stranger.problems(answer))
                .anyMatch(one -> one.startsWith("Quel genre"))
                .anyMatch(one -> one.startsWith("Jusqu’à quand"))
                .anyMatch(one -> one.startsWith("Que voit-on"))
                .anyMatch(one -> one.startsWith("Votre adresse mail"));
        Document page = Browser.page(answer);
        assertThat(page.select("[aria-invalid=true]").size()).isGreaterThanOrEqualTo(3);
        assertThat(page.select("main input[aria-invalid=true], main textarea[aria-invalid=true]"))
                .as("each error is linked to its field")
                .allSatisfy(field -> assertThat(
                                Stream.of(field.attr("aria-describedby").split(" "))
                                        .map(page::getElementById)
                                        .filter(Objects::nonNull)
                                        .anyMatch(one -> one.hasClass("field-error")))
                        .as(field.attr("name"))
                        .isTrue());
        assertThat(page.select("main form.form :is(input:not([type=hidden]), select, textarea)"))
                .allSatisfy(field -> assertThat(field.closest("label") != null
                                || !page.select("label[for=" + field.id() + "]").isEmpty())
                        .as("label of %s", field.attr("name"))
                        .isTrue());
        assertThat(page.select("[name=proposant.nom]").attr("autocomplete")).isEqualTo("name");
        assertThat(page.select("[name=proposant.courriel]").attr("autocomplete"))
                .isEqualTo("email");
        assertThat(page.select("[name=titre]").attr("value")).isEqualTo("Un vélo cargo");
        assertThat(page.select("textarea[name=description]").text()).isEqualTo("Trop court");
        assertThat(page.select("[name=cloture]").attr("value")).isEqualTo("hier");
        assertThat(page.select(".field-kept").text())
                .as("the picture is kept too")
                .contains("photo.png");

        Map<String, String> right = annonce("Un vélo cargo");
        right.put("photo.alt", "Un vélo cargo jaune devant la mairie.");
        right.put("photo.credit", "Camille");
        SignedLinks links = portal.context().getBean(SignedLinks.class);
        String random = RandomTokens.create().substring(0, 22);
        long opened = Instant.now().minus(Duration.ofHours(23)).getEpochSecond();
        right.put(FormGuard.TOKEN, links.tokenBoundTo("annonce", Purpose.FORM, random, String.valueOf(opened)));
        HttpResponse<String> sent = stranger.answer(answer, right, Map.of());
        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        confirm();
        assertThat(property("Un vélo cargo", "photo/image")).startsWith("jcr:");
        Browser salariee = signedIn();
        assertThat(salariee.read(task(salariee.read("/espace/taches"), "Un vélo cargo"))
                        .select("img[alt^=Un]"))
                .isNotEmpty();
    }

    @Test
    void a_file_that_is_no_picture_is_refused_in_words_and_the_rest_stays() {
        HttpResponse<String> answer = stranger.send(
                "/proposer/annonce",
                annonce("Un poêle à bois"),
                Map.of("photo.image.fichier", "<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Stranger.words(answer)).contains("dessin SVG");
        assertThat(Browser.page(answer).select("[name=titre]").attr("value")).isEqualTo("Un poêle à bois");
    }

    @Test
    void markup_and_header_lines_that_are_typed_do_nothing() {
        Map<String, String> typed = annonce("<script>alert(1)</script>");
        typed.put("description", "<img src=x onerror=alert(1)> Assez long pour passer la limite, vraiment.");
        typed.put("proposant.nom", "A\r\nBcc: x@exemple.invalid");
        HttpResponse<String> refused = stranger.send("/proposer/annonce", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.page(refused).select("main script:not([src^=/espace/script/]), main img[onerror]"))
                .isEmpty();
        typed.put("proposant.nom", "Camille");
        for (String address : new String[] {"a@b.invalid,c@d.invalid", "a@b.invalid\r\nBcc: c@d.invalid", "camille"}) {
            typed.put("proposant.courriel", address);
            assertThat(stranger.send("/proposer/annonce", typed).statusCode())
                    .as(address)
                    .isEqualTo(422);
        }
        typed.put("proposant.courriel", mail);
        assertThat(stranger.send("/proposer/annonce", typed).statusCode()).isEqualTo(303);
        String link = Stranger.link(stranger.mail(mail, "confirmer"));
        assertThat(Browser.page(stranger.browser().get(link)).select("main script"))
                .isEmpty();
    }

    @Test
    void nobody_chooses_what_is_not_asked_nor_a_picture_of_the_library() {
        Map<String, String> typed = annonce("Une table de ferme");
        typed.put("visibilite", "ca");
        typed.put("coupDeCoeur.phrase", "La plus belle");
        typed.put("photo.image", "jcr:" + anyAsset());
        typed.put("photo.alt", "Une table");
        typed.put("photo.credit", "Camille");
        assertThat(stranger.send("/proposer/annonce", typed).statusCode()).isEqualTo(422);
        typed.keySet().removeIf(name -> name.startsWith("photo."));
        assertThat(stranger.send("/proposer/annonce", typed).statusCode()).isEqualTo(303);
        confirm();

        assertThat(property("Une table de ferme", "visibilite")).isEqualTo("public");
        assertThat(property("Une table de ferme", "coupDeCoeur/phrase")).isEmpty();
    }

    @Test
    void CO_02_robots_are_thanked_and_counted_and_nothing_is_sent() {
        double before = refused();
        Map<String, String> trapped = annonce("Achetez ceci");
        trapped.put("siteweb", "https://spam.invalid");
        assertThat(stranger.send("/proposer/annonce", trapped).headers().firstValue("Location"))
                .contains("/proposer/merci");
        Map<String, String> forged = annonce("Achetez cela");
        forged.put("jeton", "x.1.y");
        assertThat(stranger.send("/proposer/annonce", forged).statusCode()).isEqualTo(303);

        HttpResponse<String> form = stranger.browser().get("/proposer/annonce");
        assertThat(stranger.answer(form, annonce("Une fois"), Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(stranger.answer(form, annonce("Deux fois"), Map.of()).statusCode())
                .as("a token that served")
                .isEqualTo(303);
        HttpResponse<String> other = stranger.browser().get("/proposer/lieu");
        Map<String, String> lent = annonce("Avec le jeton d’un autre formulaire");
        lent.put("jeton", Browser.page(other).select("[name=jeton]").attr("value"));
        assertThat(stranger.send("/proposer/annonce", lent).statusCode()).isEqualTo(303);

        stranger.mail(mail, "confirmer");
        assertThat(stranger.mails(mail)).isEqualTo(1);
        assertThat(refused() - before).isEqualTo(4);
    }

    @Test
    void CT_08_many_links_wait_apart_and_five_a_day_are_enough() {
        Map<String, String> typed = annonce("Gagnez beaucoup");
        typed.put("description", "Voyez https://a.invalid et https://b.invalid et puis www.c.invalid, vraiment bien.");
        assertThat(stranger.send("/proposer/annonce", typed).statusCode()).isEqualTo(303);
        confirm();
        Document tasks = signedIn().read("/espace/taches");
        assertThat(tasks.select("section:has(#a-part)").text()).contains("Gagnez beaucoup");
        assertThat(tasks.select("ul.lignes--grandes").text()).doesNotContain("Gagnez beaucoup");

        for (int i = 2; i <= 5; i++) {
            assertThat(stranger.send("/proposer/annonce", annonce("Numéro " + i))
                            .statusCode())
                    .isEqualTo(303);
        }
        HttpResponse<String> sixth = stranger.send("/proposer/annonce", annonce("Numéro 6"));
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(Stranger.words(sixth)).contains("Rien n’est perdu");
        assertThat(Browser.page(sixth).select("[name=titre]").attr("value")).isEqualTo("Numéro 6");
    }

    @Test
    void a_form_sent_from_another_site_is_refused() {
        HttpResponse<String> answer =
                stranger.browser().post("/proposer/annonce", Map.of("titre", "x"), "Sec-Fetch-Site", "cross-site");

        assertThat(answer.statusCode()).isIn(401, 403);
    }

    @Test
    void pages_stay_without_cookies_and_the_form_is_on_every_page() {
        HttpResponse<String> page = stranger.browser().get("/agenda");
        assertThat(Browser.page(page).select("header a[href=/proposer]").text()).isEqualTo("Proposer une info");
        assertThat(Browser.page(page).select("main a[href=/proposer/evenement]"))
                .isNotEmpty();
        HttpResponse<String> form = stranger.browser().get("/proposer/evenement");
        assertThat(form.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(form.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(stranger.browser().get("/proposer/rien-de-tel").statusCode()).isEqualTo(404);
    }

    /** A title, and who proposes it. */
    private Map<String, String> signed(String title) {
        Map<String, String> typed = new HashMap<>();
        typed.put("titre", title);
        typed.put("proposant.nom", "Camille Sans-Compte");
        typed.put("proposant.courriel", mail);
        return typed;
    }

    private Map<String, String> actu(String title) {
        Map<String, String> typed = signed(title);
        typed.put("chapo", "Trente pains sortent du four, & l’on se les partage à la main, dès samedi.");
        return typed;
    }

    private static int year() {
        return LocalDate.now(ZoneId.of("Europe/Paris")).getYear();
    }

    private static void home(Change change) {
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            change.on(session.getNode("/website/accueil"));
        });
    }

    private Map<String, String> annonce(String title) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("type.type", "materiel-don");
        typed.put("type.materiel-don.categorieMateriel", "electromenager");
        typed.put("type.materiel-don.etatObjet", "bon");
        typed.put("type.materiel-don.retrait", "Sur place, le samedi");
        typed.put("titre", title);
        typed.put("description", "Il ronronne, il refroidit, il cherche une cuisine.\n\nÀ venir chercher à deux.");
        typed.put("structure.nom", "Camille, de la rue du Puits");
        typed.put("commune", GUICHEN);
        typed.put(
                "cloture", LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(30).toString());
        typed.put("commentRepondre[0].genre", "telephone");
        typed.put("commentRepondre[0].valeur", "02 61 91 00 00");
        typed.put("proposant.nom", "Camille Sans-Compte");
        typed.put("proposant.courriel", mail);
        return typed;
    }

    private Map<String, String> evenement(String title) {
        Map<String, String> typed = new HashMap<>();
        typed.put("titre", title);
        typed.put("debut", "2040-05-12T19:00");
        typed.put("lieu.nom", "Chez Marguerite, sous le hangar");
        typed.put("commune", GUICHEN);
        typed.put("organisateurs[0].nom", "Les voisines de la rue du Puits");
        typed.put("description", "On épluche ensemble, on mange ensemble. Apportez un bol.");
        typed.put("proposant.nom", "Camille Sans-Compte");
        typed.put("proposant.courriel", mail);
        return typed;
    }

    private String proposed(String address, Map<String, String> typed) {
        HttpResponse<String> sent = stranger.send(address, typed);
        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        return confirm();
    }

    private String confirm() {
        return stranger.browser()
                .post(Stranger.link(stranger.mail(mail, "confirmer")), Map.of())
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static Browser signedIn() {
        return Browser.signedIn(portal.port(), "salariee");
    }

    private static String task(Document tasks, String title) {
        return tasks.select("a").stream()
                .filter(link -> Browser.plain(link.text()).contains(title))
                .map(link -> link.attr("href"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        title + " is no task in " + tasks.select("main").text()));
    }

    private static void decide(Browser salariee, String task, String decision, String comment) {
        Map<String, String> fields = decision(salariee, task);
        fields.put("decision", decision);
        fields.put("commentaire", comment);
        assertThat(salariee.post(task, fields).statusCode()).isEqualTo(302);
    }

    private static Map<String, String> decision(Browser salariee, String task) {
        Element form = Objects.requireNonNull(salariee.read(task).selectFirst("form.decision"));
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name]").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        return fields;
    }

    private static String revision(HttpResponse<String> page) {
        return Browser.page(page).select("[name=revision]").attr("value");
    }

    private static long items(String title) {
        return portal.context()
                .getBean(ContentIndexes.class)
                .author()
                .find(ContentQuery.anywhere().where("titre", title).page(0, 0), Identity.SYSTEM)
                .total();
    }

    private interface Change {
        void on(Node node) throws javax.jcr.RepositoryException;
    }

    private static void change(String title, Change change) {
        String id = portal.context()
                .getBean(ContentIndexes.class)
                .author()
                .find(ContentQuery.anywhere().where("titre", title).page(0, 1), Identity.SYSTEM)
                .hits()
                .get(0)
                .id();
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            change.on(Workspace.byId(session, id).orElseThrow());
        });
    }

    private static String property(String title, String path) {
        String[] found = {""};
        change(title, node -> {
            if (node.hasProperty(path)) {
                found[0] = node.getProperty(path).getString();
            }
        });
        return found[0];
    }

    private static String anyAsset() {
        return portal.context()
                .getBean(ContentIndexes.class)
                .author()
                .find(ContentQuery.in("dam").ofType("mgnl:asset").page(0, 1), Identity.SYSTEM)
                .hits()
                .get(0)
                .id();
    }

    private static double refused() {
        return portal.context().getBean(MeterRegistry.class).find("bocage.forms.refused").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    public static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(200, 100, 800, 600);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
