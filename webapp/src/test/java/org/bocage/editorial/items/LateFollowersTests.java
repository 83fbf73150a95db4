package org.bocage.editorial.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.ProjectionRunner;
import org.bocage.cms.repository.Stores;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Messages to people while a follower of the store is behind. */
@DirtiesContext
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"bocage.demo=true", "management.server.port=0"})
class LateFollowersTests {

    private static final String LATE = "Les listes et le site le montreront dans un moment.";

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private Environment environment;

    private final AtomicBoolean broken = new AtomicBoolean();
    private ProjectionRunner follower;
    private Browser salariee;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        String data = DemoHome.at(home);
        properties.add("bocage.home", () -> data);
    }

    @BeforeEach
    void open() {
        salariee = Browser.signedIn(port, "salariee");
        follower = ProjectionRunner.start(
                stores.author(),
                "essai",
                changes -> {
                    if (broken.get()) {
                        throw new IllegalStateException("le disque est plein");
                    }
                },
                null);
    }

    @AfterEach
    void close() {
        follower.close();
    }

    @Test
    void who_saves_while_lists_are_behind_is_told_once_that_it_is_saved_and_will_show() {
        HttpResponse<String> inTime = save("À l’heure");
        assertThat(shown(inTime)).doesNotContain(LATE);

        broken.set(true);
        HttpResponse<String> late = save("En retard");
        String address = next(late);

        assertThat(late.statusCode()).isEqualTo(302);
        assertThat(Browser.plain(salariee.read(address).text())).contains("C’est enregistré.", LATE);
        assertThat(Browser.plain(salariee.read(address).text())).doesNotContain(LATE);
        assertThat(stores.author()
                        .<Boolean>read(
                                Identity.SYSTEM,
                                session -> session.getNode("/actus").getNodes().hasNext()))
                .isTrue();
    }

    @Test
    void health_tells_what_is_behind_since_when_and_why_until_it_is_in_step() {
        Browser management = new Browser(environment.getRequiredProperty("local.management.port", Integer.class));
        broken.set(true);
        save("En retard");

        HttpResponse<String> health = management.get("/actuator/health");
        assertThat(health.body()).contains("author.essai", "le disque est plein", "since");
        Document screen = salariee.read("/espace/reglages/sante");
        assertThat(Browser.plain(screen.text())).contains("author.essai", "le disque est plein", "Depuis le");
        assertThat(new Browser(port).get("/readyz").body()).doesNotContain("essai");

        broken.set(false);
        Awaitility.await().until(() -> follower.trouble().isEmpty());
        assertThat(Browser.plain(salariee.read("/espace/reglages/sante").text()))
                .doesNotContain("le disque est plein");
        assertThat(Browser.signedIn(port, "contributeur")
                        .get("/espace/reglages/sante")
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> save(String title) {
        return salariee.write("/espace/actus/nouveau", Map.of("titre", title), "enregistrer");
    }

    private String shown(HttpResponse<String> saved) {
        return Browser.plain(salariee.read(next(saved)).text());
    }

    private static String next(HttpResponse<String> saved) {
        URI address = URI.create(saved.headers().firstValue("Location").orElseThrow());
        return address.getPath() + "?" + address.getQuery();
    }
}
