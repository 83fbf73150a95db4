package org.bocage.editorial.administration.theme;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour as somebody typed or picked it.
 *
 * @param typed with nothing around it
 */
record TypedColour(String typed) {

    private static final int LONGEST = 7;
    private static final int MOST_SHOWN = 200;
    private static final Pattern SHORT = Pattern.compile("^#?([0-9a-f])([0-9a-f])([0-9a-f])$");
    private static final Pattern WHOLE = Pattern.compile("#?([0-9a-f]{6})");

    TypedColour {
        String stripped = typed.strip();
        typed = stripped.substring(0, Math.min(stripped.length(), MOST_SHOWN));
    }

    /** Name of what is wrong with it: {@code empty}, {@code long} or {@code wrong}; empty when it is a colour. */
    String problem() {
        if (typed.isEmpty()) {
            return "empty";
        }
        if (typed.length() > LONGEST) {
            return "long";
        }
        return WHOLE.matcher(lower()).matches() || SHORT.matcher(lower()).matches() ? "" : "wrong";
    }

    /** As {@code #ffc83d}, also for {@code FFC83D} and {@code #fc3}. */
    String hex() {
        return "#"
                + WHOLE.matcher(SHORT.matcher(lower()).replaceFirst("$1$1$2$2$3$3"))
                        .replaceFirst("$1");
    }

    private String lower() {
        return typed.toLowerCase(Locale.ROOT);
    }
}
