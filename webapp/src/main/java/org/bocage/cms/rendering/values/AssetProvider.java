package org.bocage.cms.rendering.values;

/** Where assets come from: the media library is the only one. Public because FreeMarker calls public classes only. */
public final class AssetProvider {

    public static final String IDENTIFIER = "jcr";

    public String getIdentifier() {
        return IDENTIFIER;
    }
}
