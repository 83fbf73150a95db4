package org.bocage.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.bocage.editorial.form.values.RichText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("fast")
class PlainTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Un bol, une chaise.",
                "On épluche.\n\nOn mange à l’heure & au chaud.",
                "Annoncé aussi ici : https://agenda.exemple/fete?jour=1&heure=2",
                "Un\ndeux https://exemple.org/a, trois\n\nhttps://exemple.org/haie_(plante)/b"
            })
    void what_was_typed_comes_back_as_it_was_typed(String typed) {
        assertThat(PlainText.of(RichText.clean(typed))).isEqualTo(typed);
    }

    @Test
    void a_link_that_leads_elsewhere_than_it_reads_stays_markup() {
        String html = "<p><a href=\"https://exemple.org/a\" rel=\"noopener\">Lire</a></p>";

        assertThat(PlainText.of(html)).isEqualTo(html);
    }
}
