package org.bocage.editorial.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.bocage.e2e.Portal;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OPS-11: the help inside the private space. */
class HelpTests {

    @TempDir
    Path home;

    @Test
    void OPS_11_ten_short_pages_at_most_each_with_its_pictures_and_one_step_from_every_screen() {
        try (Portal portal = Portal.start(home.resolve("data"))) {
            Browser ca = new Browser(portal.port());
            assertThat(ca.get("/espace/aide").statusCode()).isEqualTo(401);
            ca.signIn("ca", "demo-bocage");
            assertThat(ca.read("/espace").select("a[href=/espace/aide]")).isNotEmpty();

            List<String> topics =
                    ca.read("/espace/aide").select("main .lignes a").eachAttr("href");
            assertThat(topics).hasSize(10);
            for (String topic : topics) {
                Document page = ca.read(topic);
                assertThat(page.select("main h1").text()).isNotEmpty();
                assertThat(page.select("main .aide").text().split("\\s+").length)
                        .as("words of %s", topic)
                        .isLessThan(300);
                assertThat(page.select("main img")).as("pictures of %s", topic).isNotEmpty();
                for (String picture : page.select("main img").eachAttr("src")) {
                    assertThat(ca.get(picture).statusCode()).as(picture).isEqualTo(200);
                }
            }
            assertThat(ca.get("/espace/aide/rien").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void who_comes_from_a_magnolia_finds_the_way_in() {
        try (Portal portal = Portal.start(home.resolve("data"))) {
            Browser admin = Browser.signedIn(portal.port(), "admin");
            for (String address : List.of("/admin", "/.magnolia/admincentral")) {
                HttpResponse<String> answer = admin.get(address);
                assertThat(answer.statusCode()).as(address).isEqualTo(302);
                assertThat(answer.headers().firstValue("Location"))
                        .hasValueSatisfying(location -> assertThat(location).endsWith("/espace"));
            }
        }
    }
}
