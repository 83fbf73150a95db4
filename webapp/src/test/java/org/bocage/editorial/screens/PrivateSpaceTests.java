package org.bocage.editorial.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.exchange.BootstrapYaml;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.publishing.Publisher;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** The screens of the private space with the demo content, as a browser asks for them. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "bocage.demo=true")
class PrivateSpaceTests {

    private static final String PERSON = "/espace/reglages/personne";
    private static final String THEME = "/espace/reglages/theme";
    private static final String BERTHE = "berthe@exemple.invalid";

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    private Browser browser;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        String data = DemoHome.at(home);
        properties.add("bocage.home", () -> data);
    }

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @ParameterizedTest
    @CsvSource({"adherent", "contributeur", "ca", "salariee", "admin"})
    void IN_02_my_week_is_the_one_home_of_every_role_with_what_waits_the_next_dates_and_the_last_documents(
            String account) {
        HttpResponse<String> in = browser.signIn(account, "demo-bocage");
        assertThat(in.headers().firstValue("Location").orElseThrow()).endsWith("/espace");
        var week = Browser.page(browser.get("/espace")).select("main");

        boolean board = List.of("ca", "salariee", "admin").contains(account);
        boolean decides = List.of("salariee", "admin").contains(account);
        assertThat(week.select("a[href^=/espace/taches/]").isEmpty())
                .as("tasks")
                .isNotEqualTo(decides);
        assertThat(week.text().contains("CA du mois")).as("next internal dates").isEqualTo(board);
        assertThat(week.select("a[href^=/espace/documents/]").isEmpty())
                .as("last documents")
                .isNotEqualTo(board);
        boolean takesUp = account.equals("ca");
        assertThat(week.select("h2:contains(À reprendre)").isEmpty())
                .as("what came back")
                .isNotEqualTo(takesUp);
        assertThat(week.select(".bravo").isEmpty()).as("well done").isEqualTo(decides || takesUp);
    }

    @Test
    void what_never_goes_on_line_is_saved_and_neither_proposed_nor_published() {
        browser.signIn("salariee", "demo-bocage");
        var list = browser.read("/espace/adhesions");
        String one = list.select("tbody th a").get(0).attr("href");
        assertThat(list.select("thead th").eachText()).doesNotContain("État");
        assertThat(list.select(".pastille")).isEmpty();

        var form = browser.read(one);
        assertThat(form.select("form button[name=action][value~=enregistrer|proposer|publier]")
                        .eachText())
                .contains("Enregistrer")
                .doesNotContain("Proposer", "Publier");
        assertThat(form.select(".situation .pastille")).isEmpty();
        assertThat(Browser.page(browser.get("/espace/actus")).select("thead th").eachText())
                .contains("État");
    }

    @Test
    void what_is_not_for_somebody_to_choose_is_not_offered_to_them() {
        String offered = "[name=origine][value=pole], [name^=coupDeCoeur], [name^=critere]";
        for (String form : List.of("/espace/actus/nouveau", "/espace/evenements/nouveau")) {
            assertThat(Browser.signedIn(port, "contributeur").read(form).select(offered))
                    .isEmpty();
            assertThat(Browser.signedIn(port, "contributeur").read(form).select("[name=origine]"))
                    .isNotEmpty();
            assertThat(Browser.signedIn(port, "ca").read(form).select(offered)).isNotEmpty();
        }
    }

    @Test
    void a_title_too_long_is_given_back_and_one_of_all_signs_is_kept_as_it_was_typed() {
        browser.signIn("contributeur", "demo-bocage");
        String tooLong = "é".repeat(200);
        HttpResponse<String> refused = browser.write("/espace/actus/nouveau", Map.of("titre", tooLong), "enregistrer");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.problems(refused)).contains("Le titre tient sur une ligne, entre 3 et 120 caractères");
        assertThat(Browser.page(refused).select("[name=titre]").attr("value")).isEqualTo(tooLong);

        String signs = "🌻 L’été d’O'Malley, مرحبا et שלום";
        HttpResponse<String> saved = browser.write("/espace/actus/nouveau", Map.of("titre", signs), "enregistrer");
        assertThat(saved.statusCode()).isEqualTo(302);
        String address = saved.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^https?://[^/]+", "")
                .replaceFirst("[?].*", "");
        assertThat(browser.read(address).select("[name=titre]").attr("value")).isEqualTo(signs);
    }

    @Test
    void a_wrong_address_is_told_in_the_words_of_the_private_space() {
        browser.signIn("salariee", "demo-bocage");

        HttpResponse<String> answer = browser.get("/espace/rien/de/tel");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Browser.page(answer).title()).contains("On ne trouve rien ici", "Pôle ESS des Deux Vallons");
    }

    @Test
    void the_list_of_a_type_has_the_columns_its_file_names() {
        browser.signIn("salariee", "demo-bocage");

        var list = Browser.page(browser.get("/espace/actus?tri=titre+asc"));

        assertThat(list.select("thead th").eachText())
                .containsExactly("Titre", "État", "Origine", "Paru le", "Modifié");
        Element row = Objects.requireNonNull(list.selectFirst("tr:contains(Trente chaises)"));
        assertThat(row.select("[data-colonne=Origine]").text()).isEqualTo("Du pôle");
    }

    @Test
    void a_draft_is_previewed_as_it_would_be_read_and_by_nobody_else() {
        browser.signIn("salariee", "demo-bocage");
        var form = Browser.page(browser.get("/espace/actus?tri=titre+asc"));
        String item = Objects.requireNonNull(form.selectFirst("tbody a")).attr("href");
        String preview = Objects.requireNonNull(
                        Browser.page(browser.get(item)).selectFirst("a:contains(Voir l’aperçu)"))
                .attr("href");

        assertThat(preview).isEqualTo(item + "?apercu");
        assertThat(browser.read(preview).select("main h1").text()).isNotBlank();
        assertThat(new Browser(port).get(preview).statusCode()).isEqualTo(401);
    }

    @Test
    void a_picture_is_described_anew_and_visitors_hear_it() {
        browser.signIn("salariee", "demo-bocage");
        var shelf = Browser.page(browser.get("/espace/medias?q=bocaux"));
        String photo = Objects.requireNonNull(shelf.selectFirst(".mur a")).attr("href");
        HttpResponse<String> screen = browser.get(photo);
        assertThat(Browser.page(screen).select("section ul.lignes").text()).contains("la barre des mille pots");
        assertThat(Browser.page(screen).select("button[value=retirer]"))
                .as("a picture in use")
                .isEmpty();

        HttpResponse<String> refused = browser.submit(screen, Map.of("action", "enregistrer", "alt", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        HttpResponse<String> saved =
                browser.submit(screen, Map.of("action", "enregistrer", "alt", "Dessin : trois bocaux qui dansent"));
        assertThat(saved.statusCode()).isEqualTo(302);

        HttpResponse<String> late =
                browser.submit(screen, Map.of("action", "enregistrer", "alt", "Une autre description"));
        assertThat(late.statusCode()).as("the second of two people").isEqualTo(409);
        assertThat(late.body()).contains("trois bocaux qui dansent", "Une autre description");
    }

    @Test
    void the_back_of_the_shop_is_for_those_who_review() {
        browser.signIn("salariee", "demo-bocage");
        for (String address : new String[] {"reglages", "reglages/importer", "journal", "courriers", "definitions"}) {
            assertThat(browser.get("/espace/" + address).statusCode())
                    .as(address)
                    .isEqualTo(200);
        }
        assertThat(browser.get("/espace/journal?mois=2012-01").statusCode()).isEqualTo(404);
        assertThat(browser.get("/espace/journal?mois=lundi").statusCode()).isEqualTo(400);

        Browser contributor = Browser.signedIn(port, "contributeur");
        for (String address :
                new String[] {"reglages", "reglages/importer", "reglages/delegations", "courriers", "definitions"}) {
            assertThat(contributor.get("/espace/" + address).statusCode())
                    .as(address)
                    .isEqualTo(403);
        }
    }

    @Test
    void lists_that_are_not_of_the_index_are_shown_a_page_at_a_time_too(
            @Autowired Stores stores, @Autowired Outbox outbox) {
        browser.signIn("salariee", "demo-bocage");
        stores.author().update(Identity.SYSTEM, session -> {
            for (int i = 0; i < 101; i++) {
                outbox.enqueue(session, new Mail("page@exemple.invalid", "Une page de mails " + i, "Bonjour."));
            }
        });

        var first = browser.read("/espace/courriers");
        assertThat(first.select(".ligne h3").size()).isEqualTo(100);
        assertThat(first.select("nav.pages a[rel=next]").attr("href")).isEqualTo("/espace/courriers?page=2");
        assertThat(browser.read("/espace/courriers?page=2").select(".ligne h3")).isNotEmpty();
        for (String list : new String[] {"courriers", "corbeille", "journal", "comptes"}) {
            assertThat(browser.get("/espace/" + list + "?page=1").statusCode())
                    .as(list)
                    .isEqualTo(200);
            assertThat(browser.get("/espace/" + list + "?page=0").statusCode())
                    .as(list)
                    .isEqualTo(404);
            assertThat(browser.get("/espace/" + list + "?page=1000000").statusCode())
                    .as(list)
                    .isEqualTo(404);
        }
    }

    private HttpResponse<String> colours(Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put(
                "_csrf",
                Browser.page(browser.get(THEME))
                        .select("main form [name=_csrf]")
                        .get(0)
                        .val());
        return browser.post(THEME, all);
    }

    @Test
    void UX_24_the_salariee_chooses_colours_one_by_one_and_logo(@Autowired Stores stores) {
        browser.signIn("salariee", "demo-bocage");
        assertThat(Browser.page(browser.get(THEME)).select("main details:not([open]) input[type=color]"))
                .hasSize(7);
        Browser visitor = new Browser(port);
        assertThat(visitor.read("/").select("link[href='/apparence.css']")).isEmpty();

        HttpResponse<String> wrong = colours(Map.of("sun", "red;} body {"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Browser.page(wrong).select("details[open] #champ-sun-erreur").text())
                .contains("C’est trop long");
        assertThat(Browser.page(wrong).select("[name=sun]").val()).isEqualTo("red;} body {");
        assertThat(visitor.read("/").select("link[href='/apparence.css']")).isEmpty();

        assertThat(colours(Map.of("sun", "#FFE08A")).statusCode()).isEqualTo(302);
        assertThat(visitor.read("/agenda").select("link[href='/apparence.css']"))
                .as("at once, on every page")
                .hasSize(1);
        HttpResponse<String> styles = visitor.get("/apparence.css");
        assertThat(styles.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
        assertThat(styles.body())
                .contains("--sun: #ffe08a;", "--on-sun: #1e2b25;")
                .doesNotContain("--rose");

        assertThat(colours(Map.of("sun", "#3a3a3a")).statusCode())
                .as("a dark one is taken, with bright text on it")
                .isEqualTo(302);
        assertThat(visitor.get("/apparence.css").body()).contains("--sun: #3a3a3a;", "--on-sun: #ffffff;");
        assertThat(Browser.page(browser.get(THEME)).select("[name=sun]").val()).isEqualTo("#3a3a3a");

        String picture = "jcr:b0ca0006-0000-4000-8000-000000000001";
        new PublishedWriter(stores)
                .write(session -> session.getNode("/website/accueil").setProperty("logo", picture));
        String logo = visitor.read("/").select("header img.logo-mark").attr("src");
        assertThat(visitor.get(logo).statusCode()).as(logo).isEqualTo(200);
        new PublishedWriter(stores)
                .write(session ->
                        session.getNode("/website/accueil").getProperty("logo").remove());

        assertThat(colours(Map.of("geste", "origine")).statusCode()).isEqualTo(302);
        assertThat(visitor.read("/").select("link[href='/apparence.css']")).isEmpty();
    }

    @Test
    void UX_24_two_colours_of_the_association_are_seen_then_kept_and_given_back() {
        browser.signIn("salariee", "demo-bocage");
        Browser visitor = new Browser(port);
        HttpResponse<String> seen = browser.submit(
                browser.get(THEME), Map.of("premiere-code", " #0B1F4B ", "seconde", "#ff8800", "geste", "voir"));
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(Browser.page(seen).select("[name=premiere]").eachAttr("value"))
                .as("in the picker and in the preview")
                .containsExactly("#0b1f4b", "#0b1f4b");
        assertThat(Browser.page(seen)
                        .select("#apercu svg.carre[aria-label='Texte dessus'] rect")
                        .eachAttr("fill"))
                .containsExactly("#0b1f4b", "#ff8800");
        assertThat(Browser.page(seen).select("#apercu .mot").eachText())
                .containsExactly(
                        "La première couleur est foncée : sur la page de nuit, elle est plus claire, pour qu’on"
                                + " la voie.");
        assertThat(Browser.page(seen).select("#apercu figure")).hasSize(2);
        assertThat(visitor.read("/").select("link[href='/apparence.css']"))
                .as("nothing is kept")
                .isEmpty();

        Map<String, String> kept = new HashMap<>();
        Browser.page(seen)
                .select("#apercu form [name]")
                .forEach(field -> kept.put(field.attr("name"), field.attr("value")));
        assertThat(browser.post(THEME, kept).statusCode()).isEqualTo(302);
        assertThat(visitor.read("/").select("link[href='/apparence.css']")).hasSize(1);
        String styles = visitor.get("/apparence.css").body();
        assertThat(styles)
                .contains("--meadow: #0b1f4b;", "--on-meadow: #ffffff;", "--sun: #ff8800;", "--on-sun: #1e2b25;")
                .contains("--rose-soft:", "--hedge-deep:", "--sky:", "[data-scheme=\"dark\"]")
                .doesNotContain("#ffc83d");
        assertThat(Browser.page(browser.get(THEME)).select("#apercu h2").text()).isEqualTo("En place sur le site");

        assertThat(colours(Map.of("rose", "#123456")).statusCode()).isEqualTo(302);
        assertThat(visitor.get("/apparence.css").body())
                .as("one of them beside the two")
                .contains("--rose: #123456;", "--meadow: #0b1f4b;");
        assertThat(colours(Map.of("geste", "origine")).statusCode()).isEqualTo(302);
        assertThat(visitor.read("/").select("link[href='/apparence.css']")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', Choisissez une couleur",
        "bleu, Une couleur s’écrit comme",
        "#1a2b3c4d5e, C’est trop long",
        "#ggg, Une couleur s’écrit comme"
    })
    void what_is_no_colour_is_told_by_the_field_and_stays(String typed, String told) {
        browser.signIn("salariee", "demo-bocage");
        for (String gesture : new String[] {"voir", "garder"}) {
            HttpResponse<String> answer =
                    colours(Map.of("premiere", "", "premiere-code", typed, "seconde", "#ff8800", "geste", gesture));
            assertThat(answer.statusCode()).as(gesture).isEqualTo(422);
            assertThat(Browser.page(answer).select("#champ-premiere-erreur").text())
                    .startsWith(told);
            assertThat(Browser.page(answer).select("[name=premiere-code]").val())
                    .isEqualTo(typed);
            assertThat(Browser.page(answer).select("[name=seconde]").val()).isEqualTo("#ff8800");
            assertThat(Browser.page(answer).select("#apercu form")).isEmpty();
        }
        assertThat(new Browser(port).read("/").select("link[href='/apparence.css']"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "#fff9c4, #fff9c4, Ces deux couleurs se ressemblent;Ces couleurs sont très pâles",
        "#ffffff, #0b1f4b, La première couleur est très pâle;La seconde couleur est foncée",
        "#ff8800, #808080, Sur la seconde couleur",
        "#000000, #ffffff, La première couleur est foncée;La seconde couleur est très pâle;Ni le noir",
        "#43c67f, #ffc83d, ''"
    })
    void colours_that_are_alike_pale_dark_or_grey_are_told_and_taken(String first, String second, String told) {
        browser.signIn("salariee", "demo-bocage");
        HttpResponse<String> seen = colours(Map.of("premiere", first, "seconde", second, "geste", "voir"));
        assertThat(seen.statusCode()).isEqualTo(200);
        var remarks = Browser.page(seen).select("#apercu .mot").eachText();
        var expected = told.isEmpty() ? List.<String>of() : List.of(told.split(";"));
        assertThat(remarks).hasSameSizeAs(expected);
        for (int i = 0; i < remarks.size(); i++) {
            assertThat(Browser.plain(remarks.get(i))).startsWith(expected.get(i));
        }
        assertThat(Browser.page(seen).select("#apercu form [value=garder]")).hasSize(1);
    }

    @Test
    void a_site_that_had_fills_alone_goes_on_showing_them_as_they_are(@Autowired Stores stores) {
        new PublishedWriter(stores)
                .write(session -> session.getNode("/website/accueil")
                        .addNode("couleurs", "mgnl:contentNode")
                        .setProperty("sun", "#ffe08a"));
        assertThat(new Browser(port)
                        .get("/apparence.css")
                        .body()
                        .replaceAll("\\s+", " ")
                        .strip())
                .isEqualTo(":root { --sun: #ffe08a; }");
        new PublishedWriter(stores)
                .write(session ->
                        session.getNode("/website/accueil").getNode("couleurs").remove());
    }

    @ParameterizedTest
    @CsvSource({"salariee, Noor", "contributeur, Les Mains Vertes du Haut"})
    void people_are_greeted_by_their_first_name_and_structures_by_their_whole_one(String account, String name) {
        browser.signIn(account, "demo-bocage");

        assertThat(browser.read("/espace").select("h1").text()).endsWith(" " + name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            salariee | Ma semaine, Tâches, Actus, Agenda, Médias, Annonces | Le site, Le réseau, Entre nous, Les coulisses
            ca | Ma semaine, Actus, Agenda, Médias, Annonces | ''
            contributeur | Ma semaine, Actus, Agenda, Médias, Annonces | ''""")
    void the_menu_shows_what_is_done_each_week_and_folds_the_rest(String account, String week, String folded) {
        browser.signIn(account, "demo-bocage");
        var menu = Browser.page(browser.get("/espace")).select("nav.onglets");

        assertThat(menu.select(".onglets__semaine a > span").eachText()).containsExactly(week.split(", "));
        assertThat(String.join(", ", menu.select(".onglets__reste summary").eachText()))
                .isEqualTo(folded);
        assertThat(menu.select("details[open]")).isEmpty();
        var addresses = menu.select(".onglets__semaine a, .onglets__reste a").eachAttr("href");
        assertThat(addresses).doesNotHaveDuplicates();
        for (String address : addresses) {
            var page = Browser.page(browser.get(address));
            assertThat(page.select(".onglets__semaine [aria-current=page], details[open] [aria-current=page],"
                                    + " div.rayon [aria-current=page]")
                            .eachAttr("href"))
                    .as(address)
                    .contains(address)
                    .containsOnly(address);
        }
    }

    @Test
    void UX_08_what_is_held_on_somebody_is_found_given_away_and_erased_from_one_screen(
            @Autowired Stores stores, @Autowired Outbox outbox, @Autowired Publisher publisher) {
        String actu = plant(stores, outbox, publisher);
        browser.signIn("salariee", "demo-bocage");
        HttpResponse<String> screen = browser.get(PERSON);
        assertThat(Browser.page(screen).select("table:has(caption:contains(Registre)) tbody tr"))
                .as("the register")
                .hasSizeGreaterThanOrEqualTo(8);
        HttpResponse<String> refused = browser.submit(screen, Map.of("adresse", "berthe"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.page(refused).select("[name=adresse]").val()).isEqualTo("berthe");

        var found = Browser.page(browser.submit(screen, Map.of("adresse", BERTHE.toUpperCase(Locale.ROOT))));
        assertThat(Browser.plain(found.select("#trouve + ul h3").text()))
                .contains("Message reçu : Une question", "Courrier : Merci, Berthe", "Actu : Le four de Berthe")
                .contains("Carnet d’adresses : Berthe", "Adhésion : Berthe", "Abonnement");
        assertThat(Browser.plain(found.select(".ligne:contains(Carnet)").text()))
                .contains("accords/fiche = true");
        assertThat(found.select("dd:contains(06 00 00 00 01)"))
                .as("what stands beside the address")
                .isNotEmpty();
        String token = found.select("form [name=_csrf]").get(0).val();
        String seen = found.select("[name=vu]").val();

        HttpResponse<String> file =
                browser.post(PERSON, Map.of("_csrf", token, "adresse", BERTHE, "geste", "emporter"));
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
        var given = JsonMapper.shared().readTree(file.body());
        assertThat(given.path("trouve").size()).isEqualTo(6);
        assertThat(given.toString()).contains("06 00 00 00 01").doesNotContain("mgnl:", "pswd");

        assertThat(browser.post(PERSON, Map.of("_csrf", token, "adresse", BERTHE, "geste", "effacer", "vu", "autre"))
                        .statusCode())
                .as("not without a look")
                .isEqualTo(409);
        HttpResponse<String> erased =
                browser.post(PERSON, Map.of("_csrf", token, "adresse", BERTHE, "geste", "effacer", "vu", seen));
        assertThat(erased.statusCode()).isEqualTo(200);
        assertThat(Browser.plain(Browser.page(erased).select("#trouve + ul").text()))
                .contains("Effacé", "Sorti du site et effacé", "Resté, sans la personne", "trois et dix ans");

        String all = everything(stores.author());
        assertThat(all).contains("Le four de Berthe");
        assertThat(all.split(BERTHE, -1)).as("the membership alone").hasSize(2);
        assertThat(everything(stores.published())).contains("Le four de Berthe").doesNotContain(BERTHE);
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = Workspace.byId(session, actu).orElseThrow();
            assertThat(item.getProperty("proposePar/nom").getString()).isEqualTo("Une personne");
            assertThat(item.hasProperty("proposePar/telephone")).isFalse();
        });
        var after = browser.read(PERSON);
        assertThat(Browser.plain(after.select("#demandes + p + ul").text()))
                .as("who asked what")
                .contains("a effacé ce que porte be…@exemple.invalid (6)", "a emporté", "a regardé")
                .doesNotContain(BERTHE);
    }

    @Test
    void UX_08_what_the_version_on_line_alone_says_of_somebody_is_told_and_erased_too(
            @Autowired Stores stores, @Autowired Publisher publisher) {
        String gone = "gaston@exemple.invalid";
        stores.author().update(Identity.SYSTEM, session -> {
            Node actu = session.getNode("/actus").addNode("gaston", "bocage:actu");
            actu.setProperty("titre", "Le four de Gaston");
            actu.setProperty("name", "gaston");
            actu.setProperty("visibilite", "public");
            actu.setProperty("etat", "publie");
            actu.setProperty("corps", "<p>Écrivez à " + gone + ".</p>");
            Revisions.record(session, actu, 0, "salariee", Instant.now());
            publisher.publish(actu, Instant.now(), "salariee");
        });
        stores.author().update(Identity.SYSTEM, session -> {
            Node actu = session.getNode("/actus/gaston");
            actu.setProperty("etat", "brouillon");
            actu.setProperty("corps", "<p>Venez nous voir.</p>");
            Revisions.record(session, actu, 1, "salariee", Instant.now());
        });
        assertThat(everything(stores.published())).contains(gone);
        browser.signIn("salariee", "demo-bocage");

        var found = Browser.page(browser.submit(browser.get(PERSON), Map.of("adresse", gone)));
        assertThat(found.select("#trouve + ul h3").text()).contains("Le four de Gaston");
        String token = found.select("form [name=_csrf]").get(0).val();
        String seen = found.select("[name=vu]").val();
        assertThat(browser.post(PERSON, Map.of("_csrf", token, "adresse", gone, "geste", "effacer", "vu", seen))
                        .statusCode())
                .isEqualTo(200);

        assertThat(everything(stores.published())).contains("Le four de Gaston").doesNotContain(gone);
        assertThat(everything(stores.author())).contains("Venez nous voir").doesNotContain(gone);
    }

    /** An address in a message, a mail, a subscription, somebody's card, a membership, and an actu on line with a history. */
    private static String plant(Stores stores, Outbox outbox, Publisher publisher) {
        return stores.author().write(Identity.SYSTEM, session -> {
            Node message = session.getNode("/messages").addNode("berthe", "bocage:message");
            message.setProperty("titre", "Une question");
            message.setProperty("courriel", BERTHE);
            outbox.enqueue(session, new Mail(BERTHE, "Merci, Berthe", "Bonjour."));
            session.getNode("/abonnes/lettre")
                    .addNode("berthe", "mgnl:contentNode")
                    .setProperty("courriel", BERTHE);
            Node card = session.getNode("/personnes").addNode("berthe", "bocage:personne");
            card.setProperty("titre", "Berthe");
            card.setProperty("visibilite", "public");
            card.addNode("contact", "mgnl:contentNode").setProperty("courriel", BERTHE);
            card.addNode("accords", "mgnl:contentNode").setProperty("fiche", true);
            Node membership = session.getNode("/adhesions").addNode("berthe", "bocage:adhesion");
            membership.setProperty("titre", "Berthe");
            membership.setProperty("courriel", BERTHE);
            Node actu = session.getNode("/actus").addNode("berthe", "bocage:actu");
            actu.setProperty("titre", "Le four de Berthe");
            actu.setProperty("name", "berthe");
            actu.setProperty("visibilite", "public");
            actu.setProperty("etat", "publie");
            actu.setProperty("corps", "<p>Écrivez à " + BERTHE + ", on chauffe samedi.</p>");
            Node by = actu.addNode("proposePar", "mgnl:contentNode");
            by.setProperty("nom", "Berthe Exemple");
            by.setProperty("courriel", BERTHE);
            by.setProperty("telephone", "06 00 00 00 01");
            Revisions.record(session, actu, 0, "salariee", Instant.now());
            publisher.publish(card, Instant.now(), "salariee");
            publisher.publish(actu, Instant.now(), "salariee");
            return actu.getIdentifier();
        });
    }

    private static String everything(Store store) {
        return store.read(Identity.SYSTEM, session -> {
            StringBuilder all = new StringBuilder();
            for (NodeIterator roots = session.getRootNode().getNodes(); roots.hasNext(); ) {
                Node root = roots.nextNode();
                if (root.getName().indexOf(':') < 0) {
                    all.append(BootstrapYaml.export(root));
                }
            }
            return all.toString();
        });
    }
}
