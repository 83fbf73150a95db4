package org.bocage.portal.ads;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.e2e.Portal;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.publishing.Publisher;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.bocage.portal.forms.GuestAuthor;
import org.bocage.portal.forms.Stranger;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** AN-05, AN-06, AN-10, AN-12, AN-13: an annonce of somebody without an account, from the form to what became of it. */
class AdEndTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Actor SALARIEE = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final Pattern LINK =
            Pattern.compile("http://localhost:[0-9]+(/annonces/suite/[^.]+\\.(prolonger|trouve|retirer)\\.\\S+)");

    private static final String GUICHEN = "b0ca0003-0000-4000-8000-000000035126";
    private static final String GOVEN = "b0ca0003-0000-4000-8000-000000035123";
    private static final String TEILLAY = "b0ca0003-0000-4000-8000-000000035332";

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.start(home, "--bocage.forms.minimum-time=0s", "--bocage.forms.posts-per-hour=1000");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.system(PARIS));
    }

    private interface Edit {
        void on(Node ad) throws RepositoryException;
    }

    private static void post(String name, int days) {
        post(name, days, ad -> {});
    }

    private static void post(String name, int days, Edit edit) {
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            Node ad = new Workspace("annonces").root(session).addNode(name, "bocage:annonce");
            ad.setProperty("auteur", GuestAuthor.NAME);
            Node by = ad.addNode("proposePar", "mgnl:contentNode");
            by.setProperty("nom", "Camille");
            by.setProperty("courriel", name + "@exemple.invalid");
            portal.context().getBean(Review.class).move(session, ad, "publier", SALARIEE, 0, "", node -> {
                node.setProperty("name", name);
                node.setProperty("titre", "Un frigo nommé " + name);
                node.setProperty("type", "materiel-don");
                node.setProperty("visibilite", "public");
                node.setProperty(
                        "cloture",
                        Dates.utc(today().plusDays(days).atStartOfDay(PARIS).toInstant()));
                edit.on(node);
            });
        });
        look();
    }

    private static void look() {
        portal.context().getBean(AdEnds.class).look();
    }

    private static List<String> mails(String name) {
        return Mails.last(portal.context().getBean(Outbox.class), 100).stream()
                .filter(entry -> entry.mail().to().equals(name + "@exemple.invalid"))
                .map(entry -> Browser.plain(entry.mail().text()))
                .filter(text -> text.contains(".prolonger."))
                .toList();
    }

    /** The path of the link in the last mail to somebody that holds some words. */
    private static String linkIn(String to, String words) {
        return Mails.last(portal.context().getBean(Outbox.class), 100).stream()
                .filter(entry -> entry.mail().to().equals(to))
                .map(entry -> Browser.plain(entry.mail().text()))
                .filter(text -> text.contains(words))
                .findFirst()
                .map(Stranger::link)
                .orElseThrow();
    }

    private static String outcome(String name) {
        return portal.context()
                .getBean(Stores.class)
                .author()
                .read(
                        Identity.SYSTEM,
                        session -> new Workspace("annonces")
                                .root(session)
                                .getNode(name)
                                .getProperty("issue")
                                .getString());
    }

    private static String id(String name) {
        return portal.context()
                .getBean(Stores.class)
                .author()
                .read(
                        Identity.SYSTEM,
                        session -> new Workspace("annonces")
                                .root(session)
                                .getNode(name)
                                .getIdentifier());
    }

    private static Edit thing(String type, String category, String commune) {
        return ad -> {
            ad.setProperty("type", type);
            ad.setProperty("categorieMateriel", category);
            ad.setProperty("commune", commune);
        };
    }

    private static List<String> answersTo(String name) {
        return Browser.page(get("/annonces/materiel/" + name))
                .select("section[aria-labelledby=trouve] .card-title")
                .eachText();
    }

    private static Map<String, String> job(String title, String description) {
        Map<String, String> typed = new HashMap<>();
        typed.put("titre", title);
        typed.put("type.type", "emploi");
        typed.put("type.emploi.contrat", "cdd");
        typed.put("type.emploi.tempsTravail", "20 h par semaine");
        typed.put("type.emploi.remuneration", "Entre 1 000 et 1 100 € brut");
        typed.put("type.emploi.priseDePoste", today().plusDays(60).toString());
        typed.put("description", description);
        typed.put("structure.nom", "La cantine du Puits");
        typed.put("commune", GUICHEN);
        typed.put("commentRepondre[0].genre", "telephone");
        typed.put("commentRepondre[0].valeur", "02 61 91 00 00");
        typed.put("proposant.nom", "Camille");
        return typed;
    }

    private static Stranger stranger() {
        return new Stranger(portal.port(), new GreenMail());
    }

    private static Map<String, String> links(String name) {
        Map<String, String> links = new HashMap<>();
        for (Matcher link = LINK.matcher(mails(name).get(0)); link.find(); ) {
            links.put(link.group(2), link.group(1));
        }
        assertThat(links).containsOnlyKeys("prolonger", "trouve", "retirer");
        return links;
    }

    private static String link(String name, String gesture) {
        return Objects.requireNonNull(links(name).get(gesture));
    }

    private static HttpResponse<String> get(String path) {
        return new Browser(portal.port()).get(path);
    }

    private static HttpResponse<String> press(String path) {
        return new Browser(portal.port()).post(path, Map.of());
    }

    private static int status(String name) {
        return get("/annonces/materiel/" + name).statusCode();
    }

    private static LocalDate closing(String name) {
        return portal.context()
                .getBean(Stores.class)
                .published()
                .read(
                        Identity.SYSTEM,
                        session -> new Workspace("annonces")
                                .root(session)
                                .getNode(name)
                                .getProperty("cloture")
                                .getDate()
                                .toInstant()
                                .atZone(PARIS)
                                .toLocalDate());
    }

    @Test
    void AN_05_the_poster_is_asked_once_within_the_last_week_and_not_before() {
        post("dans-un-mois", 30);
        post("dans-cinq-jours", 5);
        look();

        assertThat(mails("dans-un-mois")).isEmpty();
        assertThat(mails("dans-cinq-jours")).hasSize(1);
    }

    @Test
    void AN_05_the_poster_is_asked_seven_days_before_and_not_eight() {
        post("dans-huit-jours", 8);
        post("dans-sept-jours", 7);

        assertThat(mails("dans-huit-jours")).isEmpty();
        assertThat(mails("dans-sept-jours")).hasSize(1);
        assertThat(mails("dans-sept-jours").get(0))
                .contains(FrenchDays.format("EEEE d MMMM").format(today().plusDays(7)));
    }

    @Test
    void
            AN_04_a_closed_annonce_leaves_the_plan_of_the_site_and_its_page_keeps_its_title_no_contact_and_three_live_ones() {
        for (String name : List.of("vivante-une", "vivante-deux", "vivante-trois", "vivante-quatre")) {
            post(name, 20);
        }
        post("bientot-close", 2, ad -> {
            Node answer = ad.addNode("commentRepondre", "mgnl:contentNode").addNode("0", "mgnl:contentNode");
            answer.setProperty("genre", "telephone");
            answer.setProperty("valeur", "+33261910042");
        });
        String address = "/annonces/materiel/bientot-close";
        assertThat(Browser.page(get(address)).select("main a[href='tel:+33261910042']"))
                .isNotEmpty();
        assertThat(get("/sitemap.xml").body()).contains(address + "<");

        closeYesterday("bientot-close");

        HttpResponse<String> gone = get(address);
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(Browser.plain(Browser.page(gone).select("main").text()))
                .contains("Annonce terminée", "Un frigo nommé bientot-close");
        assertThat(Browser.plain(gone.body()))
                .as("nobody is called about it any more")
                .doesNotContain("+33261910042", "02 61 91 00 42");
        List<String> others = Browser.page(gone).select("main .card a[href^=/annonces/]").eachAttr("href").stream()
                .distinct()
                .toList();
        assertThat(others).hasSize(3).allSatisfy(other -> {
            assertThat(other).startsWith("/annonces/materiel/").isNotEqualTo(address);
            assertThat(get(other).statusCode()).as(other).isEqualTo(200);
        });
        assertThat(get("/sitemap.xml").body()).doesNotContain(address + "<").contains(others.get(0) + "<");
        assertThat(get("/annonces/materiel").body()).doesNotContain(address + "\"");
    }

    /** As if its last day had passed meanwhile. */
    private static void closeYesterday(String name) {
        BothStores.published(portal.context().getBean(Stores.class))
                .update(
                        Identity.SYSTEM,
                        session -> new Workspace("annonces")
                                .root(session)
                                .getNode(name)
                                .setProperty(
                                        "cloture",
                                        Dates.utc(today().minusDays(1)
                                                .atStartOfDay(PARIS)
                                                .toInstant())));
    }

    @Test
    void AN_05_looking_changes_nothing_and_the_button_goes_on_for_thirty_days_once() {
        post("prolonge", 5);
        String link = link("prolonge", "prolonger");

        HttpResponse<String> looked = get(link);
        get(link);
        assertThat(looked.statusCode()).isEqualTo(200);
        assertThat(looked.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(Browser.page(looked).select("main form button").text()).isEqualTo("Prolonger de 30 jours");
        assertThat(closing("prolonge")).isEqualTo(today().plusDays(5));

        assertThat(press(link).statusCode()).isEqualTo(200);
        assertThat(closing("prolonge")).isEqualTo(today().plusDays(35));
        assertThat(press(link).statusCode()).isEqualTo(410);
        assertThat(closing("prolonge")).isEqualTo(today().plusDays(35));
    }

    @Test
    void AN_05_what_is_found_or_taken_back_leaves_the_site() {
        post("trouve-vite", 3);
        post("retire-vite", 3);
        assertThat(status("trouve-vite")).isEqualTo(200);

        assertThat(press(link("trouve-vite", "trouve")).statusCode()).isEqualTo(200);
        assertThat(press(link("retire-vite", "retirer")).statusCode()).isEqualTo(200);

        assertThat(status("trouve-vite")).isEqualTo(410);
        assertThat(status("retire-vite")).isEqualTo(410);
        assertThat(get(link("trouve-vite", "prolonger")).statusCode()).isEqualTo(410);
    }

    @Test
    void AN_05_two_presses_go_on_and_a_third_is_reviewed() {
        post("trois-fois", 5);
        for (int press = 1; press <= 2; press++) {
            String more = link("trois-fois", "prolonger");
            assertThat(Browser.plain(Browser.page(get(more)).select("main").text()))
                    .as("press %d", press)
                    .doesNotContain("déjà été prolongée");
            assertThat(press(more).statusCode()).isEqualTo(200);
            assertThat(closing("trois-fois")).as("press %d", press).isEqualTo(today().plusDays(36 - press));
            closes("trois-fois", 5 - press);
            look();
            assertThat(mails("trois-fois")).as("asked again, a month later").hasSize(press + 1);
        }
        String link = link("trois-fois", "prolonger");

        assertThat(Browser.plain(Browser.page(get(link)).select("main").text()))
                .contains("déjà été prolongée deux fois");
        assertThat(press(link).statusCode()).isEqualTo(200);

        assertThat(closing("trois-fois")).isEqualTo(today().plusDays(3));
        String state = portal.context()
                .getBean(Stores.class)
                .author()
                .read(
                        Identity.SYSTEM,
                        session -> new Workspace("annonces")
                                .root(session)
                                .getNode("trois-fois")
                                .getProperty("etat")
                                .getString());
        assertThat(state).isEqualTo("propose");
    }

    /** As if so many days of the last ones were left: each new last day is asked about, so it is another one each time. */
    private static void closes(String name, int days) {
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            Node ad = new Workspace("annonces").root(session).getNode(name);
            ad.setProperty(
                    "cloture",
                    Dates.utc(today().plusDays(days).atStartOfDay(PARIS).toInstant()));
            Revisions.record(session, ad, Revisions.number(ad), "salariee", Instant.now());
            portal.context().getBean(Publisher.class).publish(ad, Instant.now(), "salariee");
        });
    }

    @Test
    void AN_05_an_altered_link_does_nothing() {
        post("altere", 5);
        String link = link("altere", "retirer");

        assertThat(press(link.replace("retirer", "trouve")).statusCode()).isEqualTo(410);
        assertThat(press(link.substring(0, link.length() - 1) + "!").statusCode())
                .isIn(403, 404, 410);
        assertThat(press("/annonces/suite/n.importe.quoi.ici").statusCode()).isEqualTo(410);
        assertThat(status("altere")).isEqualTo(200);
    }

    @Test
    void AN_06_an_annonce_is_left_without_an_account_and_is_public_after_its_mail_and_a_yes() {
        Map<String, String> typed = job("Un·e cantinier·ère", "On épluche, on cuit, on sert quarante repas.");
        typed.put("proposant.courriel", "cantine@exemple.invalid");

        HttpResponse<String> sent = stranger().send("/proposer/annonce", typed);
        assertThat(sent.statusCode()).as(Stranger.problems(sent).toString()).isEqualTo(303);
        String yes = linkIn("cantine@exemple.invalid", "/proposer/confirmer/");
        get(yes);
        Browser noor = Browser.signedIn(portal.port(), "salariee");
        assertThat(noor.read("/espace/taches").text()).doesNotContain("cantinier");

        String followed = press(yes).headers().firstValue("Location").orElseThrow();
        Element task = Objects.requireNonNull(noor.read("/espace/taches").selectFirst("a:contains(cantinier)"));
        assertThat(get("/annonces/emploi").body()).doesNotContain("cantinier");
        Map<String, String> decision = new HashMap<>();
        Objects.requireNonNull(noor.read(task.attr("href")).selectFirst("form.decision"))
                .select("input[name]")
                .forEach(input -> decision.put(input.attr("name"), input.attr("value")));
        decision.put("decision", "accepter");
        assertThat(noor.post(task.attr("href"), decision).statusCode()).isEqualTo(302);

        String address = Browser.page(get("/annonces/emploi"))
                .select("a:contains(cantinier)")
                .attr("href");
        HttpResponse<String> page = get(address);
        assertThat(page.statusCode()).as(address).isEqualTo(200);
        assertThat(page.body()).doesNotContain("cantine@exemple");

        String found =
                Browser.page(get(followed)).select("a:contains(C’est trouvé)").attr("href");
        assertThat(press(found).statusCode()).as("long before its last week").isEqualTo(200);
        assertThat(get(address).statusCode()).isEqualTo(410);
    }

    @Test
    void AN_10_a_need_and_a_gift_near_each_other_are_shown_together_and_close_together_if_both_agree() {
        post("four-cherche", 5, thing("materiel-besoin", "outillage", GOVEN));
        post("four-donne", 5, thing("materiel-don", "outillage", GUICHEN));
        post("four-donne-aussi", 5, thing("materiel-don", "outillage", GOVEN));
        post("four-donne-trop-loin", 5, thing("materiel-don", "outillage", TEILLAY));
        post("four-donne-autre-chose", 5, thing("materiel-don", "textile", GOVEN));

        assertThat(answersTo("four-cherche"))
                .containsExactlyInAnyOrder("Un frigo nommé four-donne", "Un frigo nommé four-donne-aussi");
        assertThat(answersTo("four-donne")).containsExactly("Un frigo nommé four-cherche");
        assertThat(answersTo("four-donne-trop-loin")).isEmpty();

        String found = link("four-cherche", "trouve");
        assertThat(Browser.page(get(found)).select("[name=avec]").eachAttr("value"))
                .containsExactlyInAnyOrder("", id("four-donne"), id("four-donne-aussi"));
        Map<String, String> chosen = Map.of("avec", id("four-donne"));
        HttpResponse<String> said = new Browser(portal.port()).post(found, chosen);
        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(Stranger.words(said)).contains("On a écrit à qui a posté « Un frigo nommé four-donne »");
        assertThat(status("four-cherche")).isEqualTo(410);
        assertThat(status("four-donne")).as("nobody else closes it").isEqualTo(200);

        String agreed = linkIn("four-donne@exemple.invalid", "dit avoir trouvé");
        assertThat(get(agreed).statusCode()).isEqualTo(200);
        assertThat(status("four-donne")).as("looking changes nothing").isEqualTo(200);
        assertThat(press(agreed).statusCode()).isEqualTo(200);
        assertThat(status("four-donne")).isEqualTo(410);
        assertThat(press(agreed).statusCode()).isEqualTo(410);
        assertThat(outcome("four-cherche")).isEqualTo("pourvue");
        assertThat(outcome("four-donne")).isEqualTo("pourvue");
        assertThat(status("four-donne-aussi")).as("who was not named").isEqualTo(200);
    }

    @Test
    void AN_10_an_annonce_that_does_not_answer_closes_nothing() {
        post("lit-cherche", 5, thing("materiel-besoin", "mobilier", GOVEN));
        post("lit-ailleurs", 5, thing("materiel-don", "mobilier", TEILLAY));
        String found = link("lit-cherche", "trouve");

        HttpResponse<String> refused = new Browser(portal.port()).post(found, Map.of("avec", id("lit-ailleurs")));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Stranger.words(refused)).contains("n’est plus en ligne. Choisissez-en une autre, ou aucune.");
        assertThat(status("lit-cherche")).isEqualTo(200);
        assertThat(status("lit-ailleurs")).isEqualTo(200);
    }

    @Test
    void AN_12_five_checks_and_words_that_keep_people_away_are_told_and_nothing_is_refused() {
        Browser noor = Browser.signedIn(portal.port(), "salariee");
        for (HttpResponse<String> form : List.of(get("/proposer/annonce"), noor.get("/espace/annonces/nouveau"))) {
            assertThat(Browser.page(form).select("[data-repere]").eachText().stream()
                            .map(Browser::plain)
                            .map(text -> text.replaceFirst(" (C’est dit|À dire).*", "")))
                    .containsExactly(
                            "Quel contrat ?",
                            "Quels horaires ?",
                            "Quel salaire, ou quelle fourchette ?",
                            "Où ?",
                            "Comment répondre ?");
            assertThat(Browser.page(form).select(".repere-mot:not([hidden])")).isEmpty();
        }
        String text =
                "On cherche une femme de langue maternelle bretonne, de moins de 30 ans, pour aider jeunes et vieux.";
        Map<String, String> typed = job("Une aide", text);

        HttpResponse<String> back = stranger().send("/proposer/annonce", typed);
        assertThat(back.statusCode()).as("no mail address").isEqualTo(422);
        assertThat(warnings(back)).containsExactly("moins de 30 ans", "femme", "langue maternelle");
        assertThat(Browser.page(back).select("[data-repere] strong:not([hidden])"))
                .as("all five are said")
                .hasSize(5);
        typed.put("proposant.courriel", "aide@exemple.invalid");
        assertThat(stranger().send("/proposer/annonce", typed).statusCode())
                .as("a warning stops nobody")
                .isEqualTo(303);

        Map<String, String> written = new LinkedHashMap<>(typed);
        written.put("description", "<p>" + text + "</p>");
        written.put("visibilite", "public");
        written.put("cloture", "");
        HttpResponse<String> again = noor.write("/espace/annonces/nouveau", written, "publier");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(warnings(again)).containsExactly("moins de 30 ans", "femme", "langue maternelle");
        written.put("cloture", today().plusDays(10).toString());
        assertThat(noor.write("/espace/annonces/nouveau", written, "publier").statusCode())
                .isEqualTo(302);

        typed.put(
                "description", "Hommes et femmes, venez accompagner des jeunes le mercredi, avec les jeunes du foyer.");
        typed.put("proposant.courriel", "");
        assertThat(warnings(stranger().send("/proposer/annonce", typed))).containsExactly("jeunes");
    }

    private static List<String> warnings(HttpResponse<String> form) {
        return Browser.page(form).select(".repere-mot:not([hidden]) strong").eachText();
    }

    @Test
    void AN_13_who_found_somebody_through_the_portal_says_so_and_the_barometre_counts_it() {
        post("pourvue", 3);
        post("pourvue-autrement", 3);
        int before = filled();

        String link = link("pourvue", "trouve");
        assertThat(Browser.page(get(link)).select("label:has([name=portail])").text())
                .isEqualTo("Pourvue grâce au portail");
        assertThat(new Browser(portal.port())
                        .post(link, Map.of("portail", "oui"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(press(link("pourvue-autrement", "trouve")).statusCode()).isEqualTo(200);

        assertThat(outcome("pourvue")).isEqualTo("pourvue");
        assertThat(outcome("pourvue-autrement")).isEqualTo("trouvee");
        assertThat(filled()).isEqualTo(before + 1);
    }

    /** What the baromètre of the network tells, which tells no zero. */
    private static int filled() {
        String told = Browser.page(get("/reseau"))
                .select(".figure-link:contains(grâce au portail) strong")
                .text();
        return told.isEmpty() ? 0 : Integer.parseInt(told);
    }
}
