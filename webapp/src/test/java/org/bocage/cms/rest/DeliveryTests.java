package org.bocage.cms.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the delivery does beside what Magnolia's does. */
class DeliveryTests extends OraclePortal {

    private static final String ASSOCIATION = "/.rest/delivery/assos/v1/nord/asso02";

    @Test
    void what_somebody_has_is_not_sent_again() {
        HttpResponse<String> first = get(ASSOCIATION);
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(get(ASSOCIATION, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(ASSOCIATION, "If-None-Match", "\"autre\"").statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
    }

    @Test
    void pages_of_the_origins_that_are_listed_may_read() {
        HttpResponse<String> listed = get(ASSOCIATION, "Origin", "https://carte.exemple.org");
        assertThat(listed.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://carte.exemple.org");
        assertThat(get(ASSOCIATION, "Origin", "https://autre.exemple.org").statusCode())
                .isEqualTo(403);
        HttpResponse<String> preflight = send(
                "OPTIONS",
                ASSOCIATION,
                "",
                "Origin",
                "https://carte.exemple.org",
                "Access-Control-Request-Method",
                "GET");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                .hasValueSatisfying(methods -> assertThat(methods).contains("GET"));
    }

    @Test
    void a_field_added_to_a_content_type_is_described_and_told_at_once() throws IOException {
        assertThat(fields().has("nom")).isTrue();
        assertThat(fields().has("slogan")).isFalse();

        Path type = modules().resolve("oracle/contentTypes/association.yaml");
        Files.writeString(type, Files.readString(type) + "    - name: slogan\n      type: String\n");
        Eventually.in(Duration.ofSeconds(20), () -> fields().has("slogan"));

        assertThat(get("/.rest/docs").body()).contains("<code>slogan</code>", "/.rest/delivery/assos/v1");
        asSuperuser("PUT", "/author/.rest/properties/v1/oracle/nord/asso04?name=slogan&value=Roulez", "");
        try {
            assertThat(get("/author/.rest/delivery/assos/v1?slogan=Roulez").body())
                    .contains("\"slogan\":\"Roulez\"");
        } finally {
            asSuperuser("DELETE", "/author/.rest/properties/v1/oracle/nord/asso04/slogan", "");
        }
    }

    private JsonNode fields() {
        HttpResponse<String> description = get("/.rest/openapi.json");
        assertThat(description.statusCode()).isEqualTo(200);
        JsonNode root = json(description);
        assertThat(root.get("openapi").asString()).isEqualTo("3.1.0");
        assertThat(root.get("paths").has("/delivery/assos/v1/{path}")).isTrue();
        return root.at("/components/schemas/delivery.assos.v1/allOf/1/properties");
    }

    @Test
    void an_endpoint_added_and_changed_is_live_at_once() throws IOException {
        Path file = modules().resolve("oracle/restEndpoints/delivery/neuf_v2.yaml");
        String text = "$type: jcrDeliveryEndpoint_v2\nworkspace: oracle\nnodeTypes: [ora:association]\nlimit: ";

        Files.writeString(file, text + "2\n");
        Eventually.in(
                Duration.ofSeconds(20), () -> get("/.rest/delivery/neuf/v2").statusCode() == 200);
        Files.writeString(file, text + "3\n");
        Eventually.in(
                Duration.ofSeconds(20),
                () -> json(get("/.rest/delivery/neuf/v2")).get("results").size() == 3);

        Files.writeString(
                modules().resolve("oracle/restEndpoints/delivery/ailleurs_v2.yaml"),
                text + "2\nmaxLimit: 5\nendpointPath: /carnet/adresses\n");
        Eventually.in(
                Duration.ofSeconds(20), () -> get("/.rest/carnet/adresses").statusCode() == 200);
        assertThat(json(get("/.rest/carnet/adresses?limit=50")).get("limit").asInt())
                .isEqualTo(5);
    }

    @Test
    void an_endpoint_that_bypasses_roles_reads_what_is_published_and_no_drafts() throws IOException {
        Files.writeString(
                modules().resolve("oracle/restEndpoints/delivery/toutes_v1.yaml"),
                "$type: jcrDeliveryEndpoint_v2\nworkspace: oracle\nbypassWorkspaceAcls: true\nnodeTypes: [ora:association]\n");
        Eventually.in(
                Duration.ofSeconds(20), () -> get("/.rest/delivery/toutes/v1").statusCode() == 200);

        assertThat(json(get("/.rest/delivery/toutes/v1")).get("total").asInt()).isEqualTo(19);
        assertThat(get("/.rest/delivery/toutes/v1/sud/mistral1").statusCode()).isEqualTo(200);
        assertThat(json(get("/author/.rest/delivery/toutes/v1")).get("total").asInt())
                .isEqualTo(13);
    }
}
