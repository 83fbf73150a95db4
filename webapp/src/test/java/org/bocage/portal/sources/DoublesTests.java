package org.bocage.portal.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.Bocage;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.e2e.AtTheScreen;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.DemoHome;
import org.bocage.e2e.TwoWidths;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What two sources tell of the same thing, in a whole portal. */
@DirtiesContext
@SpringBootTest(
        classes = Bocage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "bocage.demo=true")
class DoublesTests {

    private static final FeedServer FEEDS = new FeedServer();
    private static final String PLACE = "LOCATION:Salle des fêtes\\, 35580 Guichen";

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private Sources sources;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        String data = DemoHome.at(home.resolve("doubles"));
        registry.add("bocage.home", () -> data);
        registry.add("bocage.light-modules", () -> "light-modules");
        registry.add("bocage.outgoing.allowed", FEEDS::place);
    }

    @AfterAll
    static void close() {
        FEEDS.close();
    }

    private void isAccessible(String address) {
        ChromeDriver browser = Chromium.open(home.resolve("chromium"));
        try {
            AtTheScreen screen = new AtTheScreen(browser, "http://localhost:" + port);
            screen.signIn("salariee");
            screen.go(address);
            TwoWidths.check(browser);
        } finally {
            browser.quit();
        }
    }

    private static LocalDateTime evening(int days) {
        return LocalDate.now(SourceFields.PARIS).plusDays(days).atTime(18, 30);
    }

    private void source(String name, String colour) {
        source(name, colour, "publier");
    }

    private void source(String name, String colour, String mode) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node node = session.getNode("/sources").addNode(name, Source.TYPE);
            node.setProperty("titre", "Agenda " + name);
            node.setProperty("name", name);
            node.setProperty("genre", "ical");
            node.setProperty("adresse", FEEDS.address("/" + name));
            node.setProperty("couleur", colour);
            node.setProperty("mode", mode);
            node.setProperty("cle", "auto");
            node.setProperty("active", false);
            node.setProperty("etat", "brouillon");
        });
    }

    private String read(String name, Feed feed) {
        FEEDS.serve("/" + name, feed.toString());
        sources.readNow("/" + name);
        return stores.author()
                .read(Identity.SYSTEM, session -> Source.text(session.getNode("/sources/" + name), "compteurs"));
    }

    private static List<String> suspected(Browser salariee) {
        Document tasks = salariee.read("/espace/taches");
        return tasks.select("a[href^=/espace/doublons/]").stream()
                .map(Element::text)
                .collect(Collectors.toList());
    }

    private static String pair(Browser salariee, String title) {
        return salariee.read("/espace/taches").select("a[href^=/espace/doublons/]").stream()
                .filter(link -> link.text().equals(title))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    /** Presses the button of the first form of a page of which a text is told. */
    private static HttpResponse<String> press(Browser who, String address, String button) {
        Element form = Objects.requireNonNull(who.read(address).select("main form").stream()
                .filter(one -> one.text().contains(button))
                .findFirst()
                .orElse(null));
        return who.post(
                form.attr("action"),
                form.select("input[name]").stream()
                        .collect(Collectors.toMap(one -> one.attr("name"), one -> one.attr("value"))));
    }

    @Test
    void AG_20_two_sources_that_tell_of_the_same_become_one_page_and_it_stays_so() {
        source("mairie", "bleuet");
        source("velo", "coquelicot");
        source("cirque", "mare");
        Feed first = new Feed()
                .event("m1", "La grande fête du vélo", evening(20), PLACE)
                .event("m2", "Marché de Noël", evening(21), PLACE);
        Feed second = new Feed()
                .event("v1", "La Grande Fête du Vélo !", evening(20).plusMinutes(30), PLACE)
                // half an hour and a minute later, another day, another commune, another title
                .event("v2", "Marché de Noël", evening(21).plusMinutes(31), PLACE)
                .event("v3", "Marché de Noël", evening(22), PLACE)
                .event("v4", "Marché de Noël", evening(21), "LOCATION:Halle\\, 35330 Val d'Anast")
                .event("v5", "Marché de printemps", evening(21), PLACE);
        Browser salariee = Browser.signedIn(port, "salariee");
        read("mairie", first);
        assertThat(suspected(salariee)).isEmpty();
        assertThat(read("velo", second)).startsWith("5 nouveaux");

        assertThat(suspected(salariee)).containsExactly("La Grande Fête du Vélo !");
        assertThat(Browser.plain(salariee.read("/espace").text())).contains("Peut-être un doublon");
        assertThat(Browser.signedIn(port, "ca")
                        .get(pair(salariee, "La Grande Fête du Vélo !"))
                        .statusCode())
                .isEqualTo(403);
        String address = pair(salariee, "La Grande Fête du Vélo !");
        isAccessible(address);
        assertThat(Browser.plain(salariee.read(address).text()))
                .contains("La grande fête du vélo", "La Grande Fête du Vélo !", "Agenda mairie", "Agenda velo");
        assertThat(press(salariee, address, "Garder celui-ci").statusCode()).isEqualTo(302);

        assertThat(suspected(salariee)).isEmpty();
        assertThat(salariee.get(address).statusCode()).isEqualTo(404);
        Browser visitor = new Browser(port);
        String kept = "/agenda/la-grande-fete-du-velo";
        Document page = visitor.read(kept);
        assertThat(Browser.plain(page.text())).contains("Annoncé par Agenda mairie et par Agenda velo");
        assertThat(page.select(".teller-bleuet, .teller-coquelicot")).hasSize(2);
        String other = kept + "-" + evening(20).toLocalDate();
        HttpResponse<String> moved = visitor.get(other);
        assertThat(moved.statusCode()).as(other).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location").orElse("")).endsWith(kept);

        // told again, and told otherwise: the other does not come back
        second.event("v6", "Autre chose", evening(30), PLACE);
        assertThat(Browser.plain(read("velo", second))).startsWith("1 nouveau, aucun modifié, aucun retiré");
        assertThat(visitor.get(other).statusCode()).isEqualTo(301);
        assertThat(suspected(salariee)).isEmpty();

        // what is no double is asked once
        read("cirque", new Feed().event("c1", "Marché de printemps", evening(21), PLACE));
        assertThat(suspected(salariee)).containsExactly("Marché de printemps");
        String distinct = pair(salariee, "Marché de printemps");
        assertThat(press(salariee, distinct, "Ce n’est pas un doublon").statusCode())
                .isEqualTo(302);
        assertThat(suspected(salariee)).isEmpty();
        read("cirque", new Feed().event("c1", "Marché de printemps", evening(21).plusMinutes(5), PLACE));
        assertThat(suspected(salariee)).isEmpty();
        assertThat(salariee.post(distinct, Map.of()).statusCode()).isIn(403, 404);
    }

    @Test
    void AG_20_what_the_source_of_the_kept_one_drops_goes_on_as_the_other_tells_it() {
        source("four", "bleuet");
        source("hameau", "coquelicot");
        Feed more = new Feed().event("f2", "Une autre fournée", evening(41), PLACE);
        read("four", new Feed().event("f1", "Fête du four à pain", evening(40), PLACE));
        Feed hameau = new Feed().event("h1", "Fête du four à pain !", evening(40), PLACE);
        read("hameau", hameau);
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNode("/sources/hameau").setProperty("active", true));
        Browser salariee = Browser.signedIn(port, "salariee");
        String address = pair(salariee, "Fête du four à pain !");
        assertThat(press(salariee, address, "Garder celui-ci").statusCode()).isEqualTo(302);
        Browser visitor = new Browser(port);
        String kept = "/agenda/fete-du-four-a-pain";
        assertThat(Browser.plain(visitor.read(kept).text())).contains("Annoncé par Agenda four et par Agenda hameau");

        assertThat(Browser.plain(read("four", more))).startsWith("1 nouveau, 1 modifié, aucun retiré");

        assertThat(Browser.plain(visitor.read(kept).text()))
                .as("the other still tells of it")
                .contains("Annoncé par Agenda hameau")
                .doesNotContain("Annoncé par Agenda four");
        FEEDS.serve(
                "/hameau",
                new Feed()
                        .event("h1", "Fête du four à pain, avec fanfare", evening(40), PLACE)
                        .toString());
        sources.readNow("/hameau");
        assertThat(Browser.plain(visitor.read(kept).select("h1").text())).endsWith("Fête du four à pain, avec fanfare");
        read("four", new Feed().event("f1", "Fête du four à pain", evening(40), PLACE));
        assertThat(visitor.read("/recherche?q=four+pain").select(".result-title a[href^=/agenda/fete-du-four]"))
                .as("told again, it is no second one")
                .hasSize(1);

        read("hameau", more);
        assertThat(visitor.get(kept).statusCode())
                .as("nobody tells of it any more")
                .isIn(404, 410);
    }

    @Test
    void AG_19_an_event_of_a_source_without_structure_is_organised_by_the_source_and_can_be_saved() {
        source("fanfare", "glycine");
        read("fanfare", new Feed().event("f1", "Bal des fanfares", evening(25), PLACE));
        Browser salariee = Browser.signedIn(port, "salariee");
        String form = stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> "/espace/evenements/"
                                + event(session, "bal-des-fanfares").getIdentifier());
        Document page = salariee.read(form);
        assertThat(page.select("[name='organisateurs[0].nom']").val()).isEqualTo("Agenda fanfare");

        Map<String, String> fields = new HashMap<>();
        Element written = Objects.requireNonNull(page.selectFirst("main form:has([name=titre])"));
        for (Element input : written.select("input[name]")) {
            if (!List.of("radio", "checkbox").contains(input.attr("type")) || input.hasAttr("checked")) {
                fields.put(input.attr("name"), input.val());
            }
        }
        written.select("textarea[name]").forEach(text -> fields.put(text.attr("name"), text.wholeText()));
        for (Element select : written.select("select[name]")) {
            fields.put(select.attr("name"), select.select("option[selected]").val());
        }
        fields.put("titre", "Bal de toutes les fanfares");
        fields.put("action", "publier");
        HttpResponse<String> saved = salariee.post(form, fields);

        assertThat(saved.statusCode()).as(Browser.problems(saved)).isEqualTo(302);
        Document shown = new Browser(port).read("/agenda/bal-des-fanfares");
        assertThat(shown.select("h1").text()).isEqualTo("Bal de toutes les fanfares");
        assertThat(shown.select(".contact-name").text()).isEqualTo("Agenda fanfare");
        // what came before the portal said so is mended when its source is read again
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> event(session, "bal-des-fanfares")
                                .getNode("organisateurs")
                                .remove());
        Feed more = new Feed()
                .event("f1", "Bal des fanfares", evening(25), PLACE)
                .event("f2", "Répétition des fanfares", evening(24), PLACE);
        assertThat(Browser.plain(read("fanfare", more))).startsWith("1 nouveau, 1 modifié");
        assertThat(salariee.read(form).select("[name='organisateurs[0].nom']").val())
                .isEqualTo("Agenda fanfare");
    }

    @Test
    void what_may_be_there_twice_is_left_out_of_what_is_accepted_at_once() {
        source("bibliotheque", "bleuet");
        source("amap", "coquelicot", "proposer");
        Browser salariee = Browser.signedIn(port, "salariee");
        read("bibliotheque", new Feed().event("b1", "Soirée contes et châtaignes", evening(30), PLACE));
        Feed proposed = new Feed()
                .event("a1", "Soirée contes & châtaignes", evening(30), PLACE)
                .event("a2", "Distribution des paniers", evening(31), PLACE)
                .event("a3", "Chantier de bouturage", evening(32), PLACE);
        assertThat(read("amap", proposed)).startsWith("3 nouveaux");

        Document tasks = salariee.read("/espace/taches");
        assertThat(Browser.plain(tasks.text()))
                .contains("2 propositions viennent de « Agenda amap », et une autre est peut-être un doublon");
        Element lot = Objects.requireNonNull(tasks.selectFirst(".lot-source:contains(Agenda amap)"));
        assertThat(lot.select("button").text()).startsWith("Accepter les 2");
        String choices = String.join(",", lot.select("[name=choix]").eachAttr("value"));
        assertThat(salariee.postWithToken("/espace/taches", Map.of("choix", choices))
                        .statusCode())
                .isEqualTo(302);

        assertThat(states("distribution-des-paniers", "chantier-de-bouturage")).containsOnly("publie");
        assertThat(states("soiree-contes-chataignes")).containsExactly("propose");
        assertThat(suspected(salariee)).contains("Soirée contes & châtaignes");
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> event(session, "soiree-contes-chataignes").remove());
    }

    private List<String> states(String... names) {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<String> states = new ArrayList<>();
            for (String name : names) {
                states.add(Source.text(event(session, name), "etat"));
            }
            return states;
        });
    }

    private static Node event(Session session, String name) throws RepositoryException {
        for (NodeIterator years = session.getNode("/evenements").getNodes(); years.hasNext(); ) {
            for (NodeIterator months = years.nextNode().getNodes(); months.hasNext(); ) {
                Node month = months.nextNode();
                if (month.hasNode(name)) {
                    return month.getNode(name);
                }
            }
        }
        throw new AssertionError("no event " + name);
    }

    @Test
    void titles_are_alike_by_their_words() {
        assertThat(Doubles.alike("Fête du vélo", "FETE DU VELO !")).isEqualTo(1);
        assertThat(Doubles.alike("La grande fête du vélo", "Grande fête du vélo"))
                .isGreaterThan(Doubles.ALIKE);
        assertThat(Doubles.alike("Café climat", "Café couture")).isEqualTo(0.5);
        assertThat(Doubles.alike("…", "!")).isLessThan(Doubles.ALIKE);
    }
}
