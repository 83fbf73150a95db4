package org.bocage.portal.fediverse.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Signature of a request, as it came: with RSA and SHA-256, by the draft <a
 * href="https://datatracker.ietf.org/doc/html/draft-cavage-http-signatures-12">cavage-12</a> as Mastodon uses it, or by <a
 * href="https://www.rfc-editor.org/rfc/rfc9421">RFC 9421</a>. It covers method, address, body and a time of now.
 */
public final class RequestSignature {

    /** How far a clock may be off, and a request be late. */
    public static final Duration WINDOW = Duration.ofHours(1);

    private static final int LONGEST = 4_000;
    private static final Pattern PARAMETER = Pattern.compile("([a-zA-Z]+)=(?:\"([^\"]*)\"|([0-9]+))");
    private static final Pattern INPUT =
            Pattern.compile("([a-z*][a-z0-9_.*-]*)=(\\(((?:\"[^\"]*\" ?)*+)\\)((?:;[a-z]+=(?:\"[^\"]*\"|[0-9]+))*+))");
    private static final Pattern COMPONENT = Pattern.compile("\"([^\"]*)\"");
    private static final Set<String> ALGORITHMS = Set.of("", "rsa-sha256", "hs2019", "rsa-v1_5-sha256");

    private final String keyId;
    private final String covered;
    private final byte[] signature;

    private RequestSignature(String keyId, String covered, byte[] signature) {
        this.keyId = keyId;
        this.covered = covered;
        this.signature = signature;
    }

    /**
     * Reads the signature of a request.
     *
     * @throws RefusedSignature when there is none that would do, whoever made it
     */
    public static RequestSignature of(SignedRequest request, Instant now) throws RefusedSignature {
        boolean isStandard = !request.header("Signature-Input").isEmpty();
        if (request.header("Signature").isEmpty()) {
            throw new RefusedSignature("There is no signature");
        }
        if (request.header("Signature").length() > LONGEST
                || request.header("Signature-Input").length() > LONGEST) {
            throw new RefusedSignature("The signature is too long");
        }
        requireDigest(request);
        return isStandard ? standard(request, now) : draft(request, now);
    }

    /** Address of the key that made it, as it says. */
    public String keyId() {
        return keyId;
    }

