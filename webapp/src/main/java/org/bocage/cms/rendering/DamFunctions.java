package org.bocage.cms.rendering;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code damfn}: assets and their addresses (spec 7.6); the bytes are served elsewhere. Public because FreeMarker calls
 * public classes only.
 */
public final class DamFunctions extends Functions {

    private static final String PROVIDER = "jcr:";

    DamFunctions(RenderContext context) {
        super(context);
    }

    public @Nullable Map<String, Object> getAsset(@Nullable Object key) {
        return asset(key).map(this::bean).orElse(null);
    }

    public @Nullable Map<String, Object> getAsset(String provider, @Nullable String path) {
        return byPath(path, "dam").map(this::bean).orElse(null);
    }

    public @Nullable Map<String, Object> getAssetMap(@Nullable Object key) {
        return getAsset(key);
    }

    public @Nullable String getAssetLink(@Nullable Object key) {
        return asset(key).map(this::link).orElse(null);
    }

    public @Nullable String getAssetLink(@Nullable Object key, String variation) {
        return asset(key).map(node -> link(node, variation)).orElse(null);
    }

    public @Nullable Map<String, Object> getRendition(@Nullable Object key, String variation) {
        return asset(key)
                .map(node -> Map.<String, Object>of(
                        "link", link(node, variation),
                        "renditionName", variation,
                        "mimeType", mimeType(node),
                        "asset", bean(node)))
                .orElse(null);
    }

    private Optional<ContentNode> asset(@Nullable Object key) {
        Object id = key instanceof Map<?, ?> bean ? bean.get("itemKey") : key;
        if (id == null || String.valueOf(id).isEmpty()) {
            return Optional.empty();
        }
        String text = String.valueOf(id);
        return byId(text.startsWith(PROVIDER) ? text.substring(PROVIDER.length()) : text, "dam");
    }

    private Map<String, Object> bean(ContentNode node) {
        Map<String, Object> bean = new LinkedHashMap<>();
        node.properties().forEach((name, value) -> {
            if (name.indexOf(':') < 0) {
                bean.put(name, value);
            }
        });
        bean.put("itemKey", PROVIDER + node.id());
        bean.put("name", node.name());
        bean.put("path", node.path());
        bean.put("fileName", fileName(node));
        bean.put("mimeType", mimeType(node));
        bean.put("link", link(node));
        binary(node).map(content -> content.properties().get("size")).ifPresent(size -> bean.put("fileSize", size));
        return bean;
    }

    private Optional<ContentNode> binary(ContentNode node) {
        return nodes().child(node, "jcr:content");
    }

    private String mimeType(ContentNode node) {
        return binary(node).map(content -> content.string("jcr:mimeType")).orElse("");
    }

    private String fileName(ContentNode node) {
        String given = binary(node).map(content -> content.string("fileName")).orElse("");
        return given.isEmpty() ? node.name() : given;
    }

    private String link(ContentNode node) {
        return context().request().contextPath() + "/dam/" + PROVIDER + node.id() + "/"
                + Addresses.encode(fileName(node));
    }

    private String link(ContentNode node, String variation) {
        String theme = context().definitions().site().theme();
        return context().request().contextPath() + "/.imaging/mte/" + Addresses.encode(theme) + "/"
                + Addresses.encode(variation) + "/dam" + Addresses.encode(node.path()) + "/jcr:content/"
                + Addresses.encode(fileName(node));
    }
}
