package org.bocage.cms.rendering.values;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.Binary;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.dam.AssetAddresses;
import org.bocage.cms.dam.renditions.ThemeVariations;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.NodeReader;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.rendering.jcr.JcrNodes;
import org.jspecify.annotations.Nullable;

/**
 * An asset as {@code damfn.getAsset} gives it: its texts are escaped, a text that it lacks is empty. Public because FreeMarker calls
 * public classes only.
 */
public final class DamAsset extends DamItem {

    private static final int LONGEST_STREAM = 10_000_000;
    private static final List<String> TEXTS =
            List.of("title", "caption", "subject", "description", "copyright", "comment", "language");

    private final ContentNode file;

    DamAsset(ContentMap map, ContentNode file) {
        super(map);
        this.file = file;
    }

    @Override
    public boolean isAsset() {
        return true;
    }

    @Override
    public boolean isFolder() {
        return false;
    }

    public String getTitle() {
        return text("title");
    }

    public String getCaption() {
        return text("caption");
    }

    public String getSubject() {
        return text("subject");
    }

    public String getDescription() {
        return text("description");
    }

    public String getCopyright() {
        return text("copyright");
    }

    public String getComment() {
        return text("comment");
    }

    public String getLanguage() {
        return text("language");
    }

    public String getMimeType() {
        return file.string("jcr:mimeType");
    }

    public String getFileName() {
        String given = file.string("fileName");
        return given.isEmpty() ? getName() : given;
    }

    public long getFileSize() {
        return file.properties().get("size") instanceof Number size ? size.longValue() : bytes();
    }

    private long bytes() {
        return file.properties().get("jcr:data") instanceof NodeReader.BinarySize data ? data.size() : 0;
    }

    public InputStream getContentStream() {
        if (bytes() == 0 || bytes() > LONGEST_STREAM) {
            throw new RenderFailure(getPath() + " has no content, or too much for a script");
        }
        NodeReader nodes = map().context().nodes();
        return nodes.reading(() -> {
            Binary data =
                    nodes.session().getProperty(file.storePath() + "/jcr:data").getBinary();
            try (InputStream all = data.getStream()) {
                return new ByteArrayInputStream(all.readAllBytes());
            } finally {
                data.dispose();
            }
        });
    }

    public String getLink() {
        return addresses().original(described());
    }

    /** The address of a variation of the theme; of the picture as it is when the theme has none of that name. */
    public String linkOf(@Nullable String variation) {
        Definitions definitions = map().context().definitions();
        String theme = definitions.site().theme();
        return variation != null
                        && ThemeVariations.find(definitions, theme, variation).isPresent()
                ? addresses().rendition(described(), theme, variation)
                : addresses().byDefault(described());
    }

    private AssetAddresses addresses() {
        return new AssetAddresses(map().context().request().contextPath());
    }

    private Asset described() {
        return Asset.of(node().id(), node().path(), texts(node()), texts(file), bytes());
    }

    private static Map<String, String> texts(ContentNode node) {
        Map<String, String> texts = new HashMap<>();
        node.properties().forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    /** All that {@code damfn.getAssetMap} gives of it. */
    public Map<String, @Nullable Object> asMap() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        TEXTS.forEach(name -> map.put(name, text(name)));
        map.put("itemKey", getItemKey());
        map.put("name", getName());
        map.put("path", getPath());
        map.put("asset", true);
        map.put("folder", false);
        map.put("fileName", getFileName());
        map.put("fileSize", getFileSize());
        map.put("mimeType", getMimeType());
        map.put("link", getLink());
        map.put("created", getCreated());
        map.put("lastModified", getLastModified());
        map.put("node", JcrNodes.of(map()));
        map.put("metadata", metadata());
        return map;
    }

    private Map<String, Object> metadata() {
        Map<String, Object> dublinCore = new LinkedHashMap<>();
        TEXTS.forEach(name -> dublinCore.put(name, text(name)));
        dublinCore.put("format", getMimeType());
        Map<String, Object> magnolia = new LinkedHashMap<>();
        for (String name : List.of("width", "height", "size")) {
            Object value = file.properties().get(name);
            if (value != null) {
                magnolia.put(name, value);
            }
        }
        return Map.of("dc", dublinCore, "mgnl", magnolia);
    }
}
