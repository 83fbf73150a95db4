package org.bocage.editorial.form.values;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Values posted by a form, as typed: line ends are {@code \n}, characters that no store or XML can hold are left out.
 *
 * @param parameters values by path name: {@code titre}, {@code contactMoyen.genre}, {@code photos[0].alt}
 */
public record Submission(Map<String, List<String>> parameters) {

    /** Values a form may post. */
    public static final int MOST_VALUES = 2_000;
    /** Characters of one value. */
    public static final int LONGEST_VALUE = 400_000;

    private static final Pattern INDEX = Pattern.compile("\\[([0-9]{1,4})\\].*", Pattern.DOTALL);
    private static final Pattern UNKEEPABLE = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    /** Takes over the parameters of a request. */
    public static Submission of(Map<String, String[]> posted) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        posted.forEach((name, typed) -> values.put(name, List.of(typed)));
        return new Submission(values);
    }

    /** @throws SubmissionTooLarge beyond {@link #MOST_VALUES} or {@link #LONGEST_VALUE} */
    public Submission {
        int count = parameters.values().stream().mapToInt(List::size).sum();
        if (count > MOST_VALUES || parameters.size() > MOST_VALUES) {
            throw new SubmissionTooLarge("values posted: " + count);
        }
        Map<String, List<String>> kept = new LinkedHashMap<>();
        parameters.forEach((name, typed) ->
                kept.put(name, typed.stream().map(one -> keepable(name, one)).toList()));
        parameters = Collections.unmodifiableMap(kept);
    }

    public static String keepable(String name, String typed) {
        if (typed.length() > LONGEST_VALUE) {
            throw new SubmissionTooLarge("characters posted in " + name + ": " + typed.length());
        }
        String lines = typed.replace("\r\n", "\n").replace('\r', '\n');
        return UNKEEPABLE.matcher(lines).replaceAll("");
    }

    /** Returns the values posted under a name. */
    List<String> values(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** Indices of the entries posted of a field, in order; those whose fields were all left out are known by their mark. */
    List<Integer> entries(String field) {
        TreeSet<Integer> found = new TreeSet<>();
        parameters.keySet().stream()
                .flatMap(name -> Stream.of(name, name.startsWith("_") ? name.substring(1) : name))
                .filter(name -> name.startsWith(field))
                .forEach(name -> {
                    Matcher index = INDEX.matcher(name.substring(field.length()));
                    if (index.matches()) {
                        found.add(Integer.valueOf(index.group(1)));
                    }
                });
        return List.copyOf(found);
    }
}
