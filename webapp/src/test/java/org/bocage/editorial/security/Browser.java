package org.bocage.editorial.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A person at a browser: keeps cookies, follows no redirect, fills the forms it is shown. */
public final class Browser {

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final int port;
    private String token = "";
    /** Cookie that the token belongs to. */
    private Optional<String> tokenCookie = Optional.empty();

    public Browser(int port) {
        this.port = port;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    public HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Sends a form that is answered by a file, which there must be. */
    public byte[] take(String path, Map<String, String> fields) {
        HttpRequest request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                .build();
        HttpResponse<byte[]> answer = send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** Sends a form of a page back, with fields filled in. */
    public HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> filled) {
        Element form = java.util.Objects.requireNonNull(page(page).selectFirst("main form"));
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : form.select("input[name]:not([type=checkbox]:not([checked]))")) {
            fields.put(input.attr("name"), input.attr("value"));
        }
        fields.putAll(filled);
        return post(form.attr("action"), fields);
    }

    /** Opens a page that must be there. */
    public Document read(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return page(response);
    }

    /** Sends the form in which a content is written, some fields filled in, by one of its buttons. */
    public HttpResponse<String> write(String address, Map<String, String> filled, String action) {
        Element form = java.util.Objects.requireNonNull(page(get(address)).selectFirst("main form:has([name=titre])"));
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : form.select("input[type=hidden][name]")) {
            fields.put(input.attr("name"), input.attr("value"));
        }
        fields.putAll(filled);
        fields.put("action", action);
        return post(address, fields);
    }

    /** What a form that was refused says. */
    public static String problems(HttpResponse<String> response) {
        return plain(page(response)
                .select("[class*=problem], [class*=error], [role=alert]")
                .text());
    }

    /** As a person reads it: spaces that do not break are spaces. */
    public static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    /** A browser in which somebody of the demo has signed in. */
    public static Browser signedIn(int port, String account) {
        Browser browser = new Browser(port);
        browser.signIn(account, "demo-bocage");
        return browser;
    }

    public HttpResponse<String> signIn(String name, String password) {
        return submit(get("/connexion"), Map.of("username", name, "password", password));
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    public void forget(String name) {
        cookie(name).ifPresent(cookie -> cookies.getCookieStore().remove(null, cookie));
    }

    public void keep(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create("http://localhost:" + port + "/"), cookie);
    }

    public static Document page(HttpResponse<String> response) {
        return Jsoup.parse(response.body());
    }

    /** Sends a body of any kind. */
    public HttpResponse<String> post(String path, String contentType, byte[] body) {
        return send(request(path, "Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    /** Sends a request as a script of a page does: by any method, with the token of the page. */
    public HttpResponse<String> call(String method, String path, byte[] body, String... headers) {
        return send(request(path, headers)
                .header("X-XSRF-TOKEN", token())
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    /** Returns the token of the page where one begins, which is opened again when the cookie of its token changed. */
    private String token() {
        if (!cookie("XSRF-TOKEN").map(HttpCookie::getValue).equals(tokenCookie) || tokenCookie.isEmpty()) {
            Element input =
                    java.util.Objects.requireNonNull(page(get("/espace")).selectFirst("input[name=_csrf]"));
            token = input.attr("value");
            tokenCookie = cookie("XSRF-TOKEN").map(HttpCookie::getValue);
        }
        return token;
    }

    /** Sends fields of a form with the token that its page would have. */
    public HttpResponse<String> postWithToken(String path, Map<String, String> fields) {
        byte[] body = form(fields).getBytes(StandardCharsets.UTF_8);
        return call("POST", path, body, "Content-Type", "application/x-www-form-urlencoded");
    }

    /** Sends the form of a page back as the browser does when it carries a file, with fields filled in. */
    public HttpResponse<String> submitParts(HttpResponse<String> page, Map<String, String> filled, byte[]... files) {
        Element form = java.util.Objects.requireNonNull(
                page(page).selectFirst("main form[enctype], dialog form[enctype], form[enctype]"));
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : form.select("input[name][type=hidden]")) {
            fields.put(input.attr("name"), input.attr("value"));
        }
        fields.putAll(filled);
        return post(form.attr("action"), "multipart/form-data; boundary=xYzZY", parts(fields, files));
    }

    /** As {@link #submitParts}, with one file of that name. */
    public HttpResponse<String> submitFile(
            HttpResponse<String> page, Map<String, String> filled, String fileName, byte[] file) {
        Element form = java.util.Objects.requireNonNull(page(page).selectFirst("main form[enctype]"));
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element input : form.select("input[name][type=hidden]")) {
            fields.put(input.attr("name"), input.attr("value"));
        }
        fields.putAll(filled);
        return sendFile(form.attr("action"), fields, "fichier", fileName, file);
    }

    /** Sends fields as a browser does when it carries a file, an empty one here. */
    public HttpResponse<String> sendFile(String path, Map<String, String> fields) {
        return post(path, "multipart/form-data; boundary=xYzZY", parts(fields, new byte[0]));
    }

    /** Sends fields with a file for one of them. */
    public HttpResponse<String> sendFile(
            String path, Map<String, String> fields, String name, String fileName, byte[] file) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((field, value) -> write(body, "name=\"" + field + "\"", value.getBytes(StandardCharsets.UTF_8)));
        write(body, "name=\"" + name + "\"; filename=\"" + fileName + "\"", file);
        body.writeBytes("--xYzZY--\r\n".getBytes(StandardCharsets.UTF_8));
        return post(path, "multipart/form-data; boundary=xYzZY", body.toByteArray());
    }

    private static byte[] parts(Map<String, String> fields, byte[]... files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> write(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        for (byte[] file : files) {
            write(body, "name=\"fichier\"; filename=\"photo.png\"", file);
        }
        body.writeBytes("--xYzZY--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static void write(ByteArrayOutputStream body, String names, byte[] content) {
        String head = "--xYzZY\r\nContent-Disposition: form-data; " + names + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html,*/*;q=0.8");
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
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
