package org.bocage.portal.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.e2e.Portal;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** « Ma structure »: asked for, granted or refused by who reviews, and seen with what is of it. */
class OwnStructureTests {

    private static final String PASSWORD = "quatre mots sans rapport";
    private static final String ADDRESS = "/espace/ma-structure";
    private static final String THEATRE = "theatre-du-fosse-sec";
    private static final String RADIO = "radio-vallon-bleu";
    private static final String COOP = "la-coop-du-talus-fleuri";
    private static final String FOURNIL = "le-fournil-des-mots";

    @TempDir
    static Path home;

    private static Portal portal;
    private static Browser noor;
    private static Browser admin;

    @BeforeAll
    static void start() {
        portal = Portal.start(home);
        noor = Browser.signedIn(portal.port(), "salariee");
        admin = Browser.signedIn(portal.port(), "admin");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static <T> T bean(Class<T> type) {
        return portal.context().getBean(type);
    }

    private static Browser person(String name) {
        bean(Accounts.class)
                .create(name, "Personne " + name, name + "@exemple.invalid", List.of("contributeur"), PASSWORD);
        Browser browser = new Browser(portal.port());
        browser.signIn(name, PASSWORD);
        return browser;
    }

    private static String id(String fiche) {
        return bean(Stores.class)
                .author()
                .read(
                        Identity.SYSTEM,
                        session -> session.getNode("/acteurs/" + fiche).getIdentifier());
    }

    private static String csrf(Browser browser) {
        return Objects.requireNonNull(browser.read("/espace").selectFirst("input[name=_csrf]"))
                .val();
    }

    private static HttpResponse<String> posts(Browser browser, String address, String... fields) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("_csrf", csrf(browser)));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return browser.post(address, all);
    }

    private static HttpResponse<String> asks(Browser browser, String fiche) {
        return posts(browser, ADDRESS, "structure", id(fiche));
    }

    /** The address of the task of somebody's request. */
    private static String task(String name) {
        return noor.read("/espace/taches")
                .select("li:contains(Personne " + name + ") a")
                .attr("href");
    }

    private static String flash(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static List<String> mailsTo(String name) {
        return Mails.last(bean(Outbox.class), 50).stream()
                .filter(mail -> mail.header().to().equals(name + "@exemple.invalid"))
                .map(mail -> Browser.plain(
                        mail.header().subject() + "\n" + mail.mail().text()))
                .toList();
    }

    @Test
    void RE_17_without_a_structure_one_is_told_how_to_get_it_asks_and_sees_it_once_it_is_granted() {
        Browser lou = person("lou");
        Document empty = lou.read(ADDRESS);
        assertThat(empty.text()).contains("De quelle structure êtes-vous", "Proposez sa fiche");
        assertThat(lou.read("/espace").select("nav a[href$=ma-structure]")).isNotEmpty();

        assertThat(flash(asks(lou, THEATRE))).contains("structure-demandee");
        assertThat(lou.read(ADDRESS).text()).contains("Demandée le").doesNotContain("Modifier la fiche");
        assertThat(lou.get("/espace/acteurs/" + id(THEATRE)).statusCode())
                .as("nothing is seen before it is granted")
                .isEqualTo(404);
        assertThat(lou.read("/espace/acteurs").text()).doesNotContain("Théâtre du Fossé Sec");
        assertThat(asks(lou, THEATRE).statusCode()).as("once is enough").isEqualTo(302);

        String task = task("lou");
        assertThat(noor.read("/espace").text()).contains("Demande à tenir cette fiche");
        assertThat(noor.read("/espace/taches").select("li:contains(Personne lou)"))
                .hasSize(1);
        assertThat(lou.get(task).statusCode())
                .as("nobody grants it to themselves")
                .isEqualTo(403);
        assertThat(posts(lou, task, "decision", "accorder").statusCode()).isEqualTo(403);
        assertThat(noor.read(task).text()).contains("lou@exemple.invalid", "personne");

        assertThat(flash(posts(noor, task, "decision", "accorder"))).contains("structure-accordee");

        Document own = lou.read(ADDRESS);
        assertThat(own.text()).contains("Théâtre du Fossé Sec", "Modifier la fiche", "Proposer une actu");
        assertThat(lou.get("/espace/acteurs/" + id(THEATRE)).statusCode()).isEqualTo(200);
        assertThat(mailsTo("lou"))
                .anySatisfy(mail -> assertThat(mail).contains("La fiche « Théâtre du Fossé Sec » est à vous", ADDRESS));
        assertThat(lou.read("/espace/actus/nouveau?pour=" + id(THEATRE))
                        .select("[name=contactStructure] option[selected]")
                        .attr("value"))
                .isEqualTo(id(THEATRE));
    }

    @Test
    void a_refusal_needs_words_which_the_person_reads_and_may_ask_again() {
        Browser max = person("max");
        asks(max, RADIO);
        String task = task("max");
        HttpResponse<String> silent = posts(noor, task, "decision", "refuser", "phrase", " ");
        assertThat(silent.statusCode()).isEqualTo(422);
        assertThat(Browser.plain(silent.body())).contains("Dites pourquoi en une phrase");
        assertThat(posts(noor, task, "decision", "rien").statusCode()).isEqualTo(422);

        String words = "La radio nous dit ne pas vous connaître : passez nous voir.";
        assertThat(flash(posts(noor, task, "decision", "refuser", "phrase", words)))
                .contains("structure-refusee");

        assertThat(max.read(ADDRESS).text()).contains(words);
        assertThat(mailsTo("max")).anySatisfy(mail -> assertThat(mail).contains("pas cette fois", words));
        assertThat(max.get("/espace/acteurs/" + id(RADIO)).statusCode()).isEqualTo(404);
        assertThat(noor.read("/espace/taches").text()).doesNotContain("Personne max");
        assertThat(flash(asks(max, RADIO))).contains("structure-demandee");
        assertThat(posts(max, ADDRESS, "retirer", id(RADIO)).statusCode()).isEqualTo(302);
        assertThat(noor.read("/espace/taches").text()).doesNotContain("Personne max");
    }

    @Test
    void what_is_not_in_the_list_and_a_fourth_request_are_refused_in_words() {
        Browser eva = person("eva");
        for (String structure : List.of("", "rien", "b0ca0000-0000-4000-8000-00000000abcd", "../users/admin")) {
            HttpResponse<String> answer = posts(eva, ADDRESS, "structure", structure);
            assertThat(answer.statusCode()).as(structure).isEqualTo(422);
            assertThat(Browser.plain(answer.body())).contains("Choisissez votre structure dans la liste");
        }
        asks(eva, THEATRE);
        asks(eva, RADIO);
        asks(eva, COOP);
        HttpResponse<String> fourth = asks(eva, FOURNIL);
        assertThat(fourth.statusCode()).isEqualTo(409);
        assertThat(Browser.plain(fourth.body())).contains("Trois demandes attendent déjà une réponse");
        assertThat(noor.read("/espace/taches").select("li:contains(Personne eva)"))
                .hasSize(3);

        bean(Accounts.class).setEnabled("eva", false);
        assertThat(noor.read("/espace/taches").text())
                .as("requests end with the account")
                .doesNotContain("Personne eva");
    }

    @Test
    void of_two_who_answer_at_once_the_second_is_told_and_nothing_is_done_twice() throws Exception {
        Browser zoe = person("zoe");
        asks(zoe, COOP);
        String task = task("zoe");
        List<Callable<String>> answers = List.of(
                () -> flash(posts(noor, task, "decision", "accorder")),
                () -> flash(posts(admin, task, "decision", "refuser", "phrase", "Non merci.")));
        try (Closing both = new Closing(Executors.newFixedThreadPool(2))) {
            List<String> flashes = new ArrayList<>();
            for (Future<String> answer : both.pool().invokeAll(answers)) {
                flashes.add(answer.get());
            }
            assertThat(flashes)
                    .filteredOn(flash -> flash.contains("structure-deja-repondu"))
                    .hasSize(1);
        }
        assertThat(mailsTo("zoe")).hasSize(1);
        assertThat(flash(noor.get(task))).contains("structure-deja-repondu");
        assertThat(noor.read("/espace/taches?fait=structure-deja-repondu").text())
                .contains("Cette demande a déjà sa réponse");
    }

    private record Closing(ExecutorService pool) implements AutoCloseable {
        @Override
        public void close() {
            pool.shutdown();
        }
    }

    @Test
    void a_request_that_nobody_answers_for_months_ends() {
        Browser ali = person("ali");
        asks(ali, RADIO);
        bean(Stores.class)
                .author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNode("/rattachements/ali/" + id(RADIO))
                                .setProperty("le", Dates.utc(Instant.now().minus(Duration.ofDays(181)))));
        bean(StructureRequests.class).endOld();
        assertThat(ali.read(ADDRESS).text()).contains("De quelle structure êtes-vous");
    }

    @Test
    void with_several_structures_each_has_its_part_with_its_membership() {
        Browser ida = person("ida");
        bean(KeptStructures.class).give("ida", id(FOURNIL), "salariee");
        bean(KeptStructures.class).give("ida", id(THEATRE), "salariee");
        Document own = ida.read(ADDRESS);
        assertThat(own.select("main h2").eachText()).startsWith("Le Fournil des Mots", "Théâtre du Fossé Sec");
        assertThat(own.text()).contains("Numéro 2026-0001");
        assertThat(ida.read("/espace/mon-adhesion?structure=" + id(FOURNIL)).text())
                .contains("2026-0001");
        assertThat(ida.read("/espace/mon-adhesion").text()).contains("2026-0001");
    }

    @Test
    void who_erases_a_person_takes_the_structures_and_the_requests_too_and_tells_them_before() {
        Browser tom = person("tom");
        bean(KeptStructures.class).give("tom", id(THEATRE), "salariee");
        asks(tom, RADIO);
        String address = "/espace/reglages/personne";
        Document found = Browser.page(posts(admin, address, "adresse", "tom@exemple.invalid"));
        assertThat(found.text()).contains("Théâtre du Fossé Sec", "Radio Vallon Bleu", "Demande à tenir une fiche");
        String seen = Objects.requireNonNull(found.selectFirst("[name=vu]")).val();
        assertThat(posts(admin, address, "adresse", "tom@exemple.invalid", "geste", "effacer", "vu", seen)
                        .statusCode())
                .isEqualTo(200);
        assertThat(bean(Accounts.class).find("tom").orElseThrow().structures()).isEmpty();
        assertThat(bean(Stores.class)
                        .author()
                        .<Boolean>read(
                                Identity.SYSTEM,
                                session -> AccessControl.isOwner(session.getNode("/acteurs/" + THEATRE), "tom")))
                .isFalse();
        assertThat(bean(StructureRequests.class).of("tom")).isEmpty();
    }
}
