package org.bocage.portal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.jcr.NodeIterator;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.bocage.portal.membership.visibility.Visibility;
import org.bocage.portal.membership.visibility.VisibilityRules;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RE-09, AD-04, AD-05: what follows from the membership, typed by nobody: the badge, and who is seen. */
class BadgeTests {

    private static final String MEMBERSHIP = "/espace/adhesions/b0cac008-0000-4000-8000-000000000002";
    private static final String PAGE = "/reseau/acteurs/la-roue-qui-rit";
    private static final String RULES = "/espace/reglages/visibilite";
    private static final List<String> KINDS =
            List.of("actus", "evenements", "annonces", "carte", "annuaire", "coups-de-coeur");
    private static final String ONLY = "adherents-seuls";
    private static final String FIRST = "adherents-d-abord";

    @TempDir
    static Path home;

    private static Portal portal;
    private static Browser visitor;
    private static Browser salariee;

    @BeforeAll
    static void start() {
        portal = Portal.start(home.resolve("data"));
        visitor = new Browser(portal.port());
        salariee = Browser.signedIn(portal.port(), "salariee");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @AfterEach
    void everybody_is_seen() {
        portal.context().getBean(VisibilityRules.class).apply(Visibility.OPEN, "salariee");
    }

    @Test
    void RE_09_the_badge_comes_and_goes_with_the_membership_and_after_the_grace_period() {
        save("annulee");
        assertThat(visitor.read(PAGE).select("main .badge-adherent")).isEmpty();
        assertThat(visitor.read("/reseau/adherents").select("main a[href='" + PAGE + "']"))
                .isEmpty();

        save("active");
        ends(-60);
        assertThat(visitor.read(PAGE).select("main .badge-adherent")).isNotEmpty();
        assertThat(visitor.read("/reseau/adherents").select("main a[href='" + PAGE + "']"))
                .isNotEmpty();

        ends(-61);
        assertThat(visitor.read(PAGE).select("main .badge-adherent")).isEmpty();
        save("active");
        ends(300);
    }

    @Test
    void RE_09_nobody_gives_a_badge_by_typing_it_nor_takes_one_away() {
        for (String fiche : List.of("theatre-du-fosse-sec", "la-roue-qui-rit")) {
            String page = "/reseau/acteurs/" + fiche;
            int before = visitor.read(page).select("main .badge-adherent").size();
            String form = "/espace/acteurs/"
                    + portal.context()
                            .getBean(Stores.class)
                            .author()
                            .read(
                                    Identity.SYSTEM,
                                    session ->
                                            session.getNode("/acteurs/" + fiche).getIdentifier());
            assertThat(salariee.read(form).select("[name=adherent]:not([disabled])"))
                    .as("it is told and not asked")
                    .isEmpty();

            for (String typed : List.of("true", "false")) {
                Map<String, String> fields = filled(salariee.get(form));
                fields.put("adherent", typed);
                fields.put("action", "publier");
                HttpResponse<String> saved = salariee.post(form, fields);
                assertThat(saved.statusCode()).as(Browser.problems(saved)).isEqualTo(302);
                assertThat(visitor.read(page).select("main .badge-adherent"))
                        .as("%s, adherent=%s", fiche, typed)
                        .hasSize(before);
            }
        }
        assertThat(visitor.read("/reseau/acteurs/theatre-du-fosse-sec").select("main .badge-adherent"))
                .isEmpty();
        assertThat(visitor.read(PAGE).select("main .badge-adherent")).isNotEmpty();
    }

    private static void ends(int days) {
        Instant noon = LocalDate.now(ZoneId.of("Europe/Paris"))
                .plusDays(days)
                .atTime(12, 0)
                .atZone(ZoneId.of("Europe/Paris"))
                .toInstant();
        portal.context()
                .getBean(Stores.class)
                .author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNode("/adhesions/la-roue-qui-rit").setProperty("fin", Dates.utc(noon)));
        portal.context().getBean(Badge.class).expire();
    }

