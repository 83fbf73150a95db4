package org.bocage.editorial.form.values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.web.util.HtmlUtils;

/** The HTML people write: cleaned by an allow-list before it is stored. */
public final class RichText {

    /** Stands for a stored link while the rest is cleaned: the sanitiser knows no such address. */
    private static final String ASIDE = "/.lien/";

    /** A link to a content as Magnolia stores it (spec 8.6). */
    private static final Pattern STORED_LINK = Pattern.compile(
            "\\$\\{link:\\{uuid:\\{[0-9a-f-]{1,64}\\},(repository|workspace):\\{[A-Za-z0-9_-]+\\},(path|handle):\\{[^{}<>\"]*\\}"
                    + "(,nodeData:\\{[^{}<>\"]*\\})?(,extension:\\{[a-z0-9]*\\})?\\}\\}");

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(https?://|mailto:)[^\\s<>\"]+|#[^\\s<>\"]*|/(?![/\\\\])[^\\s<>\"\\\\]*");

    /** No dotted step: a picture is one of ours, not any address of the site. */
    private static final Pattern PICTURE = Pattern.compile("/(dam|\\.imaging)/(?!.*\\.\\.)[^\\s<>\"\\\\]+");

    private static final Pattern BLOCK =
            Pattern.compile("(?i)<(p|h[1-6]|ul|ol|blockquote|div|table|img|script|style)\\b");
    private static final Pattern BLOCK_END = Pattern.compile("(?i)<(br */?|/(p|h2|h3|li|blockquote))>");

    /** Address in plain text, without the full stop or bracket behind it. */
    private static final Pattern TYPED_ADDRESS = Pattern.compile("https?://[^\\s<>\"']{3,1000}[^\\s<>\"'.,;:!?»)\\]]");

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements("h2", "h3", "p", "ul", "ol", "li", "a", "strong", "em", "blockquote", "br", "img")
            .allowStandardUrlProtocols()
            .allowUrlProtocols("https", "http", "mailto")
            .allowAttributes("href")
            .matching(ADDRESS)
            .onElements("a")
            .allowAttributes("src")
            .matching(PICTURE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .requireRelsOnLinks("noopener")
            .toFactory();

    private static final PolicyFactory NOTHING = new HtmlPolicyBuilder().toFactory();

    private RichText() {}

    /** The HTML that may be stored; text without a block is cut into paragraphs at blank lines, and its addresses become links. */
    public static String clean(String html) {
        if (html.isBlank()) {
            return "";
        }
        List<String> links = new ArrayList<>();
        String set = STORED_LINK.matcher(html).replaceAll(link -> {
            links.add(link.group());
            return ASIDE + (links.size() - 1) + "/";
        });
        String cleaned = ALLOWED.sanitize(BLOCK.matcher(set).find() ? set : paragraphs(set));
        for (int i = 0; i < links.size(); i++) {
            cleaned = cleaned.replace(ASIDE + i + "/", links.get(i));
        }
        return asTyped(cleaned).strip();
    }

    /** The sanitiser escapes more than HTML asks for between double quotes; an apostrophe should be found by a search. */
    private static String asTyped(String cleaned) {
        return cleaned.replace("&#39;", "'")
                .replace("&#61;", "=")
                .replace("&#64;", "@")
                .replace("&#43;", "+");
    }

    private static String paragraphs(String text) {
        // markup says itself where it leads
        String linked = text.indexOf('<') < 0 ? TYPED_ADDRESS.matcher(text).replaceAll("<a href=\"$0\">$0</a>") : text;
        return Arrays.stream(linked.strip().split("\\n\\s*\\n"))
                .map(paragraph -> "<p>" + paragraph.strip().replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining("\n"));
    }

    /** Returns the text that a reader sees, without markup. */
    public static String plain(String html) {
        String lines = BLOCK_END.matcher(html).replaceAll("\n");
        return HtmlUtils.htmlUnescape(NOTHING.sanitize(lines)).strip();
    }

    /** Whether there is nothing to read or see. */
    static boolean isBlank(String html) {
        String cleaned = clean(html);
        return !cleaned.contains("<img")
                && plain(cleaned).replace('\u00a0', ' ').isBlank();
    }
}
