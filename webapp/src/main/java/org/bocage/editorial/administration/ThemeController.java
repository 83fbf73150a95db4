package org.bocage.editorial.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.site.HomePage;
import org.bocage.editorial.publishing.LiveFields;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.view.SettingsPage;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The colours of the theme, as the salariée wants them (UX-24); one on which the ink cannot be read is refused. They stand
 * on the home page, beside the name and the logo, and count at once.
 */
@ScreenController
@OpenTo(People.REVIEWERS)
class ThemeController implements SettingsScreen {

    private static final String ADDRESS = "/espace/reglages/theme";
    private static final String COLOURS = "couleurs";
    /** The ink on the fills, by day and by night: {@code --on-fill} of the theme. */
    private static final String INK = "#1e2b25";
    /** WCAG 2.1, 1.4.3. */
    private static final double LEAST = 4.5;

    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

    private final Desk desk;
    private final Stores stores;
    private final MessageSource messages;
    private final HomePage home;

    /** The theme counts whatever version is on line. */
    @Bean
    static LiveFields themeColours() {
        return new LiveFields(Workspace.WEBSITE.name(), Set.of(COLOURS));
    }

    ThemeController(Desk desk, Stores stores, MessageSource messages, HomePage home) {
        this.home = home;
        this.desk = desk;
        this.stores = stores;
        this.messages = messages;
    }

    /**
     * {@code theme.ftlh}.
     *
     * @param own whether some are not those of the theme
     */
    public record ThemePage(String address, List<Colour> colours, boolean own) {

        /**
         * A colour.
         *
         * @param problem what is wrong with what was typed; empty for nothing
         */
        public record Colour(String name, String label, String value, String problem) {}
    }

    /** The fills of the theme that may be changed, by their name. */
    private Map<String, String> fills() {
        return desk.definitions().site().settings().colours();
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return fills().isEmpty() ? Optional.empty() : Optional.of(new SettingsPage.Link("theme", ADDRESS, 0));
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        return page(chosen(), Map.of(), request, HttpStatus.OK);
    }

    @PostMapping(ADDRESS)
    ModelAndView change(@RequestParam Map<String, String> typed, HttpServletRequest request) {
        Map<String, String> wanted = new LinkedHashMap<>();
        Map<String, String> problems = new LinkedHashMap<>();
        fills().forEach((name, usual) -> {
            String colour = typed.getOrDefault(name, usual).strip().toLowerCase(Locale.ROOT);
            wanted.put(name, colour.substring(0, Math.min(colour.length(), 20)));
            problem(colour).ifPresent(problem -> problems.put(name, problem));
        });
        if (!problems.isEmpty()) {
            return page(wanted, problems, request, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        keep(wanted);
        return new ModelAndView("redirect:" + ADDRESS + "?fait=couleurs");
    }

    /** Restores the colours of the theme. */
    @PostMapping(value = ADDRESS, params = "geste=origine")
    String reset() {
        keep(fills());
        return "redirect:" + ADDRESS + "?fait=couleurs";
    }

    private Optional<String> problem(String colour) {
        if (!HEX.matcher(colour).matches()) {
            return Optional.of(say("wrong"));
        }
        double contrast = contrast(colour, INK);
        return contrast < LEAST
                ? Optional.of(say("contrast", String.format(Locale.FRENCH, "%.1f", contrast)))
                : Optional.empty();
    }

    /** WCAG 2.1, contrast ratio. */
    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private Map<String, String> chosen() {
        return stores.author().read(Identity.SYSTEM, session -> {
            Map<String, String> chosen = new LinkedHashMap<>(fills());
            Optional<Node> page = home.of(session);
            if (page.isPresent() && page.get().hasNode(COLOURS)) {
                Node own = page.get().getNode(COLOURS);
                for (String name : fills().keySet()) {
                    if (own.hasProperty(name)) {
                        chosen.put(name, own.getProperty(name).getString());
                    }
                }
            }
            return chosen;
        });
    }

    /** They count on line at once, whatever else is being written on the home page. */
    private void keep(Map<String, String> wanted) {
        stores.author().update(Identity.SYSTEM, session -> {
            Optional<Node> page = home.of(session);
            if (page.isPresent()) {
                write(page.get(), wanted);
            }
        });
    }

    private void write(Node home, Map<String, String> wanted) throws RepositoryException {
        if (home.hasNode(COLOURS)) {
            home.getNode(COLOURS).remove();
        }
        Map<String, String> usual = fills();
        if (wanted.equals(usual)) {
            return;
        }
        Node own = home.addNode(COLOURS, "mgnl:contentNode");
        for (Map.Entry<String, String> one : wanted.entrySet()) {
            if (!one.getValue().equals(usual.get(one.getKey()))) {
                own.setProperty(one.getKey(), one.getValue());
            }
        }
    }

    private ModelAndView page(
            Map<String, String> colours, Map<String, String> problems, HttpServletRequest request, HttpStatus status) {
        List<ThemePage.Colour> shown = new ArrayList<>();
        colours.forEach((name, value) -> shown.add(new ThemePage.Colour(
                name, desk.words("theme.colours." + name, name), value, problems.getOrDefault(name, ""))));
        ThemePage page = new ThemePage(ADDRESS, shown, !chosen().equals(fills()));
        return new ModelAndView("espace/theme", Map.of("shell", desk.shell(request, "reglages"), "page", page), status);
    }

    private String say(String key, Object... words) {
        return messages.getMessage("authoring.theme." + key, words, Locale.FRENCH);
    }
}
