package org.bocage.portal.territory.france;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The communes that a network chooses as its territory.
 *
 * @param communes each once, by name
 */
public record TerritoryChoice(List<FrenchCommune> communes) {

    /** Most communes of a territory: some more than the largest département has. */
    public static final int MOST = 900;

    public TerritoryChoice {
        TreeSet<FrenchCommune> once = new TreeSet<>(FrenchCommune.BY_NAME);
        once.addAll(communes);
        communes = List.copyOf(once);
    }

    /** Adds communes: those of an intercommunality, of a département, or found one by one. */
    public TerritoryChoice with(Collection<FrenchCommune> more) {
        return new TerritoryChoice(
                Stream.concat(communes.stream(), more.stream()).toList());
    }

    /** Leaves out the communes of these codes. */
    public TerritoryChoice without(Collection<String> codes) {
        return new TerritoryChoice(communes.stream()
                .filter(commune -> !codes.contains(commune.code()))
                .toList());
    }

    /** Returns the INSEE codes, in the order of the names. */
    public List<String> codes() {
        return communes.stream().map(FrenchCommune::code).toList();
    }

    /** How many inhabitants the territory has. */
    public long population() {
        return communes.stream().mapToLong(FrenchCommune::population).sum();
    }

    /** Why this can be no territory, as a sentence: none chosen, or more than {@link #MOST}. */
    public Optional<String> refusal() {
        if (communes.isEmpty()) {
            return Optional.of(TerritoryTexts.of("none"));
        }
        return communes.size() > MOST
                ? Optional.of(TerritoryTexts.of("most", MOST, communes.size()))
                : Optional.empty();
    }
}
