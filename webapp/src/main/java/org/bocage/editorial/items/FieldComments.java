package org.bocage.editorial.items;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Remarks of a reviewer beside the fields of a proposal, by field; posted as {@code remarque.<field>}.
 *
 * @param typed without what is blank
 */
public record FieldComments(Map<String, String> typed) {

    public static final FieldComments NONE = new FieldComments(Map.of());
    public static final int LONGEST = 2_000;
    /** Pattern of the name of a field in a form. */
    public static final String FIELD = "[A-Za-z0-9_.\\[\\]]{1,100}";

    private static final String PREFIX = "remarque.";
    private static final int MOST = 100;

    public FieldComments {
        typed = Map.copyOf(typed);
    }

    /**
     * Reads those of a form.
     *
     * @throws ResponseStatusException 400 when this is no form of ours
     */
    public static FieldComments of(Map<String, String[]> posted) {
        Map<String, String> typed = new LinkedHashMap<>();
        posted.forEach((name, values) -> {
            if (name.startsWith(PREFIX) && !values[0].isBlank()) {
                String field = name.substring(PREFIX.length());
                if (!field.matches(FIELD) || values[0].length() > LONGEST || typed.size() == MOST) {
                    throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                }
                typed.put(field, values[0].strip());
            }
        });
        return new FieldComments(typed);
    }

    public boolean isEmpty() {
        return typed.isEmpty();
    }
}
