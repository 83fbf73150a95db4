package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javax.jcr.Node;
import org.awaitility.Awaitility;
import org.bocage.Bocage;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.exchange.BootstrapYaml;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Resources, memberships, and what machines read of the site, with the demo content. */
@DirtiesContext
@SpringBootTest(
        classes = {Bocage.class, ResourcesTests.Time.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"bocage.demo=true", "bocage.page-cache=true"})
class ResourcesTests {

    private static final LinkServer ELSEWHERE = new LinkServer();
    private static final String INTERNAL = "Calendrier budgétaire";

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        String data = DemoHome.at(home.resolve("resources"));
        registry.add("bocage.home", () -> data);
        registry.add("bocage.outgoing.allowed", ELSEWHERE::place);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        SettableClock clock() {
            return new SettableClock();
        }
    }

    @AfterAll
    static void close() {
        ELSEWHERE.close();
    }

    private Document page(String path) {
        return new Browser(port).read(path);
    }

    private static List<String> titles(Document page) {
        return page.select("main .tool-title").eachText();
    }

    @Test
    void RS_01_the_shed_shows_a_door_for_each_profile_and_filters_that_combine() {
        Document shed = page("/ressources");

        assertThat(shed.select(".profiles a")).hasSize(5);
        assertThat(shed.select("#annonces")).hasSize(1);
        assertThat(shed.select(".tools .tool")).hasSize(12);
        assertThat(titles(page("/ressources?genre=guide&profil=elu")))
                .containsExactly("Soutenir l’ESS dans sa commune");
        assertThat(titles(page("/ressources?genre=guide&genre=lien&profil=entreprise")))
                .containsExactlyInAnyOrder("Passer en coopérative", "Comprendre l’agrément ESUS");
        assertThat(page("/ressources?genre=grimoire").select(".count").text()).isEqualTo("Aucune ressource");
        assertThat(get("/ressources?page=0").statusCode()).isEqualTo(404);
        assertThat(get("/ressources?page=1000000000").statusCode()).isEqualTo(404);
        List<String> kinds = shed.select("nav.tabs a[href*=genre]").eachAttr("href").stream()
                .map(address -> address.replaceFirst(".*genre=", ""))
                .toList();
        assertThat(kinds).contains("guide", "fiche", "modele", "lien", "document", "financement", "accompagnement");
        assertThat(shed.select("form [name]").eachAttr("name")).contains("profil", "etape", "theme");
        assertThat(titles(page("/ressources?etape=difficulte"))).contains("Qui appeler quand…");
    }

    @Test
    void RS_02_each_profile_has_its_page_and_an_empty_one_says_whom_to_ask(@Autowired Stores stores) {
        for (String profile : List.of("association", "entreprise", "porteur-de-projet", "elu", "jeune")) {
            assertThat(titles(page("/ressources/pour/" + profile))).as(profile).isNotEmpty();
        }
        assertThat(titles(page("/ressources/pour/elu"))).contains("Soutenir l’ESS dans sa commune");
        assertThat(titles(page("/ressources/pour/entreprise"))).doesNotContain("Soutenir l’ESS dans sa commune");
        new PublishedWriter(stores)
                .write(session -> session.move("/vocabulaires/profils/elu", "/vocabulaires/profils/elu-ailleurs"));
        try {
            Document empty = page("/ressources/pour/elu?vide");
            assertThat(empty.select("main .empty").text()).contains("Demandez-nous");
            assertThat(empty.select(
                            "main .empty a[href^=tel], main .empty a[href=/contact], main .empty a[href^=mailto]"))
                    .isNotEmpty();
        } finally {
            new PublishedWriter(stores)
                    .write(session -> session.move("/vocabulaires/profils/elu-ailleurs", "/vocabulaires/profils/elu"));
        }
        Browser salariee = Browser.signedIn(port, "salariee");
        Map<String, String> nobody = resource("Pour personne");
        nobody.put("lien", "https://exemple.invalid/rien");
        nobody.remove("profils");
        assertThat(salariee.write("/espace/ressources/nouveau", nobody, "publier")
                        .statusCode())
                .as("one profile at least")
                .isEqualTo(422);
        assertThat(titles(page("/ressources/pour/jeune")))
                .contains("Mener un projet sans s’épuiser", "Le mini-site pour tester son idée");
        assertThat(get("/ressources/pour").headers().firstValue("Location")).hasValue("/ressources");
        assertThat(get("/ressources/pour/licorne").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_for_the_board_is_nowhere_a_visitor_looks() {
        assertThat(get("/ressources/calendrier-budgetaire").statusCode()).isEqualTo(404);
        for (String address : List.of(
                "/ressources",
                "/ressources?page=2",
                "/ressources/pour/association",
                "/sitemap.xml",
                "/.rest/delivery/ressources/v1?limit=50")) {
            assertThat(get(address).body()).as(address).doesNotContain(INTERNAL, "calendrier-budgetaire");
        }
    }

    @Test
    void RS_14_a_file_is_announced_with_its_format_and_weight_and_is_what_it_says() {
        Element link = Objects.requireNonNull(
                page("/ressources/rapport-d-activite-en-dessins").selectFirst(".contact a[href*=dam]"));
        HttpResponse<String> file = get(link.attr("href"));

        assertThat(Browser.plain(link.text())).matches("Télécharger .*\\(PDF, [0-9]+ ko\\)");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(file.body()).startsWith("%PDF-");
        assertThat(page("/ressources/rapport-d-activite-en-dessins")
                        .select("script")
                        .html())
                .contains("DigitalDocument");
    }

    @Test
    void AC_07_what_is_taken_to_heart_leaves_the_home_by_itself_the_day_after_its_last_one(
            @Autowired SettableClock clock, @Autowired Stores stores) {
        Instant last = stores.published()
                .read(
                        Identity.SYSTEM,
                        session -> session.getNode("/actions/le-tour-des-communes/coupDeCoeur")
                                .getProperty("au")
                                .getDate()
                                .toInstant());
        ZoneId here = ZoneId.of("Europe/Paris");
        Instant over =
                LocalDate.ofInstant(last, here).plusDays(1).atStartOfDay(here).toInstant();
        Duration before = Duration.between(clock.instant(), over).minusMinutes(2);
        String words = "le carnet sent la pluie";
        assertThat(page("/").select("main").text()).contains(words);

        clock.forward(before);
        try {
            assertThat(page("/").select("main").text())
                    .as("two minutes before midnight")
                    .contains(words);
            clock.forward(Duration.ofMinutes(3));
            assertThat(page("/").select("main").text()).as("after midnight").doesNotContain(words);
            assertThat(page("/coups-de-coeur").select("main").text())
                    .as("it is kept")
                    .containsSubsequence("On n’a pas oublié", words);
            clock.forward(Duration.ofMinutes(-3));
        } finally {
            clock.forward(before.negated());
        }
    }

    @Test
    void AN_11_a_call_says_who_pays_how_much_for_whom_where_and_until_when_and_stands_among_what_finances() {
        String address = "/annonces/appels-a-projets/premier-elan";
        Document call = page(address);
        Map<String, String> facts = new LinkedHashMap<>();
        call.select("main dl > div")
                .forEach(one -> facts.put(
                        Browser.plain(one.select("dt").text()),
                        Browser.plain(one.select("dd").text())));

        assertThat(facts.values())
                .as(facts.toString())
                .contains("Fondation Petit Caillou Bleu", "Les deux vallons")
                .anyMatch(fact -> fact.matches("(?i)de 500 à 3 000 €|entre 500 et 3 000 €"))
                .anyMatch(fact -> fact.contains("Jeune") && fact.contains(", "));
        String last = call.select("main time").attr("datetime").substring(0, 10);
        Element fund = Objects.requireNonNull(
                page("/ressources/financements").selectFirst(".fund:has(a[href=" + address + "])"));
        assertThat(Browser.plain(fund.text())).contains("Fondation Petit Caillou Bleu", "500", "3 000 €", "jeune");
        assertThat(fund.select("time, .leaf").attr("datetime")).startsWith(last);
    }

    @Test
    void RS_03_a_deadline_is_seen_before_it_passes_and_leaves_the_list_afterwards(@Autowired SettableClock clock) {
        Document before = page("/ressources/financements");
        assertThat(before.select(".fund").text()).contains("Fonds Lieux Exemple", "Prêt d’honneur Exemple");
        // the same call stands on the board of annonces: it is told once
        assertThat(before.text()).doesNotContain("Rénover un lieu à partager");
        assertThat(before.select(".fund .leaf").eachAttr("datetime")).hasSize(2).isSorted();

        clock.forward(Duration.ofDays(25));
        try {
            assertThat(page("/ressources/financements").select(".fund").text())
                    .doesNotContain("Fonds Lieux Exemple")
                    .contains("Prêt d’honneur Exemple");
        } finally {
            clock.forward(Duration.ofDays(-25));
        }
    }

    @Test
    void RS_12_a_folder_gathers_resources_and_open_annonces_under_one_address(
            @Autowired Stores stores, @Autowired Review review) {
        Document folder = page("/ressources/pochettes/pochette-jeunes");

        assertThat(titles(folder)).hasSize(2);
        assertThat(folder.select(".card-title").text()).contains("Premier élan");
        assertThat(page("/ressources").select(".sets a").attr("href"))
                .isEqualTo("/ressources/pochettes/pochette-jeunes");
        assertThat(get("/ressources/pochettes/rien").statusCode()).isEqualTo(404);
        assertThat(folder.select("link[media=print]")).hasSize(1);
        HttpResponse<String> code = get(folder.select("main img.send-code").attr("src"));
        assertThat(code.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/svg+xml");

        stores.author().update(Identity.SYSTEM, session -> {
            Node set = session.getNode("/pochettes/pochette-jeunes");
            review.move(session, set, "verifier", new Actor("salariee", "Noor", Set.of("salariee")), 0, "", node -> {
                var all = node.getProperty("ressources").getValues();
                node.setProperty("ressources", new javax.jcr.Value[] {all[0]});
            });
        });
        assertThat(titles(page("/ressources/pochettes/pochette-jeunes?encore")))
                .as("the same address, one less")
                .hasSize(1);
    }

    @Test
    void RS_10_a_link_is_written_in_a_minute_and_read_at_once() {
        Browser salariee = Browser.signedIn(port, "salariee");
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", "La cabane aux statuts");
        filled.put("genre", "lien");
        filled.put("resume", "Des statuts d’associations à copier, avec ce que chaque article veut dire.");
        filled.put("profils", "b0caa003-0000-4000-8000-000000000001");
        filled.put("langue", "fr");
        filled.put("editeur", "Les voisins du haut");
        filled.put("responsable", "b0caa006-0000-4000-8000-000000000001");
        filled.put("verifieLe", LocalDate.now(ZoneId.of("Europe/Paris")).toString());
        filled.put(
                "aRevoirLe",
                LocalDate.now(ZoneId.of("Europe/Paris")).plusYears(1).toString());
        filled.put("visibilite", "public");

        HttpResponse<String> refused = salariee.write("/espace/ressources/nouveau", filled, "publier");
        filled.put("lien", "https://exemple.invalid/statuts");
        HttpResponse<String> sent = salariee.write("/espace/ressources/nouveau", filled, "publier");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.plain(Browser.page(refused).text())).contains("Donnez une adresse, ou joignez un fichier.");
        assertThat(sent.statusCode()).as(Browser.page(sent).text()).isEqualTo(302);
        Document page = page("/ressources/la-cabane-aux-statuts");
        assertThat(page.select(".contact a[rel=external]").attr("href")).isEqualTo("https://exemple.invalid/statuts");
        assertThat(page.html()).doesNotContain("Noor Exemple", "b0caa006");
        assertThat(titles(page("/ressources/pour/association"))).contains("La cabane aux statuts");
    }

    @Test
    void RS_04_who_accompanies_is_found_by_step_and_by_area_with_what_it_costs_and_how_to_reach_them(
            @Autowired Stores stores) {
        new PublishedWriter(stores).write(session -> {
            Node other = session.getNode("/ressources").addNode("ailleurs", "bocage:ressource");
            other.setProperty("titre", "Le relais du nord");
            other.setProperty("name", "ailleurs");
            other.setProperty("genre", "accompagnement");
            other.setProperty("resume", "Deux personnes, un mardi sur deux.");
            Node help = other.addNode("accompagnement", "mgnl:contentNode");
            help.setProperty("etapes", new String[] {"creation"});
            help.setProperty("zone", "Au nord du canal");
            help.setProperty("cout", "Prix libre");
            help.setProperty("telephone", "02 61 91 00 99");
            help.setProperty("courriel", "nord@exemple.invalid");
        });
        try {
            Document all = page("/ressources/accompagnement");
            assertThat(all.select("nav.tabs").first().select("a").eachText())
                    .hasSize(6)
                    .startsWith("Tout", "Une idée");
            assertThat(all.select(".helper .plain-facts").text()).contains("Gratuit, quatre rendez-vous", "Prix libre");
            assertThat(all.select(".helper a[href^=tel]")).hasSizeGreaterThanOrEqualTo(2);
            assertThat(all.select("main section").first().select(".person-name").eachText())
                    .as("people first, who answers before the others")
                    .startsWith("Noor")
                    .contains("Yannig");
            assertThat(all.select(".helper").first().select("h3 a"))
                    .as("then structures, before what one may read")
                    .isNotEmpty();
            assertThat(all.select(".helper").text()).contains("Le relais du nord");

            Document struggling = page("/ressources/accompagnement?etape=difficulte");
            assertThat(struggling.select(".helper").text())
                    .contains("Les deux vallons")
                    .doesNotContain("Le relais du nord");
            String north = all.select("nav.tabs a:contains(Au nord du canal)").attr("href");
            assertThat(page(north).select(".helpers").text())
                    .contains("Le relais du nord")
                    .doesNotContain("Gratuit, quatre rendez-vous");
        } finally {
            new PublishedWriter(stores)
                    .write(session -> session.getNode("/ressources/ailleurs").remove());
        }
    }

    @Test
    void RS_05_how_one_is_accompanied_is_told_in_four_steps_with_how_long_who_and_what_to_prepare() {
        Document page = page("/ressources/accompagnement");

        assertThat(page.select("ol.way > li")).hasSizeGreaterThanOrEqualTo(4).allSatisfy(step -> {
            assertThat(step.select("h3").text()).isNotEmpty();
            assertThat(step.select("p").text()).isNotEmpty();
            assertThat(step.select("dl dd")).as(step.text()).hasSize(3);
        });
        assertThat(page.select("main a[href^=tel], main a[href^=mailto], main a[href=/contact]"))
                .as("prendre contact")
                .isNotEmpty();
    }

    @Test
    void RS_08_what_leads_nowhere_is_told_the_second_week_flagged_after_thirty_days_and_never_taken_away(
            @Autowired SettableClock clock) {
        Browser salariee = Browser.signedIn(port, "salariee");
        Map<String, String> filled = resource("La boîte à liens");
        filled.put("lien", "/ressources");
        filled.put(
                "texte",
                "<p><a href=\"" + ELSEWHERE.address("/mort") + "\">un</a> <a href=\"" + ELSEWHERE.address("/vivant")
                        + "\">deux</a> <a href=\"" + ELSEWHERE.address("/sans-head")
                        + "\">trois</a> <a href=\"/ressources\">quatre</a></p>");
        assertThat(salariee.write("/espace/ressources/nouveau", filled, "publier")
                        .statusCode())
                .isEqualTo(302);
        ELSEWHERE.isGone("/mort");
        String page = "/ressources/la-boite-a-liens";
        Instant began = clock.instant();
        try {
            assertThat(dead()).as("once is not enough").isEmpty();
            clock.forward(Duration.ofDays(3));
            assertThat(dead()).as("twice within a week neither").isEmpty();
            clock.forward(Duration.ofDays(4));
            assertThat(dead()).containsExactly(ELSEWHERE.address("/mort"));
            assertThat(page(page).text()).doesNotContain("Lien à vérifier");

            clock.forward(Duration.ofDays(22));
            night();
            assertThat(page(page + "?29").text()).as("the day before").doesNotContain("Lien à vérifier");
            clock.forward(Duration.ofDays(1));
            night();
            assertThat(Browser.plain(page(page + "?30").text())).contains("Lien à vérifier");
            assertThat(page(page + "?30").select("a[href$=/mort]"))
                    .as("it stays")
                    .hasSize(1);

            ELSEWHERE.isBack("/mort");
            assertThat(dead()).isEmpty();
        } finally {
            back(clock, began);
        }
        List<LinkServer.Asked> asked = ELSEWHERE.asked();
        assertThat(asked).extracting(LinkServer.Asked::path).contains("/vivant", "/sans-head");
        assertThat(asked.stream().filter(one -> one.path().equals("/vivant")))
                .extracting(LinkServer.Asked::method)
                .containsOnly("HEAD");
        assertThat(asked.stream().filter(one -> one.path().equals("/sans-head")))
                .extracting(LinkServer.Asked::method)
                .contains("GET");
        for (int i = 1; i < asked.size(); i++) {
            assertThat(Duration.ofNanos(asked.get(i).nanos() - asked.get(i - 1).nanos()))
                    .as("one a second")
                    .isGreaterThan(Duration.ofMillis(900));
        }
    }

    @Test
    void OPS_04_links_within_the_site_and_out_of_it_are_reported_with_the_reason_and_where_they_are_mended(
            @Autowired Stores stores, @Autowired SettableClock clock) {
        Browser salariee = Browser.signedIn(port, "salariee");
        Map<String, String> filled = resource("Deux liens perdus");
        filled.put("lien", "/ressources/page-disparue");
        filled.put("texte", "<p><a href=\"" + ELSEWHERE.address("/perdu") + "\">là</a></p>");
        salariee.write("/espace/ressources/nouveau", filled, "publier");
        ELSEWHERE.isGone("/perdu");
        Instant began = clock.instant();
        try {
            dead();
            clock.forward(Duration.ofDays(7));
            assertThat(dead()).containsExactlyInAnyOrder("/ressources/page-disparue", ELSEWHERE.address("/perdu"));
            Browser again = Browser.signedIn(port, "salariee");
            Document report = again.read(LINKS);
            assertThat(report.text()).contains("réponse 404");
            assertThat(again.read(report.select("main .lignes a:contains(Deux liens perdus)")
                                    .attr("href"))
                            .select("[name=titre]")
                            .val())
                    .isEqualTo("Deux liens perdus");
            assertThat(Browser.plain(again.read("/espace").text())).contains("2 liens du site ne répondent plus");
        } finally {
            back(clock, began);
            ELSEWHERE.isBack("/perdu");
            for (WritableStore store : BothStores.of(stores)) {
                store.update(
                        Identity.SYSTEM,
                        session ->
                                session.getNode("/ressources/deux-liens-perdus").setProperty("lien", "/ressources"));
            }
            // what is mended is told no more
            dead();
        }
    }

    private static final String LINKS = "/espace/reglages/liens";

    /** The links that are told, after a round. */
    private List<String> dead() {
        Browser salariee = Browser.signedIn(port, "salariee");
        press(salariee, LINKS, Map.of());
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !salariee.read(LINKS).text().contains("Un passage est en cours"));
        return salariee.read(LINKS).select("main .lignes b.brut").eachText();
    }

    private void night() {
        Browser salariee = Browser.signedIn(port, "salariee");
        press(salariee, "/espace/reglages/taches", Map.of("tache", "DeadLinks.look"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !salariee.read(LINKS).text().contains("Un passage est en cours"));
    }

    private static void back(SettableClock clock, Instant then) {
        clock.forward(Duration.ofDays(-Duration.between(then, clock.instant()).toDays()));
    }

    private static void press(Browser somebody, String screen, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put(
                "_csrf",
                somebody.read(screen).select("main input[name=_csrf]").first().val());
        assertThat(somebody.post(screen, all).statusCode()).isEqualTo(302);
    }

    @Test
    void OPS_01_what_visitors_do_is_counted_by_month_without_cookies_robots_and_those_who_are_signed_in(
            @Autowired Stores stores, @Autowired SettableClock clock, @Autowired ApplicationContext portal) {
        Browser salariee = Browser.signedIn(port, "salariee");
        List<Long> before = month(salariee, 0);
        String passing = page("/ressources/rapport-d-activite-en-dessins")
                .select("[data-relais], a[href*='/l/'], [value*='/l/']")
                .first()
                .outerHtml()
                .replaceFirst("(?s).*(/l/[0-9a-z]{8}).*", "$1");

        HttpResponse<String> read = get("/ressources", "User-Agent", PERSON);
        get("/ressources", "User-Agent", PERSON);
        get("/recherche?q=budget", "User-Agent", PERSON);
        get(passing, "User-Agent", PERSON);
        get(passing, "User-Agent", PERSON);
        get("/ressources", "User-Agent", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)");
        get("/ressources", "User-Agent", "curl/8.5");
        get("/ressources/nulle-part-du-tout", "User-Agent", PERSON);
        salariee.get("/ressources", "User-Agent", PERSON);
        salariee.get("/espace", "User-Agent", PERSON);

        assertThat(read.headers().allValues("Set-Cookie")).isEmpty();
        List<Long> after = month(salariee, 0);
        assertThat(difference(after, before))
                .as("pages, searches, files, relays")
                .containsExactly(3L, 1L, 0L, 1L);
        assertThat(salariee.read(STATISTICS)
                        .select("section[aria-labelledby=pages-lues] a")
                        .eachText())
                .contains("/ressources");
        Job.run(portal, "PageViews.save");
        String kept =
                stores.author().read(Identity.SYSTEM, session -> BootstrapYaml.export(session.getNode("/visites")));
        assertThat(kept).contains("/ressources").doesNotContain("127.0.0.1", "0:0:0:0", "Mozilla", "budget");

        clock.forward(Duration.ofDays(32));
        try {
            get("/ressources", "User-Agent", PERSON);
            Browser later = Browser.signedIn(port, "salariee");
            assertThat(month(later, 0)).containsExactly(1L, 0L, 0L, 0L);
            assertThat(month(later, 1)).isEqualTo(after);
        } finally {
            clock.forward(Duration.ofDays(-32));
        }
        Document totals = Browser.signedIn(port, "ca").read(STATISTICS);
        assertThat(totals.select("main tbody tr")).isNotEmpty();
        assertThat(totals.select("main ol"))
                .as("which pages, which files: of no use to the CA")
                .isEmpty();
        assertThat(Browser.signedIn(port, "adherent").get(STATISTICS).statusCode())
                .isEqualTo(403);
    }

    @Test
    void RS_09_a_resource_is_looked_at_again_after_a_year_as_a_task_that_one_press_ends(
            @Autowired SettableClock clock) {
        Browser salariee = Browser.signedIn(port, "salariee");
        Map<String, String> filled = resource("Le carnet de prêt");
        filled.put("lien", "https://exemple.invalid/carnet");
        filled.remove("aRevoirLe");
        assertThat(salariee.write("/espace/ressources/nouveau", filled, "publier")
                        .statusCode())
                .isEqualTo(302);
        String form = salariee.read("/espace/ressources?q=carnet")
                .select("tbody a:contains(Le carnet de prêt)")
                .attr("href");
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        assertThat(salariee.read(form).select("[name=aRevoirLe]").val())
                .isEqualTo(today.plusYears(1).toString());
        assertThat(salariee.read("/espace/taches").text()).doesNotContain("Le carnet de prêt");

        Duration year = Duration.ofDays(366);
        clock.forward(year);
        try {
            Browser later = Browser.signedIn(port, "salariee");
            assertThat(later.read("/espace/taches").select("main a[href='" + form + "']"))
                    .hasSize(1);
            assertThat(later.read("/espace/taches").text()).contains("À revérifier");
            var press = later.read(form).select("form[action^=/espace/toujours-d-actualite/ressources/]");
            assertThat(later.post(
                                    press.attr("action"),
                                    Map.of("_csrf", press.select("[name=_csrf]").val()))
                            .statusCode())
                    .isEqualTo(302);
            assertThat(later.read("/espace/taches").select("main a[href='" + form + "']"))
                    .isEmpty();
        } finally {
            clock.forward(year.negated());
        }
    }

    @Test
    void RS_15_a_project_is_led_by_steps_to_tick_off_that_need_no_script_and_keep_nothing_here() {
        Document page = page("/ressources/mener-un-projet");

        assertThat(page.select(".checklist fieldset"))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(step -> {
                    assertThat(step.select("legend").text()).isNotEmpty();
                    assertThat(step.select("label:has(input[type=checkbox])")).hasSizeGreaterThanOrEqualTo(3);
                });
        assertThat(page.select(".checklist input[name]")).as("nothing to send").isEmpty();
        assertThat(page.select(".checklist form, form:has(.checklist)")).isEmpty();
        assertThat(page.select("link[media=print]")).hasSize(1);
        String script = get(page.select("script[src*=cases]").attr("src")).body();
        assertThat(script).contains("localStorage").doesNotContain("fetch(", "sendBeacon", "XMLHttpRequest", "cookie");
    }

    @Test
    void RS_13_a_file_that_is_taken_away_is_counted_once_a_day_and_told_beside_its_resource(
            @Autowired SettableClock clock) {
        Browser salariee = Browser.signedIn(port, "salariee");
        String address = "/ressources/passer-en-cooperative";
        String file = page(address).select(".contact a[href*=dam]").attr("href");
        String form = salariee.read("/espace/ressources")
                .select("tbody a:contains(Passer en coopérative)")
                .attr("href");
        assertThat(Browser.plain(salariee.read(form).text())).contains("Personne n’a encore emporté le fichier");

        get(file, "User-Agent", PERSON);
        get(file, "User-Agent", PERSON);
        get(file, "User-Agent", "Mozilla/5.0 (compatible; bingbot/2.0)");
        salariee.get(file, "User-Agent", PERSON);
        assertThat(Browser.plain(salariee.read(form).text())).contains("Fichier emporté une fois");

        get(file, "User-Agent", PERSON + " Firefox/140");
        clock.forward(Duration.ofDays(1));
        try {
            get(file, "User-Agent", PERSON);
            assertThat(Browser.plain(
                            Browser.signedIn(port, "salariee").read(form).text()))
                    .contains("Fichier emporté 3 fois");
        } finally {
            clock.forward(Duration.ofDays(-1));
        }
    }

    private static final String STATISTICS = "/espace/statistiques";
    private static final String PERSON = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101";

    private HttpResponse<String> get(String path, String... headers) {
        return new Browser(port).get(path, headers);
    }

    /** Pages, searches, files and relays of a month, the latest being 0. */
    private static List<Long> month(Browser salariee, int ago) {
        var rows = salariee.read(STATISTICS).select("main table tbody tr");
        return rows.size() <= ago
                ? List.of(0L, 0L, 0L, 0L)
                : rows.get(ago).select("td").eachText().stream()
                        .map(text -> Long.parseLong(text.replaceAll("[^0-9]", "")))
                        .toList();
    }

    private static List<Long> difference(List<Long> after, List<Long> before) {
        return IntStream.range(0, after.size())
                .mapToObj(i -> after.get(i) - before.get(i))
                .toList();
    }

    private static Map<String, String> resource(String title) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        Map<String, String> filled = new LinkedHashMap<>();
        filled.put("titre", title);
        filled.put("genre", "lien");
        filled.put("resume", "Des adresses à suivre, et ce que l’on y trouve quand on y va.");
        filled.put("profils", "b0caa003-0000-4000-8000-000000000001");
        filled.put("langue", "fr");
        filled.put("editeur", "Les voisins du haut");
        filled.put("responsable", "b0caa006-0000-4000-8000-000000000001");
        filled.put("verifieLe", today.toString());
        filled.put("aRevoirLe", today.plusYears(1).toString());
        filled.put("visibilite", "public");
        return filled;
    }

    @Test
    void a_membership_is_read_by_the_staff_alone_even_when_somebody_publishes_it(
            @Autowired Stores stores, @Autowired Review review) {
        stores.author().update(Identity.SYSTEM, session -> {
            var item = session.getNode("/adhesions/la-roue-qui-rit");
            review.move(session, item, "publier", new Actor("salariee", "Noor", Set.of("salariee")), 0, "", node -> {});
        });

        assertThat(get("/.rest/delivery/adhesions/v1").statusCode()).isEqualTo(404);
        for (String role : List.of("visiteur", "adherent", "ca", "salariee")) {
            boolean seen = stores.published()
                    .read(
                            Identity.of("moi", roles(role), Set.of(Audience.MEMBERS, Audience.BOARD)),
                            session -> session.itemExists("/adhesions"));
            assertThat(seen).as(role).isFalse();
        }
        boolean numbered = stores.published()
                .read(Identity.SYSTEM, session -> session.itemExists("/adhesions/la-roue-qui-rit/numero"));
        assertThat(numbered).isFalse();
        assertThat(listOf("salariee").statusCode()).isEqualTo(200);
        assertThat(listOf("salariee").body()).contains("La Roue Qui Rit", "2025-0014");
        for (String other : List.of("ca", "adherent", "contributeur")) {
            assertThat(listOf(other).body()).as(other).doesNotContain("La Roue Qui Rit", "2025-0014");
        }
    }

    private static Set<String> roles(String role) {
        return role.equals("visiteur") ? Set.of(role) : Set.of("visiteur", role);
    }

    private HttpResponse<String> listOf(String account) {
        Browser browser = Browser.signedIn(port, account);
        return browser.get("/espace/adhesions");
    }

    @Test
    void the_map_for_machines_names_pages_that_are_there_and_no_frame_of_items() {
        HttpResponse<String> map = get("/sitemap.xml");
        List<String> places = Jsoup.parse(map.body(), "", Parser.xmlParser())
                .select("url > loc")
                .eachText();

        assertThat(map.headers().firstValue("Content-Type")).hasValue("application/xml;charset=UTF-8");
        assertThat(map.body()).startsWith("<?xml ");
        assertThat(places)
                .doesNotHaveDuplicates()
                .allMatch(place -> place.startsWith("http://localhost:" + port + "/"));
        List<String> paths =
                places.stream().map(place -> URI.create(place).getPath()).toList();
        assertThat(paths)
                .contains("/", "/adherer", "/charte", "/ressources/pour/jeune", "/ressources/fonds-lieux-exemple")
                .doesNotContain(
                        "/accueil",
                        "/actualites/actu",
                        "/ressources/ressource",
                        "/ressources/pour",
                        "/machines/sitemap",
                        "/annonces/emploi/maraicher-ere-a-mi-temps");
        assertThat(paths)
                .allSatisfy(path -> assertThat(get(path).statusCode()).as(path).isEqualTo(200));
        // once more, from the cache: what it is stays said
        assertThat(get("/sitemap.xml").headers().firstValue("Content-Type")).hasValue("application/xml;charset=UTF-8");
    }

    @Test
    void robots_security_and_icon_are_where_machines_look_for_them() {
        HttpResponse<String> robots = get("/robots.txt");
        HttpResponse<String> security = get("/.well-known/security.txt");

        assertThat(robots.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(robots.body())
                .startsWith("User-agent: *\nDisallow: /espace\n")
                .contains("Sitemap: http://localhost:" + port + "/sitemap.xml");
        assertThat(security.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(security.body()).startsWith("Contact: mailto:bonjour@exemple.invalid\n");
        String expires = security.body()
                .lines()
                .filter(line -> line.startsWith("Expires: "))
                .findFirst()
                .orElseThrow();
        assertThat(OffsetDateTime.parse(expires.substring("Expires: ".length())))
                .isBetween(
                        OffsetDateTime.now(ZoneId.of("Europe/Paris")).plusMonths(5),
                        OffsetDateTime.now(ZoneId.of("Europe/Paris")).plusYears(1));
        HttpResponse<String> icon = get("/favicon.ico");
        assertThat(icon.statusCode()).isEqualTo(301);
        assertThat(get(icon.headers().firstValue("Location").orElseThrow())
                        .headers()
                        .firstValue("Content-Type"))
                .hasValue("image/png");
    }

    @Test
    void the_foot_of_each_page_leads_to_whom_to_write_to_and_to_what_the_law_asks() {
        Document contact = page("/contact");

        assertThat(contact.select("footer .footer-links a").eachAttr("href"))
                .contains(
                        "/contact",
                        "/charte",
                        "/mentions-legales",
                        "/confidentialite",
                        "/accessibilite",
                        "/plan-du-site",
                        "/glossaire");
        assertThat(contact.select("footer .footer-links").text()).contains("non conforme");
        assertThat(contact.select("main a[href^=tel]")).isNotEmpty();
        assertThat(page("/glossaire").select(".items dt")).hasSize(15);
        assertThat(page("/charte").select(".items dt")).hasSize(5);
        assertThat(page("/adherer").select(".gain")).hasSize(5);
        assertThat(page("/adherer").select(".price")).hasSize(3);
        assertThat(page("/adherer").select(".way > li")).hasSize(3);
        assertThat(page("/adherer").select(".quote figcaption a").attr("href"))
                .as("a member who said yes")
                .isEqualTo("/reseau/contacts#personne-rozenn");
        Document plan = page("/plan-du-site");
        assertThat(plan.select("main a").eachAttr("href"))
                .contains("/ressources/pour/elu", "/reseau/carte", "/glossaire");
    }
}
