package org.bocage.cms.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.bocage.Bocage;
import org.bocage.MagnoliaCases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Every function by every kind of argument, every key, property and bean, as a real Magnolia answered: each line of a page is one call.
 * Where ours answers otherwise on purpose, the call is listed with its reason.
 */
@DirtiesContext
@SpringBootTest(
        classes = Bocage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "bocage.demo=accounts",
            "bocage.light-modules=webapp/src/test/resources/magnolia/light-modules,"
                    + "webapp/src/test/resources/magnolia/functions/light-modules",
            "bocage.bootstrap=webapp/src/test/resources/magnolia/content,"
                    + "webapp/src/test/resources/magnolia/functions/content",
            "bocage.bootstrap-publish=true",
            "bocage.default-extension=html",
            "bocage.security.anonymous-roles=visiteur,oracle-lecteur"
        })
class FunctionMatrixTests {

    private static final List<String> SUBJECTS = List.of(
            "a-acces",
            "a-autres-fonctions",
            "a-cmsfn-argument",
            "a-cmsfn-chaine",
            "a-cmsfn-noeud",
            "a-contentmap",
            "a-damfn",
            "a-echappement",
            "a-jcr",
            "a-libelles-edition",
            "a-livraison",
            "a-navfn",
            "a-noeuds-proprietes",
            "a-types-rares",
            "a-variables",
            "a-zones");
    private static final int MOST_LINES_IN_A_HUNDRED = 3;

    @TempDir
    static Path home;

    private static final TimeZone ZONE = TimeZone.getDefault();
    private static final Locale LOCALE = Locale.getDefault();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("bocage.home", home::toString);
    }

    @BeforeAll
    static void live_as_the_magnolia_did() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Locale.setDefault(Locale.US);
    }

    @AfterAll
    static void live_where_one_is() {
        TimeZone.setDefault(ZONE);
        Locale.setDefault(LOCALE);
    }

    /** {@code SUBJECT/CASE}, two blanks, the call (or {@code *}), two blanks, the reason. */
    private static Set<String> deviations() throws IOException {
        Set<String> calls = new LinkedHashSet<>();
        for (String line : Files.readAllLines(MagnoliaCases.FOLDER.resolve("functions/deviations.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" {2}", 3);
                assertThat(parts).as(line).hasSize(3);
                assertThat(calls.add(parts[0] + "  " + parts[1])).as(line).isTrue();
            }
        }
        return calls;
    }

    @Test
    void every_call_is_answered_as_by_magnolia_but_for_the_listed_ones() throws IOException, InterruptedException {
        MagnoliaCases cases = new MagnoliaCases("http://localhost:" + port, OraclePortal.SUPERUSER);
        List<String> differing = new ArrayList<>();
        long lines = 0;
        for (String subject : SUBJECTS) {
            for (JsonNode one : MagnoliaCases.ofFunctions(subject)) {
                String id = subject + "/" + one.get("id").asString();
                if (one.get("expect").has("text")) {
                    lines += one.get("expect").get("text").asString().lines().count();
                    cases.differingLines(one).forEach(call -> differing.add(id + "  " + call));
                } else if (!cases.difference(one).isEmpty()) {
                    differing.add(id + "  *");
                }
            }
        }
        assertThat(differing).containsExactlyInAnyOrderElementsOf(deviations());
        assertThat(differing.stream().filter(call -> !call.endsWith("  *")).count() * 100)
                .isLessThan(lines * MOST_LINES_IN_A_HUNDRED);
    }
}
