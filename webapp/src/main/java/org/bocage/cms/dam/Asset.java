package org.bocage.cms.dam;

import java.util.HashMap;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import org.bocage.cms.dam.decoding.PictureFormat;
import org.bocage.cms.repository.Workspace;

/**
 * Metadata of a file of the media library (node type {@code mgnl:asset}, spec 8.1). Texts are empty when not given.
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

    /** Start of the key of an asset, followed by its identifier. */
    public static final String KEY_PREFIX = "jcr:";
    /** Prefixed, as addresses need it; the constants of JCR are in expanded form. */
    static final String CONTENT = "jcr:content";

    /** The asset of a node that {@link Assets} gave. */
    public static Asset of(Node node) throws RepositoryException {
        Node content = node.getNode(CONTENT);
        return of(
                node.getIdentifier(),
                Workspace.path(node),
                texts(node),
                texts(content),
                content.getProperty(Property.JCR_DATA).getLength());
    }

    /**
     * The asset of a node that was read before.
     *
     * @param own the properties of the node, as text
     * @param content those of its {@code jcr:content}
     * @param size of the file in bytes
     */
    public static Asset of(String id, String path, Map<String, String> own, Map<String, String> content, long size) {
        String given = content.getOrDefault("fileName", "");
        String fileName = given.isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : given;
        String title = own.getOrDefault("title", "");
        return new Asset(
                KEY_PREFIX + id,
                path,
                title.isEmpty() ? fileName : title,
                own.getOrDefault("caption", ""),
                own.getOrDefault("decorative", "").equals("true"),
                own.getOrDefault("copyright", ""),
                fileName,
                content.getOrDefault("jcr:mimeType", ""),
                side(content, "width"),
                side(content, "height"),
                size);
    }

    /** Whether renditions can be made of it; false for documents and drawings (SVG). */
    public boolean isPicture() {
        return PictureFormat.ofMimeType(mimeType).isPresent();
    }

    private static Map<String, String> texts(Node node) throws RepositoryException {
        Map<String, String> texts = new HashMap<>();
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (!property.isMultiple() && property.getType() != PropertyType.BINARY) {
                texts.put(property.getName(), property.getString());
            }
        }
        return texts;
    }

    /** Exports hold numbers as text as often as not. */
    private static int side(Map<String, String> content, String name) {
        String digits = content.getOrDefault(name, "");
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
