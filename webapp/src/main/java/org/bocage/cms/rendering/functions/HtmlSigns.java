package org.bocage.cms.rendering.functions;

/** Looks through the signs of HTML, as an array: a string costs more for each of them. */
final class HtmlSigns {

    private HtmlSigns() {}

    /** Returns where a sign stands next, or the end. */
    static int next(char[] html, char sign, int from) {
        int at = from;
        while (at < html.length && html[at] != sign) {
            at++;
        }
        return at;
    }

    /** Returns where some signs stand next, or the end. */
    static int next(char[] html, String signs, int from) {
        int at = next(html, signs.charAt(0), from);
        while (at < html.length && !startsWith(html, signs, at)) {
            at = next(html, signs.charAt(0), at + 1);
        }
        return at;
    }

    static boolean startsWith(char[] html, String start, int at) {
        if (at < 0 || at + start.length() > html.length) {
            return false;
        }
        for (int i = 0; i < start.length(); i++) {
            if (html[at + i] != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns where a tag or a comment that opens at a place is over. */
    static int closed(char[] html, int open) {
        int end = next(html, '>', open);
        if (startsWith(html, "<!--", open)) {
            while (end < html.length && !startsWith(html, "--", end - 2)) {
                end = next(html, '>', end + 1);
            }
        }
        return Math.min(end + 1, html.length);
    }
}
