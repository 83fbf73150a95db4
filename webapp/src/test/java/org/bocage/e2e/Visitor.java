package org.bocage.e2e;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody who reads pages and fills forms, signed in or not. */
final class Visitor {

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final int port;

    Visitor(int port) {
        this.port = port;
    }

    static Visitor signedIn(int port, String account) {
        Visitor visitor = new Visitor(port);
        visitor.submit(
                visitor.page("/connexion"), Map.of("username", List.of(account), "password", List.of("demo-bocage")));
        return visitor;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address(path)).build());
    }

    Document page(String path) {
        return Jsoup.parse(get(path).body());
    }

    /** Sends the form of a page as it stands, some fields filled in. */
    Document submit(Document page, Map<String, List<String>> filled) {
        Element form = Objects.requireNonNull(page.selectFirst("main form"));
        Map<String, List<String>> fields = new LinkedHashMap<>();
        form.select("input[name]:not([type=checkbox]):not([type=radio]):not([type=file]), input[checked], textarea")
                .forEach(input -> add(fields, input.attr("name"), input.val()));
        form.select("select option[selected]")
                .forEach(option -> add(
                        fields, Objects.requireNonNull(option.closest("select")).attr("name"), option.val()));
        fields.putAll(filled);
        String body = fields.entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return Jsoup.parse(send(HttpRequest.newBuilder(address(form.attr("action")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .body());
    }

    private static void add(Map<String, List<String>> fields, String name, String value) {
        fields.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port).resolve(path);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
