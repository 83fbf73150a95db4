package org.bocage.portal.territory.france;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A commune as INSEE and IGN know it.
 *
 * @param code of INSEE: two digits or 2A, 2B, and three digits
 * @param postcodes none for a few that nobody lives in
 * @param population 0 where nobody was counted
 * @param departement code of the département, or of the collectivity overseas
 * @param epci the intercommunality it belongs to, if any
 * @param centre of its area, if it is known
 * @param neighbours codes of those that share a boundary with it, of other départements too
 */
public record FrenchCommune(
        String code,
        String name,
        List<String> postcodes,
        int population,
        String departement,
        Optional<Epci> epci,
        Optional<GeoPoint> centre,
        Set<String> neighbours) {

    static final Comparator<FrenchCommune> BY_NAME = Comparator.comparing(
                    (FrenchCommune commune) -> FoldedName.of(commune.name()).text())
            .thenComparing(FrenchCommune::code);

    /**
     * An intercommunality (EPCI), as a commune names it.
     *
     * @param code its SIREN
     */
    public record Epci(String code, String name) {}

    /** Its name and its département, as « Sainte-Colombe (Rhône) »: some 1,400 names are those of several communes. */
    public String label() {
        return name + " (" + Departements.name(departement) + ")";
    }
}
