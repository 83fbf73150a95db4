package org.bocage.editorial.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The forms of volunteers: what they are not asked, what stands open, and what is asked about what they typed. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "bocage.demo=true")
class FewerQuestionsTests {

    private static final String SETTINGS =
            "[name=name]:not([type=hidden]), [name=visibilite]:not([type=hidden]), [name=publierLe], [name^=seo.], "
                    + "[name=interne], [name=fuseau], [name='recurrence.regle'], [name=coupDeCoeur]";

    private static final String GOVEN = "b0ca0003-0000-4000-8000-000000035123";

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Outbox outbox;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        String data = DemoHome.at(home);
        properties.add("bocage.home", () -> data);
    }

    @Test
    void a_contributor_is_not_asked_for_addresses_search_engines_or_who_may_read_it_and_who_reviews_is() {
        for (String type : List.of("actus", "evenements", "annonces")) {
            Document form = signedIn("contributeur").read("/espace/" + type + "/nouveau");
            assertThat(form.select(SETTINGS)).as(type).isEmpty();
            assertThat(form.select("[name=visibilite][type=hidden]").val()).isEqualTo("public");
            assertThat(signedIn("salariee").read("/espace/" + type + "/nouveau").select("#ecrire [name=visibilite]"))
                    .as("who reviews %s", type)
                    .isNotEmpty();
        }
    }

    @Test
    void a_question_with_one_answer_is_not_asked() {
        Document actu = signedIn("contributeur").read("/espace/actus/nouveau");
        assertThat(actu.select("[name=origine]").attr("type")).isEqualTo("hidden");
        assertThat(actu.select("[name=origine]").val()).isEqualTo("territoire");
        assertThat(actu.text()).doesNotContain("Chapô");
    }

    @Test
    void what_is_required_stands_open_and_what_is_known_of_the_author_is_filled_in() {
        Document form = signedIn("contributeur").read("/espace/annonces/nouveau");
        assertThat(
                        form.select(
                                "#ecrire details:not(.repli):not(.choix) [aria-required], #ecrire details.partie:not([open]) .obligation"))
                .as("nothing required is folded")
                .isEmpty();
        assertThat(form.select("[name='commentRepondre[0].valeur']").val()).isEqualTo("contributeur@exemple.invalid");
        assertThat(form.select("[name='commentRepondre[0].genre'] option[selected]")
                        .val())
                .isEqualTo("courriel");
        assertThat(form.select("[name=commune] option[selected]").text()).isEqualTo("Goven");
    }

    @Test
    void who_writes_for_the_network_finds_it_named_as_the_organiser_and_others_an_open_entry() {
        for (String board : List.of("ca", "salariee")) {
            Document form = signedIn(board).read("/espace/evenements/nouveau");
            assertThat(form.select("[name='organisateurs[0].acteur'] option[selected]")
                            .text())
                    .as(board)
                    .isEqualTo("Pôle ESS des Deux Vallons");
            assertThat(form.select("[name=themes][checked]"))
                    .as("not asked of it")
                    .isEmpty();
        }
        assertThat(signedIn("adherent").read("/espace/evenements/nouveau").select("[name='organisateurs[0].nom']"))
                .hasSize(1);
    }

    @Test
    void an_event_at_a_place_of_the_network_is_in_the_commune_of_that_place() {
        Browser noor = signedIn("salariee");
        Map<String, String> typed = new HashMap<>(Map.of(
                "titre", "La veillée des câbles",
                "origine", "pole",
                "debut", LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(12) + "T18:00",
                "lieu.lieu", "b0caa004-0000-4000-8000-000000000005",
                "description", "<p>On tire les câbles en chantant.</p>",
                "statut", "prevu",
                "tarif", "gratuit",
                "visibilite", "public"));
        typed.put("organisateurs[0].nom", "Le comité");
        HttpResponse<String> sent = noor.write("/espace/evenements/nouveau", typed, "publier");
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
        assertThat(new Browser(port)
                        .read("/agenda/la-veillee-des-cables")
                        .select("main")
                        .text())
                .contains("La Chapelle à Wifi", "Saint-Séglin");

        assertThat(Browser.problems(noor.write("/espace/evenements/nouveau", with(typed, "commune", GOVEN), "publier")))
                .isEmpty();
        assertThat(new Browser(port)
                        .read("/agenda/la-veillee-des-cables-2")
                        .select("main")
                        .text())
                .as("the place knows better")
                .contains("Saint-Séglin")
                .doesNotContain("Goven");
        typed.put("lieu.lieu", "");
        typed.put("lieu.nom", "Sous le tilleul");
        assertThat(Browser.problems(noor.write("/espace/evenements/nouveau", typed, "publier")))
                .as("elsewhere somebody has to say it")
                .containsIgnoringCase("commune");
    }

    @Test
    void an_internal_date_is_begun_in_the_internal_agenda_and_needs_no_place() {
        Browser ca = signedIn("ca");
        Browser noor = signedIn("salariee");
        String add = ca.read("/espace/agenda")
                .select("main a:contains(Ajouter une date)")
                .attr("href");
        Document form = ca.read(add);
        assertThat(form.select("[name=interne]").hasAttr("checked")).isTrue();
        assertThat(form.select("[name='organisateurs[0].acteur'] option[selected]")
                        .text())
                .isEqualTo("Pôle ESS des Deux Vallons");

        HttpResponse<String> sent = ca.write(
                add,
                Map.of(
                        "titre", "Réunion des trésoriers",
                        "origine", "pole",
                        "interne", "true",
                        "debut", LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(9) + "T18:00",
                        "organisateurs[0].acteur",
                                form.select("[name='organisateurs[0].acteur'] option[selected]")
                                        .val(),
                        "description", "<p>On regarde les comptes ensemble.</p>",
                        "statut", "prevu",
                        "tarif", "gratuit",
                        "visibilite", "public"),
                "proposer");
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
        String task = Objects.requireNonNull(
                        noor.read("/espace/taches").selectFirst("a:contains(Réunion des trésoriers)"))
                .attr("href");
        Document read = noor.read(task);
        noor.post(
                task,
                Map.of(
                        "_csrf", read.select("[name=_csrf]").val(),
                        "revision", read.select("[name=revision]").val(),
                        "decision", "accepter"));
        assertThat(Mails.last(outbox, 50))
                .extracting(one -> Browser.plain(one.mail().subject()))
                .as("nothing is on line")
                .contains("« Réunion des trésoriers » est accepté")
                .doesNotContain("« Réunion des trésoriers » est en ligne");
    }

    @Test
    void the_hour_that_the_clock_skips_is_asked_about_in_the_date_of_an_event() {
        Browser noor = signedIn("salariee");
        for (String field : List.of("debut", "fin")) {
            Map<String, String> fields = new HashMap<>(
                    Map.of("titre", "Bal de l’heure d’été", "debut", "2027-03-28T01:30", "fin", "2027-03-28T04:00"));
            fields.put(field, "2027-03-28T02:30");
            HttpResponse<String> sent = noor.write("/espace/evenements/nouveau", fields, "publier");
            assertThat(sent.statusCode()).as(field).isEqualTo(422);
            assertThat(Browser.problems(sent))
                    .as(field)
                    .contains("dimanche 28 mars 2027, 2 h 30", "cette heure n’existe pas");
            assertThat(Browser.page(sent).select("[name=" + field + "]").val()).isEqualTo("2027-03-28T02:30");
        }
    }

    @Test
    void what_is_for_the_board_alone_is_not_said_to_be_on_line() {
        Browser noor = signedIn("salariee");
        HttpResponse<String> sent = noor.write(
                "/espace/evenements/nouveau",
                Map.of(
                        "titre", "Entre nous seulement",
                        "origine", "pole",
                        "interne", "true",
                        "debut", LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(8) + "T18:00",
                        "organisateurs[0].nom", "Le CA",
                        "description", "<p>On se dit tout, entre nous.</p>",
                        "statut", "prevu",
                        "tarif", "gratuit",
                        "visibilite", "public"),
                "publier");
        assertThat(sent.headers().firstValue("Location").orElse(Browser.problems(sent)))
                .contains("fait=publie-ca");
        assertThat(noor.read("/espace/evenements?fait=publie-ca").text()).contains("le public ne le voit nulle part");
    }

    @Test
    void a_link_fills_in_a_form_as_far_as_its_reader_may_and_nothing_is_saved() {
        Document form = signedIn("contributeur")
                .read(
                        "/espace/actus/nouveau?titre=Un+titre+donn%C3%A9&coupDeCoeur/phrase=x&visibilite=ca&corps=%3Cscript%3E&inconnu=1");
        assertThat(form.select("[name=titre]").val()).isEqualTo("Un titre donné");
        assertThat(form.select("[name=visibilite]").val()).isEqualTo("public");
        assertThat(form.select("[name=corps]").text()).isEmpty();
        assertThat(form.select("[name^=coupDeCoeur]")).isEmpty();
        assertThat(signedIn("contributeur").read("/espace/actus").text()).doesNotContain("Un titre donné");
    }

    @Test
    void a_date_that_is_past_is_asked_about_once_and_kept_when_somebody_says_so() {
        asksOnce("2025-06-21T20:30", "samedi 21 juin 2025, 20 h 30, c’est déjà passé");
    }

    @Test
    void an_hour_that_the_clock_goes_through_twice_is_asked_about_once() {
        ZoneId paris = ZoneId.of("Europe/Paris");
        ZoneOffsetTransition next = paris.getRules().nextTransition(Instant.now(Clock.system(paris)));
        ZoneOffsetTransition back = next.isOverlap() ? next : paris.getRules().nextTransition(next.getInstant());
        asksOnce(
                back.getDateTimeAfter().plusMinutes(30).toString(),
                "2 h 30 : cette nuit-là, l’horloge passe deux fois par cette heure");
    }

    private void asksOnce(String first, String words) {
        Browser author = signedIn("contributeur");
        Map<String, String> typed = new HashMap<>(Map.of(
                "titre", "Un bal " + first,
                "origine", "territoire",
                "debut", first,
                "lieu.nom", "La place",
                "commune", "",
                "enLigne", "https://exemple.invalid/bal",
                "description", "<p>On raconte après coup.</p>",
                "statut", "prevu",
                "tarif", "gratuit",
                "visibilite", "public"));
        typed.put("organisateurs[0].nom", "Le comité");
        HttpResponse<String> asked = author.write("/espace/evenements/nouveau", typed, "proposer");
        assertThat(asked.statusCode()).isEqualTo(422);
        Document page = Browser.page(asked);
        assertThat(Browser.plain(page.select(".bilan").text())).contains(words);
        assertThat(page.select(".bilan [name=confirme.debut]").attr("form")).isEqualTo("ecrire");

        typed.put("confirme.debut", page.select("[name=confirme.debut]").val());
        HttpResponse<String> sent = author.write("/espace/evenements/nouveau", typed, "proposer");
        assertThat(sent.statusCode()).as(Browser.problems(sent)).isEqualTo(302);
    }

    @Test
    void pages_that_machines_ask_for_are_in_nobody_s_way_but_who_reviews() {
        assertThat(signedIn("ca").read("/espace/pages").select(".arbre").text())
                .doesNotContain(
                        "robots", "manifeste", "Ce que lisent les machines", "Une actu", "Un acteur", "Un album")
                .contains("Agenda");
        assertThat(signedIn("salariee").read("/espace/pages").select(".arbre a").size())
                .isGreaterThan(
                        signedIn("ca").read("/espace/pages").select(".arbre a").size());
    }

    private static Map<String, String> with(Map<String, String> typed, String name, String value) {
        Map<String, String> all = new HashMap<>(typed);
        all.put(name, value);
        return all;
    }

    private Browser signedIn(String account) {
        return Browser.signedIn(port, account);
    }
}
