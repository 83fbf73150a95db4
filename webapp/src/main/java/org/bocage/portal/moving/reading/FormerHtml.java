package org.bocage.portal.moving.reading;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.editorial.form.values.RichText;

/**
 * Texts of another program as plain HTML: paragraphs, titles, lists, links and pictures. Marks of its plug-ins go, films become links;
 * what may stand in a text of ours is decided where it is stored ({@link RichText#clean}).
 */
public final class FormerHtml {

    /** Longer texts are cut. */
    static final int LONGEST = 300_000;

    private static final int SUMMARY = 280;

    private static final Pattern COMMENT = Pattern.compile("<!--.*?(?:-->|$)", Pattern.DOTALL);
    private static final Pattern GONE = Pattern.compile(
            "<(script|style|noscript|form|svg|object|template)\\b.*?(?:</\\1\\s*>|$)",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern FRAME = Pattern.compile(
            "<(?:iframe|embed|video|audio|source)\\b[^>]*?\\bsrc\\s*=\\s*[\"']([^\"']{4,500})[\"'][^>]*>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BLOCK = Pattern.compile(
            "<(/?)(?:div|section|article|figure|figcaption|pre|dl|dt|dd|center|address|main|header|footer|aside|tr|details|summary)\\b[^>]*>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CELLS = Pattern.compile("</t[dh]>\\s*<t[dh]\\b[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern TITLE = Pattern.compile("<(/?)h([1-6])\\b[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern STRONG = Pattern.compile("<(/?)b\\b[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern EMPHASIS = Pattern.compile("<(/?)(?:i|cite)\\b[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINKED_PICTURE =
            Pattern.compile("<a\\b[^>]*>\\s*(<img\\b[^>]*>)\\s*</a>", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLANK = Pattern.compile("<p>(?:\\s|&nbsp;|\u00a0|<br */?>)*</p>\\s*");
    private static final Pattern PARAGRAPH =
            Pattern.compile("(?is).*<(?:p|div|ul|ol|h[1-6]|table|blockquote|figure|section)\\b.*");
    private static final Pattern STARTS_BLOCK =
            Pattern.compile("(?is)\\s*</?(?:p|div|ul|ol|li|h[1-6]|table|tr|blockquote|figure|section|hr|pre)\\b.*");

    private static final Pattern CAPTION = Pattern.compile(
            "\\[(?:wp_)?caption\\b[^\\]]*\\]\\s*((?:<a\\b[^>]*>)?\\s*<img\\b[^>]*>\\s*(?:</a>)?)(.*?)\\[/(?:wp_)?caption\\]",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern EMBED =
            Pattern.compile("\\[(embed|video|audio|youtube|vimeo)\\b([^\\]]*)\\](?:([^\\[]*)\\[/\\1\\])?");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>\\]]+");
    private static final Pattern SHORTCODE = Pattern.compile("\\[(/?)([a-zA-Z][\\w-]{1,60})((?:\\s[^\\[\\]]*)?)/?\\]");
    private static final Pattern KNOWN = Pattern.compile(
            "(?i)gallery|playlist|contact-form-7|contact-form|button|buttons|columns?|row|tabs?|toggle|accordion|spacer|divider|more|toc|su_.*|vc_.*|et_pb_.*|fusion_.*|wpforms|ninja_forms?|gravityform|mc4wp_form|maps?|leaflet.*|ngg.*|foogallery");
    private static final Pattern ALONE = Pattern.compile("(?m)^[ \\t]*(https?://[^\\s<>\"]{4,400})[ \\t]*$");

    private FormerHtml() {}

    /** A text that WordPress keeps: its blocks, its short codes, and paragraphs that blank lines make. */
    static String ofWordPress(String text) {
        String html = cut(text);
        boolean isOfBlocks = html.contains("<!-- wp:");
        html = COMMENT.matcher(html).replaceAll("");
        html = CAPTION.matcher(html)
                .replaceAll(one -> Matcher.quoteReplacement(
                        "<p>" + one.group(1) + "</p><p><em>" + one.group(2).strip() + "</em></p>"));
        html = EMBED.matcher(html).replaceAll(one -> {
            Matcher address = ADDRESS.matcher(one.group(2) + " " + (one.group(3) == null ? "" : one.group(3)));
            return address.find() ? Matcher.quoteReplacement(paragraph(address.group())) : "";
        });
        html = withoutShortcodes(html);
        if (!isOfBlocks) {
            html = ALONE.matcher(html)
                    .replaceAll(one -> Matcher.quoteReplacement("\n\n" + link(one.group(1)) + "\n\n"));
            html = paragraphs(html);
        } else {
            html = ALONE.matcher(html).replaceAll(one -> Matcher.quoteReplacement(link(one.group(1))));
        }
        return plain(html);
    }

    /** HTML, or text whose blank lines make paragraphs. */
    static String of(String text) {
        String html = COMMENT.matcher(cut(text)).replaceAll("");
        return plain(PARAGRAPH.matcher(html).matches() ? html : paragraphs(html));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String paragraph(String address) {
        return "<p>" + link(address) + "</p>";
    }

    private static String link(String address) {
        return "<a href=\"" + address + "\">" + address + "</a>";
    }

    /** Brackets of plug-ins go and what stands between them stays; those that somebody wrote, « [sic] », stay too. */
    private static String withoutShortcodes(String html) {
        if (html.indexOf('[') < 0) {
            return html;
        }
        return SHORTCODE.matcher(html).replaceAll(one -> {
            String name = one.group(2);
            boolean isCode = !one.group(1).isEmpty()
                    || one.group(3).contains("=")
                    || name.indexOf('_') > 0
                    || KNOWN.matcher(name).matches()
                    || html.contains("[/" + name + "]");
            return isCode ? "" : Matcher.quoteReplacement(one.group());
        });
    }

    /** Blank lines between paragraphs as WordPress draws them; what begins a block of its own stays as it is. */
    static String paragraphs(String text) {
        StringBuilder html = new StringBuilder();
        for (String part : text.replace("\r\n", "\n").split("\\n[ \\t\u00a0]*\\n")) {
            if (part.isBlank()) {
                continue;
            }
            if (STARTS_BLOCK.matcher(part).matches()) {
                html.append(part.strip()).append('\n');
            } else {
                html.append("<p>").append(part.strip().replace("\n", "<br>\n")).append("</p>\n");
            }
        }
        return html.toString();
    }

    private static String plain(String html) {
        String plain = GONE.matcher(html).replaceAll("");
        plain = FRAME.matcher(plain).replaceAll(one -> {
            String address = one.group(1).startsWith("//") ? "https:" + one.group(1) : one.group(1);
            return Matcher.quoteReplacement(paragraph(address));
        });
        plain = CELLS.matcher(plain).replaceAll(" · ");
        plain = BLOCK.matcher(plain).replaceAll("<$1p>");
        plain = TITLE.matcher(plain)
                .replaceAll(one -> "<" + one.group(1) + (one.group(2).compareTo("3") < 0 ? "h2" : "h3") + ">");
        plain = STRONG.matcher(plain).replaceAll("<$1strong>");
        plain = EMPHASIS.matcher(plain).replaceAll("<$1em>");
        plain = LINKED_PICTURE.matcher(plain).replaceAll("$1");
        return BLANK.matcher(plain).replaceAll("").strip();
    }

    /** The visible text in one line. */
    public static String text(String html) {
        return RichText.plain(html).replaceAll("[\\s\u00a0]+", " ").strip();
    }

    /** The first sentences of a text, or its first words. */
    public static String summary(String html) {
        String text = text(html.substring(0, Math.min(html.length(), 8_000)));
        if (text.length() <= SUMMARY) {
            return text;
        }
        String start = text.substring(0, SUMMARY);
        int sentence = List.of(". ", "! ", "? ", "… ").stream()
                .mapToInt(start::lastIndexOf)
                .max()
                .orElse(-1);
        return sentence >= SUMMARY / 3
                ? start.substring(0, sentence + 1)
                : start.substring(0, Math.max(start.lastIndexOf(' '), SUMMARY / 2))
                                .replaceFirst("[\\s,;:–-]+$", "") + "…";
    }

    /** A word of a key, of small letters. */
    static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
