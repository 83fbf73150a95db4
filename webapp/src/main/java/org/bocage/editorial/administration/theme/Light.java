package org.bocage.editorial.administration.theme;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;

/** Light in which the site is seen, and how a colour is used in it: the grounds are those of the theme. */
enum Light {
    DAY("#fffaf0", "#ffffff", "#1e2b25", 1.35, 0.95, 0.04),
    NIGHT("#15201b", "#1f2c26", "#f4efe3", Light.EDGE, 0.3, 0.035);

    /** Least contrast of text with what is behind it (WCAG 2.1, 1.4.3). */
    static final double TEXT = 4.5;

    /** Least contrast of a line or a large shape with what is behind it (WCAG 2.1, 1.4.11). */
    static final double EDGE = 3;

    /** Colour of dark text on a fill. */
    private static final String DARK = "#1e2b25";

    private static final String BRIGHT = "#ffffff";

    /** Chroma below which a colour is a grey and has no hue. */
    private static final double GREY = 0.02;

    /** Most chroma that a pale colour wins while it is made darker. */
    private static final double VIVID = 0.13;

    private static final double STEP = 0.004;

    private final String ground;
    private final String paper;
    private final String ink;
    private final double standsOut;
    private final double softLightness;
    private final double softChroma;

    Light(String ground, String paper, String ink, double standsOut, double softLightness, double softChroma) {
        this.ground = ground;
        this.paper = paper;
        this.ink = ink;
        this.standsOut = standsOut;
        this.softLightness = softLightness;
        this.softChroma = softChroma;
    }

    String ground() {
        return ground;
    }

    String ink() {
        return ink;
    }

    /** Grounds that carry text everywhere: the page, and what lies on it. */
    Set<String> grounds() {
        return Set.of(ground, paper);
    }

    static boolean hasHue(Oklch colour) {
        return colour.chroma() >= GREY;
    }

    /** Whether a fill is seen on the page. */
    boolean standsOut(String fill) {
        return Oklch.contrast(fill, ground) >= standsOut;
    }

    /** The colour as a fill: itself, or the nearest one that is seen on the page and takes text. */
    String fill(Oklch colour) {
        return nearest(colour, hex -> standsOut(hex) && Oklch.contrast(hex, onFill(hex)) >= TEXT);
    }

    /** The colour of text on a fill: dark or bright, whichever is read better. */
    static String onFill(String fill) {
        return Oklch.contrast(fill, DARK) >= Oklch.contrast(fill, BRIGHT) ? DARK : BRIGHT;
    }

    /** The colour as a plot of a drawing, over which dark lines are drawn. */
    String plot(Oklch colour) {
        return nearest(colour, hex -> standsOut(hex) && Oklch.contrast(hex, DARK) >= TEXT);
    }

    /** The colour as a tint behind whole blocks of text. */
    String soft(Oklch colour) {
        return colour.withLightness(softLightness)
                .withChroma(Math.min(colour.chroma(), softChroma))
                .hex();
    }

    /** The colour as text on each of some grounds. */
    String text(Oklch colour, Collection<String> behind) {
        return nearest(colour, hex -> holds(hex, behind, TEXT));
    }

    /** The colour as a line on each of some grounds. */
    String line(Oklch colour, Collection<String> behind) {
        return nearest(colour, hex -> holds(hex, behind, EDGE));
    }

    private static boolean holds(String hex, Collection<String> behind, double least) {
        return behind.stream().allMatch(ground -> Oklch.contrast(ground, hex) >= least);
    }

    /** The colour of the nearest lightness that satisfies; black or white satisfies when nothing nearer does. */
    private static String nearest(Oklch colour, Predicate<String> satisfies) {
        for (double far = 0; far <= 1; far += STEP) {
            for (double lightness : new double[] {colour.lightness() - far, colour.lightness() + far}) {
                String hex = at(colour, lightness).hex();
                if (satisfies.test(hex)) {
                    return hex;
                }
            }
        }
        throw new IllegalArgumentException("No lightness of " + colour.hex() + " holds");
    }

    /** The colour with another lightness; a pale one gets more chroma, as it would look dirty otherwise. */
    private static Oklch at(Oklch colour, double lightness) {
        Oklch moved = colour.withLightness(lightness);
        double won = Math.min(VIVID, colour.chroma() + Math.abs(lightness - colour.lightness()) / 2);
        return hasHue(colour) ? moved.withChroma(Math.max(colour.chroma(), won)) : moved;
    }
}
