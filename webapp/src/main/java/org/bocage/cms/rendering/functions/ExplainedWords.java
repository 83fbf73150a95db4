package org.bocage.cms.rendering.functions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** Letters that these elements begin with. */
    private static final String LEFT_BEGINNINGS =
            LEFT.stream().map(name -> name.substring(0, 1)).distinct().collect(Collectors.joining());

    /** Elements among them that hold no HTML: their content is passed over. */
    private static final Set<String> OTHER = Set.of("script", "style", "svg", "textarea", "title");

    private final Map<String, String> meanings;
    /** By their first sign, the longest first. */
    private final Map<Character, List<String>> words = new HashMap<>();
    /** Whether a sign begins a word: a look that costs less than one at the map, for each sign of a page. */
    private final boolean[] beginnings = new boolean[Character.MAX_VALUE + 1];

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
        words.keySet().forEach(sign -> beginnings[sign] = true);
    }

    String explained(String text) {
        char[] html = text.toCharArray();
        StringBuilder page = new StringBuilder(html.length + 1_000);
        Deque<String> inside = new ArrayDeque<>();
        Set<String> told = new HashSet<>();
        int kept = 0;
        int at = 0;
        while (at < html.length) {
            int open = HtmlSigns.next(html, '<', at);
            if (inside.isEmpty()) {
                kept = words(text, html, at, open, kept, told, page);
            }
            at = open;
            if (open < html.length) {
                at = HtmlSigns.closed(html, open);
                follow(html, open, at, inside);
                String held = inside.peek();
                if (held != null && OTHER.contains(held)) {
                    at = HtmlSigns.next(html, "</" + held, at);
                }
            }
        }
        return kept == 0 ? text : page.append(html, kept, html.length - kept).toString();
    }

    /** Enters what stays as it is, and leaves it again. */
    private static void follow(char[] html, int open, int end, Deque<String> inside) {
        boolean leaves = HtmlSigns.startsWith(html, "/", open + 1);
        int start = open + (leaves ? 2 : 1);
        if (start >= end || LEFT_BEGINNINGS.indexOf(html[start]) < 0 || (leaves && inside.isEmpty())) {
            return;
        }
        int stop = start;
        while (stop < end && html[stop] > ' ' && html[stop] != '>' && html[stop] != '/') {
            stop++;
        }
        String name = new String(html, start, stop - start);
        if (leaves) {
            if (name.equals(inside.peek())) {
                inside.pop();
            }
        } else if (LEFT.contains(name) && !HtmlSigns.startsWith(html, "/>", end - 2)) {
            inside.push(name);
        }
    }

    /** Explains what a text holds; the page has what lies before `kept`, and that is where what it lacks begins afterwards. */
    private int words(String text, char[] html, int from, int to, int kept, Set<String> told, StringBuilder page) {
        int rest = kept;
        int at = from;
        while (at < to) {
            boolean begins = beginnings[html[at]] && !isWithin(html, from, at);
            String word = begins ? wordAt(html, at, to) : "";
            if (!word.isEmpty() && told.add(word)) {
                page.append(text.substring(rest, at))
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
    private static boolean isWithin(char[] html, int from, int at) {
        return at > from && (html[at - 1] == '&' || isWord(html[at - 1]));
    }

    private String wordAt(char[] html, int at, int to) {
        for (String word : words.getOrDefault(html[at], List.of())) {
            int end = at + word.length();
            if (end <= to && HtmlSigns.startsWith(html, word, at) && (end == to || !isWord(html[end]))) {
                return word;
            }
        }
        return "";
    }

    private static boolean isWord(char sign) {
        return Character.isLetterOrDigit(sign);
    }
}