    @Test
    void AD_04_contents_reserved_to_who_belongs_leave_every_outlet_at_once_and_those_of_the_pole_stay() {
        List<String> actus = List.of(
                "/actualites",
                "/actualites/territoire",
                "/actualites/flux.xml",
                "/actualites/atom.xml",
                "/api/actus",
                "/.rest/delivery/actus/v1?limit=100",
                "/recherche?q=braderie",
                "/sitemap.xml");
        List<String> events = List.of(
                "/agenda", "/agenda.ics", "/api/evenements", "/.rest/delivery/evenements/v1?limit=100", "/sitemap.xml");
        List<String> ads = List.of(
                "/annonces/emploi",
                "/annonces/emploi/flux.xml",
                "/annonces/flux.json",
                "/api/annonces",
                "/recherche?q=cuisinier",
                "/sitemap.xml");
        String actu = "la-braderie-de-la-ressource-rigolote-revient";
        String event = "soiree-radio-en-direct";
        String ad = "cuisinier-ere-de-bocaux-cdi-28-h";
        actus.forEach(one -> assertThat(read(one).contains(actu)).as(one).isTrue());
        events.forEach(one -> assertThat(read(one).contains(event)).as(one).isTrue());
        ads.forEach(one -> assertThat(read(one).contains(ad)).as(one).isTrue());
        String page =
                visitor.read("/actualites").select("main a[href$=" + actu + "]").attr("href");

        apply(Map.of("actus", ONLY, "evenements", ONLY, "annonces", ONLY));

        actus.forEach(one -> assertThat(read(one).contains(actu)).as(one).isFalse());
        events.forEach(one -> assertThat(read(one).contains(event)).as(one).isFalse());
        ads.forEach(one -> assertThat(read(one).contains(ad)).as(one).isFalse());
        for (String one : List.of(page, "/agenda/" + event, "/annonces/emploi/" + ad)) {
            assertThat(visitor.get(one).statusCode()).as(one).isEqualTo(404);
            assertThat(salariee.get(one).statusCode()).as(one).isEqualTo(200);
        }
        assertThat(read("/actualites")).contains("on-a-relu-notre-definition-de-l-ess-avec-vous");
        assertThat(read("/agenda"))
                .as("the pôle's, and those of who belongs")
                .contains("permanence-projet", "atelier-velo-ouvert");
        for (String one : List.of("/mentions-legales", "/confidentialite", "/le-pole/actions", "/reseau/acteurs")) {
            assertThat(visitor.get(one).statusCode()).as(one).isEqualTo(200);
        }
        assertThat(read("/reseau/acteurs")).as("another kind has its own rule").contains("radio-vallon-bleu");
    }

    @Test
    void AD_04_the_directory_the_map_and_what_is_taken_to_heart_have_rules_of_their_own() {
        String other = "radio-vallon-bleu";
        apply(Map.of("carte", ONLY, "coups-de-coeur", ONLY));
        assertThat(read("/reseau/carte")).contains("la-roue-qui-rit").doesNotContain(other);
        assertThat(read("/reseau/acteurs.geojson")).contains("La Roue Qui Rit").doesNotContain("Radio Vallon Bleu");
        assertThat(read("/.rest/delivery/acteurs/v1?limit=100"))
                .as("a fiche, and nothing that places it")
                .contains(other);
        assertThat(read("/.rest/delivery/acteurs/v1/" + other)).doesNotContain("\"lat\"");
        assertThat(read("/reseau/acteurs")).contains(other);
        assertThat(visitor.get("/reseau/acteurs/" + other).statusCode()).isEqualTo(200);
        assertThat(read("/coups-de-coeur")).doesNotContain("bocal-et-bocaux-perches-passe-la-barre");
        assertThat(read("/actualites")).contains("bocal-et-bocaux-perches-passe-la-barre");

        apply(Map.of("annuaire", ONLY));
        for (String one :
                List.of("/reseau/acteurs", "/reseau/carte", "/api/acteurs", "/sitemap.xml", "/recherche?q=radio")) {
            assertThat(read(one)).as(one).doesNotContain("acteurs/" + other);
        }
        assertThat(visitor.get("/reseau/acteurs/" + other).statusCode()).isEqualTo(404);
        assertThat(read("/reseau/acteurs")).contains("la-roue-qui-rit", "pole-ess-des-deux-vallons");
        assertThat(read("/coups-de-coeur")).contains("bocal-et-bocaux-perches-passe-la-barre");
    }

