package org.bocage.editorial.administration.theme;

import java.util.List;
import java.util.Map;
import org.bocage.editorial.view.SettingsPage;
import org.jspecify.annotations.Nullable;

/**
 * {@code theme.ftlh}.
 *
 * @param pair the two colours of the association, in their order; empty when the theme has no palette
 * @param preview a palette as it will be, or as it is; null while there is none to show
 * @param colours the fills of the theme, one by one
 * @param opensColours whether these are unfolded
 * @param others screens of what else the site looks like
 * @param own whether some colours are not those of the theme
 */
public record ThemePage(
        String address,
        List<Colour> pair,
        @Nullable Preview preview,
        List<Colour> colours,
        boolean opensColours,
        List<SettingsPage.Screen> others,
        boolean own) {

    /**
     * A colour to choose.
     *
     * @param use where the site shows it; empty when its label says so
     * @param value as the picker shows it
     * @param typed the code that was typed and could not be taken; empty for none
     * @param problem what is wrong with it; empty for nothing
     */
    public record Colour(String name, String label, String use, String value, String typed, String problem) {}

    /**
     * The site in its colours.
     *
     * @param first as it is kept, like {@code second}
     * @param kept whether the site has them already
     * @param remarks what to know about these colours
     * @param scenes the page by day, then by night
     */
    public record Preview(
            String first,
            String second,
            boolean kept,
            List<String> remarks,
            List<Swatch> swatches,
            List<Scene> scenes) {}

    /** One of the two colours, each way it is used: as a fill and as text, by day and by night. */
    public record Swatch(String label, String use, Shades day, Shades night) {}

    /** A fill, the text on it, and the page with text in that colour. */
    public record Shades(String fill, String onFill, String text, String ground) {}

    /**
     * The page in one light.
     *
     * @param night whether it is that of the night
     * @param colours the colours by their use: {@code ground}, {@code ink}, {@code sky}, {@code hedge}, {@code foot}
     * @param rubriques fills of the rubriques with their labels, the two main ones first
     */
    public record Scene(boolean night, Map<String, String> colours, List<Rubrique> rubriques) {}

    /** A rubrique: its fill, the text on it, and its plot in the drawing. */
    public record Rubrique(String label, String fill, String onFill, String plot, String text) {}
}
