package org.bocage.cms.rendering.functions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Explains words in the HTML of a page, such as the sigles of a glossary: each where it is first met in running text, not in
 * titles, links, buttons and fields, which say what they say.
 */
final class ExplainedWords {

    /** Elements whose words stay as they are. */
    private static final Set<String> LEFT = Set.of(
            "a",
            "abbr",
            "button",
            "dt",
            "h1",
            "h2",
            "h3",
            "h4",
            "label",
            "legend",
            "nav",
            "option",
            "script",
            "select",
            "style",
            "summary",
            "svg",
            "textarea",
            "title");

    /** Elements among them that hold no HTML: their content is passed over. */
    private static final Set<String> OTHER = Set.of("script", "style", "svg", "textarea", "title");

    private final Map<String, String> meanings;
    /** By their first sign, the longest first. */
    private final Map<Character, List<String>> words = new HashMap<>();
    /** First signs of all words: a look that costs less than one at the map, for each sign of a page. */
    private final BitSet beginnings = new BitSet();

    /** Most recent instance: a glossary is the same for page after page. */
    private static volatile ExplainedWords last = new ExplainedWords(Map.of());

    /** @param meanings by word, both escaped for HTML */
    static ExplainedWords of(Map<String, String> meanings) {
        ExplainedWords known = last;
        if (!known.meanings.equals(meanings)) {
            known = new ExplainedWords(Map.copyOf(meanings));
            last = known;
        }
        return known;
    }

    private ExplainedWords(Map<String, String> meanings) {
        this.meanings = meanings;
        meanings.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .forEach(word -> words.computeIfAbsent(word.charAt(0), any -> new ArrayList<>())
                        .add(word));
        words.keySet().forEach(beginnings::set);
    }

    String explained(String html) {
        StringBuilder page = new StringBuilder(html.length() + 1_000);
        Deque<String> inside = new ArrayDeque<>();
        Set<String> told = new HashSet<>();
        int kept = 0;
        int at = 0;
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            int end = open < 0 ? html.length() : open;
            if (inside.isEmpty()) {
                kept = text(html, at, end, kept, told, page);
            }
            at = end;
            if (open >= 0) {
                at = closed(html, open);
                follow(html, open, at, inside);
                String held = inside.peek();
                if (held != null && OTHER.contains(held)) {
                    int close = html.indexOf("</" + held, at);
                    at = close < 0 ? html.length() : close;
                }
            }
        }
        return kept == 0 ? html : page.append(html.substring(kept)).toString();
    }

    /** Where a tag or a comment is over. */
    private static int closed(String html, int open) {
        if (html.startsWith("<!--", open)) {
            int end = html.indexOf("-->", open);
            return end < 0 ? html.length() : end + "-->".length();
        }
        int end = html.indexOf('>', open);
        return end < 0 ? html.length() : end + 1;
    }

    /** Enters what stays as it is, and leaves it again. */
    private static void follow(String html, int open, int end, Deque<String> inside) {
        boolean leaves = html.startsWith("/", open + 1);
        int start = open + (leaves ? 2 : 1);
        int stop = start;
        while (stop < end && isWord(html.charAt(stop))) {
            stop++;
        }
        String name = html.substring(start, stop);
        if (leaves) {
            if (name.equals(inside.peek())) {
                inside.pop();
            }
        } else if (LEFT.contains(name) && !html.startsWith("/>", end - 2)) {
            inside.push(name);
        }
    }

    /** Explains what a text holds; the page has what lies before `kept`, and that is where what it lacks begins afterwards. */
    private int text(String html, int from, int to, int kept, Set<String> told, StringBuilder page) {
        int rest = kept;
        int at = from;
        while (at < to) {
            boolean begins = beginnings.get(html.charAt(at)) && !isWithin(html, from, at);
            String word = begins ? wordAt(html, at, to) : "";
            if (!word.isEmpty() && told.add(word)) {
                page.append(html.substring(rest, at))
                        .append("<abbr tabindex=\"0\" title=\"")
                        .append(meanings.get(word))
                        .append("\">")
                        .append(word)
                        .append("</abbr>");
                rest = at + word.length();
            }
            at += Math.max(1, word.length());
        }
        return rest;
    }

    /** Whether a place is in the middle of a word, or of a sign that is escaped. */
    private static boolean isWithin(String html, int from, int at) {
        return at > from && (html.charAt(at - 1) == '&' || isWord(html.charAt(at - 1)));
    }

    private String wordAt(String html, int at, int to) {
        for (String word : words.getOrDefault(html.charAt(at), List.of())) {
            int end = at + word.length();
            if (end <= to && html.startsWith(word, at) && (end == to || !isWord(html.charAt(end)))) {
                return word;
            }
        }
        return "";
    }

    private static boolean isWord(char sign) {
        return Character.isLetterOrDigit(sign);
    }
}