    @Test
    void AD_04_who_belongs_comes_first_and_a_membership_that_ends_or_begins_is_followed() {
        assertThat(structures().indexOf("la-roue-qui-rit")).isGreaterThan(0);
        apply(Map.of("annuaire", FIRST, "actus", FIRST, "evenements", FIRST));
        assertThat(structures().subList(0, 3))
                .containsExactlyInAnyOrder("le-fournil-des-mots", "la-roue-qui-rit", "pole-ess-des-deux-vallons");
        assertThat(structures()).as("the others are there").contains("radio-vallon-bleu");
        List<String> news = visitor.read("/actualites").select("main .card-title a").eachAttr("href").stream()
                .map(one -> one.substring(one.lastIndexOf('/') + 1))
                .toList();
        List<String> pole = visitor.read("/actualites/pole").select("main .card-title a").eachAttr("href").stream()
                .map(one -> one.substring(one.lastIndexOf('/') + 1))
                .toList();
        assertThat(news).hasSizeGreaterThan(pole.size());
        assertThat(news.subList(0, pole.size()))
                .as("the pôle's before the others")
                .isEqualTo(pole);
        assertThat(visitor.read("/agenda").select("main .day-head time").eachAttr("datetime"))
                .as("an agenda stays in the order of days")
                .isNotEmpty()
                .isSorted();

        apply(Map.of("annuaire", ONLY));
        save("annulee");
        Awaitility.await().untilAsserted(() -> assertThat(structures()).doesNotContain("la-roue-qui-rit"));
        assertThat(visitor.get(PAGE).statusCode()).isEqualTo(404);
        save("active");
        Awaitility.await().untilAsserted(() -> assertThat(structures()).contains("la-roue-qui-rit"));
        assertThat(visitor.get(PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void AD_01_what_belonging_changes_is_told_before_and_after_and_follows_the_rules_by_itself() {
        Document open = visitor.read("/adherer");
        assertThat(open.select(".gain")).isNotEmpty();
        assertThat(open.select(".gain:not(:has(.gain-before)), .gain:not(:has(.gain-after))"))
                .as("each with its before and its after")
                .isEmpty();
        assertThat(open.select(".gain").text()).doesNotContain("Vos annonces");

        apply(Map.of("annonces", ONLY, "annuaire", FIRST));
        Document reserved = visitor.read("/adherer");
        assertThat(reserved.select(".gain").size())
                .isEqualTo(open.select(".gain").size() + 2);
        assertThat(Browser.plain(reserved.select(".gain:contains(Vos annonces)").text()))
                .contains("Avant Invisible, sauf pour le CA et la salariée. Après Visible par tout le monde.");
        assertThat(Browser.plain(reserved.select(".gain:contains(Votre fiche dans l’annuaire)")
                        .text()))
                .contains("Avant Visible, plus bas. Après Visible, en premier.");

        apply(Map.of());
        assertThat(visitor.read("/adherer").select(".gain")).hasSameSizeAs(open.select(".gain"));
    }

    @Test
    void AD_05_what_would_change_is_looked_at_first_then_applied_logged_and_put_back_within_thirty_days() {
        Document tried = salariee.read(query(Map.of("actus", ONLY)));
        String told = Browser.plain(tried.select("main section:has(#apercu)").text());
        assertThat(told)
                .contains("Les actus : Tout le monde → Les adhérent·e·s seul·e·s")
                .contains("6 contenus disparaissent du site, de 6 structures")
                .contains("Radio Vallon Bleu")
                .doesNotContain("Pôle ESS des Deux Vallons");
        assertThat(read("/actualites")).as("nothing is applied yet").contains("radio-vallon-bleu-ouvre");
        Map<String, String> fields = posted(tried);
        Map<String, String> unseen = new LinkedHashMap<>(fields);
        unseen.put("vu", "");
        assertThat(salariee.post(RULES, unseen).statusCode())
                .as("not without a look at what it changes")
                .isEqualTo(409);
        Map<String, String> wrong = new LinkedHashMap<>(fields);
        wrong.put("actus", "personne");
        HttpResponse<String> refused = salariee.post(RULES, wrong);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browser.plain(refused.body())).contains("choisissez une des trois réponses");
        assertThat(salariee.get(query(Map.of("actus", "personne"))).statusCode())
                .isEqualTo(422);

        assertThat(salariee.post(RULES, fields).statusCode()).isEqualTo(302);
        assertThat(read("/actualites")).doesNotContain("radio-vallon-bleu-ouvre");
        Document back = salariee.read(query(Map.of()));
        assertThat(Browser.plain(back.select("main section:has(#apercu)").text()))
                .contains("6 contenus apparaissent sur le site, de 6 structures");
        Element change = Objects.requireNonNull(back.selectFirst("section:has(#changements) li:has([name=annuler])"));
        assertThat(change.text()).contains("Noor").contains("Les actus");
        Map<String, String> undo = Map.of(
                "annuler",
                change.select("[name=annuler]").val(),
                "_csrf",
                change.select("[name=_csrf]").val());
        assertThat(salariee.post(RULES, undo).statusCode()).isEqualTo(302);
        assertThat(read("/actualites")).contains("radio-vallon-bleu-ouvre");
        assertThat(salariee.post(RULES, undo).statusCode()).as("once").isEqualTo(409);

        apply(Map.of("actus", ONLY));
        String last = salariee.read(RULES).select("[name=annuler]").val();
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            for (NodeIterator all =
                            session.getNode("/config/visibilite/changements").getNodes();
                    all.hasNext(); ) {
                all.nextNode().setProperty("le", Dates.utc(Instant.now().minusSeconds(31L * 86_400)));
            }
        });
        assertThat(salariee.read(RULES).select("[name=annuler]")).isEmpty();
        assertThat(salariee.post(RULES, Map.of("annuler", last, "_csrf", undo.get("_csrf")))
                        .statusCode())
                .isEqualTo(409);
    }

