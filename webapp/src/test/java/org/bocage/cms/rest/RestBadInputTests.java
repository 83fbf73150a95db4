package org.bocage.cms.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should send. */
@Tag("fast")
class RestBadInputTests extends OraclePortal {

    private static final String ASSOCIATIONS = "/.rest/delivery/assos/v1";

    @Test
    void a_huge_limit_is_the_largest_there_is() {
        assertThat(json(get(ASSOCIATIONS + "?limit=2147483647")).get("limit").asInt())
                .isEqualTo(1000);
        assertThat(json(get(ASSOCIATIONS + "?limit=99999999999")).get("limit").asInt())
                .isEqualTo(1000);
        assertThat(json(get(ASSOCIATIONS + "?offset=2147483647&limit=2147483647"))
                        .get("total")
                        .asInt())
                .isEqualTo(13);
    }

    @Test
    void two_hundred_filters_are_refused() {
        String filters = IntStream.range(0, 200).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
        refused(get(ASSOCIATIONS + "?" + filters), 400, "At most 100 filters are taken");
    }

    @Test
    void thousands_of_values_are_refused() {
        refused(get(ASSOCIATIONS + "?nom=" + "x%7C".repeat(1000)), 400, "At most 200 values are taken");
        refused(get(ASSOCIATIONS + "?nom=" + "x".repeat(3000)), 400, "at most 2000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "membres=abc",
                "membres%5Blike%5D=3%25",
                "nom%5Bgte%5D=2000-01-01",
                "fondee=Lille",
                "agreee=2",
                "fondee%5Bgt%5D=trente"
            })
    void a_filter_on_a_property_of_another_type_finds_nothing(String filter) {
        assertThat(json(get(ASSOCIATIONS + "?" + filter)).get("total").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nom%20up", ",", "nom%20desc%20asc", "adresse/rue", "a'b", "%5Bnom%5D"})
    void a_broken_order_is_refused(String order) {
        refused(get(ASSOCIATIONS + "?orderBy=" + order), 400, "Invalid query");
    }

    @Test
    void ten_orders_are_taken_and_no_more() {
        assertThat(get(ASSOCIATIONS + "?orderBy=" + "nom,".repeat(9) + "nom").statusCode())
                .isEqualTo(200);
        refused(get(ASSOCIATIONS + "?orderBy=" + "nom,".repeat(10) + "nom"), 400, "Invalid query");
    }

    @Test
    void a_node_is_read_as_xml_and_written_as_json_alone() {
        refused(asSuperuser("PUT", "/author/.rest/nodes/v1/oracle/nord", "<node name=\"venu\"/>"), 400, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x!y", "", "a-b-c-d-e-f", "%00"})
    void an_ill_formed_language_is_refused(String language) {
        HttpResponse<String> answer = get(ASSOCIATIONS + "/nord/asso02?lang=" + language);
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).doesNotContain("Jardin");
    }

    @Test
    void an_unknown_workspace_is_named() throws IOException {
        refused(asSuperuser("GET", "/author/.rest/nodes/v1/nulle/a", ""), 500, "nulle");
        refused(asSuperuser("GET", "/author/.rest/nodes/v1/a%20b/c", ""), 500, "a b");
        Files.writeString(
                modules().resolve("oracle/restEndpoints/delivery/nulle_v1.yaml"),
                "$type: jcrDeliveryEndpoint_v2\nworkspace: nulle\n");
        Eventually.in(
                Duration.ofSeconds(20),
                () -> get("/.rest/delivery/nulle/v1/x").body().contains("noSuchWorkspace"));
        refused(get("/.rest/delivery/nulle/v1/x"), 404, "noSuchWorkspace");
        refused(get("/.rest/delivery/nulle/v1"), 404, "noSuchWorkspace");
    }

    @ParameterizedTest
    @CsvSource({
        "/nord%2Fasso09",
        "/nord/%2e%2e/sud/mistral1",
        "/nord/%2E%2E%2Fsud/mistral1",
        "/nord/..%2fasso09",
        "/nord/asso09%00",
        "/nord%5Casso09",
        "/nord/asso09;x=1",
        "/nord/%252e%252e/sud/mistral1",
        "/nord/rep:policy",
        "/nord/asso02/jcr:content%5B2%5D",
        "/:/a:b:c",
    })
    void a_path_in_disguise_leads_nowhere(String path) {
        HttpResponse<String> answer = get(ASSOCIATIONS + path);
        assertThat(answer.statusCode()).isBetween(400, 404);
        assertThat(answer.body()).doesNotContain("Mistral", "Recyclerie", "principalName");
    }

    @Test
    void a_body_shorter_than_it_says_changes_nothing() throws IOException {
        String body = "{\"name\": \"menteur\", \"type\": \"mgnl:folder\"}";
        String answer = raw("PUT", "/author/.rest/nodes/v1/oracle/", body, 4000);

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("Bad Request");
        assertThat(asSuperuser("GET", "/author/.rest/nodes/v1/oracle/menteur", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_body_longer_than_it_says_is_cut_where_it_says() throws IOException {
        String body = "{\"name\": \"menteur\", \"type\": \"mgnl:folder\"}";
        String answer = raw("PUT", "/author/.rest/nodes/v1/oracle/", body, 12);

        assertThat(answer).contains(" 400 ").contains("Unexpected end-of-input");
        assertThat(asSuperuser("GET", "/author/.rest/nodes/v1/oracle/menteur", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_body_too_large_is_not_read() {
        String body = "{\"name\": \"" + "x".repeat(2_000_000) + "\"}";
        HttpResponse<String> answer = asSuperuser("PUT", "/author/.rest/nodes/v1/oracle/", body);
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void a_value_that_its_type_does_not_know_is_kept_as_text() {
        String property = "/author/.rest/properties/v1/oracle/nord/asso02/essai";
        asSuperuser("PUT", "/author/.rest/properties/v1/oracle/nord/asso02?name=essai&type=Long&value=douze", "");
        try {
            assertThat(asSuperuser("GET", property, "").body()).contains("douze");
        } finally {
            asSuperuser("DELETE", property, "");
        }
    }

    @Test
    void who_may_not_write_writes_nothing() {
        String ca = Base64.getEncoder().encodeToString("ca:demo-bocage".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                send("DELETE", "/author/.rest/nodes/v1/oracle/nord/asso02", "", "Authorization", "Basic " + ca);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(get("/author/.rest/delivery/assos/v1/nord/asso02").statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_is_written_on_something_on_line_waits_for_its_publication() {
        String name = "/author/.rest/properties/v1/oracle/nord/asso02/nom";
        String before = get(ASSOCIATIONS + "/nord/asso02").body();
        asSuperuser("POST", name + "?value=Changé", "");

        assertThat(asSuperuser("GET", name, "").body()).contains("Changé");
        assertThat(get(ASSOCIATIONS + "/nord/asso02").body()).isEqualTo(before);
        // other classes ask the same portal
        asSuperuser("POST", name + "?value=Jardin%20partagé", "");
    }

    @Test
    void nobody_puts_something_on_line_by_writing_what_the_host_notes_of_it() {
        String body = """
                {"properties": [{"name": "bocage:revisionOnline", "type": "Long", "multiple": false, "values": ["7"]}]}
                """;

        refused(asSuperuser("POST", "/author/.rest/nodes/v1/oracle/nord/asso02", body), 403, "");
    }

    private static void refused(HttpResponse<String> answer, int status, String sentence) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence);
    }

    private String raw(String method, String path, String body, int length) throws IOException {
        String credentials = Base64.getEncoder().encodeToString(SUPERUSER.getBytes(StandardCharsets.UTF_8));
        try (Socket socket = new Socket("localhost", port())) {
            socket.setSoTimeout(30_000);
            String head = method + " " + path + " HTTP/1.1\r\nHost: localhost:" + port() + "\r\nAuthorization: Basic "
                    + credentials + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                    + length + "\r\n\r\n" + body;
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
