package org.bocage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that a real Magnolia was asked, replayed on a portal, and how the answers differ. */
public final class MagnoliaCases {

    public static final Path FOLDER = Path.of("webapp/src/test/resources/magnolia");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String host;
    private final String superuser;

    /**
     * @param host scheme, name and port
     * @param superuser name and password of an account with every right, {@code name:password}
     */
    public MagnoliaCases(String host, String superuser) {
        this.host = host;
        this.superuser = superuser;
    }

    /** The cases of a subject, in their order. */
    public static List<JsonNode> of(String subject) throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        Path file = FOLDER.resolve("cases").resolve(subject + ".json");
        JsonMapper.shared().readTree(Files.readString(file)).get("cases").forEach(cases::add);
        return cases;
    }

    /** The cases of a subject of the matrix of functions. */
    public static List<JsonNode> ofFunctions(String subject) throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        Path file = FOLDER.resolve("functions/cases").resolve(subject + ".json");
        JsonMapper.shared().readTree(Files.readString(file)).get("cases").forEach(cases::add);
        return cases;
    }

    /**
     * The lines of a recorded page that ours has otherwise, each by what is before its first colon: in the matrix, the call. What the
     * case calls volatile does not count.
     */
    public List<String> differingLines(JsonNode one) throws IOException, InterruptedException {
        String context = one.get("instance").asString().equals("author") ? "/author" : "";
        HttpResponse<byte[]> answer = client.send(request(one, context), HttpResponse.BodyHandlers.ofByteArray());
        JsonNode expected = one.get("expect");
        if (answer.statusCode() != expected.get("status").asInt()) {
            return List.of("status " + answer.statusCode());
        }
        List<Pattern> masks = expected.path("volatile")
                .valueStream()
                .map(JsonNode::asString)
                .filter(mask -> !mask.startsWith("$"))
                .map(Pattern::compile)
                .toList();
        List<String> wanted = masked(lines(expected.get("text").asString().replace("${CTX}", context)), masks);
        List<String> given = masked(lines(new String(answer.body(), StandardCharsets.UTF_8)), masks);
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (i >= given.size() || !given.get(i).equals(wanted.get(i))) {
                differing.add(wanted.get(i).split(": ", 2)[0]);
            }
        }
        return differing;
    }

    private static List<String> masked(List<String> lines, List<Pattern> masks) {
        return lines.stream()
                .map(line -> {
                    String masked = line;
                    for (Pattern mask : masks) {
                        masked = mask.matcher(masked).replaceAll("<any>");
                    }
                    return masked;
                })
                .toList();
    }

    /** {@code SUBJECT/ID} of the cases that are answered otherwise on purpose, with the reason. */
    public static Map<String, String> deviations() throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve("deviations.txt"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split("  ", 2);
                reasons.put(parts[0], parts[1]);
            }
        }
        return reasons;
    }

    /** What the answer to a case lacks or has too much; empty when it is as Magnolia's. */
    public String difference(JsonNode one) throws IOException, InterruptedException {
        String context = one.get("instance").asString().equals("author") ? "/author" : "";
        HttpResponse<byte[]> answer = client.send(request(one, context), HttpResponse.BodyHandlers.ofByteArray());
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        JsonNode expected = one.get("expect");
        if (answer.statusCode() != expected.get("status").asInt()) {
            return "status " + answer.statusCode() + " instead of " + expected.get("status") + ": " + body;
        }
        String headers = headers(expected, answer, context);
        if (!headers.isEmpty()) {
            return headers;
        }
        for (JsonNode fragment : expected.path("contains")) {
            if (!body.contains(fragment.asString())) {
                return "lacks " + fragment;
            }
        }
        if (expected.has("json")) {
            Json json = new Json(placeholders(context), expected.path("volatile"));
            json.compare(expected.get("json"), JsonMapper.shared().readTree(body), "$");
            return String.join("\n      ", json.differences);
        }
        return expected.has("text")
                ? textDifference(expected.get("text").asString().replace("${CTX}", context), body)
                : "";
    }

    private HttpRequest request(JsonNode one, String context) {
        JsonNode body = one.get("body");
        String text = body == null || body.isNull() ? "" : body.isString() ? body.asString() : body.toString();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(host + context + one.get("path").asString()))
                .method(
                        one.get("method").asString(),
                        text.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(text));
        one.path("headers").forEachEntry((name, value) -> request.header(name, value.asString()));
        String account = one.path("auth").asString("anonymous");
        if (!account.equals("anonymous")) {
            String given = account.equals("superuser") ? superuser : account;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(given.getBytes(StandardCharsets.UTF_8)));
        }
        return request.build();
    }

    private Map<String, String> placeholders(String context) {
        return Map.of("${HOST}", host, "${CTX}", context);
    }

    private String headers(JsonNode expected, HttpResponse<byte[]> answer, String context) {
        List<String> differences = new ArrayList<>();
        JsonNode type = expected.get("contentType");
        if (type != null && !type.isNull()) {
            String given = answer.headers().firstValue("Content-Type").orElse("");
            if (!bare(given).equals(bare(type.asString()))) {
                differences.add("Content-Type " + given + " instead of " + type);
            }
        }
        expected.path("headers").forEachEntry((name, value) -> {
            String wanted = filled(value.asString(), placeholders(context));
            List<String> given = answer.headers().allValues(name);
            if (given.stream()
                    .noneMatch(one -> one.equals(wanted) || (host + one).equals(wanted) || one.equals(host + wanted))) {
                differences.add(name + " " + given + " instead of " + wanted);
            }
        });
        return String.join("\n      ", differences);
    }

    private static String bare(String type) {
        return type.toLowerCase(java.util.Locale.ROOT).replace(" ", "");
    }

    private static String filled(String text, Map<String, String> placeholders) {
        String filled = text;
        for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
            filled = filled.replace(placeholder.getKey(), placeholder.getValue());
        }
        return filled;
    }

    /** The first lines that differ; line ends, trailing blanks and blank lines do not count. */
    public static String textDifference(String wanted, String given) {
        List<String> left = lines(wanted);
        List<String> right = lines(given);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < Math.max(left.size(), right.size()) && all.length() < 900; i++) {
            String one = i < left.size() ? left.get(i) : "(end)";
            String other = i < right.size() ? right.get(i) : "(end)";
            if (!one.equals(other)) {
                all.append("\n      wanted ")
                        .append(one)
                        .append("\n      given  ")
                        .append(other);
            }
        }
        return all.toString();
    }

    private static List<String> lines(String text) {
        return text.replace("\r\n", "\n")
                .lines()
                .map(String::stripTrailing)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toList());
    }

    /** Compares values by value: the order of names does not count, nor that of properties told by name. */
    private static final class Json {

        private final List<String> differences = new ArrayList<>();
        private final Map<String, String> placeholders;
        private final List<Pattern> ignored;

        Json(Map<String, String> placeholders, JsonNode ignored) {
            this.placeholders = placeholders;
            this.ignored = ignored.valueStream()
                    .map(JsonNode::asString)
                    .filter(path -> path.startsWith("$"))
                    .map(Json::pattern)
                    .toList();
        }

        /** {@code [*]} is any index or name, {@code **} any run, {@code .*} any name. */
        private static Pattern pattern(String path) {
            String literal = path.replaceAll("[.$*\\[\\](){}+?^|]", "\\\\$0");
            return Pattern.compile(literal.replace("\\[\\*\\]", "\\[[^\\]]+\\]")
                    .replace("\\*\\*", ".*")
                    .replace("\\.\\*", "\\.[^.\\[]+"));
        }

        void compare(JsonNode wanted, JsonNode given, String path) {
            if (isIgnored(path)) {
                return;
            }
            if (wanted.isObject() && given.isObject()) {
                objects(wanted, given, path);
            } else if (wanted.isArray() && given.isArray() && path.endsWith(".properties")) {
                objects(byName(wanted), byName(given), path);
            } else if (wanted.isArray() && given.isArray()) {
                if (wanted.size() != given.size()) {
                    differences.add(path + " has " + given.size() + " instead of " + wanted.size());
                }
                for (int i = 0; i < Math.min(wanted.size(), given.size()); i++) {
                    compare(wanted.get(i), given.get(i), path + "[" + i + "]");
                }
            } else if (!isSame(wanted, given)) {
                differences.add(path + " " + given + " instead of " + wanted);
            }
        }

        private void objects(JsonNode wanted, JsonNode given, String path) {
            boolean list = path.endsWith(".properties");
            wanted.propertyNames().forEach(name -> {
                String below = list ? path + "[" + name + "]" : path + "." + name;
                if (given.has(name)) {
                    compare(wanted.get(name), given.get(name), below);
                } else if (!isIgnored(below)) {
                    differences.add(below + " is missing");
                }
            });
            given.propertyNames().forEach(name -> {
                String below = list ? path + "[" + name + "]" : path + "." + name;
                if (!wanted.has(name) && !isIgnored(below)) {
                    differences.add(below + " is too much");
                }
            });
        }

        private static JsonNode byName(JsonNode list) {
            var byName = JsonMapper.shared().createObjectNode();
            list.forEach(one -> byName.set(one.get("name").asString(), one));
            return byName;
        }

        private boolean isSame(JsonNode wanted, JsonNode given) {
            if (wanted.isNumber() && given.isNumber()) {
                return wanted.decimalValue().compareTo(given.decimalValue()) == 0;
            }
            return (wanted.isString() && given.isString())
                    ? filled(wanted.asString(), placeholders).equals(given.asString())
                    : wanted.equals(given);
        }

        private boolean isIgnored(String path) {
            return ignored.stream().anyMatch(pattern -> pattern.matcher(path).matches());
        }
    }
}
