package org.bocage.portal.moving.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The short marks of SPIP's texts as HTML. */
final class SpipText {

    private static final Pattern SEVERAL = Pattern.compile("<multi>(.*?)</multi>", Pattern.DOTALL);
    private static final Pattern LANGUAGE = Pattern.compile("\\[([a-z_]{2,6})\\]([^\\[]*)");
    private static final Pattern MODEL = Pattern.compile("<(img|doc|emb|image|document)([0-9]+)(?:\\|[^>]*)?>");
    private static final Pattern OTHER_MODEL = Pattern.compile("<[a-z_]+[0-9]+(?:\\|[^>]*)?>");
    private static final Pattern NOTE = Pattern.compile("[ \t]*\\[\\[(.*?)\\]\\]", Pattern.DOTALL);
    private static final Pattern GLOSSARY = Pattern.compile("\\[\\?([^\\]|#]+)[^\\]]*\\]");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\[]*?)->([^\\]\\s]+)[^\\]]*\\]");
    private static final Pattern TITLE = Pattern.compile("\\{\\{\\{(.+?)\\}\\}\\}", Pattern.DOTALL);
    private static final Pattern STRONG = Pattern.compile("\\{\\{(.+?)\\}\\}", Pattern.DOTALL);
    private static final Pattern EMPHASIS = Pattern.compile("\\{([^{}]+?)\\}");
    private static final Pattern ITEMS = Pattern.compile("(?m)(?:^-(?!-)[*#]*[ \\t]*[^\\n]+(?:\\n|$))+");
    private static final Pattern ROWS = Pattern.compile("(?m)(?:^\\|.*\\|[ \\t]*(?:\\n|$))+");
    private static final Pattern RULE = Pattern.compile("(?m)^-{4,}\\s*$|^_{4,}\\s*$");
    private static final Pattern QUOTE = Pattern.compile("</?(quote|poesie|poetry)>");
    private static final Pattern REFERENCE =
            Pattern.compile("(art|article|rub|rubrique|br|breve|doc|document|img)?([0-9]+)(#.*)?");

    private SpipText() {}

    /** @param documents the HTML of a document, by its number; empty for none */
    static String html(String text, Function<String, String> documents) {
        String html = SEVERAL.matcher(text).replaceAll(one -> Matcher.quoteReplacement(french(one.group(1))));
        html = html.replace("\r\n", "\n").replaceAll("</?(?:intro|cadre|code|html)>", "");
        html = MODEL.matcher(html).replaceAll(one -> Matcher.quoteReplacement(documents.apply(one.group(2))));
        html = OTHER_MODEL.matcher(html).replaceAll(one -> one.group().matches("(?i)<h[1-6]>") ? one.group() : "");
        html = NOTE.matcher(html)
                .replaceAll(one -> Matcher.quoteReplacement(" (" + one.group(1).strip() + ")"));
        html = GLOSSARY.matcher(html).replaceAll(one -> Matcher.quoteReplacement(one.group(1)));
        html = LINK.matcher(html).replaceAll(one -> Matcher.quoteReplacement(link(one.group(1), one.group(2))));
        html = TITLE.matcher(html)
                .replaceAll(one ->
                        Matcher.quoteReplacement("\n\n<h2>" + one.group(1).strip() + "</h2>\n\n"));
        html = STRONG.matcher(html).replaceAll("<strong>$1</strong>");
        html = EMPHASIS.matcher(html).replaceAll("<em>$1</em>");
        html = RULE.matcher(html).replaceAll("\n");
        html = ITEMS.matcher(html).replaceAll(one -> Matcher.quoteReplacement(items(one.group())));
        html = ROWS.matcher(html).replaceAll(one -> Matcher.quoteReplacement(rows(one.group())));
        html = QUOTE.matcher(html)
                .replaceAll(one -> one.group().startsWith("</") ? "</p></blockquote>\n\n" : "\n\n<blockquote><p>");
        html = html.replaceAll("(?m)^_ ", "<br>").replace('~', '\u00a0');
        return FormerHtml.of(FormerHtml.paragraphs(html));
    }

    private static String french(String several) {
        String first = "";
        Matcher language = LANGUAGE.matcher(several);
        while (language.find()) {
            if (language.group(1).equals("fr")) {
                return language.group(2).strip();
            }
            first = first.isEmpty() ? language.group(2).strip() : first;
        }
        return first.isEmpty() ? several.strip() : first;
    }

    private static String link(String words, String target) {
        String address = address(target.strip());
        String shown = words.replaceFirst("\\|.*$", "").strip();
        return "<a href=\"" + address + "\">" + (shown.isEmpty() ? address : shown) + "</a>";
    }

    private static String address(String target) {
        Matcher reference = REFERENCE.matcher(target.toLowerCase(Locale.ROOT));
        if (reference.matches()) {
            String kind = reference.group(1) == null ? "article" : reference.group(1);
            String whole = kind.startsWith("rub") ? "rubrique" : kind.startsWith("br") ? "breve" : "article";
            return "/spip.php?" + whole + reference.group(2);
        }
        return target.contains("@") && !target.contains(":") ? "mailto:" + target : target;
    }

    private static String items(String lines) {
        List<String> items = new ArrayList<>();
        lines.lines()
                .forEach(line ->
                        items.add("<li>" + line.replaceFirst("^-[*#]*\\s*", "").strip() + "</li>"));
        String list = lines.startsWith("-#") ? "ol" : "ul";
        return "\n\n<" + list + ">" + String.join("", items) + "</" + list + ">\n\n";
    }

    private static String rows(String lines) {
        StringBuilder rows = new StringBuilder("\n\n");
        lines.lines()
                .map(line -> line.strip().replaceAll("^\\|+|\\|+$", ""))
                .filter(line -> !line.isBlank())
                .forEach(line -> rows.append("<p>")
                        .append(line.replaceAll("\\s*\\|\\s*", " · ").strip())
                        .append("</p>\n"));
        return rows.append('\n').toString();
    }
}
