package org.bocage.cms.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The players that a page may show in a frame. */
class FrameOriginsTests {

    @Test
    void the_origins_of_the_films_of_a_page_are_told_once_each_in_order() {
        assertThat(FrameOrigins.of(
                        "<p>Été</p><a class=\"b\" href=\"#\" data-lecteur=\"https://films.invalid:8443/e/1\">1</a>"
                                + "<a data-lecteur=\"https://autre.invalid/e/2\">2</a>"
                                + "<a data-lecteur=\"https://films.invalid:8443/e/3\">3</a>"))
                .isEqualTo("https://autre.invalid https://films.invalid:8443");
        assertThat(FrameOrigins.of("<p>Rien à voir</p>")).isEmpty();
    }

    @Test
    void what_is_only_written_in_a_text_or_stands_on_something_else_than_a_link_opens_no_frame() {
        assertThat(FrameOrigins.of("<a href=\"#\">x</a> data-lecteur=\"https://mal.invalid/e\""))
                .isEmpty();
        assertThat(FrameOrigins.of(" data-lecteur=\"https://mal.invalid/e\"")).isEmpty();
        assertThat(FrameOrigins.of("<abbr data-lecteur=\"https://mal.invalid/e\">x</abbr>"))
                .isEmpty();
        assertThat(FrameOrigins.of("<a data-lecteur=\"javascript:alert(1)/\">x</a>"))
                .isEmpty();
    }
}
