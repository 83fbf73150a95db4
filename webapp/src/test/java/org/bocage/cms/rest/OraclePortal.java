package org.bocage.cms.rest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.TimeZone;
import org.bocage.Bocage;
import org.bocage.MagnoliaCases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A portal with the light module and the content that the Magnolia of the cases had; its days begin at midnight UTC. */
@DirtiesContext
@SpringBootTest(
        classes = Bocage.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "bocage.demo=accounts",
            "bocage.bootstrap=webapp/src/test/resources/magnolia/content",
            "bocage.bootstrap-publish=true",
            "bocage.default-extension=html",
            "bocage.security.anonymous-roles=visiteur,oracle-lecteur",
            "bocage.rest.cors-origins=https://carte.exemple.org"
        })
abstract class OraclePortal {

    static final String SUPERUSER = "admin:demo-bocage";

    @TempDir
    static Path folder;

    private static TimeZone zone = TimeZone.getDefault();

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("bocage.light-modules", () -> modules().toString());
        registry.add("bocage.home", () -> folder.resolve("data").toString());
    }

    static Path modules() {
        return folder.resolve("modules");
    }

    @BeforeAll
    static void have_modules_of_ones_own() throws IOException {
        FileSystemUtils.copyRecursively(MagnoliaCases.FOLDER.resolve("light-modules"), modules());
    }

    @BeforeAll
    static void live_in_utc() {
        zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @AfterAll
    static void live_where_one_is() {
        TimeZone.setDefault(zone);
    }

    int port() {
        return port;
    }

    String host() {
        return "http://localhost:" + port;
    }

    HttpResponse<String> get(String address, String... headers) {
        return send("GET", address, "", headers);
    }

    HttpResponse<String> asSuperuser(String method, String address, String body) {
        String credentials = Base64.getEncoder().encodeToString(SUPERUSER.getBytes(StandardCharsets.UTF_8));
        return send(method, address, body, "Authorization", "Basic " + credentials);
    }

    HttpResponse<String> send(String method, String address, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(host() + address))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
