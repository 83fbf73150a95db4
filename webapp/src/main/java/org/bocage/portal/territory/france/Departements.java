package org.bocage.portal.territory.france;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The names of the départements and of the collectivities overseas, by their codes. */
final class Departements {

    private static final Map<String, String> NAMES = read();

    private Departements() {}

    /** The name of a département; its code when nobody knows it. */
    static String name(String code) {
        return NAMES.getOrDefault(code, code);
    }

    /** All of them, in the order of their codes. */
    static Map<String, String> names() {
        return new LinkedHashMap<>(NAMES);
    }

    /** The codes of those of this code or of this folded name, else of those whose name begins so. */
    static Set<String> called(String place) {
        Set<String> codes = having((code, name) -> code.toLowerCase(Locale.ROOT).equals(place) || name.equals(place));
        return codes.isEmpty() ? having((code, name) -> name.startsWith(place)) : codes;
    }

    private static Set<String> having(BiPredicate<String, String> wanted) {
        return NAMES.keySet().stream()
                .filter(code -> wanted.test(code, FoldedName.of(name(code)).text()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> read() {
        CSVFormat form = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        Map<String, String> names = new LinkedHashMap<>();
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(Departements.class.getResourceAsStream("departements.csv")),
                StandardCharsets.UTF_8)) {
            for (CSVRecord line : form.parse(text)) {
                names.put(line.get("code"), line.get("nom"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The départements cannot be read", e);
        }
        return names;
    }
}
