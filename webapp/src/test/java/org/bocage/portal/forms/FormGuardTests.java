package org.bocage.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.mail.Mails;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** CO-02: what machines send, and what comes too fast or too much of it. Time passes when a test says so. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "bocage.demo=true",
            "spring.mail.host=",
            "management.server.port=0",
            "bocage.forms.posts-per-hour=3"
        })
class FormGuardTests {

    private static final GreenMail NO_MAILS = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static final String GUICHEN = "b0ca0003-0000-4000-8000-000000035126";
    private static final Map<String, String> PERSON = Map.of("nom", "Lou", "courriel", "lou@exemple.invalid");

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private Outbox outbox;

    @Autowired
    private FormGuard guard;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private StandingClock clock;

    @Autowired
    private Environment environment;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        String data = DemoHome.at(home.resolve("data"));
        properties.add("bocage.home", () -> data);
    }

    @TestConfiguration
    static class Time {

        @Bean
        StandingClock clock() {
            return new StandingClock();
        }
    }

    /** Stands still, so that however long a request takes, no time passed. */
    static final class StandingClock extends Clock {

        private volatile Instant now = Instant.now();

        void forward(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Nobody has sent anything this hour. */
    @BeforeEach
    void another_hour() {
        clock.forward(Duration.ofHours(1));
    }

    private Stranger stranger() {
        return new Stranger(port, NO_MAILS);
    }

    @Test
    void CO_02_a_form_sent_at_once_is_thanked_and_after_three_an_hour_all_is_kept_and_nothing_taken() {
        Stranger stranger = stranger();
        Map<String, String> typed = event();
        HttpResponse<String> fast = stranger.send("/proposer/evenement", typed);
        assertThat(fast.headers().firstValue("Location")).contains("/proposer/merci");
        assertThat(Mails.last(outbox, 500))
                .noneMatch(entry -> entry.mail().to().equals(typed.get("proposant.courriel")));

        HttpResponse<String> last = fast;
        for (int i = 0; i < 4; i++) {
            Map<String, String> wrong = new java.util.HashMap<>(typed);
            wrong.put("titre", "");
            wrong.put("jeton", guard.tokenAgain("evenement"));
            last = stranger.send("/proposer/evenement", wrong);
            assertThat(last.statusCode()).isEqualTo(i < 3 ? 422 : 429);
        }
        assertThat(Browser.page(last).select("[name='lieu.nom']").attr("value")).isEqualTo("La place");
        assertThat(Stranger.words(last)).contains("Rien n’est perdu");
    }

    @Test
    void a_form_opened_before_the_clock_was_set_back_comes_back_with_all_that_was_typed() {
        Map<String, String> typed = new java.util.HashMap<>(event());
        typed.put("jeton", guard.tokenAgain("evenement"));
        clock.forward(Duration.ofDays(-1));

        HttpResponse<String> answer = stranger().send("/proposer/evenement", typed);

        clock.forward(Duration.ofDays(1));
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(Browser.page(answer).select("[name='lieu.nom']").attr("value"))
                .isEqualTo("La place");
    }

    static Stream<Arguments> every_form_that_needs_no_account() {
        String soon = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(30).toString();
        return Stream.of(
                arguments("/contact", with(PERSON, "sujet", "question", "message", "Vous ouvrez samedi ?")),
                arguments("/contact/acteurs/la-roue-qui-rit", with(PERSON, "message", "Vous réparez les tandems ?")),
                arguments("/contact/actions/l-agenda-commun", with(PERSON, "message", "On a une salle à prêter.")),
                arguments("/agenda/s-inscrire/apero-des-idees", PERSON),
                arguments("une photo", Map.of("raison", "Ma fille est devant.")),
                arguments(
                        "/adherer/formulaire",
                        with(
                                PERSON,
                                "formule",
                                "personne",
                                "prenom",
                                "Lou",
                                "nom-de-famille",
                                "Le Goff",
                                "paiement",
                                "cheque")),
                arguments("/abonnement/annonces", PERSON),
                arguments("/abonnement/projets", Map.of("courriel", "lou.aussi@exemple.invalid")),
                arguments("/abonnement/lettre", PERSON),
                arguments("/abonnement/agenda/apero-des-idees", PERSON),
                arguments("/proposer/mise-a-jour/la-roue-qui-rit", Map.of("courriel", "roue@exemple.invalid")),
                arguments("/proposer/evenement", event()),
                arguments(
                        "/proposer/actu",
                        Map.of(
                                "titre", "Le four chauffe",
                                "chapo", "Trente pains sortent du four, on se les partage dès samedi.",
                                "proposant.nom", "Camille",
                                "proposant.courriel", "camille@exemple.invalid")),
                arguments(
                        "/proposer/annonce",
                        with(
                                Map.of(),
                                "titre",
                                "Un frigo bien élevé",
                                "type.type",
                                "materiel-don",
                                "type.materiel-don.categorieMateriel",
                                "electromenager",
                                "type.materiel-don.etatObjet",
                                "bon",
                                "type.materiel-don.retrait",
                                "Sur place, le samedi",
                                "description",
                                "Il ronronne, il refroidit, il cherche une cuisine où rendre service.",
                                "structure.nom",
                                "Camille, de la rue du Puits",
                                "commune",
                                GUICHEN,
                                "cloture",
                                soon,
                                "commentRepondre[0].genre",
                                "telephone",
                                "commentRepondre[0].valeur",
                                "02 61 91 00 00",
                                "proposant.nom",
                                "Camille",
                                "proposant.courriel",
                                "camille@exemple.invalid")));
    }

    private static Map<String, String> event() {
        return Map.of(
                "titre", "Une fête",
                "debut", "2040-05-12T19:00",
                "lieu.nom", "La place",
                "commune", GUICHEN,
                "organisateurs[0].nom", "Nous",
                "description", "On danse, on mange, on recommence.",
                "proposant.nom", "Camille",
                "proposant.courriel", "camille@exemple.invalid");
    }

    private static Map<String, String> with(Map<String, String> typed, String... more) {
        Map<String, String> all = new HashMap<>(typed);
        for (int at = 0; at < more.length; at += 2) {
            all.put(more[at], more[at + 1]);
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("every_form_that_needs_no_account")
    void
            CO_02_at_each_form_a_trap_that_is_filled_a_post_within_three_seconds_and_a_second_one_are_thanked_and_do_nothing(
                    String form, Map<String, String> typed) {
        String address = form.startsWith("/") ? form : photo();
        seats(stores);
        HttpResponse<String> page = stranger().browser().get(address);
        Map<String, String> trapped = with(typed, FormGuard.TRAP, "https://spam.invalid");
        long before = kept();
        double counted = refused();

        List<HttpResponse<String>> robots = new ArrayList<>();
        // who does not want to be seen on a photo does not wait
        if (form.startsWith("/")) {
            clock.forward(Duration.ofSeconds(2));
            robots.add(stranger().answer(page, typed, Map.of()));
            clock.forward(Duration.ofSeconds(1));
        }
        robots.add(stranger().answer(page, trapped, Map.of()));
        assertThat(kept()).as("nothing is kept, and no mail goes").isEqualTo(before);
        assertThat(refused() - counted).as("counted").isEqualTo(robots.size());

        HttpResponse<String> honest = stranger().answer(page, typed, Map.of());
        long after = kept();
        assertThat(after).as("three seconds are enough for a person").isGreaterThan(before);
        robots.add(stranger().answer(page, typed, Map.of()));
        assertThat(kept()).as("a token that served").isEqualTo(after);
        assertThat(refused() - counted).as("counted").isEqualTo(robots.size());

        for (HttpResponse<String> robot : robots) {
            assertThat(robot.statusCode()).isEqualTo(honest.statusCode()).isIn(200, 303);
            assertThat(thanks(robot)).isEqualTo(thanks(honest));
        }
    }

    /** The heading of what one is shown. */
    private String thanks(HttpResponse<String> answer) {
        HttpResponse<String> shown = answer.headers()
                .firstValue("Location")
                .map(address -> stranger().browser().get(address))
                .orElse(answer);
        assertThat(shown.statusCode()).isEqualTo(200);
        return Browser.plain(Browser.page(shown).select("main h1").text());
    }

    private String photo() {
        return Browser.page(stranger().browser().get("/actualites/photos/un-samedi-au-jardin"))
                .select("a:contains(Demander le retrait)")
                .attr("href");
    }

    /** An event with twenty seats. */
    static void seats(Stores stores) {
        for (WritableStore store : BothStores.of(stores)) {
            store.update(Identity.SYSTEM, session -> {
                Node event = session.getNodeByIdentifier("b0ca0011-0000-4000-8000-000000000001");
                Node how = event.hasNode("inscription")
                        ? event.getNode("inscription")
                        : event.addNode("inscription", "mgnl:contentNode");
                how.setProperty("mode", "places");
                how.setProperty("places", 20);
            });
        }
    }

    /** How much is kept of what people send, and how many mails went or wait; what the passing of time sends is apart. */
    private long kept() {
        return Mails.last(outbox, 500).stream()
                        .filter(entry -> !entry.mail().subject().endsWith("attend toujours une réponse"))
                        .count()
                + stores.author().<Long>read(Identity.SYSTEM, session -> {
                    long all = 0;
                    for (String workspace :
                            List.of("propositions", "messages", "inscriptions", "adhesions", "abonnes")) {
                        all += nodes(new Workspace(workspace).root(session));
                    }
                    return all;
                });
    }

    private static long nodes(Node node) throws RepositoryException {
        long all = 1;
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            all += nodes(children.nextNode());
        }
        return all;
    }

    private double refused() {
        return meters.find("bocage.forms.refused").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Test
    void OPS_10_the_management_port_tells_its_health_and_what_it_counts_and_the_port_of_the_site_does_not() {
        Stranger stranger = stranger();
        stranger.send("/proposer/lieu", Map.of("titre", "Trop vite"));
        Browser management = new Browser(environment.getRequiredProperty("local.management.port", Integer.class));

        assertThat(management.get("/actuator/health").body()).contains("\"status\":\"UP\"");
        assertThat(management.get("/actuator/prometheus").body())
                .containsPattern("bocage_forms_refused_total\\{[^}]*\\} [1-9]")
                .contains("jvm_memory_used_bytes")
                .doesNotContain("demo-bocage");
        assertThat(management.get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(new Browser(port).get("/actuator/prometheus").statusCode()).isEqualTo(404);
    }
}