    /** Whether the owner of a key made it. */
    public boolean isBy(PublicKey key) {
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(key);
            check.update(covered.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static RequestSignature draft(SignedRequest request, Instant now) throws RefusedSignature {
        Map<String, String> parameters = parameters(request.header("Signature"));
        requireAlgorithm(parameters.getOrDefault("algorithm", ""));
        List<String> names = Arrays.asList(
                parameters.getOrDefault("headers", "").toLowerCase(Locale.ROOT).split(" ", -1));
        require(names.contains("(request-target)") && names.contains("host") && names.contains("digest"));
        StringBuilder covered = new StringBuilder();
        for (String name : names) {
            String value = switch (name) {
                case "(request-target)" ->
                    request.method().toLowerCase(Locale.ROOT) + " " + SignedRequest.target(request.address());
                case "host" -> request.authority();
                case "(created)" -> parameters.getOrDefault("created", "");
                case "(expires)" -> parameters.getOrDefault("expires", "");
                default -> request.header(name);
            };
            covered.append(covered.isEmpty() ? "" : "\n")
                    .append(name)
                    .append(": ")
                    .append(value);
        }
        if (names.contains("date")) {
            requireNow(date(request.header("Date")), now);
        } else {
            require(names.contains("(created)"));
            requireNow(seconds(parameters.getOrDefault("created", "")), now);
        }
        if (parameters.containsKey("expires")
                && seconds(parameters.getOrDefault("expires", "")).isBefore(now)) {
            throw new RefusedSignature("The signature is over");
        }
        return new RequestSignature(
                key(parameters.getOrDefault("keyId", "")),
                covered.toString(),
                bytes(parameters.getOrDefault("signature", "")));
    }

    private static RequestSignature standard(SignedRequest request, Instant now) throws RefusedSignature {
        Matcher input = INPUT.matcher(request.header("Signature-Input"));
        if (!input.lookingAt()) {
            throw new RefusedSignature("The signature cannot be read");
        }
        Map<String, String> parameters = parameters(input.group(4));
        requireAlgorithm(parameters.getOrDefault("alg", ""));
        StringBuilder covered = new StringBuilder();
        Map<String, String> components = new HashMap<>();
        for (Matcher one = COMPONENT.matcher(input.group(3)); one.find(); ) {
            String value = component(one.group(1), request);
            components.put(one.group(1), value);
            covered.append('"')
                    .append(one.group(1))
                    .append("\": ")
                    .append(value)
                    .append('\n');
        }
        covered.append("\"@signature-params\": ").append(input.group(2));
        Set<String> names = components.keySet();
        require(names.contains("@method")
                && names.contains("content-digest")
                && (names.contains("@target-uri")
                        || (names.contains("@authority")
                                && (names.contains("@path") || names.contains("@request-target")))));
        requireNow(seconds(parameters.getOrDefault("created", "")), now);
        if (parameters.containsKey("expires")
                && seconds(parameters.getOrDefault("expires", "")).isBefore(now)) {
            throw new RefusedSignature("The signature is over");
        }
        Matcher made = Pattern.compile("(?:^|[, ])" + Pattern.quote(input.group(1)) + "=:([A-Za-z0-9+/=]+):")
                .matcher(request.header("Signature"));
        if (!made.find()) {
            throw new RefusedSignature("The signature cannot be read");
        }
        return new RequestSignature(
                key(parameters.getOrDefault("keyid", "")), covered.toString(), bytes(made.group(1)));
    }

    private static String component(String name, SignedRequest request) throws RefusedSignature {
        return switch (name) {
            case "@method" -> request.method();
            case "@target-uri" -> request.address().toString();
            case "@authority" -> request.authority();
            case "@scheme" -> request.address().getScheme();
            case "@request-target" -> SignedRequest.target(request.address());
            case "@path" -> request.address().getRawPath();
            case "@query" ->
                "?"
                        + (request.address().getRawQuery() == null
                                ? ""
                                : request.address().getRawQuery());
            case "host" -> request.authority();
            default -> {
                if (name.startsWith("@")) {
                    throw new RefusedSignature("The signature covers what is not known here");
                }
                yield request.header(name);
            }
        };
    }

    /** The body is the one that the signature speaks of (RFC 3230, RFC 9530). */
    private static void requireDigest(SignedRequest request) throws RefusedSignature {
        boolean isStandard = !request.header("Signature-Input").isEmpty();
        Matcher told = Pattern.compile(isStandard ? "(?i)sha-256=:([^:]+):" : "(?i)sha-256=([A-Za-z0-9+/=]+)")
                .matcher(request.header(isStandard ? "Content-Digest" : "Digest"));
        if (!told.find()
                || !MessageDigest.isEqual(
                        bytes(told.group(1)), DigestUtils.sha256(request.body().all()))) {
            throw new RefusedSignature("The digest is not that of the body");
        }
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        for (Matcher one = PARAMETER.matcher(text); one.find(); ) {
            parameters.putIfAbsent(one.group(1), one.group(2) == null ? one.group(3) : one.group(2));
        }
        return parameters;
    }

    private static void require(boolean isCovered) throws RefusedSignature {
        if (!isCovered) {
            throw new RefusedSignature("The signature covers too little");
        }
    }

    private static void requireAlgorithm(String name) throws RefusedSignature {
        if (!ALGORITHMS.contains(name)) {
            throw new RefusedSignature("The signature is of a kind that is not known here");
        }
    }

    private static void requireNow(Instant made, Instant now) throws RefusedSignature {
        if (Duration.between(made, now).abs().compareTo(WINDOW) > 0) {
            throw new RefusedSignature("The signature is of another time");
        }
    }

    private static Instant date(String text) throws RefusedSignature {
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            throw new RefusedSignature("The date cannot be read");
        }
    }

    private static Instant seconds(String text) throws RefusedSignature {
        if (!text.matches("[0-9]{1,12}")) {
            throw new RefusedSignature("The date cannot be read");
        }
        return Instant.ofEpochSecond(Long.parseLong(text));
    }

    private static String key(String id) throws RefusedSignature {
        if (id.isEmpty()) {
            throw new RefusedSignature("The signature names no key");
        }
        return id;
    }

    private static byte[] bytes(String text) throws RefusedSignature {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedSignature("The signature cannot be read");
        }
    }
}
