package org.bocage.portal.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.bocage.e2e.Portal;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CO-02: what comes too fast, or too much of it. */
class FormGuardTests {

    @TempDir
    static Path home;

    private static Portal portal;

    @BeforeAll
    static void start() {
        portal =
                Portal.start(home.resolve("data"), "--bocage.forms.minimum-time=1m", "--bocage.forms.posts-per-hour=3");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void CO_02_a_form_sent_at_once_is_thanked_and_after_three_an_hour_all_is_kept_and_nothing_taken() {
        Stranger stranger = new Stranger(portal.port(), new GreenMail(ServerSetup.SMTP.dynamicPort()));
        Map<String, String> typed = Map.of(
                "titre", "Une fête",
                "debut", "2040-05-12T19:00",
                "lieu.nom", "La place",
                "commune", "b0ca0003-0000-4000-8000-000000035126",
                "organisateurs[0].nom", "Nous",
                "description", "On danse, on mange, on recommence.",
                "proposant.nom", "Camille",
                "proposant.courriel", "camille@exemple.invalid");
        HttpResponse<String> fast = stranger.send("/proposer/evenement", typed);
        assertThat(fast.headers().firstValue("Location")).contains("/proposer/merci");
        assertThat(portal.context().getBean(Outbox.class).recent(10)).isEmpty();

        FormGuard guard = portal.context().getBean(FormGuard.class);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/abonnement/annonces",
                "/abonnement/lettre",
                "/abonnement/agenda/apero-des-idees",
                "/proposer/mise-a-jour/la-roue-qui-rit",
            })
    void CO_02_an_address_left_at_once_is_thanked_and_no_mail_goes_to_it(String form) {
        String address = "roue@exemple.invalid"; // that of the fiche, to which a link would go
        Stranger stranger = new Stranger(portal.port(), new GreenMail(ServerSetup.SMTP.dynamicPort()));

        HttpResponse<String> fast = stranger.send(form, Map.of("courriel", address));

        assertThat(fast.statusCode()).isEqualTo(303);
        assertThat(stranger.browser()
                        .get(fast.headers().firstValue("Location").orElseThrow())
                        .statusCode())
                .isEqualTo(200);
        assertThat(portal.context().getBean(Outbox.class).recent(100))
                .noneMatch(entry -> entry.mail().to().equals(address));
    }

    @Test
    void OPS_10_the_management_port_tells_its_health_and_what_it_counts_and_the_port_of_the_site_does_not() {
        Stranger stranger = new Stranger(portal.port(), new GreenMail(ServerSetup.SMTP.dynamicPort()));
        stranger.send("/proposer/lieu", Map.of("titre", "Trop vite"));
        Browser management = new Browser(
                portal.context().getEnvironment().getRequiredProperty("local.management.port", Integer.class));

        assertThat(management.get("/actuator/health").body()).contains("\"status\":\"UP\"");
        assertThat(management.get("/actuator/prometheus").body())
                .containsPattern("bocage_forms_refused_total\\{[^}]*\\} [1-9]")
                .contains("jvm_memory_used_bytes")
                .doesNotContain("demo-bocage");
        assertThat(management.get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(new Browser(portal.port()).get("/actuator/prometheus").statusCode())
                .isEqualTo(404);
    }
}
