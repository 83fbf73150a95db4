package org.bocage.portal.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** « Réglages › Le territoire » of a portal that begins, as an administrator without script uses it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TerritoryScreenTests {

    private static final String ADDRESS = "/espace/reglages/territoire";
    private static final String PASSWORD = "une phrase assez longue";

    /** Ajaccio, Bastia, Corte. */
    private static final List<String> CORSICA = List.of("2A004", "2B033", "2B096");

    @TempDir
    static Path home;

    private static Portal portal;

    private Browser admin;

    @BeforeAll
    static void start() {
        portal = Portal.startNobodys(home.resolve("data"));
        portal.context()
                .getBean(Accounts.class)
                .create("camille", "Camille", "camille@reseau.invalid", List.of("admin"), PASSWORD);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @BeforeEach
    void signIn() {
        admin = new Browser(portal.port());
        admin.signIn("camille", PASSWORD);
    }

    private HttpResponse<String> send(Map<String, String> fields, Collection<String> ticked) {
        Element token = Objects.requireNonNull(admin.read(ADDRESS).selectFirst("main input[name=_csrf]"));
        StringBuilder body = new StringBuilder("_csrf=" + encoded(token.attr("value")));
        fields.forEach(
                (name, value) -> body.append('&').append(name).append('=').append(encoded(value)));
        ticked.forEach(code -> body.append("&commune=").append(encoded(code)));
        return admin.post(
                ADDRESS, "application/x-www-form-urlencoded", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String text(HttpResponse<String> answer) {
        return Browser.plain(Browser.page(answer).select("main").text());
    }

    private static List<String> chosen(HttpResponse<String> answer) {
        return Browser.page(answer).select("input[name=commune][checked]").eachAttr("value");
    }

    private Document page(String address) {
        return new Browser(portal.port()).read(address);
    }

    @Test
    @Order(1)
    void without_a_territory_there_are_no_plots_and_no_choice_of_communes() {
        assertThat(page("/").select(".block-mosaique, svg.territoire").isEmpty())
                .isTrue();
        assertThat(page("/reseau/carte").select("main").text()).contains("La carte n’est pas encore dessinée");
        assertThat(page("/commune").select("main").text()).contains("Les communes arrivent");
        for (String list : List.of("/agenda", "/annonces", "/actualites", "/reseau/acteurs", "/recherche")) {
            assertThat(page(list)
                            .select("select[name=commune], select[name=pres]")
                            .isEmpty())
                    .as(list)
                    .isTrue();
        }
        assertThat(admin.read(ADDRESS).select("main").text())
                .contains("Où êtes-vous ?", "Aucune commune pour l’instant.");
        assertThat(admin.read("/espace/reglages")
                        .select("a[href=" + ADDRESS + "]")
                        .text())
                .isEqualTo("Le territoire");
    }

    @Test
    @Order(2)
    void communes_are_found_with_their_departement_and_added_and_nothing_is_kept_before_it_is_said() {
        HttpResponse<String> found = send(Map.of("geste", "chercher", "cherche", "sainte colombe"), CORSICA);
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(text(found)).contains("Sainte-Colombe (Rhône)", "Sainte-Colombe (Doubs)", "3 communes,");
        assertThat(chosen(found)).containsExactlyInAnyOrderElementsOf(CORSICA);

        HttpResponse<String> epci = send(Map.of("geste", "chercher", "cherche", "vesoul"), CORSICA);
        String code = Objects.requireNonNull(Browser.page(epci).selectFirst("button[name=epci]"))
                .attr("value");
        HttpResponse<String> added = send(Map.of("epci", code, "cherche", "vesoul"), CORSICA);
        int communes = chosen(added).size();
        assertThat(communes).isGreaterThan(15);
        assertThat(text(added)).contains((communes - CORSICA.size()) + " communes de plus");
        assertThat(Browser.page(added).select(".carte-choisie path"))
                .as("the map, before it is kept")
                .hasSize(communes);
        assertThat(Browser.page(added).select("#trouve")).as("it is added").isEmpty();

        HttpResponse<String> departement =
                send(Map.of("geste", "departement", "departement", "90", "cherche", ""), CORSICA);
        assertThat(chosen(departement)).hasSizeGreaterThan(100).containsAll(CORSICA);
        assertThat(chosen(send(Map.of("geste", "vider"), CORSICA))).isEmpty();
        assertThat(text(send(Map.of("geste", "chercher", "cherche", "zzzz"), List.of())))
                .contains("Rien ne s’appelle ainsi.");
        assertThat(chosen(send(Map.of("geste", "liste", "liste", "Bastia\r\n2A004\r\n2A004"), List.of())))
                .containsExactlyInAnyOrder("2A004", "2B033");
        assertThat(admin.read(ADDRESS).select("main").text()).contains("Aucune commune pour l’instant.");
    }

    @Test
    @Order(3)
    void a_choice_that_can_be_no_territory_is_refused_in_a_sentence_and_nothing_changes() {
        HttpResponse<String> none = send(Map.of("geste", "garder"), List.of());
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(text(none)).contains("Choisissez au moins une commune.");

        HttpResponse<String> gone = send(Map.of("geste", "garder"), List.of("2B096", "35999"));
        assertThat(gone.statusCode()).isEqualTo(422);
        assertThat(text(gone)).contains("« 35999 » : aucune commune n’a plus ce code.");
        assertThat(chosen(gone)).containsExactly("2B096");

        List<String> departement = chosen(send(Map.of("geste", "departement", "departement", "62"), List.of()));
        assertThat(departement).hasSizeGreaterThan(880);
        HttpResponse<String> many = send(Map.of("geste", "departement", "departement", "90"), departement);
        assertThat(many.statusCode()).isEqualTo(422);
        assertThat(text(many)).contains("Un territoire compte 900 communes au plus", "rien n’est ajouté");
        assertThat(chosen(many)).hasSameSizeAs(departement);
        assertThat(send(Map.of("geste", "departement", "departement", "ZZ"), List.of())
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> several =
                send(Map.of("geste", "liste", "liste", "Sainte-Colombe\r\nNulle-Part-sur-Mer"), List.of());
        assertThat(several.statusCode()).isEqualTo(422);
        assertThat(text(several)).contains("plusieurs communes s’appellent ainsi", "aucune commune ne s’appelle ainsi");
        assertThat(admin.read(ADDRESS).select("main").text()).contains("Aucune commune pour l’instant.");
    }

    @Test
    @Order(4)
    void what_is_kept_is_on_line_at_once_everywhere() {
        page("/");
        HttpResponse<String> kept = send(Map.of("geste", "garder"), CORSICA);
        assertThat(kept.statusCode()).isEqualTo(302);
        assertThat(kept.headers().firstValue("Location").orElse("")).endsWith(ADDRESS + "?fait=territoire-garde");

        assertThat(page("/").select("svg.territoire a.cell title").eachText())
                .containsExactly("Ajaccio", "Bastia", "Corte");
        Document map = page("/reseau/carte");
        assertThat(map.select("svg.territoire .names text").eachText()).hasSize(3);
        assertThat(page("/commune/corte").select("h1").text()).isEqualTo("Corte");
        assertThat(page("/agenda").select("select[name=commune] option").eachText())
                .contains("Ajaccio", "Bastia", "Corte");
        assertThat(page("/agenda?pres=corte").select("select[name=pres] option[selected]"))
                .hasSize(1);
        assertThat(portal.context().getBean(Communes.class).all())
                .extracting(TerritoryCommune::name)
                .containsExactly("Ajaccio", "Bastia", "Corte");
        assertThat(new Browser(portal.port())
                        .get("/.rest/delivery/vocabulaires/v1?limit=1000")
                        .body())
                .contains("\"2B096\"");
    }

    @Test
    @Order(5)
    void a_commune_that_contents_name_stays_and_one_that_nothing_names_leaves_with_its_page() {
        portal.context()
                .getBean(Stores.class)
                .author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNode("/website/contact")
                                .setProperty(
                                        "essai",
                                        session.getNode("/vocabulaires/communes/bastia")
                                                .getIdentifier()));
        HttpResponse<String> refused = send(Map.of("geste", "garder"), List.of("2B096"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("ces communes servent encore", "Bastia : ");
        assertThat(text(refused)).doesNotContain("Ajaccio : ");
        assertThat(page("/commune/bastia").select("h1").text()).isEqualTo("Bastia");

        assertThat(send(Map.of("geste", "garder"), List.of("2B096", "2B033")).statusCode())
                .isEqualTo(302);
        Browser visitor = new Browser(portal.port());
        assertThat(visitor.get("/commune/ajaccio").statusCode()).isEqualTo(410);
        assertThat(visitor.get("/commune/atlantide").statusCode()).isEqualTo(404);
        assertThat(page("/").select("svg.territoire a.cell title").eachText()).containsExactly("Bastia", "Corte");

        assertThat(send(Map.of("geste", "garder"), CORSICA).statusCode()).isEqualTo(302);
        assertThat(visitor.get("/commune/ajaccio").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(6)
    void contents_name_the_commune_that_takes_the_place_of_another_and_its_address_leads_there() {
        assertThat(send(Map.of("geste", "garder", "vers-2B033", "99999"), List.of("2B096", "2A004"))
                        .statusCode())
                .as("another one that is not chosen")
                .isEqualTo(422);
        assertThat(send(Map.of("geste", "garder", "vers-2B033", "2B096"), List.of("2B096", "2A004"))
                        .statusCode())
                .isEqualTo(302);

        Stores stores = portal.context().getBean(Stores.class);
        String corte = stores.author()
                .read(
                        Identity.SYSTEM,
                        session ->
                                session.getNode("/vocabulaires/communes/corte").getIdentifier());
        for (Store store : List.of(stores.author(), stores.published())) {
            assertThat(store.<String>read(
                            Identity.SYSTEM,
                            session -> session.getProperty("/website/contact/essai")
                                    .getString()))
                    .isEqualTo(corte);
        }
        HttpResponse<String> former = new Browser(portal.port()).get("/commune/bastia");
        assertThat(former.statusCode()).isEqualTo(301);
        assertThat(former.headers().firstValue("Location").orElse("")).endsWith("/commune/corte");
        assertThat(send(Map.of("geste", "garder"), CORSICA).statusCode()).isEqualTo(302);
        assertThat(new Browser(portal.port()).get("/commune/bastia").statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(7)
    void namesakes_are_told_apart_and_have_addresses_of_their_own() {
        List<String> codes = chosen(send(Map.of("geste", "liste", "liste", "69189\r\n25515"), CORSICA));
        assertThat(send(Map.of("geste", "garder"), codes).statusCode()).isEqualTo(302);

        assertThat(page("/commune").select(".communes li").eachText())
                .contains("Sainte-Colombe (Doubs)", "Sainte-Colombe (Rhône)");
        assertThat(page("/commune").select(".communes li a").eachAttr("href")).doesNotHaveDuplicates();
    }

    @Test
    @Order(8)
    void communes_of_a_store_from_before_the_plots_get_theirs_and_stay_where_they_are() {
        Store author = portal.context().getBean(Stores.class).author();
        List<String> before = page("/").select("svg.territoire a.cell title").eachText();
        assertThat(before).isNotEmpty();
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            for (String name : List.of("bastia", "corte", "ajaccio")) {
                for (String property : List.of("parcelle", "population", "latitude", "longitude")) {
                    session.getNode("/vocabulaires/communes/" + name)
                            .getProperty(property)
                            .remove();
                }
            }
        });
        assertThat(page("/").select("svg.territoire a.cell title").eachText()).isNotEqualTo(before);
        String corte = identifier(author);

        portal.context().getBean(TerritoryUpkeep.class).look();

        assertThat(page("/").select("svg.territoire a.cell title").eachText()).isEqualTo(before);
        assertThat(identifier(author)).isEqualTo(corte);
    }

    private static String identifier(Store author) {
        return author.read(
                Identity.SYSTEM,
                session -> session.getNode("/vocabulaires/communes/corte").getIdentifier());
    }
}
