package org.bocage.editorial.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A form that arrived after its session had ended: it travels through the login form in hidden fields, so that nothing
 * a person typed is lost. Passwords, tokens and files do not travel.
 *
 * @param address local address the form was sent to
 * @param fields in their order
 */
record InterruptedForm(String address, List<Field> fields) {

    private static final String PREFIX = "reprise.";
    private static final String ADDRESS = "reprise-vers";
    /** Written out in an address-like form each may take six times that, and a post may have two megabytes. */
    private static final int MAX_CHARACTERS = 300_000;

    private static final int MAX_FIELDS = 800;

    /** One field; a field with several values appears several times. */
    record Field(String name, String value) {

        Map<String, String> model() {
            return Map.of("name", name, "value", value);
        }
    }

    /** The form of a post; empty when there is none, when another site sent it, or when it is too large to travel. */
    static Optional<InterruptedForm> of(HttpServletRequest request) {
        if (!request.getMethod().equals("POST") || !SameOrigin.sent(request)) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (travels(name)) {
                for (String value : values) {
                    fields.add(new Field(name, value));
                }
            }
        });
        return bounded(ReturnAddress.address(request), fields);
    }

    /** The form that the login form carried. */
    static Optional<InterruptedForm> carried(HttpServletRequest request) {
        String address = request.getParameter(ADDRESS);
        if (address == null || !ReturnAddress.isLocal(address)) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(PREFIX) && travels(name.substring(PREFIX.length()))) {
                for (String value : values) {
                    fields.add(new Field(name.substring(PREFIX.length()), value));
                }
            }
        });
        return bounded(address, fields);
    }

    Map<String, Object> model() {
        return Map.of(
                "address", address, "fields", fields.stream().map(Field::model).toList());
    }

    private static Optional<InterruptedForm> bounded(String address, List<Field> fields) {
        long characters = fields.stream()
                .mapToLong(field -> field.name().length() + field.value().length())
                .sum();
        return fields.isEmpty() || fields.size() > MAX_FIELDS || characters > MAX_CHARACTERS
                ? Optional.empty()
                : Optional.of(new InterruptedForm(address, List.copyOf(fields)));
    }

    private static boolean travels(String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return !plain.equals("_csrf") && !plain.contains("password") && !plain.startsWith(PREFIX);
    }
}
