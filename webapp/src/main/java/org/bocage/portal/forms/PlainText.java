package org.bocage.portal.forms;

import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Rich text that holds nothing but paragraphs, as it was typed: a blank line between two. Other rich text stays as it is. */
final class PlainText {

    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z]");

    private PlainText() {}

    static String of(String html) {
        String text = html.replaceAll("</p>\\s*<p>", "\n\n")
                .replaceAll("<br ?/?>", "\n")
                .replaceAll("^\\s*<p>|</p>\\s*$", "");
        return html.contains("<p>") && !MARKUP.matcher(text).find() ? HtmlUtils.htmlUnescape(text) : html;
    }
}
