package org.bocage.portal.entries;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.bocage.portal.forms.Stranger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** RE-10, RE-11: structures keep their fiches right, by links that only their address gets. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"bocage.demo=true", "bocage.forms.minimum-time=0s", "bocage.forms.posts-per-hour=1000"})
class FicheTests {

    private static final Actor SALARIEE = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final Pattern FORM = Pattern.compile("(/proposer/fiche/[A-Za-z0-9_-]{43})\\s");
    private static final GreenMail mails = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Review review;

    @Autowired
    private FicheCare care;

    @Autowired
    private SettableClock clock;

    private String name = "";
    private String id = "";
    private String email = "";

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        String data = DemoHome.at(home);
        properties.add("bocage.home", () -> data);
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> mails.getSmtp().getPort());
    }

    @TestConfiguration
    static class Time {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }
    }

    @BeforeAll
    static void start() {
        mails.start();
    }

    @AfterAll
    static void stop() {
        mails.stop();
    }

    /** A structure on line, confirmed today, with an address on file that visitors do not see. */
    @BeforeEach
    void a_structure() {
        name = "le-four" + System.nanoTime();
        email = name + "@exemple.invalid";
        id = stores.author().write(Identity.SYSTEM, session -> {
            Node model = Fiches.WORKSPACE.root(session).getNode("ferme-des-quatre-vents-doux");
            Node fiche = Fiches.WORKSPACE.root(session).addNode(name, "bocage:acteur");
            fiche.setProperty("auteur", "salariee");
            review.move(session, fiche, "publier", SALARIEE, 0, "", node -> {
                for (String same : List.of("famille", "commune", "domaines", "accroche", "description")) {
                    var property = model.getProperty(same);
                    if (property.isMultiple()) {
                        node.setProperty(same, property.getValues());
                    } else {
                        node.setProperty(same, property.getValue());
                    }
                }
                node.setProperty("name", name);
                node.setProperty("titre", "Le four de " + name);
                node.setProperty("visibilite", "public");
                node.setProperty(
                        "verifieLe",
                        Dates.utc(today().atStartOfDay(Fiches.PARIS).toInstant()));
                Node contact = node.addNode("contact", "mgnl:contentNode");
                contact.setProperty("courriel", email);
                contact.setProperty("courrielPublic", false);
            });
            return fiche.getIdentifier();
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Fiches.PARIS);
    }

    private Stranger stranger() {
        return new Stranger(port, mails);
    }

    private HttpResponse<String> get(String path) {
        return new Browser(port).get(path);
    }

    private HttpResponse<String> press(String path) {
        return new Browser(port).post(path, Map.of());
    }

    private HttpResponse<String> ask(String typed) {
        return stranger().send("/proposer/mise-a-jour/" + name, Map.of("courriel", typed));
    }

    private List<String> told(String words) {
        return Mails.last(outbox, 500).stream()
                .filter(entry -> entry.mail().to().equals(email))
                .map(entry -> Browser.plain(entry.mail().text()))
                .filter(text -> text.contains(words))
                .toList();
    }

    private String link() {
        assertThat(ask(email).statusCode()).isEqualTo(303);
        Matcher link = FORM.matcher(told("/proposer/fiche/").get(0));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String published(String property) {
        return stores.published()
                .read(
                        Identity.SYSTEM,
                        session -> Fiches.WORKSPACE
                                .nodeById(session, id)
                                .orElseThrow()
                                .getProperty(property)
                                .getString());
    }

    private String state() {
        return stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> Fiches.WORKSPACE
                                .nodeById(session, id)
                                .orElseThrow()
                                .getProperty("etat")
                                .getString());
    }

    @Test
    void RE_10_a_structure_changes_its_fiche_by_a_link_and_the_change_waits_for_a_yes_as_a_difference() {
        Document fiche = new Browser(port).read("/reseau/acteurs/" + name);
        assertThat(fiche.text()).doesNotContain(email);
        assertThat(Browser.plain(fiche.select("a[href='/proposer/mise-a-jour/" + name + "']")
                        .text()))
                .isEqualTo("C’est ma structure, je mets à jour");
        String before = published("accroche");
        String link = link();

        HttpResponse<String> form = get(link);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(Browser.page(form).select("[name=accroche]").val()).isEqualTo(before);
        HttpResponse<String> sent =
                stranger().answer(form, Map.of("accroche", "Du pain au levain, deux fois la semaine."), Map.of());
        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);

        assertThat(published("accroche")).as("until somebody says yes").isEqualTo(before);
        assertThat(state()).isEqualTo("propose");
        Browser salariee = Browser.signedIn(port, "salariee");
        String task = Browser.plain(
                salariee.read("/espace/taches/acteurs/" + id).select("main").text());
        assertThat(task).contains(before, "Du pain au levain, deux fois la semaine.");
        assertThat(stranger().mail("salariee@exemple.invalid", "Le four de " + name))
                .contains("/espace/taches/acteurs/" + id);
        accept();
        assertThat(published("accroche")).isEqualTo("Du pain au levain, deux fois la semaine.");
    }

    private void accept() {
        stores.author().update(Identity.SYSTEM, session -> {
            Node node = Fiches.WORKSPACE.nodeById(session, id).orElseThrow();
            long revision = org.bocage.cms.repository.revisions.Revisions.number(node);
            review.move(session, node, "accepter", SALARIEE, revision, "", one -> {});
        });
    }

    @Test
    void RE_10_a_wrong_address_gets_the_same_answer_and_no_mail() {
        HttpResponse<String> wrong = ask("quelqu.un@exemple.invalid");
        HttpResponse<String> right = ask(email.toUpperCase(Locale.ROOT));

        assertThat(wrong.statusCode()).isEqualTo(right.statusCode()).isEqualTo(303);
        assertThat(wrong.headers().map().get("Location"))
                .isEqualTo(right.headers().map().get("Location"));
        assertThat(Mails.last(outbox, 500).stream()
                        .filter(one -> one.mail().to().equals("quelqu.un@exemple.invalid")))
                .isEmpty();
        assertThat(told("/proposer/fiche/")).hasSize(1);
    }

    @Test
    void CO_02_RE_10_a_robot_that_asks_for_a_link_is_thanked_like_anybody_and_no_mail_goes() {
        String form = "/proposer/mise-a-jour/" + name;
        HttpResponse<String> page = get(form);
        HttpResponse<String> honest = stranger().answer(page, Map.of("courriel", email), Map.of());
        assertThat(honest.statusCode()).isEqualTo(303);

        for (HttpResponse<String> robot : List.of(
                stranger().send(form, Map.of("courriel", email, "siteweb", "https://spam.invalid")),
                stranger().send(form, Map.of("courriel", email, "jeton", "x.1.y")),
                stranger().answer(page, Map.of("courriel", email), Map.of()))) {
            assertThat(robot.statusCode()).isEqualTo(303);
            assertThat(robot.headers().firstValue("Location"))
                    .isEqualTo(honest.headers().firstValue("Location"));
        }

        assertThat(told("/proposer/fiche/")).as("that of the one who asked").hasSize(1);
    }

    @Test
    void RE_10_a_link_takes_one_change_and_works_for_three_days() {
        String link = link();
        HttpResponse<String> form = get(link);
        assertThat(stranger().answer(form, Map.of(), Map.of()).statusCode()).isEqualTo(303);
        assertThat(stranger().answer(form, Map.of(), Map.of()).statusCode()).isEqualTo(410);
        assertThat(get(link).statusCode()).isEqualTo(410);
        accept();

        String late = link();
        clock.forward(Duration.ofHours(71));
        assertThat(get(late).statusCode()).isEqualTo(200);
        clock.forward(Duration.ofHours(1));
        assertThat(get(late).statusCode()).isEqualTo(410);
        assertThat(press(late).statusCode()).isEqualTo(410);
        assertThat(get("/proposer/fiche/n-importe-quoi").statusCode()).isEqualTo(410);
    }

    @Test
    void RE_10_what_is_wrong_is_told_at_the_field_the_link_stays_and_what_is_not_asked_is_not_taken() {
        String link = link();
        HttpResponse<String> sent = stranger()
                .answer(get(link), Map.of("accroche", "court", "visibilite", "ca", "auteur", "moi"), Map.of());
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(Browser.page(sent).select("[name=accroche]").val()).isEqualTo("court");
        HttpResponse<String> again = stranger()
                .answer(sent, Map.of("accroche", "Une phrase assez longue pour passer.", "visibilite", "ca"), Map.of());
        assertThat(again.statusCode()).as(Stranger.problems(again).toString()).isEqualTo(303);
        accept();
        assertThat(get("/reseau/acteurs/" + name).statusCode())
                .as("still public")
                .isEqualTo(200);
    }

    @Test
    void RE_10_three_links_a_day_go_to_an_address_and_wrong_ones_do_not_count() {
        for (int time = 0; time < 4; time++) {
            ask("quelqu.un@exemple.invalid");
        }
        for (int time = 0; time < 5; time++) {
            assertThat(ask(email).statusCode()).isEqualTo(303);
        }
        assertThat(told("/proposer/fiche/")).hasSize(3);
    }

    @Test
    void RE_11_each_fiche_says_when_it_was_confirmed() {
        String month = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH).format(today());
        assertThat(Browser.plain(new Browser(port)
                        .read("/reseau/acteurs/" + name)
                        .select("main")
                        .text()))
                .contains("Fiche vérifiée en " + month);
    }

    private String answer(String gesture) {
        Matcher link = Pattern.compile("(/proposer/fiche/" + gesture + "/\\S+)")
                .matcher(told("/fiche/bon/").get(0));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void RE_11_after_a_year_the_structure_is_asked_and_one_press_confirms() {
        clock.forward(Duration.ofDays(360));
        care.look();
        assertThat(told("/fiche/bon/")).isEmpty();
        clock.forward(Duration.ofDays(7));
        care.look();
        care.look();
        assertThat(told("/fiche/bon/")).hasSize(1);

        String good = answer("bon");
        HttpResponse<String> looked = get(good);
        get(good);
        assertThat(Browser.page(looked).select("main form.form button").text()).isEqualTo("Oui, tout est bon");
        String before = published("verifieLe");
        assertThat(press(good.substring(0, good.length() - 3) + "AAA").statusCode())
                .isEqualTo(410);
        assertThat(published("verifieLe")).as("looking changes nothing").isEqualTo(before);

        assertThat(press(good).statusCode()).isEqualTo(200);
        assertThat(published("verifieLe")).isNotEqualTo(before);
        assertThat(press(good).statusCode()).isEqualTo(410);
        clock.forward(Duration.ofDays(40));
        care.look();
        assertThat(told("/fiche/bon/")).hasSize(1);
    }

    @Test
    void RE_11_je_corrige_leads_to_the_form_by_one_press() {
        clock.forward(Duration.ofDays(367));
        care.look();
        String wrong = answer("corriger");
        assertThat(get(wrong).statusCode()).isEqualTo(200);
        HttpResponse<String> pressed = press(wrong);
        assertThat(pressed.statusCode()).isEqualTo(303);
        HttpResponse<String> form = get(pressed.headers().firstValue("Location").orElseThrow());
        assertThat(Browser.page(form).select("[name=titre]").val()).isEqualTo("Le four de " + name);
    }

    @Test
    void RE_11_without_an_answer_to_two_mails_it_is_a_task_and_after_two_years_it_is_hidden() {
        clock.forward(Duration.ofDays(367));
        care.look();
        clock.forward(Duration.ofDays(31));
        care.look();
        care.look();
        assertThat(told("/fiche/bon/")).hasSize(2);
        assertThat(week()).as("a month to answer the second one").doesNotContain("Le four de " + name);
        clock.forward(Duration.ofDays(31));
        care.look();
        assertThat(told("/fiche/bon/")).hasSize(2);
        assertThat(week()).contains("Le four de " + name);
        assertThat(directory()).contains("Le four de " + name);

        clock.forward(Duration.ofDays(310));
        assertThat(directory()).doesNotContain("Le four de " + name);
        assertThat(Stranger.words(get("/reseau/acteurs/" + name))).contains("Cette fiche dort");
        assertThat(state()).as("hidden, not deleted").isEqualTo("publie");
    }

    private String week() {
        return Browser.signedIn(port, "salariee").read("/espace").select("main").text();
    }

    private String directory() {
        return new Browser(port)
                .read("/reseau/acteurs?q=" + name)
                .select("main")
                .text();
    }
}
