package org.bocage.cms.rendering.functions;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.Escaping;
import org.bocage.cms.rendering.NodeReader;

/** Text around the words of a search: {@code <div><span>… <strong>word</strong> …</span></div>}. */
final class Excerpts {

    private static final int LENGTH = 150;
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

    private final NodeReader nodes;
    private final Pattern words;

    Excerpts(NodeReader nodes, String query) {
        this.nodes = nodes;
        String any = Stream.of(folded(query).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(Pattern::quote)
                .reduce((one, other) -> one + "|" + other)
                .orElse("(?!)");
        this.words = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")");
    }

    /** The node with its excerpt among its properties. */
    ContentNode on(ContentNode node) {
        Map<String, Object> properties = new LinkedHashMap<>(node.properties());
        properties.put("excerpt", of(node));
        return new ContentNode(node.stored(), node.storePath(), node.id(), node.type(), properties, node.generated());
    }

    private String of(ContentNode node) {
        List<String> texts = texts(node).toList();
        String best = texts.stream()
                .filter(text -> words.matcher(folded(text)).find())
                .findFirst()
                .orElse(texts.isEmpty() ? "" : texts.get(0));
        return "<div><span>" + marked(best) + "</span></div>";
    }

    /** The texts of an item and of its parts; pages below it are items of their own. */
    private Stream<String> texts(ContentNode node) {
        Stream<String> own = node.properties().entrySet().stream()
                .filter(entry -> entry.getKey().indexOf(':') < 0)
                .flatMap(entry -> entry.getValue() instanceof List<?> many
                        ? many.stream().map(String::valueOf)
                        : entry.getValue() instanceof String text ? Stream.of(text) : Stream.empty())
                .map(text -> MARKUP.matcher(text).replaceAll(" "));
        return Stream.concat(
                own,
                nodes.children(node).stream()
                        .filter(child -> !child.isPage() && !child.type().equals("mgnl:content"))
                        .flatMap(this::texts));
    }

    private String marked(String text) {
        String folded = folded(text);
        // folding keeps the length but for rare letters: then nothing is marked
        boolean isSame = folded.length() == text.length();
        Matcher first = words.matcher(folded);
        int start = isSame && first.find() ? Math.max(0, first.start() - LENGTH / 3) : 0;
        int end = Math.min(text.length(), start + LENGTH);
        StringBuilder html = new StringBuilder(start > 0 ? "... " : "");
        int at = start;
        Matcher hits = words.matcher(folded).region(start, isSame ? end : start);
        while (hits.find()) {
            html.append(Escaping.escape(text.substring(at, hits.start())))
                    .append("<strong>")
                    .append(Escaping.escape(text.substring(hits.start(), hits.end())))
                    .append("</strong>");
            at = hits.end();
        }
        return html.append(Escaping.escape(text.substring(at, end)))
                .append(end < text.length() ? " ..." : "")
                .toString();
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String one = Normalizer.normalize(String.valueOf(text.charAt(i)), Normalizer.Form.NFD);
            folded.append(one.charAt(0));
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }
}
