package org.bocage.portal.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.bocage.cms.repository.Dates;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RE-09: the badge follows from the membership, typed by nobody. */
class BadgeTests {

    private static final String MEMBERSHIP = "/espace/adhesions/b0cac008-0000-4000-8000-000000000002";
    private static final String PAGE = "/reseau/acteurs/la-roue-qui-rit";

    @TempDir
    Path home;

    @Test
    void RE_09_the_badge_comes_and_goes_with_the_membership_and_after_the_grace_period() {
        try (Portal portal = Portal.start(home.resolve("data"))) {
            Stores stores = portal.context().getBean(Stores.class);
            Browser visitor = new Browser(portal.port());
            Browser salariee = Browser.signedIn(portal.port(), "salariee");

            save(salariee, "annulee");
            assertThat(visitor.read(PAGE).select("main .badge-adherent")).isEmpty();
            assertThat(visitor.read("/reseau/adherents").select("main a[href='" + PAGE + "']"))
                    .isEmpty();

            save(salariee, "active");
            stores.author()
                    .update(
                            Identity.SYSTEM,
                            session -> session.getNode("/adhesions/la-roue-qui-rit")
                                    .setProperty("fin", Dates.utc(Instant.now().minusSeconds(59L * 86_400))));
            portal.context().getBean(Badge.class).expire();
            assertThat(visitor.read(PAGE).select("main .badge-adherent")).isNotEmpty();
            assertThat(visitor.read("/reseau/adherents").select("main a[href='" + PAGE + "']"))
                    .isNotEmpty();

            stores.author()
                    .update(
                            Identity.SYSTEM,
                            session -> session.getNode("/adhesions/la-roue-qui-rit")
                                    .setProperty("fin", Dates.utc(Instant.now().minusSeconds(61L * 86_400))));
            portal.context().getBean(Badge.class).expire();
            assertThat(visitor.read(PAGE).select("main .badge-adherent")).isEmpty();
        }
    }

    private static void save(Browser salariee, String state) {
        HttpResponse<String> form = salariee.get(MEMBERSHIP);
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        var shown = java.util.Objects.requireNonNull(Browser.page(form).selectFirst("main form:has([name=titre])"));
        shown.select("input[name]:not([type=radio]):not([type=checkbox]):not([type=file])")
                .forEach(one -> fields.put(one.attr("name"), one.attr("value")));
        shown.select("input[checked][name]").forEach(one -> fields.put(one.attr("name"), one.attr("value")));
        shown.select("select[name]")
                .forEach(one -> fields.put(
                        one.attr("name"), one.select("option[selected]").attr("value")));
        shown.select("textarea[name]").forEach(one -> fields.put(one.attr("name"), one.wholeText()));
        fields.put("etatAdhesion", state);
        fields.put("action", "enregistrer");
        HttpResponse<String> saved = salariee.post(MEMBERSHIP, fields);
        assertThat(saved.statusCode()).as(Browser.problems(saved)).isEqualTo(302);
    }
}
