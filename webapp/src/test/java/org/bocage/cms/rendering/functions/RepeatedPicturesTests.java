package org.bocage.cms.rendering.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A picture that only adorns is not shown where it stands further up already. */
class RepeatedPicturesTests {

    private static final String CARD =
            "<div class=\"card\">\n  <img alt=\"\" src=\"%s\"><span>Photo : M. Gallo</span></div>";

    @Test
    void a_corner_stands_in_the_place_of_a_second_one_another_each_time() {
        String first = CARD.formatted("/.imaging/carte/dam/a.png");
        String hedge = "<img src=\"/.imaging/large/dam/a.png\" alt=\"Une haie\">";
        String html = hedge + first + first + CARD.formatted("/b.png") + first;

        assertThat(once(html))
                .isEqualTo(hedge + "<div class=\"card\">\n  (1)</div>" + "<div class=\"card\">\n  (2)</div>"
                        + CARD.formatted("/b.png") + "<div class=\"card\">\n  (1)</div>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Rien.",
                "<img src=\"/a.png\"><img src=\"/a.png\">",
                "<div class=\"card\"><img src=\"/dam/1/a.png\"></div><div class=\"card\"><img src=\"/dam/1/b.png\"></div>",
                "<div class=\"card\"><img alt=\"\"></div><div class=\"card\"><img alt=\"\"></div>",
                "<img src=\"/a.png\"><div class=\"card\"><img src=\"/a.png\">",
                "<img src=\"/a.png\"><div class=\"card\"><img src=\"/a.png",
                "<img src=\"/a.png\"><div class=\"other card\"><img src=\"/a.png\"></div>",
                "<script src=\"/a.png\"></script><div class=\"card\"><img src=\"/a.png\"></div>",
                "<img"
            })
    void all_else_stays(String html) {
        assertThat(once(html)).isEqualTo(html);
    }

    private static String once(String html) {
        return RepeatedPictures.replaced(html, List.of("<div class=\"card\">"), List.of("(1)", "(2)"));
    }
}
