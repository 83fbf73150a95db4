package org.bocage.editorial.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bocage.cms.definition.type.WritingAdvice;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.view.Advice;

/** Finds in the values of a form what would make it better written. */
final class Advising {

    private Advising() {}

    static Advice of(WritingAdvice asked, String type, FormValues values, FormTexts words) {
        if (asked.by().isEmpty()) {
            return Advice.NONE;
        }
        String kind = first(values, asked.by());
        String prefix = type + ".reperes";
        List<Advice.Check> checks = new ArrayList<>();
        asked.checks()
                .forEach((of, named) -> named.forEach((name, fields) -> {
                    List<String> paths = fields.stream()
                            .map(field -> field.replace('/', '.'))
                            .toList();
                    checks.add(new Advice.Check(
                            of,
                            words.message(prefix + "." + name),
                            paths,
                            kind.isEmpty() || kind.equals(of),
                            paths.stream().anyMatch(path -> !first(values, path).isEmpty())));
                }));
        String allowed = pattern(asked.allowed());
        String text = asked.texts().stream()
                .map(field -> first(values, field).replaceAll("<[^>]*>", " "))
                .collect(Collectors.joining("\n"));
        List<Advice.Wording> wordings = new ArrayList<>();
        asked.words().forEach((name, expressions) -> {
            String pattern = pattern(expressions);
            boolean watched = asked.watched().contains(kind);
            wordings.add(new Advice.Wording(
                    asked.watched(),
                    pattern,
                    allowed,
                    words.message(prefix + ".mots." + name),
                    watched ? found(pattern, allowed, text) : ""));
        });
        return new Advice(
                words.message(prefix), words.message(prefix + ".texte"), asked.by(), checks, wordings, asked.texts());
    }

    /** The first value that is typed at a path, whatever alternative or entry it lies in. */
    private static String first(FormValues values, String path) {
        return values.values().entrySet().stream()
                .filter(entry -> isAt(entry.getKey().replaceAll("\\[[0-9]+]", ""), path))
                .map(Map.Entry::getValue)
                .flatMap(Collection::stream)
                .map(String::strip)
                .filter(value -> !value.isEmpty() && !value.equals("false"))
                .findFirst()
                .orElse("");
    }

    private static boolean isAt(String path, String wanted) {
        return path.equals(wanted) || path.endsWith("." + wanted);
    }

    private static String found(String pattern, String allowed, String text) {
        String read = allowed.isEmpty() ? text : regex(allowed).matcher(text).replaceAll(" ");
        Matcher found = regex(pattern).matcher(read);
        return found.find() ? found.group() : "";
    }

    private static Pattern regex(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Whole words; what Java and JavaScript (with its flag « u ») both understand. */
    private static String pattern(List<String> expressions) {
        return expressions.isEmpty()
                ? ""
                : expressions.stream()
                        .map(one -> one.replaceAll("[\\\\^$.|?*+()\\[\\]{}/]", "\\\\$0")
                                .replace("#", "[0-9]+")
                                .replace("’", "['’]")
                                .replaceAll(" +", "\\\\s+"))
                        .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])"));
    }
}
