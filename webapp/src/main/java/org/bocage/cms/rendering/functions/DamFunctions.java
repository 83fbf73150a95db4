package org.bocage.cms.rendering.functions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.dam.AssetAddresses;
import org.bocage.cms.dam.renditions.ThemeVariations;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.NodeReader;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderFailure;
import org.jspecify.annotations.Nullable;

/**
 * {@code damfn}: assets and their addresses (spec 7.5, 7.6); the bytes are served elsewhere. Public because FreeMarker
 * calls public classes only.
 */
public final class DamFunctions extends Functions {

    private static final String PROVIDER = "jcr";
    private static final String PREFIX = PROVIDER + ":";

    DamFunctions(RenderContext context) {
        super(context);
    }

    public @Nullable Map<String, Object> getAsset(@Nullable Object key) {
        return asset(key).map(this::bean).orElse(null);
    }

    public @Nullable Map<String, Object> getAsset(String provider, @Nullable String path) {
        return at(provider, path).filter(this::isAsset).map(this::bean).orElse(null);
    }

    public @Nullable Map<String, Object> getAssetForAbsolutePath(String provider, @Nullable String path) {
        return getAsset(provider, path);
    }

    public @Nullable Map<String, Object> getAssetForId(@Nullable Object key) {
        return getAsset(key);
    }

    public @Nullable Map<String, Object> getAssetForPath(@Nullable String path) {
        return getAsset(PROVIDER, path);
    }

    public @Nullable Map<String, Object> getAssetMap(@Nullable Object key) {
        return getAsset(key);
    }

    public @Nullable Map<String, Object> getAssetMapForAssetId(@Nullable Object key) {
        return getAsset(key);
    }

    public @Nullable Map<String, Object> getFolder(@Nullable Object key) {
        return node(key).filter(node -> !isAsset(node)).map(this::folder).orElse(null);
    }

    public @Nullable Map<String, Object> getFolder(String provider, @Nullable String path) {
        return at(provider, path)
                .filter(node -> !isAsset(node))
                .map(this::folder)
                .orElse(null);
    }

    public @Nullable List<Map<String, Object>> getAssetsFromFolderId(@Nullable Object key) {
        return node(key).map(this::assets).orElse(null);
    }

    /** Whether a provider of assets is known; the media library is the only one. */
    public boolean provides(String provider, @Nullable Object mediaType) {
        return provider.equals(PROVIDER);
    }

    public @Nullable String getAssetLink(@Nullable Object key) {
        return asset(key).map(this::link).orElse(null);
    }

    public @Nullable String getAssetLink(@Nullable Object key, @Nullable String variation) {
        return asset(key).map(node -> link(node, variation)).orElse(null);
    }

    public @Nullable String getAssetLink(@Nullable Object key, @Nullable Object mediaType, String variation) {
        return getAssetLink(key, variation);
    }

    public @Nullable String getAssetLinkForId(@Nullable Object key) {
        return getAssetLink(key);
    }

    public @Nullable String getAssetLinkForId(@Nullable Object key, String variation) {
        return getAssetLink(key, variation);
    }

    public @Nullable Map<String, Object> getRendition(@Nullable Object key, @Nullable String variation) {
        return asset(key)
                .map(node -> Map.<String, Object>of(
                        "link",
                        link(node, variation),
                        "renditionName",
                        variation == null ? "" : variation,
                        "mimeType",
                        mimeType(node),
                        "asset",
                        bean(node)))
                .orElse(null);
    }

    public @Nullable Map<String, Object> getRendition(
            @Nullable Object key, @Nullable Object mediaType, String variation) {
        return getRendition(key, variation);
    }

    public @Nullable Map<String, Object> getAssetRendition(@Nullable Object key, String variation) {
        return getRendition(key, variation);
    }

    private Optional<ContentNode> at(String provider, @Nullable String path) {
        return provides(provider, null) ? byPath(path, "dam") : Optional.empty();
    }

    private Optional<ContentNode> asset(@Nullable Object key) {
        return node(key).filter(this::isAsset);
    }

