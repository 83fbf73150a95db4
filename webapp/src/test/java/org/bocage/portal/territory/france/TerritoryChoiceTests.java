package org.bocage.portal.territory.france;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class TerritoryChoiceTests {

    private final FrenchCommunes communes = new FrenchCommunes();
    private final TerritoryChoice none = new TerritoryChoice(List.of());

    @Test
    void communes_of_an_intercommunality_and_single_ones_are_chosen_together_each_once() {
        TerritoryChoice choice = none.with(communes.ofEpci("200043990"))
                .with(communes.written(List.of("Pancé", "Baulon")).communes());
        assertThat(choice.communes())
                .hasSize(19)
                .extracting(FrenchCommune::name)
                .contains("Pancé", "Baulon");
        assertThat(choice.codes()).doesNotHaveDuplicates();
        assertThat(choice.population()).isGreaterThan(45_580);
        assertThat(choice.refusal()).isEmpty();
    }

    @Test
    void communes_are_left_out_one_by_one() {
        TerritoryChoice choice = none.with(communes.ofEpci("200043990")).without(Set.of("35016", "99999"));
        assertThat(choice.codes()).hasSize(17).doesNotContain("35016");
    }

    @Test
    void one_commune_is_a_territory_and_none_is_not() {
        assertThat(none.with(communes.written(List.of("Y")).communes()).refusal())
                .isEmpty();
        assertThat(none.population()).isZero();
        assertThat(none.refusal()).hasValue("Choisissez au moins une commune.");
    }

    @Test
    void the_largest_departement_is_a_territory_and_more_than_900_communes_are_not() {
        TerritoryChoice choice = none.with(communes.ofDepartement("62"));
        assertThat(choice.refusal()).isEmpty();
        assertThat(choice.with(communes.ofDepartement("974")).refusal())
                .hasValue("Un territoire compte 900 communes au plus, et celui-ci 911\u00a0: retirez-en.");
    }
}
