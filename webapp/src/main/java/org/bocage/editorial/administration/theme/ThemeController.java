package org.bocage.editorial.administration.theme;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bocage.editorial.administration.settings.SettingsForms;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.screens.extension.SetupSteps;
import org.bocage.editorial.view.SettingsPage;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The colours of the site, as the salariée wants them (UX-24): two of the association, seen before they are kept, or one by one.
 * No colour is refused; one on which nothing could be read is used a little lighter or darker.
 */
@ScreenController
@OpenTo(People.REVIEWERS)
class ThemeController implements SettingsScreen, SetupSteps {

    private static final String ADDRESS = "/espace/reglages/theme";
    private static final String KEPT = "redirect:" + ADDRESS + "?fait=couleurs";
    private static final String FIRST = "premiere";
    private static final String SECOND = "seconde";

    /** Field in which a colour is typed, beside the one in which it is picked. */
    private static final String CODE = "-code";

    private final Desk desk;
    private final ThemeColours colours;
    private final ThemePreview preview;
    private final SiteLogo logo;
    private final SettingsForms forms;
    private final MessageSource messages;

    ThemeController(
            Desk desk,
            ThemeColours colours,
            ThemePreview preview,
            SiteLogo logo,
            SettingsForms forms,
            MessageSource messages) {
        this.logo = logo;
        this.forms = forms;
        this.desk = desk;
        this.colours = colours;
        this.preview = preview;
        this.messages = messages;
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return colours.usual().isEmpty() ? Optional.empty() : Optional.of(new SettingsPage.Link("theme", ADDRESS, 0));
    }

    @Override
    public List<SetupStep> setupSteps() {
        return colours.usual().isEmpty()
                ? List.of()
                : List.of(new SetupStep(
                        "apparence", ADDRESS, 30, !colours.chosen().isEmpty(), screens()));
    }

    /** The other screens of how the site looks. */
    private Set<String> screens() {
        return Stream.concat(
                        Stream.of(LogoController.ADDRESS),
                        forms.ofAppearance().stream().map(SettingsPage.Screen::address))
                .collect(Collectors.toSet());
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        ChosenColours chosen = colours.chosen();
        Optional<ThemePage.Preview> kept = chosen.pair().map(pair -> preview.of(pair, chosen.single(), true));
        return page(request, HttpStatus.OK, pairShown(chosen), kept, single(chosen));
    }

    /** Shows two colours as they would be, and keeps nothing. */
    @PostMapping(value = ADDRESS, params = "geste=voir")
    ModelAndView look(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        Typed pair = typedPair(typed);
        return page(
                request,
                pair.status(),
                pair.fields(),
                pair.read().map(read -> preview.of(read, Map.of(), false)),
                single(colours.chosen()));
    }

    @PostMapping(value = ADDRESS, params = "geste=garder")
    ModelAndView keep(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        Typed pair = typedPair(typed);
        if (pair.read().isEmpty()) {
            return page(request, pair.status(), pair.fields(), Optional.empty(), single(colours.chosen()));
        }
        keep(new ChosenColours(pair.read(), Map.of()));
        return new ModelAndView(KEPT);
    }

    /** Restores the colours of the theme. */
    @PostMapping(value = ADDRESS, params = "geste=origine")
    String reset() {
        keep(ChosenColours.NONE);
        return KEPT;
    }

    /** Keeps the fills of the theme one by one. */
    @PostMapping(ADDRESS)
    ModelAndView change(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        ChosenColours chosen = colours.chosen();
        Map<String, ThemePage.Colour> fields = new LinkedHashMap<>();
        colours.fills(chosen).forEach((name, now) -> {
            TypedColour colour = new TypedColour(typed.getOrDefault(name, now));
            fields.put(name, field(name, label(name), "", now, colour));
        });
        if (fields.values().stream().anyMatch(ThemeController::isWrong)) {
            return page(request, HttpStatus.UNPROCESSABLE_CONTENT, pairShown(chosen), Optional.empty(), fields);
        }
        Map<String, String> single = new LinkedHashMap<>();
        Map<String, String> others = colours.pairFills(chosen.pair());
        fields.forEach((name, field) -> {
            if (!field.value().equals(others.get(name))) {
                single.put(name, field.value());
            }
        });
        keep(new ChosenColours(chosen.pair(), single));
        return new ModelAndView(KEPT);
    }

