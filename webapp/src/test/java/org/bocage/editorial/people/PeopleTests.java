package org.bocage.editorial.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** People come in, change what is theirs, and are let out: invitations, links by mail, accounts. */
// mails still go out while the folder is taken away, unless the portal stops first
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "bocage.demo=accounts")
class PeopleTests {

    private static final String PASSWORD = "demo-bocage";
    private static final String CHOSEN = "quatre mots sans rapport";
    private static final String LEAVE = "/espace/compte/partir";
    private static final Workspace MESSAGES = new Workspace("messages");
    private static final Pattern LINK = Pattern.compile("/connexion/lien/[A-Za-z0-9_-]{43}");

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Stores stores;

    @Autowired
    private SettableClock clock;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        String data = DemoHome.emptyAt(home);
        properties.add("bocage.home", () -> data);
    }

    @TestConfiguration
    static class Time {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }
    }

    @BeforeEach
    void later() {
        clock.forward(Duration.ofHours(2));
    }

    @Test
    void IN_09_somebody_is_invited_chooses_a_password_and_is_in() {
        Browser admin = signedIn("admin");
        HttpResponse<String> sent = admin.submit(
                admin.get("/espace/comptes/inviter"), person("Maëlle Le Goff", "maelle@exemple.invalid", "ca"));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(admin.read("/espace/comptes").text()).contains("Maëlle Le Goff", "invitation à transmettre");
        String link = lastLink("maelle@exemple.invalid");

        Browser maelle = new Browser(port);
        HttpResponse<String> page = maelle.get(link);
        assertThat(Browser.page(page).text()).contains("Bonjour Maëlle Le Goff", "Entrer");
        assertThat(maelle.submit(page, Map.of("password", "trop court")).statusCode())
                .isEqualTo(422);
        assertThat(maelle.submit(page, Map.of("password", CHOSEN)).statusCode()).isEqualTo(303);

        assertThat(maelle.read("/espace").text()).contains("Maëlle");
        assertThat(accounts.find("maelle@exemple.invalid").orElseThrow().name()).isEqualTo("maelle-le-goff");
        assertThat(new Browser(port).signIn("maelle@exemple.invalid", CHOSEN).statusCode())
                .isEqualTo(302);
        assertThat(admin.read("/espace/comptes").select("li:contains(Maëlle)").text())
                .contains("dernière visite")
                .doesNotContain("invitation à transmettre");
    }

    @Test
    void IN_09_an_invitation_to_an_address_that_has_an_account_says_whose_and_sends_nothing() {
        Browser admin = signedIn("admin");
        int before = Mails.last(outbox, 500).size();

        HttpResponse<String> refused =
                admin.submit(admin.get("/espace/comptes/inviter"), person("Léa", "CA@exemple.invalid", "ca"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(refused)).contains("Cette adresse a déjà un compte ici : Léa-Exemple.");
        assertThat(Browser.page(refused).select("[name=titre]").val()).isEqualTo("Léa");
        assertThat(Mails.last(outbox, 500)).hasSize(before);
    }

    @Test
    void IN_09_the_salariee_invites_members_contributors_and_the_board_and_nobody_above() {
        Browser noor = signedIn("salariee");
        HttpResponse<String> form = noor.get("/espace/comptes/inviter");
        assertThat(Browser.page(form).select("[name=role]").eachAttr("value"))
                .containsExactlyInAnyOrder("adherent", "contributeur", "ca");

        assertThat(noor.submit(form, person("Trop", "trop@exemple.invalid", "admin"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(accounts.find("trop@exemple.invalid")).isEmpty();
        assertThat(noor.submit(form, person("Juste", "juste@exemple.invalid", "contributeur"))
                        .statusCode())
                .isEqualTo(302);

        String csrf = Browser.page(form).select("[name=_csrf]").val();
        for (String action : List.of("fermer", "roles", "ouvrir")) {
            assertThat(noor.post(
                                    "/espace/comptes/personne/ca2",
                                    Map.of("_csrf", csrf, "action", action, "role", "adherent"))
                            .statusCode())
                    .as(action)
                    .isEqualTo(403);
        }
        assertThat(accounts.find("ca2").orElseThrow().enabled()).isTrue();
    }

    @Test
    void IN_09_a_role_that_is_changed_counts_from_the_next_request_and_nobody_changes_their_own() {
        accounts.create("changeant", "Changeant", "changeant@exemple.invalid", List.of("salariee"), CHOSEN);
        Browser changing = new Browser(port);
        changing.signIn("changeant", CHOSEN);
        assertThat(changing.get("/espace/reglages").statusCode()).isEqualTo(200);
        Browser admin = signedIn("admin");

        assertThat(gesture(admin, "changeant", Map.of("action", "roles", "role", "adherent")))
                .isEqualTo(302);

        assertThat(changing.get("/espace/reglages").statusCode()).isEqualTo(403);
        assertThat(changing.get("/espace").statusCode()).isEqualTo(200);
        assertThat(gesture(admin, "admin", Map.of("action", "roles", "role", "ca")))
                .isEqualTo(403);
        assertThat(gesture(admin, "admin", Map.of("action", "fermer"))).isEqualTo(403);
        assertThat(gesture(admin, "changeant", Map.of("action", "roles"))).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"adherent", "contributeur"})
    void IN_09_what_somebody_writes_while_their_role_is_taken_away_is_kept(String role) {
        String name = "relu-" + role;
        accounts.create(name, "Re·Lue", name + "@exemple.invalid", List.of("salariee"), CHOSEN);
        Browser writing = new Browser(port);
        writing.signIn(name, CHOSEN);
        Browser lea = signedIn("ca");
        String address = lea.submitParts(
                        lea.get("/espace/actus/nouveau"),
                        Map.of("titre", "À relire " + role, "origine", "territoire", "action", "enregistrer"))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll("^https?://[^/]+|\\?.*", "");
        HttpResponse<String> form = writing.get(address);
        assertThat(form.statusCode()).isEqualTo(200);
        accounts.setRoles(name, List.of(role));

        HttpResponse<String> refused = writing.submitParts(
                form, Map.of("titre", "À relire " + role, "chapo", "Deux heures de travail", "action", "enregistrer"));

        assertThat(refused.statusCode()).isIn(403, 404);
        String draft = writing.read("/espace").select("a[href*=reprise]").attr("href");
        assertThat(Browser.page(writing.get(draft)).select("[name=chapo]").text())
                .isEqualTo("Deux heures de travail");
    }

    @Test
    void IN_09_a_closed_account_is_out_at_once_for_good_and_its_links_with_it() {
        accounts.create("ferme", "Fermé·e", "ferme@exemple.invalid", List.of("ca"), CHOSEN);
        Browser inside = new Browser(port);
        inside.signIn("ferme", CHOSEN);
        assertThat(inside.get("/espace").statusCode()).isEqualTo(200);
        String link = ask("password", "ferme@exemple.invalid");
        Browser admin = signedIn("admin");

        assertThat(gesture(admin, "ferme", Map.of("action", "fermer"))).isEqualTo(302);
        assertThat(inside.get("/espace").statusCode()).isEqualTo(401);
        assertThat(new Browser(port).get(link).statusCode()).isEqualTo(404);
        assertThat(new Browser(port).signIn("ferme", CHOSEN).statusCode()).isEqualTo(401);

        assertThat(gesture(admin, "ferme", Map.of("action", "ouvrir"))).isEqualTo(302);
        assertThat(inside.get("/espace").statusCode())
                .as("the session of before")
                .isEqualTo(401);
        assertThat(new Browser(port).get(link).statusCode())
                .as("the link of before")
                .isEqualTo(404);
        assertThat(new Browser(port).signIn("ferme", CHOSEN).statusCode()).isEqualTo(302);
    }

    @Test
    void IN_09_a_forgotten_password_is_chosen_anew_by_a_link_that_works_once() {
        accounts.create("oublieux", "Ou·Blié", "oubli@exemple.invalid", List.of("ca"), CHOSEN);
        Browser elsewhere = new Browser(port);
        elsewhere.signIn("oublieux", CHOSEN);
        String link = ask("password", "oubli@exemple.invalid");
        Browser thief = new Browser(port);
        HttpResponse<String> seen = thief.get(link);
        Browser browser = new Browser(port);
        HttpResponse<String> page = browser.get(link);
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");

        assertThat(browser.submit(page, Map.of("password", "un tout autre secret"))
                        .statusCode())
                .isEqualTo(303);

        assertThat(browser.get("/espace").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/espace").statusCode()).as("other devices").isEqualTo(401);
        HttpResponse<String> again = thief.submit(seen, Map.of("password", "encore un autre secret"));
        assertThat(again.statusCode()).as("replayed").isEqualTo(404);
        assertThat(Browser.page(again).text()).contains("Ce lien ne marche plus", "Recevoir un lien de connexion");
        assertThat(new Browser(port).signIn("oublieux", "un tout autre secret").statusCode())
                .isEqualTo(302);
    }

    @Test
    void IN_09_a_link_that_is_altered_or_an_hour_old_or_from_before_another_password_does_not_work() {
        accounts.create("tardif", "Tar·Dive", "tardif@exemple.invalid", List.of("ca"), CHOSEN);
        String link = ask("password", "tardif@exemple.invalid");
        Browser browser = new Browser(port);
        assertThat(browser.get(link.substring(0, link.length() - 1)).statusCode())
                .isEqualTo(404);
        char last = link.charAt(link.length() - 1);
        assertThat(browser.get(link.substring(0, link.length() - 1) + (last == 'A' ? 'B' : 'A'))
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/connexion/lien/..%2f").statusCode()).isIn(400, 404);
        assertThat(browser.get(link).statusCode()).isEqualTo(200);

        accounts.setPassword("tardif", "changé entre-temps");
        assertThat(browser.get(link).statusCode()).as("another password").isEqualTo(404);

        String next = ask("password", "tardif@exemple.invalid");
        clock.forward(Duration.ofMinutes(61));
        assertThat(browser.get(next).statusCode()).as("an hour later").isEqualTo(404);
    }

    @Test
    void IN_01_a_link_to_sign_in_waits_for_its_button_and_works_once() {
        String link = ask("sign-in", "ca2@exemple.invalid");
        Browser scanner = new Browser(port);
        HttpResponse<String> page = scanner.get(link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(scanner.cookie("bocage_session")).isEmpty();
        assertThat(scanner.get(link).statusCode()).as("looked at twice").isEqualTo(200);

        Browser tino = new Browser(port);
        HttpResponse<String> opened = tino.get(link);
        assertThat(tino.submit(opened, Map.of()).statusCode()).isEqualTo(303);
        assertThat(tino.read("/espace").text()).contains("Tino");
        assertThat(scanner.submit(page, Map.of()).statusCode()).isEqualTo(404);
        assertThat(scanner.cookie("bocage_session")).isEmpty();
    }

    @Test
    void IN_09_an_unknown_address_gets_the_same_answer_and_no_mail() {
        int before = Mails.last(outbox, 500).size();
        HttpResponse<String> unknown = asked("password", "personne@exemple.invalid");
        HttpResponse<String> known = asked("password", "adherent2@exemple.invalid");
        mailTo("adherent2@exemple.invalid");

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(303);
        assertThat(unknown.headers().firstValue("Location"))
                .isEqualTo(known.headers().firstValue("Location"));
        assertThat(unknown.body()).isEqualTo(known.body());
        assertThat(Mails.last(outbox, 500)).hasSize(before + 1);
        assertThat(asked("password", "pas une adresse").statusCode()).isEqualTo(422);
    }

    @Test
    void IN_09_who_asks_again_and_again_is_asked_to_wait() {
        for (int i = 0; i < 5; i++) {
            assertThat(asked("sign-in", "insistant@exemple.invalid").statusCode())
                    .isEqualTo(303);
        }
        HttpResponse<String> slowed = asked("sign-in", "insistant@exemple.invalid");

        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
        assertThat(Browser.problems(slowed)).contains("Il y a déjà eu plusieurs demandes.");
        assertThat(asked("sign-in", "un-autre@exemple.invalid").statusCode()).isEqualTo(303);
    }

    @Test
    void IN_09_the_store_keeps_no_link_as_it_is_and_only_the_administration_reads_such_a_mail() {
        String link = ask("sign-in", "adherent@exemple.invalid");
        String token = link.substring(link.lastIndexOf('/') + 1);
        List<String> names = stores.author().read(Identity.SYSTEM, session -> {
            List<String> all = new ArrayList<>();
            for (var nodes = session.getNode("/liens").getNodes(); nodes.hasNext(); ) {
                all.add(nodes.nextNode().getName());
            }
            return all;
        });
        assertThat(names).isNotEmpty().doesNotContain(token).allMatch(name -> name.matches("[0-9a-f]{64}"));

        String id = mailTo("adherent@exemple.invalid").header().id();
        HttpResponse<String> read = signedIn("salariee").get("/espace/courriers?lire=" + id);
        assertThat(read.body()).doesNotContain(token).contains("il ne se lit pas ici");
        assertThat(signedIn("salariee").get("/espace/courriers/" + id + ".eml").statusCode())
                .isEqualTo(404);
        assertThat(signedIn("admin").get("/espace/courriers?lire=" + id).body()).contains(token);
    }

    @Test
    void IN_09_a_password_is_changed_with_the_old_one_and_the_other_devices_are_out() {
        accounts.create("prudent", "Pru·Dente", "prudent@exemple.invalid", List.of("adherent"), CHOSEN);
        Browser here = new Browser(port);
        here.signIn("prudent", CHOSEN);
        Browser there = new Browser(port);
        there.signIn("prudent", CHOSEN);
        String form = "/espace/compte/mot-de-passe";

        HttpResponse<String> wrong =
                here.submit(here.get(form), Map.of("password", "pas celui-là", "passwordNouveau", "un nouveau secret"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(wrong)).contains("Ce n’est pas le mot de passe d’aujourd’hui.");
        assertThat(here.submit(here.get(form), Map.of("password", CHOSEN, "passwordNouveau", "court"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(there.get("/espace").statusCode()).isEqualTo(200);

        assertThat(here.submit(here.get(form), Map.of("password", CHOSEN, "passwordNouveau", "un nouveau secret"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(here.read("/espace/compte?fait=mot-de-passe-change").text())
                .contains("Votre mot de passe est changé.");
        assertThat(there.get("/espace").statusCode()).isEqualTo(401);
    }

    @Test
    void IN_09_devices_are_named_in_words_and_ended_one_by_one_or_all_the_others() {
        accounts.create("mobile", "Mo·Bile", "mobile@exemple.invalid", List.of("adherent"), CHOSEN);
        Browser here =
                signedIn("mobile", CHOSEN, "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0");
        Browser phone = signedIn("mobile", CHOSEN, "Mozilla/5.0 (Linux; Android 15) Chrome/141.0 Mobile Safari/537.36");
        Browser tablet = signedIn("mobile", CHOSEN, "curl/8");
        String page = "/espace/compte/appareils";
        assertThat(here.read(page).select("main h2").eachText()).first().isEqualTo("Firefox sur Windows cet appareil");
        assertThat(here.read(page).select("main h2").eachText())
                .contains("Chrome sur Android", "Un appareil")
                .hasSize(3);

        Element out = Objects.requireNonNull(
                here.read(page).selectFirst("li:has(h2:contains(Android)) form"), "Sortir de cet appareil");
        assertThat(here.post(
                                page,
                                Map.of(
                                        "_csrf", out.select("[name=_csrf]").val(),
                                        "sortir", out.select("button").val()))
                        .statusCode())
                .isEqualTo(302);
        assertThat(phone.get("/espace").statusCode()).isEqualTo(401);
        assertThat(tablet.get("/espace").statusCode()).isEqualTo(200);

        String csrf = here.read(page).select("[name=_csrf]").val();
        assertThat(here.post(page, Map.of("_csrf", csrf, "sortir", "autres")).statusCode())
                .isEqualTo(302);
        assertThat(tablet.get("/espace").statusCode()).isEqualTo(401);
        assertThat(here.get("/espace").statusCode()).isEqualTo(200);
    }

    @Test
    void IN_09_somebody_else_s_device_is_not_ended() {
        Browser lea = signedIn("ca");
        Browser other = signedIn("adherent");
        String id = stores.author().read(Identity.SYSTEM, session -> {
            for (var nodes = session.getNode("/sessions").getNodes(); nodes.hasNext(); ) {
                var node = nodes.nextNode();
                if (node.getProperty("account").getString().equals("ca")) {
                    return node.getName();
                }
            }
            throw new AssertionError("no session");
        });
        String csrf = other.read("/espace/compte").select("[name=_csrf]").val();

        other.post("/espace/compte/appareils", Map.of("_csrf", csrf, "sortir", id));

        assertThat(lea.get("/espace").statusCode()).isEqualTo(200);
    }

    @Test
    void IN_09_another_mail_address_counts_once_its_owner_confirmed_it() {
        accounts.create("ancien", "An·Cienne", "ancien@exemple.invalid", List.of("adherent"), CHOSEN);
        Browser browser = new Browser(port);
        browser.signIn("ancien", CHOSEN);
        String form = "/espace/compte/adresse";
        assertThat(browser.submit(browser.get(form), Map.of("courriel", "ca@exemple.invalid", "password", CHOSEN))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.submit(browser.get(form), Map.of("courriel", "neuf@exemple.invalid", "password", "non"))
                        .statusCode())
                .isEqualTo(422);

        assertThat(browser.submit(browser.get(form), Map.of("courriel", "neuf@exemple.invalid", "password", CHOSEN))
                        .statusCode())
                .isEqualTo(302);
        assertThat(accounts.find("neuf@exemple.invalid")).isEmpty();
        HttpResponse<String> page = browser.get(lastLink("neuf@exemple.invalid"));
        assertThat(Browser.page(page).text()).contains("neuf@exemple.invalid", "C’est bien la mienne");
        assertThat(browser.submit(page, Map.of()).statusCode()).isEqualTo(303);

        assertThat(accounts.find("neuf@exemple.invalid")).isPresent();
        assertThat(accounts.find("ancien@exemple.invalid")).isEmpty();
        assertThat(mailTo("ancien@exemple.invalid").mail().text())
                .as("the former one is warned, and told how to get help")
                .contains("Si ce n’est pas vous", "n…@exemple.invalid", "/contact")
                .doesNotContain("neuf@");
    }

    @Test
    void IN_01_a_passkey_is_made_by_who_has_just_come_in_or_gives_the_password() {
        accounts.create("cle", "Clé", "cle@exemple.invalid", List.of("adherent"), CHOSEN);
        Browser browser = new Browser(port);
        browser.signIn("cle", CHOSEN);
        assertThat(asksForKey(browser, "")).as("just come in").isEqualTo(200);
        assertThat(browser.read("/espace/compte/cles").select("[name=password]"))
                .isEmpty();

        clock.forward(Duration.ofMinutes(11));

        assertThat(browser.read("/espace/compte/cles").select("[name=password]"))
                .hasSize(1);
        assertThat(asksForKey(browser, "")).isEqualTo(422);
        assertThat(asksForKey(browser, "un autre que le sien")).isEqualTo(422);
        assertThat(asksForKey(browser, CHOSEN)).isEqualTo(200);
    }

    private int asksForKey(Browser browser, String password) {
        String csrf = browser.read("/espace/compte").select("[name=_csrf]").val();
        return browser.post("/espace/compte/cles/demande", Map.of("_csrf", csrf, "password", password))
                .statusCode();
    }

    @Test
    void UX_08_somebody_takes_their_data_along_and_closes_their_account() {
        accounts.create("partante", "Partante", "partante@exemple.invalid", List.of("contributeur"), CHOSEN);
        stores.author().update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, MESSAGES);
            Node hers = MESSAGES.root(session).addNode("le-sien", "mgnl:contentNode");
            hers.setProperty("courriel", "Partante@exemple.invalid");
            hers.setProperty("texte", "J’ai une idée de fête");
            MESSAGES.root(session)
                    .addNode("d-autrui", "mgnl:contentNode")
                    .setProperty("texte", "Méfiez-vous de partante@exemple.invalid");
        });
        Browser phone = new Browser(port);
        phone.signIn("partante", CHOSEN);
        Browser browser = new Browser(port);
        browser.signIn("partante", CHOSEN);
        assertThat(browser.read("/espace/compte").select("a[href$=/partir]")).hasSize(1);
        String csrf = browser.read(LEAVE).select("main [name=_csrf]").val();

        String data =
                new String(browser.take(LEAVE, Map.of("_csrf", csrf, "geste", "emporter")), StandardCharsets.UTF_8);
        assertThat(data)
                .contains("partante@exemple.invalid", "J’ai une idée de fête")
                .doesNotContain("Méfiez-vous", "pswd", "argon2");

        HttpResponse<String> refused =
                browser.post(LEAVE, Map.of("_csrf", csrf, "geste", "partir", "password", "un autre que le sien"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(accounts.find("partante").orElseThrow().enabled()).isTrue();

        HttpResponse<String> gone = browser.post(LEAVE, Map.of("_csrf", csrf, "geste", "partir", "password", CHOSEN));
        assertThat(gone.statusCode()).isEqualTo(302);
        assertThat(new Browser(port).read("/connexion?au-revoir=compte").text()).contains("Votre compte est fermé.");
        assertThat(accounts.find("partante").orElseThrow().enabled()).isFalse();
        assertThat(phone.get("/espace/compte").statusCode()).isNotEqualTo(200);
        assertThat(Browser.page(new Browser(port).signIn("partante", CHOSEN)).text())
                .doesNotContain("Partante");
        assertThat(Browser.signedIn(port, "admin")
                        .read("/espace/comptes")
                        .select("li:contains(Partante)")
                        .text())
                .contains("compte fermé");
    }

    @Test
    void UX_08_the_last_one_who_administers_cannot_leave() {
        Browser admin = signedIn("admin");
        assertThat(admin.read(LEAVE).select("[value=partir]")).isEmpty();
        assertThat(admin.read(LEAVE).text()).contains("Vous êtes la seule personne à administrer ce portail");

        assertThat(admin.postWithToken(LEAVE, Map.of("geste", "partir", "password", PASSWORD))
                        .statusCode())
                .isEqualTo(409);
        assertThat(accounts.find("admin").orElseThrow().enabled()).isTrue();

        accounts.create("relais", "Relais", "relais@exemple.invalid", List.of("admin"), CHOSEN);
        assertThat(admin.read(LEAVE).select("[value=partir]")).hasSize(1);
        accounts.setEnabled("relais", false);
        assertThat(admin.read(LEAVE).select("[value=partir]")).isEmpty();
    }

    @Test
    void UX_08_an_account_without_a_mail_address_is_asked_for_one_before_its_data_are_looked_for() {
        accounts.create("sans", "Sans adresse", "", List.of("adherent"), CHOSEN);
        Browser browser = new Browser(port);
        browser.signIn("sans", CHOSEN);
        assertThat(browser.read(LEAVE).select("[value=emporter]")).isEmpty();
        HttpResponse<String> refused = browser.postWithToken(LEAVE, Map.of("geste", "emporter"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.page(refused).text()).contains("pas d’adresse mail");
    }

    @Test
    void IN_09_a_name_is_changed_and_an_empty_one_is_refused() {
        accounts.create("nomade", "Avant", "nomade@exemple.invalid", List.of("adherent"), CHOSEN);
        Browser browser = new Browser(port);
        browser.signIn("nomade", CHOSEN);

        assertThat(browser.submit(browser.get("/espace/compte/nom"), Map.of("titre", "  "))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.submit(browser.get("/espace/compte/nom"), Map.of("titre", "Après"))
                        .statusCode())
                .isEqualTo(302);

        assertThat(accounts.find("nomade").orElseThrow().displayName()).isEqualTo("Après");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca", "contributeur", "adherent"})
    void IN_09_others_do_not_see_the_accounts(String account) {
        Browser browser = signedIn(account);
        for (String address : List.of("/espace/comptes", "/espace/comptes/inviter", "/espace/comptes/personne/admin")) {
            assertThat(browser.get(address).statusCode()).as(address).isEqualTo(403);
        }
    }

    @Test
    void IN_09_a_session_that_has_ended_is_no_device() {
        accounts.create("passe", "Pas·Sée", "passe@exemple.invalid", List.of("adherent"), CHOSEN);
        Browser old = new Browser(port);
        old.signIn("passe", CHOSEN);
        clock.forward(Duration.ofHours(13));
        Browser now = new Browser(port);
        now.signIn("passe", CHOSEN);

        assertThat(now.read("/espace/compte/appareils").select("main h2")).hasSize(1);
    }

    private static Map<String, String> person(String title, String email, String role) {
        return Map.of("titre", title, "courriel", email, "role", role);
    }

    private Browser signedIn(String account) {
        Browser browser = new Browser(port);
        browser.signIn(account, PASSWORD);
        return browser;
    }

    private Browser signedIn(String account, String password, String agent) {
        Browser browser = new Browser(port);
        String csrf =
                Browser.page(browser.get("/connexion")).select("[name=_csrf]").val();
        browser.post(
                "/connexion", Map.of("_csrf", csrf, "username", account, "password", password), "User-Agent", agent);
        return browser;
    }

    private int gesture(Browser browser, String account, Map<String, String> fields) {
        Map<String, String> all = new java.util.HashMap<>(fields);
        all.put("_csrf", browser.read("/espace/compte").select("[name=_csrf]").val());
        return browser.post("/espace/comptes/personne/" + account, all).statusCode();
    }

    private HttpResponse<String> asked(String kind, String email) {
        Browser browser = new Browser(port);
        return browser.submit(browser.get("/connexion/recevoir?pour=" + kind), Map.of("courriel", email));
    }

    private String ask(String kind, String email) {
        int before = mailsTo(email).size();
        assertThat(asked(kind, email).statusCode()).isEqualTo(303);
        await().atMost(Duration.ofSeconds(10)).until(() -> mailsTo(email).size() > before);
        return lastLink(email);
    }

    private String lastLink(String email) {
        Matcher link = LINK.matcher(mailTo(email).mail().text());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private Outbox.Entry mailTo(String email) {
        await().atMost(Duration.ofSeconds(10)).until(() -> !mailsTo(email).isEmpty());
        return mailsTo(email).get(0);
    }

    private List<Outbox.Entry> mailsTo(String email) {
        return Mails.last(outbox, 500).stream()
                .filter(entry -> entry.mail().to().equals(email))
                .toList();
    }
}
