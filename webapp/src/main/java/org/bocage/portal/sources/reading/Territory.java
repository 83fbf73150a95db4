package org.bocage.portal.sources.reading;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.portal.territory.Communes;
import org.bocage.portal.territory.TerritoryCommune;
import org.springframework.stereotype.Component;

/** Finds in an address the commune it lies in, of those of the territory. */
@Component
public final class Territory {

    /** The name, in the vocabulary of communes, of all that is elsewhere. */
    public static final String ELSEWHERE = "hors-territoire";

    private static final Pattern POSTCODE = Pattern.compile("(?<![0-9])[0-9]{5}(?![0-9])");

    private final Communes territory;
    private volatile Folded folded = new Folded(List.of(), List.of());

    /** A commune, with its name as {@link #fold} makes it. */
    private record Commune(String insee, String name, Set<String> postcodes) {}

    /**
     * The communes of the territory, as they were last asked for.
     *
     * @param of the list they were made of
     */
    private record Folded(List<TerritoryCommune> of, List<Commune> communes) {}

    public Territory(Communes territory) {
        this.territory = territory;
    }

    private List<Commune> communes() {
        List<TerritoryCommune> now = territory.all();
        Folded last = folded;
        if (!last.of().equals(now)) {
            last = new Folded(
                    now,
                    now.stream()
                            .map(one -> new Commune(one.code(), fold(one.name()), one.postcodes()))
                            .toList());
            folded = last;
        }
        return last.communes();
    }

    /**
     * The commune of an address: the one named beside its postcode, else the one of this postcode, else the last one named.
     *
     * @return its INSEE code, or {@link #ELSEWHERE} when the postcode is none of the territory's
     */
    public Optional<String> commune(String address) {
        String folded = " " + fold(address) + " ";
        List<Commune> named = communes().stream()
                .filter(one -> folded.contains(" " + one.name() + " "))
                .sorted(Comparator.comparingInt((Commune one) -> folded.lastIndexOf(" " + one.name() + " ")
                                + one.name().length())
                        .thenComparingInt(one -> one.name().length())
                        .reversed())
                .toList();
        Matcher postcode = POSTCODE.matcher(address);
        if (!postcode.find()) {
            return named.stream().map(Commune::insee).findFirst();
        }
        List<Commune> there = communes().stream()
                .filter(one -> one.postcodes().contains(postcode.group()))
                .toList();
        if (there.isEmpty()) {
            return Optional.of(ELSEWHERE);
        }
        return named.stream()
                .filter(there::contains)
                .findFirst()
                .or(() -> there.size() == 1 ? Optional.of(there.get(0)) : Optional.empty())
                .map(Commune::insee);
    }

    /** Whether a commune of this INSEE code is one of the territory. */
    boolean has(String code) {
        return communes().stream().anyMatch(one -> one.insee().equals(code));
    }

    /** Whether a text is the name of a commune and nothing more. */
    boolean isCommune(String text) {
        String folded = fold(text);
        return communes().stream().anyMatch(one -> one.name().equals(folded));
    }

    /** Lower case, without accents, one space between words. */
    public static String fold(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.FRENCH).replace("œ", "oe"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return plain.replaceAll("[^a-z0-9]+", " ").strip().replaceAll("\\bst\\b", "saint");
    }
}
