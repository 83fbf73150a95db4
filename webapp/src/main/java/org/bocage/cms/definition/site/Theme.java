package org.bocage.cms.definition.site;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.definition.files.SourceFile;

/**
 * A theme, {@code themes/x.yaml}.
 *
 * @param variations named image sizes, by name
 */
public record Theme(
        String name,
        List<File> cssFiles,
        List<File> jsFiles,
        boolean imaging,
        Map<String, Variation> variations,
        SourceFile source,
        Map<String, Object> raw) {

    /**
     * A style sheet or a script.
     *
     * @param link address from the context path, {@code /.resources/...}
     * @param media CSS media; empty when none
     */
    public record File(String name, String link, String media, String conditionalComment, boolean fingerPrint) {}

    /** The narrowest size that pictures are cut to and that is at least this wide. */
    public Optional<Variation> cutTo(int width) {
        return variations.values().stream()
                .filter(one -> one.crop() && one.width() >= width)
                .min(Comparator.comparingInt(Variation::width).thenComparing(Variation::name));
    }

    /**
     * A named size of picture.
     *
     * @param variationClass Magnolia's class name, which says how the size is obtained; empty when not given
     * @param width pixels; 0: as the height asks
     * @param height pixels; 0: as the width asks
     * @param crop whether the picture is cut to exactly that size
     * @param expand whether a smaller picture is enlarged
     */
    public record Variation(String name, String variationClass, int width, int height, boolean crop, boolean expand) {}
}
