package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.editorial.security.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address of the running portal and every form that a role is shown, with values that nobody would type: whatever it
 * is, it is refused or taken, and nothing breaks.
 */
class OddInputTests {

    /** Of each address and form; more of them with {@code -Dtries=50}. */
    private static final int TRIES = Integer.getInteger("tries", Walk.of(1, 3));

    private static final String LONG = "x".repeat(5_000);
    private static final int MOST_PAGES = 120;

    private static final List<String> ODD = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "99999999999999999999",
            "1e309",
            "é\u00a0\u202e😀",
            "a\u0000b",
            "\r\nX-Odd: yes",
            "../../etc/passwd",
            "/",
            "%",
            "<script>alert(1)</script>",
            "${7*7}[#assign a=1]",
            "' OR 1=1 --",
            "[]",
            "{\"a\":",
            "null",
            "2026-13-45",
            "-999999999-01-01",
            "0000-00-00T99:99",
            "b0ca0002-0000-4000-8000-000000000005",
            "jcr:primaryType",
            "rep:policy",
            LONG);

    /** Names that handlers read from the request by themselves. */
    private static final List<String> READ_BY_THEMSELVES = List.of(
            "q",
            "page",
            "lang",
            "limit",
            "offset",
            "orderBy",
            "depth",
            "du",
            "au",
            "type",
            "theme",
            "commune",
            "mois",
            "tri",
            "etat",
            "titre[gt]");

    /** Words of addresses, beside the odd ones, so that some of them lead somewhere. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "type", List.of("actus", "evenements", "acteurs", "ressources"),
            "*path", List.of("reseau", "actus/2026", "website/reseau"),
            "id", List.of("b0ca0004-0000-4000-8000-000000000000", "b0ca0002-0000-4000-8000-000000000005"));

    private static final Pattern VARIABLE = Pattern.compile("\\{([*a-zA-Z]+)(?::(?:[^{}]|\\{[^{}]*})*)?}|\\*\\*|\\*");

    @TempDir
    static Path home;

    @SuppressWarnings("NullAway.Init")
    private static Portal portal;

    private final Random random = new Random(20261128);

    /** A method at an address, and the parameters that its handler declares. */
    private record Declared(String method, String pattern, List<String> parameters) {}

    @BeforeAll
    static void start() {
        portal = Portal.start(home);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static Browser browser(String account) {
        return account.isEmpty() ? new Browser(portal.port()) : Browser.signedIn(portal.port(), account);
    }

    private static List<Declared> declared() {
        List<Declared> all = new ArrayList<>();
        portal.context()
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping ->
                        mapping.getHandlerMethods().forEach((info, handler) -> all.addAll(of(info, handler))));
        all.sort(Comparator.comparing(Declared::pattern).thenComparing(Declared::method));
        return all;
    }

    private static List<Declared> of(RequestMappingInfo info, HandlerMethod handler) {
        List<String> parameters = new ArrayList<>(READ_BY_THEMSELVES);
        for (MethodParameter parameter : handler.getMethodParameters()) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null && !Map.class.isAssignableFrom(parameter.getParameterType())) {
                parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                parameters.add(asked.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : asked.name());
            }
        }
        info.getParamsCondition().getExpressions().forEach(one -> parameters.add(one.getName()));
        Set<String> methods = new TreeSet<>();
        info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
        if (methods.isEmpty()) {
            methods.addAll(List.of("GET", "POST"));
        }
        List<Declared> all = new ArrayList<>();
        for (String pattern : info.getPatternValues()) {
            methods.forEach(method -> all.add(new Declared(method, pattern, parameters)));
        }
        return all;
    }

    private String odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }

    private String address(String pattern) {
        Matcher variable = VARIABLE.matcher(pattern);
        return variable.replaceAll(found -> {
            String name = found.group(1) == null ? "*path" : found.group(1);
            List<String> words = WORDS.getOrDefault(name, List.of());
            String word = words.isEmpty() || random.nextInt(3) == 0 ? odd() : words.get(random.nextInt(words.size()));
            boolean isPath = name.startsWith("*");
            String encoded = URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
            return Matcher.quoteReplacement((isPath ? "/" : "") + (isPath ? encoded.replace("%2F", "/") : encoded));
        });
    }

    private Map<String, String> fields(List<String> names) {
        Map<String, String> fields = new LinkedHashMap<>();
        names.stream().filter(name -> random.nextInt(3) > 0).forEach(name -> fields.put(name, odd()));
        if (random.nextInt(5) == 0) {
            fields.put(odd(), odd());
        }
        return fields;
    }

    private static String query(Map<String, String> fields) {
        StringBuilder query = new StringBuilder();
        fields.forEach((name, value) -> query.append(query.isEmpty() ? "?" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }

    /** Names the fault of an answer; empty when there is none. */
    private static String fault(HttpResponse<String> answer) {
        if (answer.statusCode() >= 500) {
            return answer.statusCode() + " ";
        }
        if (answer.headers().firstValue("X-Odd").isPresent()) {
            return "a header of the sender's ";
        }
        for (String inside : List.of("org.bocage", "java.lang.", "freemarker.", "<script>alert(1)")) {
            if (answer.body().contains(inside)) {
                return "tells " + inside + " ";
            }
        }
        return "";
    }

    private static String told(String fault, String place, String address, Map<String, String> fields) {
        return (fault + place + "  " + address + query(fields)).replace(LONG, "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "contributeur", "ca", "salariee", "admin"})
    void any_address_asked_with_odd_values_is_answered(String account) {
        Browser browser = browser(account);
        Set<String> broken = new TreeSet<>();
        for (Declared one : declared()) {
            if (one.method.equals("GET")) {
                for (int i = 0; i < TRIES; i++) {
                    String address = address(one.pattern);
                    Map<String, String> fields = fields(one.parameters);
                    String fault = fault(browser.get(address + query(fields)));
                    if (!fault.isEmpty()) {
                        broken.add(told(fault, one.pattern, address, fields));
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "contributeur", "ca", "salariee", "admin"})
    void anything_sent_with_odd_values_is_answered(String account) {
        Browser browser = browser(account);
        Set<String> broken = new TreeSet<>();
        for (Declared one : declared()) {
            if (!one.method.equals("GET")) {
                for (int i = 0; i < TRIES; i++) {
                    // some of them end the session
                    Element token = Browser.page(browser.get("/espace/compte")).selectFirst("input[name=_csrf]");
                    if (token == null && !account.isEmpty()) {
                        browser = browser(account);
                    }
                    Map<String, String> fields = fields(one.parameters);
                    String address = address(one.pattern);
                    String fault = fault(send(browser, one.method, address, fields, token == null ? "" : token.val()));
                    if (!fault.isEmpty()) {
                        broken.add(told(fault, one.method + " " + one.pattern, address, fields));
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "admin"})
    void texts_sent_as_files_are_answered(String account) {
        Browser browser = browser(account);
        Set<String> broken = new TreeSet<>();
        for (Declared one : declared()) {
            if (one.method.equals("POST")) {
                StringBuilder body = new StringBuilder();
                for (String name : one.parameters) {
                    body.append("--parts\r\nContent-Disposition: form-data; name=\"")
                            .append(name.replaceAll("=.*", ""))
                            .append("\"; filename=\"texte.txt\"\r\n\r\npartir\r\n");
                }
                byte[] parts = body.append("--parts--\r\n").toString().getBytes(StandardCharsets.UTF_8);
                String address = address(one.pattern);
                String fault = fault(
                        browser.call("POST", address, parts, "Content-Type", "multipart/form-data; boundary=parts"));
                if (!fault.isEmpty()) {
                    broken.add(told(fault, one.pattern, address, Map.of()));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private HttpResponse<String> send(
            Browser browser, String method, String address, Map<String, String> fields, String token) {
        if (method.equals("POST") && random.nextBoolean()) {
            fields.put("_csrf", token);
            return random.nextBoolean() ? browser.sendFile(address, fields) : browser.post(address, fields);
        }
        String body = random.nextBoolean() ? odd() : query(fields).substring(fields.isEmpty() ? 0 : 1);
        String type = List.of("application/x-www-form-urlencoded", "application/json", "text/html", "application/yaml")
                .get(random.nextInt(4));
        return browser.call(method, address, body.getBytes(StandardCharsets.UTF_8), "Content-Type", type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "contributeur", "ca", "salariee", "admin"})
    void any_form_filled_with_odd_values_is_answered(String account) {
        Browser browser = browser(account);
        Set<String> broken = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        for (Map.Entry<String, Document> shown :
                pages(browser, account.isEmpty() ? "/" : "/espace").entrySet()) {
            String page = shown.getKey();
            for (Element form : shown.getValue().select("form[method=post]")) {
                String name = form.attr("action").replaceAll("[0-9a-f-]{36}", "ID");
                if (!name.contains("deconnexion")
                        && seen.add(name + form.select("[name]").eachAttr("name"))) {
                    for (int i = 0; i < TRIES; i++) {
                        Map<String, String> fields =
                                fields(form.select("[name]").eachAttr("name"));
                        form.select("[name=_csrf], [name=jeton]")
                                .forEach(field -> fields.put(field.attr("name"), field.val()));
                        String address = form.attr("action").isEmpty() ? page : form.attr("action");
                        String fault = fault(
                                form.hasAttr("enctype")
                                        ? browser.sendFile(address, fields)
                                        : browser.post(address, fields));
                        if (!fault.isEmpty()) {
                            broken.add(told(fault, page, "form " + address, fields));
                        }
                    }
                }
            }
        }
        assertThat(seen).as("forms").hasSizeGreaterThan(3);
        assertThat(broken).isEmpty();
    }

    /** Pages that links lead to, one of each kind. */
    private static Map<String, Document> pages(Browser browser, String first) {
        Map<String, Document> pages = new LinkedHashMap<>();
        Set<String> kinds = new TreeSet<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(first));
        while (!waiting.isEmpty() && pages.size() < MOST_PAGES) {
            String page = waiting.remove();
            HttpResponse<String> answer = browser.get(page);
            if (answer.statusCode() == 200
                    && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                Document document = Browser.page(answer);
                pages.put(page, document);
                for (Element link : document.select("a[href]")) {
                    String address = link.attr("href").replaceFirst("#.*", "");
                    String kind =
                            address.replaceAll("[0-9a-f-]{36}|=[^&]*", "").replaceFirst("(/[^/]+/[^/]+/).*", "$1");
                    if (address.startsWith("/") && !address.startsWith("//") && kinds.add(kind)) {
                        waiting.add(address);
                    }
                }
            }
        }
        return pages;
    }
}
