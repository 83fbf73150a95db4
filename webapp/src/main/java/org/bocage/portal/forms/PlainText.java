package org.bocage.portal.forms;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * Rich text that holds nothing but paragraphs and addresses, as it was typed: a blank line between two paragraphs. Other rich text
 * stays as it is.
 */
final class PlainText {

    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z]");
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]*)\"[^<>]*>([^<>]*)</a>");

    private PlainText() {}

    static String of(String html) {
        String text = withAddresses(html)
                .replaceAll("</p>\\s*<p>", "\n\n")
                .replaceAll("<br ?/?>", "\n")
                .replaceAll("^\\s*<p>|</p>\\s*$", "");
        return html.contains("<p>") && !MARKUP.matcher(text).find() ? HtmlUtils.htmlUnescape(text) : html;
    }

    /** Links that read as the address to which they lead are that address; the sanitiser writes brackets in one of them otherwise. */
    private static String withAddresses(String html) {
        return LINK.matcher(html).replaceAll(link -> {
            String leads = link.group(2).replace("(", "%28").replace(")", "%29");
            boolean isAddress = leads.equals(link.group(1).replace("(", "%28").replace(")", "%29"));
            return Matcher.quoteReplacement(isAddress ? link.group(2) : link.group());
        });
    }
}
