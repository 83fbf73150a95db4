package org.bocage.cms.dam.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class SafeFileNameTest {

    @ParameterizedTest
    @CsvSource({
        "'../../etc/Fête des communs (2026).JPEG', fete-des-communs-2026.jpg",
        "'C:\\photos\\Cœur de bourg.jpg', coeur-de-bourg.jpg",
        "'\u202Egpj.exe', gpj.jpg",
        "'.jpg', document.jpg",
        "'日本', document.jpg",
        "'v1.2 — final.jpg', v1-2-final.jpg"
    })
    void names_become_safe(String typed, String safe) {
        assertThat(SafeFileName.of(typed, "jpg")).isEqualTo(safe);
    }

    @Test
    void long_names_are_shortened() {
        assertThat(SafeFileName.of("a".repeat(500), "jpg")).hasSize(84);
        assertThat(SafeFileName.shown("a".repeat(500))).hasSize(120);
    }

    @Test
    void a_name_in_a_message_has_no_hidden_characters() {
        assertThat(SafeFileName.shown("C:\\photos\\fête\r\nBcc: \u202Egpj.exe")).isEqualTo("fête Bcc: gpj.exe");
    }
}
