package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trust in X-Forwarded-* headers: in those of a web server on this machine, and of no visitor. */
class TrustedProxyTests {

    private static final String FROM = "X-Forwarded-For";
    private static final String FORM = "/proposer/evenement";
    private static final int POSTS = 3;
    private static final String[] BY_HTTPS = {"X-Forwarded-Proto", "https", "X-Forwarded-Host", "pole.exemple.invalid"};

    @TempDir
    static Path home;

    /** A portal as it is delivered: these tests are its web server. */
    private static Portal behindProxy;
    /** A portal whose web server is another machine: these tests are visitors who come straight to it. */
    private static Portal facingVisitors;

    @BeforeAll
    static void start() {
        behindProxy = start("behind");
        facingVisitors = start("facing", "--server.tomcat.remoteip.internal-proxies=203.0.113.9/32");
    }

    private static Portal start(String folder, String... options) {
        String[] all = Arrays.copyOf(options, options.length + 2);
        all[options.length] = "--bocage.forms.minimum-time=0s";
        all[options.length + 1] = "--bocage.forms.posts-per-hour=" + POSTS;
        return Portal.start(home.resolve(folder), all);
    }

    @AfterAll
    static void stop() {
        behindProxy.close();
        facingVisitors.close();
    }

    /** Status of a wrong password, after so many others, each with a header of its own. */
    private static int signInAfter(int attempts, Portal portal, String name, IntFunction<String> from) {
        Browser browser = new Browser(portal.port());
        int status = 0;
        for (int i = 0; i <= attempts; i++) {
            Map<String, String> fields = fields(browser.get("/connexion"));
            fields.putAll(Map.of("username", name, "password", "mauvais"));
            status = browser.post("/connexion", fields, FROM, from.apply(i)).statusCode();
        }
        return status;
    }

    /** Status of a form in which nothing is filled in, after so many others, each with a header of its own. */
    private static int formAfter(int posts, Portal portal, IntFunction<String> from) {
        Browser browser = new Browser(portal.port());
        int status = 0;
        for (int i = 0; i <= posts; i++) {
            status = browser.post(FORM, fields(browser.get(FORM)), FROM, from.apply(i))
                    .statusCode();
        }
        return status;
    }

    private static Map<String, String> fields(HttpResponse<String> page) {
        Map<String, String> fields = new HashMap<>();
        for (Element input : Browser.page(page).select("main form[method=post] input[name]")) {
            fields.put(input.attr("name"), input.attr("value"));
        }
        return fields;
    }

    private static List<String> cookies(Portal portal) {
        return new Browser(portal.port()).get("/espace", BY_HTTPS).headers().allValues("Set-Cookie");
    }

    /** Address that a portal believes it has, which it proposes on the screen where it is given. */
    private static String address(Portal portal) {
        return Browser.page(Browser.signedIn(portal.port(), "admin").get("/espace/reglages/adresse", BY_HTTPS))
                .select("input[name=adresse]")
                .val();
    }

    @Test
    void attempts_to_sign_in_count_by_the_visitor_that_the_web_server_names() {
        assertThat(signInAfter(5, behindProxy, "ca", i -> "198.51.100.1")).isEqualTo(429);
        assertThat(signInAfter(0, behindProxy, "ca", i -> "198.51.100.2")).isEqualTo(401);
    }

    @Test
    void an_address_that_a_visitor_claims_before_that_of_the_web_server_counts_for_nothing() {
        assertThat(signInAfter(5, behindProxy, "salariee", i -> "203.0.113." + i + ", 198.51.100.3"))
                .isEqualTo(429);
        // whoever sits in a private network is no web server
        assertThat(signInAfter(5, behindProxy, "adherent", i -> "203.0.113." + i + ", 192.168.1.5"))
                .isEqualTo(429);
    }

    @Test
    void who_comes_straight_escapes_no_limit_by_claiming_addresses() {
        assertThat(signInAfter(5, facingVisitors, "ca", i -> "203.0.113." + i)).isEqualTo(429);
        assertThat(formAfter(POSTS, facingVisitors, i -> "203.0.113." + i)).isEqualTo(429);
    }

    @Test
    void forms_count_by_the_visitor_that_the_web_server_names() {
        assertThat(formAfter(POSTS, behindProxy, i -> "198.51.100.4")).isEqualTo(429);
        assertThat(formAfter(0, behindProxy, i -> "198.51.100.5")).isEqualTo(422);
    }

    @Test
    void the_web_server_says_that_one_comes_by_https_and_to_which_name() {
        assertThat(cookies(behindProxy)).isNotEmpty().allMatch(cookie -> cookie.contains("Secure"));
        assertThat(address(behindProxy)).isEqualTo("https://pole.exemple.invalid");
    }

    @Test
    void who_comes_straight_does_not() {
        assertThat(cookies(facingVisitors)).isNotEmpty().noneMatch(cookie -> cookie.contains("Secure"));
        assertThat(address(facingVisitors)).isEmpty();
    }
}
