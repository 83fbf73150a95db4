package org.bocage.editorial.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import org.springframework.web.util.HtmlUtils;

/** Words by which one recognises a component: the first text in it. */
final class Excerpt {

    private static final int LONGEST = 60;
    private static final List<String> TITLES =
            List.of("titre", "title", "libelle", "label", "nom", "legende", "texte", "text");
    private static final Pattern NO_WORDS = Pattern.compile("(jcr:)?[0-9a-f-]{36}|true|false|/.*");

    private Excerpt() {}

    /** Empty when there is none. */
    static String of(Node node) throws RepositoryException {
        List<String> names = new ArrayList<>(TITLES);
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (property.getType() == PropertyType.STRING && !property.getName().contains(":")) {
                names.add(property.getName());
            }
        }
        for (String name : names) {
            if (node.hasProperty(name) && !node.getProperty(name).isMultiple()) {
                String text = plain(node.getProperty(name).getString());
                if (!text.isEmpty() && !NO_WORDS.matcher(text).matches()) {
                    return shortened(text);
                }
            }
        }
        return "";
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST)).strip() + "…";
    }

    private static String plain(String html) {
        return HtmlUtils.htmlUnescape(html.replaceAll("<[^>]*>", " "))
                .replaceAll("\\s+", " ")
                .strip();
    }
}
