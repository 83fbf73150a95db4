package org.bocage.editorial.security.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bocage.SettableClock;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.security.SignedInReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "bocage.demo=accounts")
class SignInTests {

    private static final String PASSWORD = "demo-bocage";
    private static final String SAME_SENTENCE = "Le nom ou le mot de passe ne va pas.";

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SettableClock clock;

    private Browser browser;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        String data = DemoHome.emptyAt(home);
        properties.add("bocage.home", () -> data);
    }

    @TestConfiguration
    static class Pages {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }

        @Bean
        Echo echo(SignedInReader reader) {
            return new Echo(reader);
        }
    }

    @RestController
    static class Echo {

        private final SignedInReader reader;

        Echo(SignedInReader reader) {
            this.reader = reader;
        }

        @OpenTo(People.SIGNED_IN)
        @RequestMapping({"/espace/essai", "/author/essai", "/public/essai", "/.rest/essai", "/author/.rest/essai"})
        String echo(HttpServletRequest request) {
            return reader.identity().userId() + " " + reader.identity().principals() + " "
                    + request.getParameter("titre");
        }
    }

    @BeforeEach
    void open() {
        browser = new Browser(port);
        clock.forward(Duration.ofHours(2));
    }

    @Test
    void a_visitor_reads_the_public_site_with_the_anonymous_roles_and_gets_no_cookie() {
        HttpResponse<String> page = browser.get("/public/essai");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).startsWith("anonymous [audience:public, role:visiteur]");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void the_private_space_answers_401_with_the_form_at_the_same_address() {
        for (String address : List.of("/espace/essai", "/espace", "/author/essai", "/espace/absent?x=1")) {
            HttpResponse<String> page = browser.get(address);

            assertThat(page.statusCode()).as(address).isEqualTo(401);
            assertThat(Browser.page(page).select("form input[name=username], form input[name=password]"))
                    .hasSize(2);
            assertThat(Browser.page(page).select("input[name=suite]").attr("value"))
                    .isEqualTo(address);
        }
    }

    @Test
    void who_comes_with_a_browser_gets_the_form_as_a_page_like_any_other() {
        HttpResponse<String> page = browser.get("/espace/essai", "Sec-Fetch-Dest", "document");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Browser.page(page).select("input[name=suite]").attr("value")).isEqualTo("/espace/essai");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(browser.get("/espace/essai", "Sec-Fetch-Dest", "empty").statusCode())
                .as("a script")
                .isEqualTo(401);
        assertThat(browser.post("/espace/essai", Map.of("a", "b"), "Sec-Fetch-Dest", "document")
                        .statusCode())
                .isIn(401, 403);
    }

    @Test
    void signs_in_by_name_or_mail_address_and_comes_back() {
        HttpResponse<String> answer = browser.submit(
                browser.get("/espace/essai?a=1"), Map.of("username", "CA@exemple.invalid", "password", PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/espace/essai?a=1"));
        assertThat(browser.get("/espace/essai").body())
                .startsWith("ca [audience:adherents, audience:ca, audience:public, role:ca, role:visiteur, user:ca]");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_sentence() {
        for (String name : List.of("ca", "personne", "personne@exemple.invalid")) {
            HttpResponse<String> answer = browser.signIn(name, "mauvais");

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(Browser.page(answer).text()).contains(SAME_SENTENCE);
            assertThat(Browser.page(answer).select("input[name=username]").attr("value"))
                    .isEqualTo(name);
        }
    }

    @Test
    void five_failures_slow_down_even_the_right_password_and_then_it_passes() {
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn("adherent", "mauvais").statusCode()).isEqualTo(401);
        }

        HttpResponse<String> slowed = browser.signIn("adherent", PASSWORD);
        assertThat(slowed.statusCode()).isEqualTo(429);
        assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
        assertThat(Browser.page(slowed).text()).contains("Il y a eu beaucoup d’essais.");
        assertThat(browser.get("/author/.rest/essai", "Authorization", basic("adherent", PASSWORD))
                        .statusCode())
                .isEqualTo(429);
        assertThat(browser.signIn("adherent2", PASSWORD).statusCode()).isEqualTo(302);

        clock.forward(Duration.ofSeconds(16));
        assertThat(browser.signIn("adherent", PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void the_session_cookie_is_for_the_server_only_and_new_at_each_sign_in() {
        HttpResponse<String> answer = browser.signIn("ca", PASSWORD);

        String cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("bocage_session="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
        String before = browser.cookie("bocage_session").orElseThrow().getValue();
        browser.signIn("ca", PASSWORD);
        assertThat(browser.cookie("bocage_session").orElseThrow().getValue()).isNotEqualTo(before);
        Browser thief = new Browser(port);
        thief.keep("bocage_session", before);
        assertThat(thief.get("/espace/essai").statusCode()).isEqualTo(401);
    }

    @Test
    void a_session_ends_after_twelve_idle_hours_and_thirty_days_at_most() {
        browser.signIn("ca", PASSWORD);
        for (int hour = 0; hour < 30 * 24 - 11; hour += 11) {
            assertThat(browser.get("/espace/essai").statusCode())
                    .as("hour " + hour)
                    .isEqualTo(200);
            clock.forward(Duration.ofHours(11));
        }
        clock.forward(Duration.ofHours(11));
        assertThat(browser.get("/espace/essai").statusCode()).isEqualTo(401);

        browser.signIn("ca", PASSWORD);
        clock.forward(Duration.ofHours(13));
        assertThat(browser.get("/espace/essai").statusCode()).isEqualTo(401);
    }

    @Test
    void signing_out_ends_the_session_on_the_server() {
        browser.signIn("ca", PASSWORD);
        String token = browser.cookie("bocage_session").orElseThrow().getValue();
        String csrf = Browser.page(browser.get("/connexion"))
                .select("input[name=_csrf]")
                .attr("value");

        assertThat(browser.post("/deconnexion", Map.of("_csrf", csrf)).statusCode())
                .isEqualTo(302);

        browser.keep("bocage_session", token);
        assertThat(browser.get("/espace/essai").statusCode()).isEqualTo(401);
    }

    @Test
    void closing_an_account_and_changing_its_password_end_its_sessions() {
        accounts.create("passante", "Passante", "passante@exemple.invalid", List.of("ca"), "un-long-secret");
        browser.signIn("passante", "un-long-secret");
        accounts.setPassword("passante", "un-autre-long-secret");
        assertThat(browser.get("/espace/essai").statusCode()).isEqualTo(401);

        browser.signIn("passante", "un-autre-long-secret");
        assertThat(browser.get("/espace/essai").statusCode()).isEqualTo(200);
        accounts.setEnabled("passante", false);
        assertThat(browser.get("/espace/essai").statusCode()).isEqualTo(401);
        assertThat(Browser.page(browser.signIn("passante", "un-autre-long-secret"))
                        .text())
                .contains("Ce compte n’est plus ouvert.");
        assertThat(Browser.page(browser.signIn("passante", "mauvais")).text()).contains(SAME_SENTENCE);
    }

    @Test
    void a_post_without_the_forms_token_changes_nothing() {
        browser.signIn("ca", PASSWORD);

        HttpResponse<String> foreign =
                browser.post("/espace/essai", Map.of("titre", "Volé"), "Sec-Fetch-Site", "cross-site");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.body()).doesNotContain("Volé");

        HttpResponse<String> login = browser.post("/connexion", Map.of("username", "ca", "password", PASSWORD));
        assertThat(login.statusCode()).isEqualTo(403);
        assertThat(login.headers().allValues("Set-Cookie")).noneMatch(one -> one.startsWith("bocage_session"));
    }

    @Test
    void goes_on_only_to_addresses_of_this_site() {
        for (String suite : List.of(
                "//ailleurs.invalid",
                "https://ailleurs.invalid/",
                "/\\ailleurs.invalid",
                "javascript:alert(1)",
                "/\t/ailleurs.invalid",
                "ailleurs",
                "")) {
            HttpResponse<String> answer = browser.submit(
                    browser.get("/connexion"), Map.of("username", "ca", "password", PASSWORD, "suite", suite));

            assertThat(answer.headers().firstValue("Location"))
                    .as(suite)
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/espace").doesNotContain("ailleurs"));
        }
    }

    @Test
    void a_form_sent_after_the_session_ended_is_kept_through_the_login_even_a_failed_one() {
        browser.signIn("ca", PASSWORD);
        String csrf = Browser.page(browser.get("/connexion"))
                .select("input[name=_csrf]")
                .attr("value");
        clock.forward(Duration.ofHours(13));

        HttpResponse<String> login = browser.post(
                "/espace/essai?n=1", Map.of("titre", "Fête & <communs>", "_csrf", csrf, "motDePasse", "x"));
        assertThat(login.statusCode()).isEqualTo(401);
        HttpResponse<String> again = browser.submit(login, Map.of("username", "ca", "password", "mauvais"));
        HttpResponse<String> resume = browser.submit(again, Map.of("username", "ca", "password", PASSWORD));

        assertThat(resume.statusCode()).isEqualTo(200);
        assertThat(Browser.page(resume).text()).contains("Fête & <communs>");
        HttpResponse<String> sent = browser.submit(resume, Map.of());
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(sent.body()).startsWith("ca ").endsWith("Fête & <communs>");
    }

    @Test
    void a_form_whose_token_is_from_before_a_sign_in_elsewhere_is_shown_to_be_sent_again() {
        browser.signIn("ca", PASSWORD);

        HttpResponse<String> resume = browser.post("/espace/essai", Map.of("titre", "Fête", "_csrf", "perime"));

        assertThat(resume.statusCode()).isEqualTo(403);
        assertThat(browser.submit(resume, Map.of()).body()).endsWith("Fête");
    }

    @Test
    void basic_is_accepted_everywhere_but_in_the_private_space() {
        String ca = basic("ca", PASSWORD);
        for (String address : List.of("/.rest/essai", "/author/.rest/essai", "/author/essai", "/public/essai")) {
            assertThat(browser.get(address, "Authorization", ca).body())
                    .as(address)
                    .startsWith("ca ");
        }
        assertThat(browser.get("/public/essai").body()).startsWith("anonymous ");
        assertThat(browser.get("/espace/essai", "Authorization", ca).statusCode())
                .isEqualTo(401);
        HttpResponse<String> wrong = browser.get("/author/.rest/essai", "Authorization", basic("ca", "mauvais"));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(browser.cookie("bocage_session")).isEmpty();
    }

    @Test
    void a_program_writes_through_rest_with_basic_and_another_sites_page_does_not() {
        String ca = basic("ca", PASSWORD);
        assertThat(browser.post("/author/.rest/essai", Map.of("titre", "T"), "Authorization", ca)
                        .statusCode())
                .isEqualTo(200);
        assertThat(browser.post(
                                "/author/.rest/essai",
                                Map.of("titre", "T"),
                                "Authorization",
                                ca,
                                "Sec-Fetch-Site",
                                "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void every_page_says_what_it_may_load() {
        HttpResponse<String> page = browser.get("/connexion");

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'self'", "'nonce-")
                        .doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .isNotEqualTo(browser.get("/connexion").headers().firstValue("Content-Security-Policy"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("strict-origin-when-cross-origin");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void the_parts_of_a_page_carry_no_headers_of_documents_and_drawings_do() {
        HttpHeaders part =
                browser.get("/.resources/portail/webresources/css/base.css").headers();
        assertThat(part.firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/css"));
        assertThat(part.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(part.map()).doesNotContainKeys("content-security-policy", "permissions-policy", "x-frame-options");

        HttpHeaders drawing =
                browser.get("/.resources/portail/webresources/favicon.svg").headers();
        assertThat(drawing.firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(drawing.map()).containsKeys("content-security-policy", "permissions-policy", "x-frame-options");
    }

    @Test
    void every_page_takes_from_itself_the_devices_that_the_portal_does_not_use() {
        for (String address : List.of("/connexion", "/", "/", "/rien-de-tel", "/.rest/delivery/actus/v1")) {
            assertThat(browser.get(address).headers().allValues("Permissions-Policy"))
                    .as(address)
                    .singleElement()
                    .satisfies(policy -> assertThat(List.of(policy.split(", ")))
                            .contains("camera=()", "microphone=()", "payment=()", "usb=()")
                            .contains("geolocation=(self)", "publickey-credentials-get=(self)")
                            .doesNotHaveDuplicates());
        }
    }

    @Test
    void passwords_are_kept_as_argon2() {
        assertThat(accounts.loadUserByUsername("ca").getPassword()).startsWith("{argon2}$argon2id$");
    }

    @Test
    void to_try_a_password_costs_19_mebibytes_gone_through_twice() {
        assertThat(new SecurityConfiguration().passwordEncoder().encode("demo-bocage"))
                .startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