    private static String read(String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** The names of the structures, in the order of the directory. */
    private static List<String> structures() {
        return visitor
                .read("/reseau/acteurs")
                .select("main .card-title a[href^=/reseau/acteurs/]")
                .eachAttr("href")
                .stream()
                .map(one -> one.substring("/reseau/acteurs/".length()))
                .distinct()
                .toList();
    }

    /** Where some rules are tried; the others are open. */
    private static String query(Map<String, String> rules) {
        return RULES
                + KINDS.stream()
                        .map(kind -> kind + "=" + rules.getOrDefault(kind, "tous"))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static Map<String, String> posted(Document tried) {
        Map<String, String> fields = new LinkedHashMap<>();
        tried.select("form:has([name=vu]) input[name]").forEach(one -> fields.put(one.attr("name"), one.attr("value")));
        return fields;
    }

    private static void apply(Map<String, String> rules) {
        HttpResponse<String> applied = salariee.post(RULES, posted(salariee.read(query(rules))));
        assertThat(applied.statusCode()).isEqualTo(302);
    }

    /** What a form holds, as a browser would send it. */
    private static Map<String, String> filled(HttpResponse<String> form) {
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        var shown = java.util.Objects.requireNonNull(Browser.page(form).selectFirst("main form:has([name=titre])"));
        shown.select("input[name]:not([type=radio]):not([type=checkbox]):not([type=file])")
                .forEach(one -> fields.put(one.attr("name"), one.attr("value")));
        shown.select("input[checked][name]").forEach(one -> fields.put(one.attr("name"), one.attr("value")));
        shown.select("select[name]")
                .forEach(one -> fields.put(
                        one.attr("name"), one.select("option[selected]").attr("value")));
        shown.select("textarea[name]").forEach(one -> fields.put(one.attr("name"), one.wholeText()));
        return fields;
    }

    private static void save(String state) {
        Map<String, String> fields = filled(salariee.get(MEMBERSHIP));
        fields.put("etatAdhesion", state);
        fields.put("action", "enregistrer");
        HttpResponse<String> saved = salariee.post(MEMBERSHIP, fields);
        assertThat(saved.statusCode()).as(Browser.problems(saved)).isEqualTo(302);
    }
}
