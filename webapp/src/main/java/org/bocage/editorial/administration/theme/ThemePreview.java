package org.bocage.editorial.administration.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bocage.editorial.screens.Desk;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Two colours as the site shows them: each way they are used, the page by day and by night, and what to know about them. */
@Component
class ThemePreview {

    private final Desk desk;
    private final ThemeColours colours;
    private final MessageSource messages;

    ThemePreview(Desk desk, ThemeColours colours, MessageSource messages) {
        this.desk = desk;
        this.colours = colours;
        this.messages = messages;
    }

    /**
     * The site with two colours.
     *
     * @param single the fills that are chosen one by one all the same
     * @param isKept whether the site has them already
     */
    ThemePage.Preview of(ColourPair pair, Map<String, String> single, boolean isKept) {
        ChosenColours chosen = new ChosenColours(Optional.of(pair), single);
        Map<String, String> day = colours.properties(Light.DAY, chosen);
        Map<String, String> night = colours.properties(Light.NIGHT, chosen);
        List<ThemePage.Swatch> swatches = List.of(swatch(0, "first", day, night), swatch(1, "second", day, night));
        List<ThemePage.Scene> scenes = List.of(scene(Light.DAY, day), scene(Light.NIGHT, night));
        return new ThemePage.Preview(pair.first(), pair.second(), isKept, remarks(pair), swatches, scenes);
    }

    private ThemePage.Swatch swatch(int place, String key, Map<String, String> day, Map<String, String> night) {
        String name = colours.main().get(place);
        return new ThemePage.Swatch(
                say(key), label(name), shades(Light.DAY, name, day), shades(Light.NIGHT, name, night));
    }

    private static ThemePage.Shades shades(Light light, String name, Map<String, String> properties) {
        return new ThemePage.Shades(
                of(properties, name), of(properties, "on-" + name), of(properties, name + "-text"), light.ground());
    }

    private ThemePage.Scene scene(Light light, Map<String, String> properties) {
        Map<String, String> shared = Map.of(
                "ground", light.ground(),
                "ink", light.ink(),
                "sky", of(properties, "sky"),
                "hedge", of(properties, "hedge"),
                "foot", of(properties, "hedge-deep"));
        List<ThemePage.Rubrique> rubriques = Stream.concat(
                        colours.main().stream(),
                        colours.usual().keySet().stream()
                                .filter(name -> !colours.main().contains(name)))
                .map(name -> new ThemePage.Rubrique(
                        label(name),
                        of(properties, name),
                        of(properties, "on-" + name),
                        of(properties, name + "-plot"),
                        of(properties, name + "-text")))
                .toList();
        return new ThemePage.Scene(light == Light.NIGHT, shared, rubriques);
    }

    private static String of(Map<String, String> properties, String name) {
        return properties.getOrDefault(name, "");
    }

    private List<String> remarks(ColourPair pair) {
        List<String> remarks = new ArrayList<>();
        if (pair.isAlike()) {
            remarks.add(say("alike"));
        }
        String first = change(pair.first());
        String second = change(pair.second());
        if (first.equals(second)) {
            addRemark("both", first, remarks);
        } else {
            addRemark("first", first, remarks);
            addRemark("second", second, remarks);
        }
        if (!Light.hasHue(Oklch.of(pair.first())) && !Light.hasHue(Oklch.of(pair.second()))) {
            remarks.add(say("grey"));
        }
        return remarks;
    }

    private void addRemark(String which, String change, List<String> remarks) {
        if (!change.isEmpty()) {
            remarks.add(say(which + "." + change));
        }
    }

    /** Name of the way in which a colour is not used as it was chosen; empty when it is. */
    private static String change(String hex) {
        if (!Light.DAY.standsOut(hex)) {
            return "pale";
        }
        if (!Light.DAY.fill(Oklch.of(hex)).equals(hex)) {
            return "between";
        }
        return Light.NIGHT.standsOut(hex) ? "" : "dark";
    }

    private String label(String name) {
        return desk.words("theme.colours." + name, name);
    }

    private String say(String key) {
        return messages.getMessage("authoring.theme." + key, null, Locale.FRENCH);
    }
}
