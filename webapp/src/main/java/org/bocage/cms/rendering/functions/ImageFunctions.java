package org.bocage.cms.rendering.functions;

import java.util.Optional;
import org.bocage.cms.definition.site.RenderableDefinition;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.RenderContext;
import org.jspecify.annotations.Nullable;

/** {@code imgfn}: pictures at the size that a template asks for. Public because FreeMarker calls public classes only. */
public final class ImageFunctions extends Functions {

    private static final String ORIGINAL = "original";

    private final DamFunctions assets;

    ImageFunctions(RenderContext context, DamFunctions assets) {
        super(context);
        this.assets = assets;
    }

    /** Parameter {@code imageVariation} of the template, else {@code original}. */
    public String resolveImageVariationName(@Nullable Object definition) {
        Object name = definition instanceof RenderableDefinition template
                ? template.parameters().get("imageVariation")
                : null;
        return name == null ? ORIGINAL : String.valueOf(name);
    }

    /**
     * The address of the binary of an asset; null for one that lies elsewhere, which this host does not serve.
     *
     * @param variation a definition, whose parameter names it, or its name
     */
    public @Nullable String getImageVariationLinkFromBinary(@Nullable Object binary, @Nullable Object variation) {
        String name = variation instanceof RenderableDefinition
                ? resolveImageVariationName(variation)
                : String.valueOf(variation);
        Optional<ContentNode> asset = map(binary)
                .map(ContentMap::node)
                .flatMap(node -> node.type().equals("mgnl:asset") ? Optional.of(node) : nodes().parent(node))
                .filter(node -> node.type().equals("mgnl:asset"));
        return asset.map(node -> assets.link(node, name)).orElse(null);
    }
}