    private void keep(ChosenColours chosen) {
        colours.keep(chosen);
        logo.redraw();
    }

    /**
     * Two colours as they were typed.
     *
     * @param read empty when one of them is none
     */
    private record Typed(Map<String, ThemePage.Colour> fields, Optional<ColourPair> read) {

        HttpStatus status() {
            return read.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
        }
    }

    private Typed typedPair(Map<String, String> typed) {
        Map<String, ThemePage.Colour> fields = new LinkedHashMap<>();
        pairShown(colours.chosen()).forEach((name, shown) -> {
            String code = typed.getOrDefault(name + CODE, "");
            TypedColour colour = new TypedColour(code.isBlank() ? typed.getOrDefault(name, "") : code);
            TypedColour picked = new TypedColour(typed.getOrDefault(name, ""));
            String now = picked.problem().isEmpty() ? picked.hex() : shown.value();
            fields.put(name, field(name, shown.label(), shown.use(), now, colour));
        });
        boolean isWrong = fields.isEmpty() || fields.values().stream().anyMatch(ThemeController::isWrong);
        return new Typed(
                fields,
                isWrong ? Optional.empty() : Optional.of(new ColourPair(value(fields, FIRST), value(fields, SECOND))));
    }

    private static String value(Map<String, ThemePage.Colour> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name).value();
    }

    private static boolean isWrong(ThemePage.Colour field) {
        return !field.problem().isEmpty();
    }

    /** The two colours as they are kept, else as the theme has them; none when it has no palette. */
    private Map<String, ThemePage.Colour> pairShown(ChosenColours chosen) {
        Map<String, ThemePage.Colour> fields = new LinkedHashMap<>();
        List<String> main = colours.main();
        if (!main.isEmpty()) {
            Map<String, String> usual = colours.usual();
            ColourPair pair = chosen.pair()
                    .orElseGet(() ->
                            new ColourPair(usual.getOrDefault(main.get(0), ""), usual.getOrDefault(main.get(1), "")));
            fields.put(FIRST, new ThemePage.Colour(FIRST, say("first"), label(main.get(0)), pair.first(), "", ""));
            fields.put(SECOND, new ThemePage.Colour(SECOND, say("second"), label(main.get(1)), pair.second(), "", ""));
        }
        return fields;
    }

    private Map<String, ThemePage.Colour> single(ChosenColours chosen) {
        Map<String, ThemePage.Colour> fields = new LinkedHashMap<>();
        colours.fills(chosen)
                .forEach((name, value) -> fields.put(name, new ThemePage.Colour(name, label(name), "", value, "", "")));
        return fields;
    }

    /** A field with the colour that was typed, or with the one it had and what was wrong. */
    private ThemePage.Colour field(String name, String label, String use, String now, TypedColour colour) {
        String problem = colour.problem();
        return problem.isEmpty()
                ? new ThemePage.Colour(name, label, use, colour.hex(), "", "")
                : new ThemePage.Colour(name, label, use, now, colour.typed(), say(problem));
    }

    private ModelAndView page(
            HttpServletRequest request,
            HttpStatus status,
            Map<String, ThemePage.Colour> pair,
            Optional<ThemePage.Preview> shown,
            Map<String, ThemePage.Colour> single) {
        boolean opensColours = pair.isEmpty() || single.values().stream().anyMatch(ThemeController::isWrong);
        ThemePage page = new ThemePage(
                ADDRESS,
                List.copyOf(pair.values()),
                shown.orElse(null),
                List.copyOf(single.values()),
                opensColours,
                forms.ofAppearance(),
                !colours.chosen().isEmpty());
        return new ModelAndView("espace/theme", Map.of("shell", desk.shell(request, "reglages"), "page", page), status);
    }

    private String label(String name) {
        return desk.words("theme.colours." + name, name);
    }

    private String say(String key) {
        return messages.getMessage("authoring.theme." + key, null, Locale.FRENCH);
    }
}
