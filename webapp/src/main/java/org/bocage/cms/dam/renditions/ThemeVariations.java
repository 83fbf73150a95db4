package org.bocage.cms.dam.renditions;

import java.util.Optional;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.site.Theme;

/** The variations that themes declare (spec 3.11), as sizes a rendition can be made at. */
public final class ThemeVariations {

    private ThemeVariations() {}

    /** A variation of a theme; none when either is unknown, its imaging is off or a side is out of reason. */
    public static Optional<Variation> find(Definitions definitions, String theme, String variation) {
        return definitions
                .theme(theme)
                .filter(Theme::imaging)
                .flatMap(found -> Optional.ofNullable(found.variations().get(variation)))
                .flatMap(ThemeVariations::variation);
    }

    private static Optional<Variation> variation(Theme.Variation declared) {
        // Magnolia's 0: as the other side makes it
        int width = declared.width() == 0 ? Variation.LONGEST : declared.width();
        Integer height = declared.height() == 0 ? null : declared.height();
        boolean crop = declared.crop() && declared.width() != 0 && height != null;
        try {
            return Optional.of(new Variation(declared.name(), width, height, crop));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
