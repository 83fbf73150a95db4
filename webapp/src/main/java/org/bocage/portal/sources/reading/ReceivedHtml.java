package org.bocage.portal.sources.reading;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.web.util.HtmlUtils;

/**
 * Sanitizer of received texts (AG-14): allows a handful of elements, links that vouch for nothing, and not one picture, for it
 * would be loaded from elsewhere.
 */
public final class ReceivedHtml {

    /** Longer texts are cut. */
    static final int LONGEST = 20_000;

    private static final Pattern MARKUP =
            Pattern.compile("(?i)</?(p|br|a|ul|ol|li|b|i|em|strong|div|span|h[1-6]|table|img|script)\\b");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']{3,500}[^\\s<>\"'.,;:!?)\\]]");
    private static final Pattern EMPTY = Pattern.compile("<p>(\\s|&nbsp;|\u00a0|<br */?>)*</p>");

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("p", "br", "a", "ul", "ol", "li", "strong", "em")
            .allowElements((name, attributes) -> "strong", "b")
            .allowElements((name, attributes) -> "em", "i")
            .allowElements((name, attributes) -> "p", "div", "h1", "h2", "h3", "h4", "h5", "h6")
            .allowUrlProtocols("https", "http", "mailto")
            .allowAttributes("href")
            .onElements("a")
            .requireRelsOnLinks("nofollow", "ugc", "noopener")
            .toFactory();

    private static final PolicyFactory NOTHING = new HtmlPolicyBuilder().toFactory();

    private ReceivedHtml() {}

    /** The HTML that may be stored, of a text or of HTML. */
    public static String clean(String received) {
        String text = received.length() <= LONGEST ? received : received.substring(0, LONGEST) + "…";
        String html = MARKUP.matcher(text).find() ? wrapped(text) : paragraphs(text);
        String clean = ALLOWED.sanitize(html)
                .replace("&#39;", "'")
                .replace("&#61;", "=")
                .replace("&#64;", "@")
                .replace("&#43;", "+")
                .replace("&#96;", "`");
        return EMPTY.matcher(clean).replaceAll("").strip();
    }

    private static String wrapped(String html) {
        boolean blocks =
                Pattern.compile("(?i)<(p|div|ul|ol|h[1-6])\\b").matcher(html).find();
        return blocks ? html : "<p>" + html.strip().replaceAll("\\r?\\n", "<br>") + "</p>";
    }

    private static String paragraphs(String text) {
        return Arrays.stream(text.replace("\r\n", "\n").strip().split("\\n\\s*\\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .map(paragraph -> "<p>" + linked(paragraph).replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String linked(String text) {
        String escaped = HtmlUtils.htmlEscape(text, "UTF-8");
        return LINK.matcher(escaped).replaceAll("<a href=\"$0\">$0</a>");
    }

    /** Returns the visible text, in one line. */
    static String plain(String received) {
        return line(received).replaceAll("[\\s\u00a0]+", " ").strip();
    }

    /** Returns the visible text, in one line, with the spaces at which it is not to be broken. */
    static String line(String received) {
        String spaced = received.replaceAll("(?i)<(br|/?p|/?li|/?div)\\b[^>]*>", " ");
        return HtmlUtils.htmlUnescape(NOTHING.sanitize(spaced))
                .replaceAll("\\s+", " ")
                .replaceAll("^[ \u00a0\u202f]+|[ \u00a0\u202f]+$", "");
    }
}
