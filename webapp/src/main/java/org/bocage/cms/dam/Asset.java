package org.bocage.cms.dam;

import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Workspace;

/**
 * What is known of a file of the media library (node type {@code mgnl:asset}, spec 8.1). Texts are empty when not given.
 *
 * @param key item key, {@code jcr:<uuid>}
 * @param path in the workspace {@code dam}
 * @param title the name people know it by; the file name when not given
 * @param alt what the picture shows (Magnolia's caption)
 * @param decorative whether the picture says nothing that a text should say
 * @param credit who made it (Magnolia's copyright)
 * @param width in pixels, 0 for a document and when the import did not tell
 * @param height in pixels, likewise
 * @param size in bytes
 */
public record Asset(
        String key,
        String path,
        String title,
        String alt,
        boolean decorative,
        String credit,
        String fileName,
        String mimeType,
        int width,
        int height,
        long size) {

    static final String KEY_PREFIX = "jcr:";
    /** Prefixed, as addresses need it; the constants of JCR are in expanded form. */
    static final String CONTENT = "jcr:content";

    /** The asset of a node that {@link Assets} gave. */
    public static Asset of(Node node) throws RepositoryException {
        Node content = node.getNode(CONTENT);
        String given = text(content, "fileName");
        String fileName = given.isEmpty() ? node.getName() : given;
        String title = text(node, "title");
        return new Asset(
                KEY_PREFIX + node.getIdentifier(),
                Workspace.path(node),
                title.isEmpty() ? fileName : title,
                text(node, "caption"),
                node.hasProperty("decorative") && node.getProperty("decorative").getBoolean(),
                text(node, "copyright"),
                fileName,
                text(content, Property.JCR_MIMETYPE),
                side(content, "width"),
                side(content, "height"),
                content.getProperty(Property.JCR_DATA).getLength());
    }

    /** Whether renditions can be made of it; false for documents and drawings (SVG). */
    public boolean isPicture() {
        return PictureFormat.ofMimeType(mimeType).isPresent();
    }

    private static String text(Node node, String name) throws RepositoryException {
        return node.hasProperty(name) ? node.getProperty(name).getString() : "";
    }

    /** Exports hold numbers as text as often as not. */
    private static int side(Node content, String name) throws RepositoryException {
        String digits = text(content, name);
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
