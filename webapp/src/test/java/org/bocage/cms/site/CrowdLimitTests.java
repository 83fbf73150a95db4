package org.bocage.cms.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bocage.cms.repository.PublishedWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** More pages asked for than the portal draws at a time. */
@TestPropertySource(properties = {"bocage.renderings=2", "bocage.rendering-wait=1s"})
@Tag("fast")
class CrowdLimitTests extends AtTheGate {

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        EmptyPortal.properties(registry, home, Path.of("webapp/src/test/resources/org/bocage/cms/site/limits"));
    }

    @Test
    void beyond_what_is_drawn_at_a_time_one_is_asked_to_come_back_and_what_is_kept_is_still_shown() {
        assertThat(ask("/simple").join().statusCode()).isEqualTo(200);
        CompletableFuture<HttpResponse<String>> one = ask("/une");
        CompletableFuture<HttpResponse<String>> other = ask("/autre");
        awaitAtTheGate(2);

        HttpResponse<String> page = ask("/troisieme").join();
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).contains("Beaucoup de monde");
        HttpResponse<String> told =
                ask("/troisieme", "Accept", "application/json").join();
        assertThat(told.statusCode()).isEqualTo(503);
        assertThat(told.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(told.body()).contains("\"code\":\"tooBusy\"");
        // nor does one wait for ever for a page that somebody else has drawn
        assertThat(ask("/une").join().statusCode()).isEqualTo(503);
        assertThat(ask("/simple").join().statusCode()).isEqualTo(200);

        gate.open();
        assertThat(one.join().statusCode()).isEqualTo(200);
        assertThat(other.join().statusCode()).isEqualTo(200);
        assertThat(ask("/troisieme").join().statusCode()).isEqualTo(200);
    }

    @Test
    void a_page_that_only_time_made_old_is_shown_when_there_is_no_place_to_draw_it_and_one_that_changed_is_not() {
        leaveMidnightBehind();
        assertThat(ask("/simple").join().body()).contains("<main>");
        clock.forward(Duration.ofMinutes(6));
        List<CompletableFuture<HttpResponse<String>>> busy = List.of(ask("/une"), ask("/autre"));
        awaitAtTheGate(2);

        assertThat(ask("/simple").join().statusCode()).isEqualTo(200);
        new PublishedWriter(stores)
                .write(session -> session.getNode("/website/simple").setProperty("title", "Autre chose"));
        assertThat(ask("/simple").join().statusCode()).isEqualTo(503);

        gate.open();
        busy.forEach(CompletableFuture::join);
    }
}
