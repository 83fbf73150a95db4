package org.bocage.cms.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Many who ask at once, and pages that are long in coming. */
@TestPropertySource(properties = {"bocage.rendering-time=1s", "bocage.rendering-wait=1m"})
@Tag("fast")
class CrowdTests extends AtTheGate {

    @TempDir
    static Path home;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) throws IOException {
        EmptyPortal.properties(registry, home, Path.of("webapp/src/test/resources/org/bocage/cms/site/limits"));
    }

    @Test
    void a_page_that_waits_for_longer_than_it_may_use_the_processor_is_shown() {
        CompletableFuture<HttpResponse<String>> asked = ask("/une");
        awaitAtTheGate(1);
        CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS).execute(gate::open);

        HttpResponse<String> answer = asked.join();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("passage 1");
    }

    @Test
    void a_page_that_many_ask_for_at_once_is_drawn_once_whatever_their_encodings() {
        List<CompletableFuture<HttpResponse<String>>> asked = Stream.of(
                        "identity", "gzip", "br", "gzip, br", "identity")
                .map(encoding -> ask("/une", "Accept-Encoding", encoding))
                .toList();
        awaitAtTheGate(1);
        awaitAsked(5);
        gate.open();

        assertThat(asked).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(200));
        assertThat(asked.get(0).join().body()).contains("passage 1");
        assertThat(gate.came()).isEqualTo(1);
    }

    @Test
    void who_asks_after_a_publication_does_not_get_what_was_begun_before_it() {
        CompletableFuture<HttpResponse<String>> before = ask("/une");
        awaitAtTheGate(1);
        put("nouvelle", "nouvelle: {jcr:primaryType: mgnl:page, mgnl:template: 'limites:pages/page'}");
        CompletableFuture<HttpResponse<String>> after = ask("/une");
        awaitAtTheGate(2);
        gate.open();

        assertThat(before.join().body()).contains("passage 1");
        assertThat(after.join().body()).contains("passage 2");
    }

    @Test
    void a_page_that_is_kept_is_shown_for_five_minutes_and_then_drawn_anew() {
        leaveMidnightBehind();
        put("gardee", "gardee: {jcr:primaryType: mgnl:page, mgnl:template: 'limites:pages/barrage'}");
        gate.open();

        assertThat(ask("/gardee").join().body()).contains("passage 1");
        assertThat(ask("/gardee").join().body()).contains("passage 1");
        clock.forward(Duration.ofMinutes(6));
        assertThat(ask("/gardee").join().body()).contains("passage 2");
    }

    @Test
    void a_drawing_that_fails_fails_for_those_who_waited_for_it_and_for_nobody_after_them() {
        List<CompletableFuture<HttpResponse<String>>> asked =
                Stream.of(1, 2, 3).map(number -> ask("/autre")).toList();
        awaitAtTheGate(1);
        awaitAsked(3);
        gate.breakDown();
        assertThat(asked).allSatisfy(one -> assertThat(one.join().statusCode()).isEqualTo(500));

        gate.close();
        gate.open();

        assertThat(ask("/autre").join().statusCode()).isEqualTo(200);
    }
}
