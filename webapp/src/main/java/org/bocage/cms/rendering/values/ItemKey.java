package org.bocage.cms.rendering.values;

/**
 * The key of an asset or folder, {@code jcr:<uuid>}. Public because FreeMarker calls public classes only.
 */
public final class ItemKey {

    private final String providerId;
    private final String assetId;

    public ItemKey(String providerId, String assetId) {
        this.providerId = providerId;
        this.assetId = assetId;
    }

    public String getProviderId() {
        return providerId;
    }

    public String getAssetId() {
        return assetId;
    }

    public String asString() {
        return providerId + ":" + assetId;
    }

    @Override
    public String toString() {
        return asString();
    }
}
