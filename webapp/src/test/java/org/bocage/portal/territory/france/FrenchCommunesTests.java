package org.bocage.portal.territory.france;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.bocage.portal.territory.france.FrenchCommunes.Found;
import org.bocage.portal.territory.france.FrenchCommunes.Intercommunality;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class FrenchCommunesTests {

    private final FrenchCommunes communes = new FrenchCommunes();

    @ParameterizedTest
    @CsvSource({
        "pléchâtel, 35221",
        "PLECHATEL, 35221",
        "st malo de phily, 35289",
        "Saint-Malo de Phily, 35289",
        "st mal phi, 35289",
        "couyere, 35089",
        "l’oie, 85165",
        "L'Oie, 85165",
        "Sainte-Colombe (Rhône), 69189",
        "ste colombe (69), 69189",
        "sainte colombe (rho, 69189",
        "Y, 80829",
        "tresboeuf, 35343",
        "Tresbœuf, 35343",
        "val d'anast, 35168",
        "75116, 75056",
        "corte 20250, 2B096",
        "corte (haute-corse), 2B096",
        "ajaccio (2a), 2A004",
        "2A004, 2A004",
        "Saint-Denis (La Réunion), 97411",
        "saint denis (974), 97411",
        "Bain-de-Bretagne (35470), 35012"
    })
    void the_best_answer_is_the_commune_that_is_meant(String typed, String code) {
        assertThat(communes.search(typed).communes().get(0).code()).isEqualTo(code);
    }

    @Test
    void the_commune_of_exactly_the_name_comes_first_then_the_most_inhabited() {
        assertThat(communes.search("saint malo").communes().subList(0, 3))
                .extracting(FrenchCommune::name)
                .containsExactly("Saint-Malo", "Saint-Malo-de-Guersac", "Saint-Malô-du-Bois");
        assertThat(communes.search("saint denis").communes().subList(0, 2))
                .extracting(FrenchCommune::label)
                .containsExactly("Saint-Denis (La Réunion)", "Saint-Denis (Seine-Saint-Denis)");
    }

    @Test
    void a_postcode_finds_all_communes_that_share_it() {
        assertThat(communes.search("35580").communes())
                .hasSize(6)
                .allSatisfy(commune -> assertThat(commune.postcodes()).contains("35580"));
    }

    @Test
    void of_many_answers_the_first_are_given_and_all_are_counted() {
        Found found = communes.search("saint");
        assertThat(found.communes()).hasSize(FrenchCommunes.MOST_FOUND);
        assertThat(found.total()).isGreaterThan(3_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "( )",
                "«»",
                "(Rhône)",
                "Trucville-sur-Rien",
                "Pancé (Ain)",
                "Pancé (Nullepart)",
                "99999",
                "\0",
                "((("
            })
    void a_question_that_asks_for_nothing_finds_nothing(String typed) {
        assertThat(communes.search(typed)).isEqualTo(new Found(List.of(), 0));
    }

    @Test
    void a_long_question_is_read_to_its_hundredth_letter() {
        assertThat(communes.search("Pancé" + " ".repeat(200) + "Guichen").communes())
                .extracting(FrenchCommune::name)
                .contains("Pancé");
        assertThat(communes.search("a".repeat(1_000_000)).total()).isZero();
    }

    @Test
    void a_commune_has_all_that_is_known_of_it() {
        FrenchCommune corte = communes.search("corte (2B)").communes().get(0);
        assertThat(corte.label()).isEqualTo("Corte (Haute-Corse)");
        assertThat(corte.population()).isEqualTo(7819);
        assertThat(corte.epci()).hasValue(new FrenchCommune.Epci("242020071", "CC du Centre Corse"));
        assertThat(corte.centre()).hasValue(new GeoPoint(42.2702, 9.0831));
        assertThat(corte.neighbours()).contains("2A131", "2B047").hasSize(15);
        assertThat(communes.search("paris (75)").communes().get(0).postcodes()).hasSize(21);
    }

    @Test
    void some_communes_have_no_postcode_no_centre_or_no_intercommunality() {
        FrenchCommune islands =
                communes.search("archipel des kerguelen").communes().get(0);
        assertThat(islands.postcodes()).isEmpty();
        assertThat(islands.population()).isZero();
        FrenchCommune papeete = communes.search("papeete").communes().get(0);
        assertThat(papeete.centre()).isEmpty();
        assertThat(papeete.epci()).isEmpty();
        FrenchCommune brehat = communes.search("île de bréhat").communes().get(0);
        assertThat(brehat.neighbours()).isEmpty();
        assertThat(brehat.epci()).isEmpty();
    }

    @Test
    void an_intercommunality_is_found_by_its_name_or_by_one_of_its_communes() {
        assertThat(communes.intercommunalities("arcis mailly ramerupt"))
                .extracting(Intercommunality::name)
                .containsExactly("CC d’Arcis, Mailly, Ramerupt");
        assertThat(communes.intercommunalities("vallons haute bretagne"))
                .containsExactly(
                        new Intercommunality("200043990", "CC Vallons de Haute-Bretagne Communauté", 18, 45_580));
        assertThat(communes.intercommunalities("Pancé"))
                .extracting(Intercommunality::code)
                .containsExactly("200070662");
        assertThat(communes.intercommunalities("cc")).hasSize(FrenchCommunes.MOST_FOUND);
        assertThat(communes.intercommunalities("")).isEmpty();
    }

    @Test
    void an_intercommunality_and_a_departement_have_their_communes_by_name() {
        assertThat(communes.ofEpci("200043990"))
                .hasSize(18)
                .extracting(FrenchCommune::name)
                .startsWith("Baulon", "Bourg-des-Comptes", "Bovel")
                .endsWith("Val d’Anast");
        assertThat(communes.ofDepartement("35")).hasSize(332).isSortedAccordingTo(FrenchCommune.BY_NAME);
        assertThat(communes.ofDepartement("2A")).hasSize(124);
        assertThat(communes.ofDepartement("974")).hasSize(24);
        assertThat(communes.ofEpci("")).isEmpty();
        assertThat(communes.ofEpci("123456789")).isEmpty();
        assertThat(communes.ofDepartement("20")).isEmpty();
    }

    @Test
    void every_departement_has_a_name_and_communes() {
        assertThat(communes.departements())
                .hasSize(109)
                .containsEntry("2A", "Corse-du-Sud")
                .containsEntry("971", "Guadeloupe");
        assertThat(communes.departements().keySet())
                .allSatisfy(code -> assertThat(code).matches("\\d\\d|2[AB]|9[78]\\d"));
        assertThat(communes.ofDepartement("62"))
                .hasSize(887)
                .extracting(FrenchCommune::departement)
                .containsOnly("62");
    }

    @Test
    void a_list_names_communes_by_their_codes_or_their_names() {
        WrittenCommunes written = communes.written(
                List.of("35012", " Pancé ", "2a004", "Sainte-Colombe (Rhône)", "Corte (2B096)", "pance", "35212", ""));
        assertThat(written.problems()).isEmpty();
        assertThat(written.communes())
                .extracting(FrenchCommune::code)
                .containsExactly("35012", "35212", "2A004", "69189", "2B096");
    }

    @Test
    void a_code_that_no_commune_has_any_more_is_told_by_what_was_written() {
        WrittenCommunes written = communes.written(List.of("Guipry (35129)", "35012", "01003"));
        assertThat(written.communes()).extracting(FrenchCommune::name).containsExactly("Bain-de-Bretagne");
        assertThat(written.problems())
                .containsExactly(
                        "«\u00a0Guipry (35129)\u00a0»\u00a0: aucune commune n’a plus ce code. Elle a sans doute rejoint une commune"
                                + " nouvelle\u00a0: cherchez celle-ci par son nom.",
                        "«\u00a001003\u00a0»\u00a0: aucune commune n’a plus ce code. Elle a sans doute rejoint une commune"
                                + " nouvelle\u00a0: cherchez celle-ci par son nom.");
    }

    @Test
    void a_name_of_several_communes_or_of_none_is_told() {
        WrittenCommunes written = communes.written(List.of("Saint-Denis", "Trucville"));
        assertThat(written.communes()).isEmpty();
        assertThat(written.problems())
                .containsExactly(
                        "«\u00a0Saint-Denis\u00a0»\u00a0: plusieurs communes s’appellent ainsi. Dites laquelle, par son code\u00a0:"
                                + " Saint-Denis (11339, Aude), Saint-Denis (30247, Gard), Saint-Denis (93066,"
                                + " Seine-Saint-Denis), Saint-Denis (97411, La Réunion).",
                        "«\u00a0Trucville\u00a0»\u00a0: aucune commune ne s’appelle ainsi. Vérifiez son nom, ou cherchez-la par"
                                + " son code postal.");
    }

    @Test
    void a_list_without_end_is_read_to_its_two_thousandth_line() {
        WrittenCommunes written = communes.written(Collections.nCopies(3_000, "35012"));
        assertThat(written.communes()).extracting(FrenchCommune::code).containsExactly("35012");
        assertThat(written.problems())
                .containsExactly(
                        "La liste est trop longue\u00a0: seules ses 2\u202f000 premières lignes ont été lues.");
    }
}
