package org.bocage.cms.rendering.functions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.rendering.values.AssetProvider;
import org.bocage.cms.rendering.values.DamAsset;
import org.bocage.cms.rendering.values.DamItem;
import org.jspecify.annotations.Nullable;

/**
 * {@code damfn}: assets and their addresses (spec 7.5, 7.6); the bytes are served elsewhere. A key is {@code jcr:<uuid>}. Public
 * because FreeMarker calls public classes only.
 */
public final class DamFunctions extends Functions {

    private static final String WORKSPACE = "dam";
    private static final String PREFIX = AssetProvider.IDENTIFIER + ":";

    DamFunctions(RenderContext context) {
        super(context);
    }

    public @Nullable DamAsset getAsset(@Nullable String key) {
        return asset(key).orElse(null);
    }

    public @Nullable DamAsset getAsset(String provider, @Nullable String path) {
        return at(provider, path).flatMap(DamFunctions::asset).orElse(null);
    }

    public @Nullable DamAsset getAssetForAbsolutePath(String provider, @Nullable String path) {
        return getAsset(provider, path);
    }

    public @Nullable DamAsset getAssetForId(@Nullable String key) {
        return getAsset(key);
    }

    public @Nullable DamAsset getAssetForPath(@Nullable String path) {
        return getAsset(AssetProvider.IDENTIFIER, path);
    }

    /** Fails for a key of nothing. */
    public Map<String, @Nullable Object> getAssetMap(String key) {
        return asset(key).map(DamAsset::asMap).orElseThrow(() -> new RenderFailure("No asset has the key " + key));
    }

    public Map<String, @Nullable Object> getAssetMap(DamAsset asset) {
        return asset.asMap();
    }

    public Map<String, @Nullable Object> getAssetMapForAssetId(String key) {
        return getAssetMap(key);
    }

    public @Nullable DamItem getFolder(@Nullable String key) {
        return item(key).filter(DamItem::isFolder).orElse(null);
    }

    public @Nullable DamItem getFolder(String provider, @Nullable String path) {
        return at(provider, path).filter(DamItem::isFolder).orElse(null);
    }

    public @Nullable List<DamItem> getAssetsFromFolderId(@Nullable String key) {
        return item(key)
                .map(folder ->
                        folder.getChildren().stream().filter(DamItem::isAsset).toList())
                .orElse(null);
    }

    /** Whether a provider of assets is known; the media library is the only one. */
    public boolean provides(String provider, @Nullable Object mediaType) {
        return provider.equals(AssetProvider.IDENTIFIER);
    }

    public @Nullable String getAssetLink(@Nullable String key) {
        return asset(key).map(DamAsset::getLink).orElse(null);
    }

    public @Nullable String getAssetLink(@Nullable String key, @Nullable String variation) {
        return asset(key).map(asset -> asset.linkOf(variation)).orElse(null);
    }

    public @Nullable String getAssetLink(DamAsset asset, @Nullable String variation) {
        return asset.linkOf(variation);
    }

    public @Nullable String getAssetLink(@Nullable String key, @Nullable Object mediaType, @Nullable String variation) {
        return getAssetLink(key, variation);
    }

    public @Nullable String getAssetLinkForId(@Nullable String key) {
        return getAssetLink(key);
    }

    public @Nullable String getAssetLinkForId(@Nullable String key, @Nullable String variation) {
        return getAssetLink(key, variation);
    }

    public @Nullable Map<String, Object> getRendition(@Nullable String key, @Nullable String variation) {
        return asset(key).map(asset -> rendition(asset, variation)).orElse(null);
    }

    public @Nullable Map<String, Object> getRendition(DamAsset asset, @Nullable String variation) {
        return rendition(asset, variation);
    }

    public @Nullable Map<String, Object> getRendition(
            @Nullable String key, @Nullable Object mediaType, @Nullable String variation) {
        return getRendition(key, variation);
    }

    public @Nullable Map<String, Object> getAssetRendition(@Nullable String key, @Nullable String variation) {
        return getRendition(key, variation);
    }

    private static Map<String, Object> rendition(DamAsset asset, @Nullable String variation) {
        Map<String, Object> rendition = new LinkedHashMap<>();
        rendition.put("link", asset.linkOf(variation));
        rendition.put("renditionName", variation == null ? "" : variation);
        rendition.put("mimeType", asset.getMimeType());
        rendition.put("asset", asset);
        return rendition;
    }

    private Optional<DamItem> at(String provider, @Nullable String path) {
        return provides(provider, null) ? byPath(path, WORKSPACE).flatMap(this::item) : Optional.empty();
    }

    private Optional<DamAsset> asset(@Nullable String key) {
        return item(key).flatMap(DamFunctions::asset);
    }

    private static Optional<DamAsset> asset(DamItem item) {
        return item instanceof DamAsset asset ? Optional.of(asset) : Optional.empty();
    }

    private Optional<DamItem> item(@Nullable String key) {
        return key != null && key.startsWith(PREFIX)
                ? byId(key.substring(PREFIX.length()), WORKSPACE).flatMap(this::item)
                : Optional.empty();
    }

    private Optional<DamItem> item(ContentNode node) {
        return Optional.ofNullable(DamItem.of(context().plain(node).with(ContentMap.Wrapping.FULL)));
    }

    /** The address of a variation of an asset; null when the node is none. */
    @Nullable
    String link(ContentNode node, String variation) {
        return item(node)
                .flatMap(DamFunctions::asset)
                .map(asset -> asset.linkOf(variation))
                .orElse(null);
    }
}
