package org.bocage.cms.definition.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class RegisterNumberTests {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "SIREN, 732829320, true",
        "SIREN, 732 829 320, true",
        "SIREN, 123456782, true",
        "SIREN, 356000000, true",
        "SIREN, 200043990, true",
        "SIREN, 200070662, true",
        "SIREN, 123456789, false",
        "SIREN, 73282932, false",
        "SIREN, 000000000, false",
        "SIREN, ٧٣٢٨٢٩٣٢٠, false",
        "SIRET, 73282932000074, true",
        "SIRET, 732 829 320 00074, true",
        "SIRET, 12345678200010, true",
        "SIRET, 73282932000075, false",
        "SIRET, 12345678900007, false",
        "SIRET, 35600000000048, true",
        "SIRET, 35600000009075, true",
        "SIRET, 35600000049837, true",
        "SIRET, 35600000009076, false",
        "RNA, W353000001, true",
        "RNA, w353 000 001, true",
        "RNA, W2A1000001, true",
        "RNA, 353000001, false",
        "RNA, W35300000, false",
        "RNA, W35300000X, false",
        "RNA, X353000001, false",
    })
    void RE_14_a_number_of_a_register_is_told_from_one_that_cannot_be(
            RegisterNumber kind, String typed, boolean accepted) {
        assertThat(kind.accepts(typed)).isEqualTo(accepted);
    }
}
