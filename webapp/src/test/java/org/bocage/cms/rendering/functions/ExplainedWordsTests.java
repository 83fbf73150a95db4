package org.bocage.cms.rendering.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sigles are explained where a reader meets them first, and nowhere else. */
class ExplainedWordsTests {

    private static final ExplainedWords WORDS =
            ExplainedWords.of(Map.of("ESS", "Économie sociale", "PTCE", "Pôle territorial"));

    @Test
    void the_first_time_in_running_text_and_once() {
        assertThat(WORDS.explained("<h2>L’ESS</h2><p>L’<b>ESS</b>, puis le PTCE, encore l’ESS.</p>"))
                .isEqualTo(
                        "<h2>L’ESS</h2><p>L’<b><abbr tabindex=\"0\" title=\"Économie sociale\">ESS</abbr></b>, puis le "
                                + "<abbr tabindex=\"0\" title=\"Pôle territorial\">PTCE</abbr>, encore l’ESS.</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Rien ici.",
                "<h2>ESS</h2>",
                "<a href=\"/ess\">L’<em>ESS</em></a>",
                "<script>if (a < ESS) b(\"</p>\", ESS)</script>",
                "<style>.ESS::after { content: \"<b>\" }</style>",
                "<svg><text>ESS</text></svg>",
                "<p title=\"ESS\">Rien</p>",
                "<!-- ESS > ESS --><p>Rien</p>",
                "<!-->",
                "<p>DESS, ESSAI, &ESS;</p>",
                "<p>Une balise sans fin <b ESS",
                "<!-- sans fin, ESS",
                "<script>ESS",
                "<button type=\"button\">ESS <b>ESS</b></button>",
            })
    void not_where_words_say_what_they_say(String html) {
        assertThat(WORDS.explained(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<p>ESS", "ESS", "<a/>ESS", "<h2>PTCE</h2>ESS", "<!---->ESS", "<hr>ESS", "<b><h3></h3>ESS</b>"})
    void at_the_edges_of_a_text(String html) {
        assertThat(WORDS.explained(html))
                .isEqualTo(html.replace("ESS", "<abbr tabindex=\"0\" title=\"Économie sociale\">ESS</abbr>"));
    }
}
