package org.bocage.portal.feeds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Workspace;
import org.springframework.web.util.HtmlUtils;

/** Plain text of the properties of an item. */
public final class ItemText {

    private static final Pattern LINE = Pattern.compile("(?i)<br ?/?>|</(?:h[1-6]|div|tr|blockquote)>");
    private static final Pattern PARAGRAPH = Pattern.compile("(?i)</(?:p|ul|ol)>");
    private static final Pattern ENTRY = Pattern.compile("(?i)<li[^>]*>");
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

    private ItemText() {}

    /** A property, by its path from the node; empty when it is not there, or has several values. */
    public static String of(Node node, String path) throws RepositoryException {
        if (!node.hasProperty(path)) {
            return "";
        }
        Property property = node.getProperty(path);
        return property.isMultiple() ? "" : property.getString().strip();
    }

    /** A property that is for everybody, else for the members when the session is one of theirs. */
    public static String ofReader(Node node, String path) throws RepositoryException {
        String open = of(node, path);
        return open.isEmpty() ? of(node, "adherents/" + path) : open;
    }

    /** All values of a property. */
    public static List<String> all(Node node, String path) throws RepositoryException {
        List<String> found = new ArrayList<>();
        if (node.hasProperty(path)) {
            Property property = node.getProperty(path);
            for (Value value : property.isMultiple() ? property.getValues() : new Value[] {property.getValue()}) {
                found.add(value.getString());
            }
        }
        return found;
    }

    public static Optional<Instant> instant(Node node, String path) throws RepositoryException {
        return node.hasProperty(path)
                ? Optional.of(node.getProperty(path).getDate().toInstant())
                : Optional.empty();
    }

    /** When an item was last written; never empty. */
    public static Instant changed(Node node) throws RepositoryException {
        return instant(node, "mgnl:lastModified").orElse(Instant.EPOCH);
    }

    /** The title of the node that a reference names, as far as the session reads it. */
    public static String titleOf(Session session, String workspace, String id) throws RepositoryException {
        Optional<Node> node = new Workspace(workspace).nodeById(session, id);
        return node.isPresent() ? of(node.get(), "titre") : "";
    }

    /** The titles of the nodes that a reference names. */
    public static List<String> titlesOf(Node node, String property, String workspace) throws RepositoryException {
        List<String> titles = new ArrayList<>();
        for (String id : all(node, property)) {
            String title = titleOf(node.getSession(), workspace, id);
            if (!title.isEmpty()) {
                titles.add(title);
            }
        }
        return titles;
    }

    /** The entries of a list of an item, in order. */
    public static List<Node> entries(Node node, String name) throws RepositoryException {
        List<Node> entries = new ArrayList<>();
        if (node.hasNode(name)) {
            for (NodeIterator all = node.getNode(name).getNodes(); all.hasNext(); ) {
                Node entry = all.nextNode();
                if (!entry.getName().startsWith("rep:")) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    /** Rich text without its markup: a blank line between paragraphs, a dash before entries of lists. */
    public static String plain(String html) {
        String lines = LINE.matcher(html.replaceAll("\\s+", " ")).replaceAll("\n");
        String paragraphs = PARAGRAPH.matcher(lines).replaceAll("\n\n");
        String entries = ENTRY.matcher(paragraphs).replaceAll("\n– ");
        return HtmlUtils.htmlUnescape(MARKUP.matcher(entries).replaceAll(""))
                .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .replaceAll(" {2,}", " ")
                .strip();
    }

    /** The beginning of a text, cut between words. */
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = text.lastIndexOf(' ', most - 1);
        return text.substring(0, end > most / 2 ? end : most - 1).stripTrailing() + "…";
    }
}