    private Optional<ContentNode> node(@Nullable Object key) {
        if (map(key).isPresent()) {
            return map(key).map(ContentMap::node);
        }
        Object id = key instanceof Map<?, ?> bean ? bean.get("itemKey") : key;
        if (id == null || String.valueOf(id).isEmpty()) {
            return Optional.empty();
        }
        String text = String.valueOf(id);
        return byId(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text, "dam");
    }

    private boolean isAsset(ContentNode node) {
        return node.type().equals("mgnl:asset") && binary(node).isPresent();
    }

    private Map<String, Object> bean(ContentNode node) {
        Map<String, Object> bean = item(node);
        bean.put("fileName", fileName(node));
        bean.put("mimeType", mimeType(node));
        bean.put("link", link(node));
        bean.put("asset", true);
        bean.put("folder", false);
        binary(node).map(content -> content.properties().get("size")).ifPresent(size -> bean.put("fileSize", size));
        date(node, "mgnl:created").ifPresent(value -> bean.put("created", value));
        date(node, "mgnl:lastModified").ifPresent(value -> bean.put("lastModified", value));
        bean.put("metadata", metadata(node));
        return bean;
    }

    private Map<String, Object> folder(ContentNode node) {
        Map<String, Object> bean = item(node);
        bean.put("asset", false);
        bean.put("folder", true);
        bean.put("assets", assets(node));
        return bean;
    }

    private Map<String, Object> item(ContentNode node) {
        Map<String, Object> bean = new LinkedHashMap<>();
        own(node).forEach(bean::put);
        bean.put("itemKey", PREFIX + node.id());
        bean.put("name", node.name());
        bean.put("path", node.path());
        return bean;
    }

    private List<Map<String, Object>> assets(ContentNode folder) {
        List<Map<String, Object>> assets = new ArrayList<>();
        nodes().children(folder).stream().filter(this::isAsset).map(this::bean).forEach(assets::add);
        return assets;
    }

    private static Map<String, Object> own(ContentNode node) {
        Map<String, Object> own = new LinkedHashMap<>();
        node.properties().forEach((name, value) -> {
            if (name.indexOf(':') < 0) {
                own.put(name, value);
            }
        });
        return own;
    }

    private Map<String, Object> metadata(ContentNode node) {
        Map<String, Object> dublinCore = new LinkedHashMap<>();
        Map<String, Object> magnolia = new LinkedHashMap<>();
        own(node)
                .forEach((name, value) ->
                        dublinCore.put(name, value instanceof Collection<?> ? value : String.valueOf(value)));
        dublinCore.put("format", mimeType(node));
        binary(node)
                .ifPresent(content -> List.of("width", "height", "size").forEach(name -> {
                    Object value = content.properties().get(name);
                    if (value != null) {
                        magnolia.put(name, value);
                    }
                }));
        return Map.of("dc", dublinCore, "mgnl", magnolia);
    }

    private static Optional<Object> date(ContentNode node, String property) {
        return Optional.ofNullable(node.properties().get(property));
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

    String link(ContentNode node) {
        return addresses().original(describe(node));
    }

    /** The address of a variation of the theme; of the original when the theme has none of that name. */
    String link(ContentNode node, @Nullable String variation) {
        String theme = context().definitions().site().theme();
        return variation != null
                        && ThemeVariations.find(context().definitions(), theme, variation)
                                .isPresent()
                ? addresses().rendition(describe(node), theme, variation)
                : link(node);
    }

    private AssetAddresses addresses() {
        return new AssetAddresses(context().request().contextPath());
    }

    private Asset describe(ContentNode node) {
        ContentNode content = binary(node).orElseThrow(() -> new RenderFailure(node.storePath() + " is no asset"));
        long size = content.properties().get("jcr:data") instanceof NodeReader.BinarySize data ? data.size() : 0;
        return Asset.of(node.id(), node.path(), texts(node), texts(content), size);
    }

    private static Map<String, String> texts(ContentNode node) {
        Map<String, String> texts = new HashMap<>();
        node.properties().forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }
}
