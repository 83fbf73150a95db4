package org.bocage.editorial.administration.theme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Works out the colours of the public theme in one light, by the name of their CSS property. For each fill of the theme: the fill,
 * the text on it ({@code on-…}), its plot in a drawing ({@code …-plot}), its tint ({@code …-soft}) and its text
 * ({@code …-text}); beside them the hedges, the foot of the page, the mark of the keyboard there, and the sky.
 */
final class Palette {

    /** Turn of the hue from one rubrique to the next, in degrees. */
    private static final double TURN = 40;

    /** Least difference of hue between two rubriques, while there is room. */
    private static final double APART = 28;

    /** Hues of the theme, for an association whose colours are black, white or grey. */
    private static final List<Double> OWN_HUES = List.of(155.0, 87.0);

    private Palette() {}

    /**
     * The palette of two colours: the leading fills of the theme take them, the others turn around them.
     *
     * @param usual the fills of the theme, by name
     * @param leading the two that take the colours, among them
     */
    static Map<String, String> of(Light light, ColourPair pair, Map<String, String> usual, List<String> leading) {
        Oklch first = Oklch.of(pair.first());
        Oklch second = Oklch.of(pair.second());
        Map<String, Oklch> fills = fills(first, second, usual, leading);
        Oklch tint = List.of(first, second).stream()
                .filter(Light::hasHue)
                .findFirst()
                .orElse(new Oklch(0.5, 0.1, OWN_HUES.get(0)));
        return of(light, fills, tint, second);
    }

    private static Map<String, String> of(Light light, Map<String, Oklch> fills, Oklch tint, Oklch mark) {
        Set<String> behind = new HashSet<>(light.grounds());
        Map<String, String> properties = new LinkedHashMap<>();
        String sky = sky(light, tint);
        behind.add(sky);
        fills.values().forEach(colour -> behind.add(light.soft(colour)));
        fills.forEach((name, colour) -> properties.putAll(fill(light, name, colour, behind)));
        String deep = deep(light, tint);
        properties.put("hedge", hedge(light, tint, behind));
        properties.put("hedge-deep", deep);
        properties.put("hedge-mark", light.line(mark, Set.of(deep)));
        properties.put("sky", sky);
        return properties;
    }

    /** The properties of one fill, whose text is read on each of the colours {@code behind}. */
    static Map<String, String> fill(Light light, String name, Oklch colour, Set<String> behind) {
        String soft = light.soft(colour);
        Set<String> grounds = new HashSet<>(behind);
        grounds.add(soft);
        String fill = light.fill(colour);
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(name, fill);
        properties.put("on-" + name, Light.onFill(fill));
        properties.put(name + "-plot", light.plot(colour));
        properties.put(name + "-soft", soft);
        properties.put(name + "-text", light.text(colour, grounds));
        return properties;
    }

    private static Map<String, Oklch> fills(
            Oklch first, Oklch second, Map<String, String> usual, List<String> leading) {
        List<Oklch> hued = List.of(first, second).stream().filter(Light::hasHue).toList();
        List<Double> anchors =
                hued.isEmpty() ? OWN_HUES : hued.stream().map(Oklch::hue).toList();
        double chroma = hued.stream().mapToDouble(Oklch::chroma).average().orElse(0);
        List<Double> turned = around(anchors, usual.size() - leading.size());
        Map<String, Oklch> fills = new LinkedHashMap<>();
        usual.forEach((name, colour) -> {
            if (name.equals(leading.get(0))) {
                fills.put(name, first);
            } else if (name.equals(leading.get(1))) {
                fills.put(name, second);
            } else {
                fills.put(name, gay(taken(turned, Oklch.of(colour).hue()), chroma));
            }
        });
        return fills;
    }

    /** Some hues around others, each apart from all of them. */
    private static List<Double> around(List<Double> anchors, int count) {
        List<Double> used = new ArrayList<>(anchors);
        List<Double> found = new ArrayList<>();
        for (double apart = APART; found.size() < count; apart /= 2) {
            for (double turn = TURN; turn <= 180 && found.size() < count; turn += TURN) {
                for (double by : new double[] {turn, -turn}) {
                    for (double anchor : anchors) {
                        double hue = (anchor + by + 360) % 360;
                        double least = apart;
                        if (found.size() < count && used.stream().allMatch(one -> between(one, hue) >= least)) {
                            used.add(hue);
                            found.add(hue);
                        }
                    }
                }
            }
        }
        return found;
    }

    /** Takes the hue that is nearest to the one a rubrique has in the theme, so that what is red stays warm. */
    private static double taken(List<Double> hues, double usual) {
        Double nearest = hues.stream()
                .min(Comparator.comparingDouble(hue -> between(hue, usual)))
                .orElseThrow();
        hues.remove(nearest);
        return nearest;
    }

    private static double between(double one, double other) {
        double apart = Math.abs(one - other) % 360;
        return Math.min(apart, 360 - apart);
    }

    /** A gay fill of a hue: yellows are brightest, blues and purples are deeper. */
    private static Oklch gay(double hue, double chroma) {
        double lightness = 0.76 + 0.07 * Math.cos(Math.toRadians(hue - 100));
        return new Oklch(lightness, Math.max(0.12, Math.min(0.17, chroma)), hue);
    }

    private static String sky(Light light, Oklch tint) {
        return tint.withLightness(light == Light.DAY ? 0.94 : 0.29)
                .withChroma(Math.min(tint.chroma(), 0.03))
                .hex();
    }

    private static String hedge(Light light, Oklch tint, Set<String> behind) {
        double lightness = light == Light.DAY
                ? Math.max(0.4, Math.min(0.54, tint.lightness()))
                : Math.max(0.62, Math.min(0.7, tint.lightness()));
        return light.line(
                tint.withLightness(lightness).withChroma(Math.max(0.08, Math.min(0.13, tint.chroma()))), behind);
    }

    private static String deep(Light light, Oklch tint) {
        return tint.withLightness(light == Light.DAY ? 0.36 : 0.19)
                .withChroma(Math.min(tint.chroma(), light == Light.DAY ? 0.08 : 0.02))
                .hex();
    }
}
