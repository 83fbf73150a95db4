package org.bocage.editorial.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.bocage.Bocage;
import org.bocage.e2e.Chromium;
import org.bocage.e2e.TwoWidths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class RestartTests {

    @TempDir
    Path home;

    @Test
    void a_session_survives_a_restart_and_the_demos_accounts_close_with_it(CapturedOutput output) {
        String token;
        try (ConfigurableApplicationContext first = start("accounts")) {
            assertThat(output.getOut())
                    .contains("Le portail est prêt : http://localhost:" + port(first))
                    .contains("Comptes de démonstration, mot de passe demo-bocage :")
                    .contains("salariee, ca, ca2, contributeur, adherent, adherent2, admin")
                    .doesNotContain("premier-compte");
            Browser browser = Browser.signedIn(port(first), "ca");
            token = browser.cookie("bocage_session").orElseThrow().getValue();
        }

        try (ConfigurableApplicationContext second = start("accounts")) {
            Browser browser = new Browser(port(second));
            browser.keep("bocage_session", token);
            // 404: nobody draws the space here, but who asks is known
            assertThat(browser.get("/espace/rien").statusCode()).isEqualTo(404);
        }

        try (ConfigurableApplicationContext third = start("false")) {
            Browser browser = new Browser(port(third));
            browser.keep("bocage_session", token);
            assertThat(browser.get("/espace/rien").statusCode()).isEqualTo(401);
            assertThat(browser.signIn("admin", "demo-bocage").statusCode()).isEqualTo(401);
            assertThat(browser.get("/connexion").body()).doesNotContain("demo-bocage");
        }
    }

    private void isAccessible(String address) {
        ChromeDriver chromium = Chromium.open(home.resolve("chromium"));
        try {
            chromium.get(address);
            TwoWidths.check(chromium);
        } finally {
            chromium.quit();
        }
    }

    @Test
    void without_the_demo_the_first_start_prints_a_link_that_creates_the_administrator_once(CapturedOutput output) {
        try (ConfigurableApplicationContext context = start("false")) {
            Browser browser = new Browser(port(context));
            String log = output.getOut();
            assertThat(log).contains("Le portail est prêt : http://localhost:" + port(context));
            assertThat(log).doesNotContain("demo-bocage").doesNotContain("contributeur");
            String link = log.substring(log.indexOf("/connexion/premier-compte?jeton="))
                    .lines()
                    .findFirst()
                    .orElseThrow()
                    .strip();
            Map<String, String> person = Map.of("titre", "Claire", "courriel", "claire@exemple.invalid");

            assertThat(Browser.page(browser.get(link)).title()).contains("Créer le compte d’administration");
            isAccessible("http://localhost:" + port(context) + link);
            var tooShort = browser.submit(browser.get(link), with(person, "court"));
            assertThat(tooShort.statusCode()).isEqualTo(422);
            assertThat(Browser.page(tooShort).select("input[name=titre]").attr("value"))
                    .isEqualTo("Claire");
            assertThat(browser.submit(tooShort, with(person, "douze-lettres-ou-plus"))
                            .statusCode())
                    .isEqualTo(302);

            assertThat(browser.get(link).statusCode()).isEqualTo(410);
            assertThat(browser.signIn("claire", "douze-lettres-ou-plus").statusCode())
                    .isEqualTo(302);
            assertThat(context.getBean(Accounts.class).withRole("admin"))
                    .extracting(Account::name)
                    .containsExactly("claire");
        }
        int printed = output.getOut().length();
        try (ConfigurableApplicationContext again = start("false")) {
            assertThat(output.getOut().substring(printed))
                    .contains("Le portail est prêt : http://localhost:" + port(again))
                    .doesNotContain("premier-compte");
            assertThat(new Browser(port(again)).get("/connexion/premier-compte").statusCode())
                    .isEqualTo(404);
        }
    }

    private static Map<String, String> with(Map<String, String> person, String password) {
        Map<String, String> all = new java.util.HashMap<>(person);
        all.put("password", password);
        return all;
    }

    private ConfigurableApplicationContext start(String demo) {
        return new SpringApplicationBuilder(Bocage.class)
                .run("--server.port=0", "--bocage.home=" + home, "--bocage.demo=" + demo);
    }

    private static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
