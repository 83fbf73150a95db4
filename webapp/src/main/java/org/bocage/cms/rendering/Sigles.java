package org.bocage.cms.rendering;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Explains words in the HTML of a page, such as the sigles of a glossary: each where it is first met in running text, not in
 * titles, links, buttons and fields, which say what they say.
 */
final class Sigles {

    private static final Pattern PARTS = Pattern.compile("<!--.*?-->|<[^>]*>|[^<]+", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)");
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

    private final Map<String, String> meanings;
    private final Pattern words;

    /** Those asked for last: a glossary is the same for page after page. */
    private static volatile Sigles last = new Sigles(Map.of());

    /** @param meanings by word, both escaped for HTML */
    static Sigles of(Map<String, String> meanings) {
        Sigles known = last;
        if (!known.meanings.equals(meanings)) {
            known = new Sigles(Map.copyOf(meanings));
            last = known;
        }
        return known;
    }

    private Sigles(Map<String, String> meanings) {
        this.meanings = meanings;
        this.words = Pattern.compile("(?<![\\p{L}\\p{N}&])("
                + meanings.keySet().stream()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"))
                + ")(?![\\p{L}\\p{N}])");
    }

    String explained(String html) {
        StringBuilder page = new StringBuilder(html.length() + 1_000);
        Deque<String> inside = new ArrayDeque<>();
        Set<String> told = new HashSet<>();
        Matcher parts = PARTS.matcher(html);
        while (parts.find()) {
            String part = parts.group();
            if (part.charAt(0) == '<') {
                follow(part, inside);
                page.append(part);
            } else {
                page.append(inside.isEmpty() ? text(part, told) : part);
            }
        }
        return page.toString();
    }

    /** Enters what stays as it is, and leaves it again. */
    private static void follow(String tag, Deque<String> inside) {
        Matcher named = TAG.matcher(tag);
        if (!named.lookingAt() || tag.endsWith("/>")) {
            return;
        }
        String name = named.group(2);
        if (named.group(1).isEmpty()) {
            if (LEFT.contains(name)) {
                inside.push(name);
            }
        } else if (name.equals(inside.peek())) {
            inside.pop();
        }
    }

    private String text(String text, Set<String> told) {
        Matcher found = words.matcher(text);
        return found.replaceAll(match -> {
            String word = match.group(1);
            return Matcher.quoteReplacement(
                    told.add(word)
                            ? "<abbr tabindex=\"0\" title=\"" + meanings.get(word) + "\">" + word + "</abbr>"
                            : word);
        });
    }
}
