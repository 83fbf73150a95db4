package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bocage.Bocage;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Resources, memberships, and what machines read of the site, with the demo content. */
@SpringBootTest(
        classes = {Bocage.class, ResourcesTests.Time.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"bocage.demo=true", "bocage.page-cache=true"})
class ResourcesTests {

    private static final String INTERNAL = "Calendrier budgétaire";

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("bocage.home", () -> home.resolve("resources").toString());
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        SettableClock clock() {
            return new SettableClock();
        }
    }

    private HttpResponse<String> get(String path) {
        return new Browser(port).get(path);
    }

    private Document page(String path) {
        return new Browser(port).read(path);
    }

    private static List<String> titles(Document page) {
        return page.select("main .tool-title").eachText();
    }

    @Test
    void RS_01_RS_02_the_shed_shows_a_door_for_each_profile_and_filters_that_combine() {
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
    void RS_12_a_folder_gathers_resources_and_open_annonces_under_one_address() {
        Document folder = page("/ressources/pochettes/pochette-jeunes");

        assertThat(titles(folder)).hasSize(2);
        assertThat(folder.select(".card-title").text()).contains("Premier élan");
        assertThat(page("/ressources").select(".sets a").attr("href"))
                .isEqualTo("/ressources/pochettes/pochette-jeunes");
        assertThat(get("/ressources/pochettes/rien").statusCode()).isEqualTo(404);
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
                            Identity.of("moi", roles(role), Set.of(Audience.ADHERENTS, Audience.CA)),
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
        assertThat(contact.select("footer .footer-links").text()).contains("partiellement conforme");
        assertThat(contact.select("main a[href^=tel]")).isNotEmpty();
        assertThat(page("/glossaire").select(".items dt")).hasSize(15);
        assertThat(page("/charte").select(".items dt")).hasSize(5);
        assertThat(page("/adherer").select(".gain")).hasSize(5);
        assertThat(page("/adherer").select(".price")).hasSize(3);
        Document plan = page("/plan-du-site");
        assertThat(plan.select("main a").eachAttr("href"))
                .contains("/ressources/pour/elu", "/reseau/carte", "/glossaire");
    }
}
