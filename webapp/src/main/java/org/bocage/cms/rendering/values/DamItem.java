package org.bocage.cms.rendering.values;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.jspecify.annotations.Nullable;

/** An asset or a folder of assets; its texts are escaped. Public because FreeMarker calls public classes only. */
public class DamItem {

    private final ContentMap map;

    public DamItem(ContentMap map) {
        this.map = map;
    }

    /** The file of an asset; none for what is a folder. */
    private static Optional<ContentNode> file(ContentMap map) {
        return map.node().type().equals("mgnl:asset")
                ? map.context().nodes().child(map.node(), "jcr:content")
                : Optional.empty();
    }

    /** The asset or folder of a node; null for an asset without a file. */
    public static @Nullable DamItem of(ContentMap map) {
        Optional<ContentNode> file = file(map);
        if (file.isPresent()) {
            return new DamAsset(map, file.get());
        }
        return map.node().type().equals("mgnl:asset") ? null : new DamItem(map);
    }

    final ContentMap map() {
        return map;
    }

    final ContentNode node() {
        return map.node();
    }

    /** A text of the node, escaped; empty when there is none. */
    final String text(String property) {
        Object value = map.value(property);
        return value == null ? "" : String.valueOf(value);
    }

    public ItemKey getItemKey() {
        return new ItemKey(AssetProvider.IDENTIFIER, node().id());
    }

    public String getName() {
        return node().name();
    }

    public String getPath() {
        return node().path();
    }

    public boolean isAsset() {
        return false;
    }

    public boolean isFolder() {
        return true;
    }

    public AssetProvider getAssetProvider() {
        return new AssetProvider();
    }

    public @Nullable DamItem getParent() {
        return map.context()
                .nodes()
                .parent(node())
                .map(map::relative)
                .map(DamItem::of)
                .orElse(null);
    }

    /** Children of a folder. */
    public List<DamItem> getChildren() {
        return map.context().nodes().children(node()).stream()
                .map(map::relative)
                .map(DamItem::of)
                .filter(Objects::nonNull)
                .toList();
    }

    public @Nullable Date getCreated() {
        return node().properties().get("mgnl:created") instanceof Date date ? date : null;
    }

    public @Nullable Date getLastModified() {
        return node().properties().get("mgnl:lastModified") instanceof Date date ? date : null;
    }

    @Override
    public String toString() {
        return getPath();
    }
}
