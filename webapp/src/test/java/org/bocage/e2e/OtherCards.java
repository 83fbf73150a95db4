package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Visiting cards read by the letter of RFC 6350 (3.3), without the library that writes them. */
public final class OtherCards {

    /** group "." name *(";" param) ":" value, a parameter's value quoted when it holds one of these signs. */
    private static final Pattern LINE = Pattern.compile(
            "(?:[A-Za-z0-9-]+\\.)?([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:\"[^\"]*\"|[^\";:,]*)(?:,(?:\"[^\"]*\"|[^\";:,]*))*)*):(.*)");

    private OtherCards() {}

    /** The names of the cards, each of which must be whole and well written. */
    public static List<String> names(String text) {
        assertThat(text).endsWith("END:VCARD\r\n");
        List<String> names = new ArrayList<>();
        List<String> card = new ArrayList<>();
        for (String line : text.replace("\r\n ", "").split("\r\n")) {
            assertThat(line).doesNotContain("\n", "\r");
            Matcher parts = LINE.matcher(line);
            assertThat(parts.matches()).as(line).isTrue();
            if (line.equals("BEGIN:VCARD")) {
                assertThat(card).as("a card within another").isEmpty();
            }
            card.add(parts.group(1));
            if (parts.group(1).equals("FN")) {
                names.add(parts.group(3).replaceAll("\\\\([,;\\\\])", "$1"));
            }
            if (line.equals("END:VCARD")) {
                assertThat(card.subList(0, 2)).containsExactly("BEGIN", "VERSION");
                assertThat(card.stream().filter("FN"::equals)).as("one name").hasSize(1);
                card.clear();
            }
        }
        assertThat(card).as("an open card").isEmpty();
        return names;
    }
}
