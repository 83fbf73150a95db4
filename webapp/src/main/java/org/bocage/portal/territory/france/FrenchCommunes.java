package org.bocage.portal.territory.france;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/**
 * All communes of France, in a file that comes with the portal (INSEE, IGN – Licence Ouverte). Each question reads it from its
 * first line to its last, and keeps what it answers: a network chooses its territory once, and the portal has little memory.
 */
@Component
public final class FrenchCommunes {

    /** Most communes, or intercommunalities, that a search answers. */
    public static final int MOST_FOUND = 50;

    private static final String FILE = "communes-france.csv.gz";
    private static final int BUFFER = 1 << 16;
    private static final CSVFormat FORM =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /**
     * The best answers of a search.
     *
     * @param communes at most {@link #MOST_FOUND}, the best first
     * @param total how many there are
     */
    public record Found(List<FrenchCommune> communes, int total) {}

    /**
     * An intercommunality (EPCI).
     *
     * @param code its SIREN
     * @param communes how many it has
     * @param population of all of them
     */
    public record Intercommunality(String code, String name, int communes, long population) {

        private Intercommunality and(int inhabitants) {
            return new Intercommunality(code, name, communes + 1, population + inhabitants);
        }
    }

    private record Ranked(FrenchCommune commune, int rank) {

        /** The best first: by its name, then the most inhabited. */
        static final Comparator<Ranked> BEST = Comparator.comparingInt(Ranked::rank)
                .thenComparing(ranked -> ranked.commune().population(), Comparator.reverseOrder())
                .thenComparing(ranked -> ranked.commune().code());
    }

    /**
     * The communes that somebody asks for: by the beginnings of words of their name (« st mal phily »), by a postcode or its
     * beginning, of a département in parentheses (« Sainte-Colombe (Rhône) », « Sainte-Colombe (69) »).
     *
     * @return none for a question without a letter or a digit
     */
    public Found search(String query) {
        CommuneQuery asked = CommuneQuery.of(query);
        if (asked.isEmpty()) {
            return new Found(List.of(), 0);
        }
        PriorityQueue<Ranked> best = new PriorityQueue<>(Ranked.BEST.reversed());
        int[] total = {0};
        read(line -> {
            FoldedName name = FoldedName.of(line.get("nom"));
            if (asked.accepts(name, line.get("code_insee"), line.get("codes_postaux"), line.get("departement"))) {
                total[0]++;
                best.add(new Ranked(commune(line), asked.rank(name)));
                if (best.size() > MOST_FOUND) {
                    best.remove();
                }
            }
        });
        return new Found(best.stream().sorted(Ranked.BEST).map(Ranked::commune).toList(), total[0]);
    }

    /** The intercommunalities whose name has words that begin so, or that have a commune of exactly this name; by name. */
    public List<Intercommunality> intercommunalities(String query) {
        CommuneQuery asked = CommuneQuery.of(query);
        if (asked.words().isEmpty()) {
            return List.of();
        }
        Map<String, Intercommunality> all = new LinkedHashMap<>();
        Set<String> wanted = new LinkedHashSet<>();
        read(line -> {
            String code = line.get("epci_code");
            if (code.isEmpty()) {
                return;
            }
            all.put(
                    code,
                    all.getOrDefault(code, new Intercommunality(code, curly(line.get("epci_nom")), 0, 0))
                            .and(number(line.get("population"))));
            if (!wanted.contains(code)
                    && (FoldedName.of(line.get("epci_nom")).hasWords(asked.words())
                            || asked.rank(FoldedName.of(line.get("nom"))) <= 1)) {
                wanted.add(code);
            }
        });
        return all.values().stream()
                .filter(one -> wanted.contains(one.code()))
                .sorted(Comparator.comparing((Intercommunality one) ->
                                FoldedName.of(one.name()).text())
                        .thenComparing(Intercommunality::code))
                .limit(MOST_FOUND)
                .toList();
    }

    /** The names of the départements and collectivities overseas, by their codes. */
    public Map<String, String> departements() {
        return Departements.names();
    }

    /** The communes of an intercommunality, by name; none when there is no such. */
    public List<FrenchCommune> ofEpci(String code) {
        return all(line -> !code.isEmpty() && line.get("epci_code").equals(code));
    }

    /** The communes of a département, by name; none when there is no such. */
    public List<FrenchCommune> ofDepartement(String code) {
        return all(line -> line.get("departement").equals(code));
    }

    private static List<FrenchCommune> all(Predicate<CSVRecord> wanted) {
        Collection<FrenchCommune> found = new LinkedHashSet<>();
        read(line -> {
            if (wanted.test(line)) {
                found.add(commune(line));
            }
        });
        return found.stream().sorted(FrenchCommune.BY_NAME).toList();
    }

    /**
     * The communes that a list names, each by its INSEE code (« 35012 », « Guipry (35129) ») or by its whole name (« Pancé »,
     * « Sainte-Colombe (Rhône) »), in one reading of the file.
     */
    public WrittenCommunes written(Collection<String> list) {
        WrittenCommunes.Reading reading = new WrittenCommunes.Reading(list);
        read(line ->
                reading.compare(line.get("code_insee"), line.get("nom"), line.get("departement"), () -> commune(line)));
        return reading.result();
    }

    private static void read(Consumer<CSVRecord> reader) {
        try (InputStream packed = Objects.requireNonNull(FrenchCommunes.class.getResourceAsStream(FILE));
                Reader text = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(packed, BUFFER), StandardCharsets.UTF_8));
                CSVParser lines = FORM.parse(text)) {
            for (CSVRecord line : lines) {
                reader.accept(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The communes of France cannot be read", e);
        }
    }

    private static FrenchCommune commune(CSVRecord line) {
        String epci = line.get("epci_code");
        String latitude = line.get("latitude");
        return new FrenchCommune(
                line.get("code_insee"),
                curly(line.get("nom")),
                List.copyOf(words(line.get("codes_postaux"))),
                number(line.get("population")),
                line.get("departement"),
                epci.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new FrenchCommune.Epci(epci, curly(line.get("epci_nom")))),
                latitude.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new GeoPoint(Double.parseDouble(latitude), Double.parseDouble(line.get("longitude")))),
                words(line.get("voisines")));
    }

    /** Official files write the apostrophe straight. */
    private static String curly(String name) {
        return name.replace('\'', '’');
    }

    private static int number(String text) {
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
