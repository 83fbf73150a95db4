package org.bocage.editorial.form.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class RichTextTests {

    @Test
    void what_may_be_written_stays() {
        String html = "<h2>Titre</h2><p>Un <strong>mot</strong>, <em>un</em> autre</p><ul><li>a</li></ul>"
                + "<blockquote>cité</blockquote><img src=\"/dam/jcr:1/a.jpg\" alt=\"Un pré\" />";
        assertThat(RichText.clean(html)).isEqualTo(html);
    }

    @Test
    void scripts_events_and_foreign_pictures_go() {
        String cleaned = RichText.clean("<p onclick=\"x()\" style=\"color:red\">a<script>alert(1)</script></p>"
                + "<a href=\"javascript:alert(1)\">b</a><img src=\"https://loin.example/a.png\" alt=\"c\">"
                + "<img src=\"/dam/../deconnexion\"><iframe src=\"https://x\"></iframe><svg onload=alert(1)>");
        assertThat(cleaned)
                .doesNotContain("script", "onclick", "style", "javascript", "loin", "deconnexion", "iframe", "svg");
        assertThat(cleaned).contains("a", "b");
    }

    @Test
    void links_lead_to_the_web_to_mail_and_to_us_and_say_so() {
        assertThat(RichText.clean("<p><a href=\"https://exemple.org/a?b=1\">x</a></p>"))
                .isEqualTo("<p><a href=\"https://exemple.org/a?b=1\" rel=\"noopener\">x</a></p>");
        assertThat(RichText.clean("<p><a href=\"mailto:a@b.fr\">x</a></p>")).contains("mailto:a@b.fr");
        assertThat(RichText.clean("<p><a href=\"/actualites\">x</a></p>")).contains("href=\"/actualites\"");
        assertThat(RichText.clean("<p><a href=\"//loin.example\">x</a></p>")).doesNotContain("loin");
    }

    @Test
    void a_link_to_a_content_is_kept_as_magnolia_stores_it() {
        String link = "${link:{uuid:{3b0c},repository:{website},path:{/accueil},nodeData:{},extension:{html}}}";
        assertThat(RichText.clean("<p><a href=\"" + link + "\">x</a></p>")).contains("href=\"" + link + "\"");
    }

    @Test
    void without_markup_a_blank_line_makes_a_paragraph() {
        assertThat(RichText.clean("Un\ndeux\n\nTrois < quatre"))
                .isEqualTo("<p>Un<br />deux</p>\n<p>Trois &lt; quatre</p>");
    }

    @Test
    void without_markup_an_address_becomes_a_link_up_to_the_full_stop_behind_it() {
        assertThat(RichText.clean("Voir https://exemple.org/fete?a=1&b=2."))
                .isEqualTo("<p>Voir <a href=\"https://exemple.org/fete?a=1&amp;b=2\" rel=\"noopener\">"
                        + "https://exemple.org/fete?a=1&amp;b=2</a>.</p>");
        assertThat(RichText.clean("<p>Voir https://exemple.org</p>")).doesNotContain("<a");
        assertThat(RichText.clean("<a href=\"https://exemple.org/a\">https://exemple.org/b</a>"))
                .isEqualTo("<p><a href=\"https://exemple.org/a\" rel=\"noopener\">https://exemple.org/b</a></p>");
    }

    @Test
    void cleaning_again_changes_nothing_and_an_apostrophe_stays_one() {
        String once = RichText.clean("<p title='x'>L'été &amp; 1+1=2 &lt;script&gt; {{x}}</p>");
        assertThat(once).startsWith("<p>L'été &amp; 1+1=2 &lt;script&gt;");
        assertThat(RichText.clean(once)).isEqualTo(once);
    }

    @Test
    void markup_without_words_is_blank() {
        assertThat(RichText.isBlank("<p>&nbsp;</p><p><br></p>")).isTrue();
        assertThat(RichText.isBlank("<p>x</p>")).isFalse();
    }
}
