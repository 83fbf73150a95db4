package org.bocage.editorial.administration.health;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.view.SettingsPage;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** « Santé »: what {@code /actuator/health} tells machines, for those who review. */
@ScreenController
@OpenTo(People.REVIEWERS)
class HealthController implements SettingsScreen {

    static final String ADDRESS = "/espace/reglages/sante";

    private final Desk desk;
    private final HealthParts parts;

    HealthController(Desk desk, HealthParts parts) {
        this.desk = desk;
        this.parts = parts;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        return new ModelAndView(
                "espace/sante",
                Map.of("shell", desk.shell(request, "reglages"), "page", new HealthPage(shown(parts.all()))));
    }

    /** Parts that are not well stand first; those that have nothing to say while they are well are left out. */
    private static List<HealthPage.Part> shown(List<HealthPage.Part> parts) {
        return parts.stream()
                .filter(part -> !part.well() || !part.label().isEmpty())
                .sorted(Comparator.comparing(HealthPage.Part::well))
                .toList();
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        int troubles = (int) parts.all().stream().filter(part -> !part.well()).count();
        return Optional.of(new SettingsPage.Link("sante", ADDRESS, troubles));
    }
}
