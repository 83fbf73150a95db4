package org.bocage.portal.moving.reading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** The marks that YesWiki and its kin have in their texts, as HTML; what is HTML already stays. */
final class WikiText {

    private static final Pattern MARKUP =
            Pattern.compile("(?i)</?(p|div|br|ul|ol|li|h[1-6]|strong|em|a|span)\\b[^>]*>");
    private static final Pattern RAW = Pattern.compile("\"\"(.*?)\"\"", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("\\{\\{.*?\\}\\}", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\[\\[(https?://\\S+|/\\S+)(?:\\s+([^\\]]+))?\\]\\]");
    private static final Pattern PAGE = Pattern.compile("\\[\\[(\\S+)(?:\\s+([^\\]]+))?\\]\\]");
    private static final Pattern TITLE = Pattern.compile("(?m)^\\s*(={2,6})(.+?)\\1\\s*$");
    private static final Pattern STRONG = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern EMPHASIS = Pattern.compile("(?<!:)//(.+?)(?<!:)//");
    private static final Pattern ITEMS = Pattern.compile("(?m)(?:^[ \\t]+-[ \\t]*.+(?:\\n|$))+");

    private WikiText() {}

    static String html(String text) {
        if (MARKUP.matcher(text).find()) {
            return FormerHtml.of(RAW.matcher(text).replaceAll("$1"));
        }
        String html = ACTION.matcher(RAW.matcher(text).replaceAll("$1")).replaceAll("");
        html = HtmlUtils.htmlEscape(html, "UTF-8").replace("&quot;", "\"").replace("&#39;", "'");
        html = LINK.matcher(html)
                .replaceAll(one -> "<a href=\"" + Matcher.quoteReplacement(one.group(1)) + "\">"
                        + Matcher.quoteReplacement(one.group(2) == null ? one.group(1) : one.group(2)) + "</a>");
        html = PAGE.matcher(html)
                .replaceAll(one -> Matcher.quoteReplacement(one.group(2) == null ? one.group(1) : one.group(2)));
        html = TITLE.matcher(html)
                .replaceAll(one -> "\n\n<h" + (one.group(1).length() > 4 ? 2 : 3) + ">"
                        + Matcher.quoteReplacement(one.group(2).strip()) + "</h"
                        + (one.group(1).length() > 4 ? 2 : 3) + ">\n\n");
        html = STRONG.matcher(html).replaceAll("<strong>$1</strong>");
        html = EMPHASIS.matcher(html).replaceAll("<em>$1</em>");
        html = ITEMS.matcher(html)
                .replaceAll(one -> "\n\n<ul>"
                        + Matcher.quoteReplacement(one.group()
                                .lines()
                                .map(line -> "<li>" + line.strip().replaceFirst("^-\\s*", "") + "</li>")
                                .reduce("", String::concat))
                        + "</ul>\n\n");
        return FormerHtml.of(FormerHtml.paragraphs(html));
    }
}
