package org.bocage.cms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Messages say the words of the site in place of those that they are written with. */
@Tag("fast")
class WordingTests {

    private static final List<String> POLE = List.of("le pôle", "du pôle", "au pôle");
    private static final List<String> ASSOCIATION = List.of("l’association", "de l’association", "à l’association");

    @Test
    void each_phrase_is_said_otherwise_as_a_word_and_with_its_capital() {
        Wording wording = new Wording(POLE, ASSOCIATION);

        assertThat(wording.of("Du pôle, ou au pôle ? C’est le pôle."))
                .isEqualTo("De l’association, ou à l’association ? C’est l’association.");
        assertThat(wording.of("Le pôle")).isEqualTo("L’association");
        assertThat(wording.of("Les pôles, du pôleau, au Pôle du coin, Notre pôle"))
                .isEqualTo("Les pôles, du pôleau, au Pôle du coin, Notre pôle");
    }

    @Test
    void a_message_without_them_and_one_of_who_is_a_pole_stay_as_they_are() {
        assertThat(new Wording(POLE, ASSOCIATION).of("{0} du $coin \\ ''")).isEqualTo("{0} du $coin \\ ''");
        assertThat(Wording.AS_WRITTEN.of("Du pôle")).isEqualTo("Du pôle");
        assertThat(new Wording(POLE, List.of("le $1", "du {0}", "au \\")).of("le pôle, du pôle, au pôle"))
                .isEqualTo("le $1, du {0}, au \\");
    }

    @Test
    void the_modules_say_of_each_kind_as_many_phrases() {
        try (DefinitionRegistry registry = DefinitionRegistry.watching(List.of(Path.of("light-modules")))) {
            Definitions definitions = registry.current();
            assertThat(definitions.site().settings().called().phrases().values())
                    .hasSizeGreaterThan(5)
                    .allMatch(one -> one.size() == 3);

            assertThat(definitions.messages().lookup(Locale.FRENCH, "actus.origine.pole"))
                    .isEqualTo("Du pôle");
            assertThat(registry.say(new Wording(POLE, ASSOCIATION))).isTrue();
            assertThat(registry.say(new Wording(POLE, ASSOCIATION))).isFalse();
            assertThat(definitions.messages().lookup(Locale.FRENCH, "actus.origine.pole"))
                    .isEqualTo("De l’association");
        }
    }
}
