package org.bocage.cms.rendering;

import java.util.regex.Pattern;

/** Magnolia's escaping of single-valued strings: entities are not escaped twice, a line feed shows, a carriage return stays (spec
 * 7.2). */
public final class Escaping {

    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|#039);");

    private Escaping() {}

    public static String escape(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        String plain = unescape(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#039;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&' || c == '<' || c == '>' || c == '"' || c == '\'') {
                return false;
            }
        }
        return true;
    }

    public static String escapeWithBreaks(String text) {
        String escaped = escape(text);
        return escaped.replace("\n", "<br/>");
    }

    public static String unescape(String text) {
        return text.indexOf('&') < 0
                ? text
                : ENTITY.matcher(text).replaceAll(match -> switch (match.group(1)) {
                    case "lt" -> "<";
                    case "gt" -> ">";
                    case "quot" -> "\"";
                    case "#039" -> "'";
                    default -> "&";
                });
    }
}
