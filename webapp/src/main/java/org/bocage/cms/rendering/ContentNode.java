package org.bocage.cms.rendering;

import java.util.Map;
import org.bocage.cms.repository.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * A node as renderings see it, its properties read once. A node that is not stored stands for an area nobody has
 * filled yet, or for what the template generates.
 *
 * @param stored whether the store has it
 * @param storePath path in the store
 * @param id identifier; empty for a node that is not stored
 * @param type primary type
 * @param properties a value is a String, Long, Double, Boolean, Date, {@link StoredValue}, size of a binary or a list of
 *     strings
 * @param generated child nodes that are not stored
 */
public record ContentNode(
        boolean stored,
        String storePath,
        String id,
        String type,
        Map<String, Object> properties,
        Map<String, ContentNode> generated) {

    public Workspace workspace() {
        return Workspace.ofStorePath(storePath);
    }

    public String path() {
        return Workspace.pathInWorkspace(storePath);
    }

    /** Empty for the root of a workspace. */
    public String name() {
        String path = path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public int depth() {
        String path = path();
        return path.equals("/") ? 0 : (int) path.chars().filter(c -> c == '/').count();
    }

    public boolean isRoot() {
        return path().equals("/");
    }

    public boolean isPage() {
        return type.equals("mgnl:page");
    }

    public String string(String property) {
        Object value = properties.get(property);
        return value instanceof String || value instanceof StoredValue ? value.toString() : "";
    }

    public String template() {
        return string("mgnl:template");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContentNode node && node.storePath.equals(storePath);
    }

    @Override
    public int hashCode() {
        return storePath.hashCode();
    }
}
