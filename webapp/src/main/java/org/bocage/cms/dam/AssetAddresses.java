package org.bocage.cms.dam;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/**
 * The addresses assets are served at, Magnolia's (spec 7.6), ready for HTML attributes once escaped.
 *
 * @param prefix the context path, with {@code /author} behind it for the author store; empty for the visitors' site
 */
public record AssetAddresses(String prefix) {

    /** {@code /dam/jcr:<uuid>/<file name>}: the file as it is kept. */
    public String original(Asset asset) {
        return prefix + "/dam/" + asset.key() + "/" + encoded(asset.fileName());
    }

    /**
     * {@code /.imaging/mte/<theme>/<variation>/dam<path>/jcr:content/<file name>}: a picture at a size that the theme
     * declares; the original for what has no renditions.
     */
    public String rendition(Asset asset, String theme, String variation) {
        if (!asset.isPicture()) {
            return original(asset);
        }
        return prefix + "/.imaging/mte/" + encoded(theme) + "/" + encoded(variation) + "/dam"
                + UriUtils.encodePath(asset.path(), StandardCharsets.UTF_8) + "/" + Asset.CONTENT + "/"
                + encoded(asset.fileName());
    }

    /** {@code /.imaging/default/dam<path>/jcr:content.<extension>}: a picture as it is kept; the original for what is none. */
    public String byDefault(Asset asset) {
        if (!asset.isPicture()) {
            return original(asset);
        }
        String name = asset.fileName();
        int dot = name.lastIndexOf('.');
        return prefix + "/.imaging/default/dam" + UriUtils.encodePath(asset.path(), StandardCharsets.UTF_8) + "/"
                + Asset.CONTENT + (dot < 0 ? "" : encoded(name.substring(dot)));
    }

    private static String encoded(String segment) {
        return UriUtils.encodePathSegment(segment, StandardCharsets.UTF_8);
    }
}
