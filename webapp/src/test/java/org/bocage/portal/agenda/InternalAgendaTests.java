package org.bocage.portal.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The internal agenda: a screen for those who read what is for the CA, and a calendar at a secret address. */
class InternalAgendaTests {

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Portal portal;

    @BeforeAll
    static void start() {
        portal = Portal.start(home);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static Browser signedIn(String name) {
        return Browser.signedIn(portal.port(), name);
    }

    private static String address(HttpResponse<String> screen) {
        String address = Browser.page(screen).select("#champ-adresse").val();
        assertThat(address).startsWith(portal.address() + "/agenda/prive/").endsWith(".ics");
        return address.substring(portal.address().length());
    }

    private static HttpResponse<String> makes(Browser member) {
        Document page = member.read("/espace/agenda");
        var token = Objects.requireNonNull(page.selectFirst("main form input[type=hidden]"));
        return member.post("/espace/agenda", Map.of(token.attr("name"), token.attr("value"), "action", "adresse"));
    }

    private static HttpResponse<String> asProgram(String path) {
        return new Browser(portal.port()).get(path);
    }

    @Test
    void IN_05_AG_16_only_those_who_read_what_is_for_the_ca_have_the_screen() {
        for (String name : new String[] {"ca", "salariee", "admin"}) {
            Document page = signedIn(name).read("/espace/agenda");
            assertThat(page.select("main h2").text())
                    .as(name)
                    .contains("CA du mois")
                    .doesNotContain("Apéro des idées");
            assertThat(page.select("nav a[href=/espace/agenda]")).as(name).isNotEmpty();
        }
        for (String name : new String[] {"adherent", "contributeur"}) {
            assertThat(signedIn(name).get("/espace/agenda").statusCode())
                    .as(name)
                    .isEqualTo(404);
            assertThat(signedIn(name).read("/espace").select("nav a[href=/espace/agenda]"))
                    .isEmpty();
        }
        assertThat(new Browser(portal.port()).get("/espace/agenda").statusCode())
                .isEqualTo(401);
    }

    @Test
    void AG_16_the_secret_address_gives_the_internal_dates_and_the_new_one_ends_the_old_one() {
        Browser member = signedIn("ca");
        String first = address(makes(member));

        HttpResponse<String> calendar = asProgram(first);
        assertThat(calendar.statusCode()).isEqualTo(200);
        assertThat(OtherCalendar.of(calendar.body()).titles())
                .contains("CA du mois")
                .doesNotContain("Apéro des idées");
        assertThat(calendar.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(calendar.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(member.read("/espace/agenda").select("#champ-adresse")).isEmpty();

        String second = address(makes(member));

        assertThat(second).isNotEqualTo(first);
        assertThat(asProgram(first).statusCode()).isEqualTo(404);
        assertThat(asProgram(second).statusCode()).isEqualTo(200);
    }

    @Test
    void AG_16_an_address_that_was_altered_or_whose_account_is_closed_is_not_found() {
        String address = address(makes(signedIn("ca2")));
        assertThat(asProgram(address).statusCode()).isEqualTo(200);

        assertThat(asProgram(address.replace(".ics", "x.ics")).statusCode()).isEqualTo(404);
        assertThat(asProgram("/agenda/prive/" + "a".repeat(43) + ".ics").statusCode())
                .isEqualTo(404);
        assertThat(asProgram("/agenda/prive/court.ics").statusCode()).isEqualTo(404);
        portal.context().getBean(Accounts.class).setEnabled("ca2", false);
        assertThat(asProgram(address).statusCode()).isEqualTo(404);
        portal.context().getBean(Accounts.class).setEnabled("ca2", true);
    }

    @Test
    void AG_16_a_gesture_that_is_none_changes_nothing() {
        Browser member = signedIn("salariee");
        String address = address(makes(member));
        Document page = member.read("/espace/agenda");
        var token = Objects.requireNonNull(page.selectFirst("main form input[type=hidden]"));

        assertThat(member.post("/espace/agenda", Map.of(token.attr("name"), token.attr("value"), "action", "voler"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(asProgram(address).statusCode()).isEqualTo(200);
    }
}
