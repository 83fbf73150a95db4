package org.bocage.editorial.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.screens.ScreenController;
import org.bocage.editorial.screens.extension.SettingsScreen;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.SettingsPage;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * « Santé »: what {@code /actuator/health} tells machines, for those who review. Whatever registers a {@link HealthIndicator}
 * is shown; a detail that is a map of {@code since} (an instant) and {@code cause} is something that is behind.
 */
@ScreenController
@OpenTo(People.REVIEWERS)
class HealthController implements SettingsScreen {

    static final String ADDRESS = "/espace/reglages/sante";

    private static final int LONGEST = 300;
    private static final String FREE = "diskSpace.free";

    private final Desk desk;
    private final HealthContributorRegistry registry;
    private final MessageSource messages;

    HealthController(Desk desk, HealthContributorRegistry registry, MessageSource messages) {
        this.desk = desk;
        this.registry = registry;
        this.messages = messages;
    }

    @GetMapping(ADDRESS)
    ModelAndView show(HttpServletRequest request) {
        return new ModelAndView(
                "espace/sante",
                Map.of("shell", desk.shell(request, "reglages"), "page", new HealthPage(shown(parts(registry)))));
    }

    /** Leaves out, while they are well, parts whose label is empty: all they could say is that they are there. */
    private static List<HealthPage.Part> shown(List<HealthPage.Part> parts) {
        return parts.stream()
                .filter(part -> !part.well() || !part.label().isEmpty())
                .toList();
    }

    private List<HealthPage.Part> parts(HealthContributors contributors) {
        List<HealthPage.Part> parts = new ArrayList<>();
        for (HealthContributors.Entry entry : contributors) {
            if (entry.contributor() instanceof HealthIndicator indicator) {
                parts.add(part(entry.name(), Objects.requireNonNull(indicator.health(true))));
            } else if (entry.contributor() instanceof HealthContributors several) {
                parts.addAll(parts(several));
            }
        }
        return parts;
    }

    private HealthPage.Part part(String name, Health health) {
        boolean well = health.getStatus().equals(Status.UP);
        String label = words(name);
        return new HealthPage.Part(
                well || !label.isEmpty() ? label : name,
                well,
                health.getDetails().entrySet().stream()
                        .filter(detail -> !Status.UP.getCode().equals(detail.getValue()))
                        .map(detail -> fact(name + "." + detail.getKey(), detail.getKey(), detail.getValue()))
                        .filter(fact -> !fact.label().isEmpty())
                        .toList());
    }

    private HealthPage.Fact fact(String key, String otherwise, Object value) {
        String label = Objects.requireNonNullElse(said(key), otherwise);
        if (value instanceof Map<?, ?> late && late.get("since") instanceof Instant since) {
            return new HealthPage.Fact(label, Moment.of(since, desk.clock()), shortened(late.get("cause")));
        }
        String text = key.equals(FREE) && value instanceof Long bytes ? gigabytes(bytes) : shortened(value);
        return new HealthPage.Fact(label, null, Objects.requireNonNullElse(said(key + "." + text), text));
    }

    private String gigabytes(long bytes) {
        return messages.getMessage("authoring.health.gigabytes", new Object[] {bytes / 1e9}, Locale.FRENCH);
    }

    private static String shortened(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private String words(String name) {
        return Objects.requireNonNullElse(said(name), name);
    }

    private @Nullable String said(String key) {
        return messages.getMessage("authoring.health." + key, new Object[0], null, Locale.FRENCH);
    }

    @Override
    public Optional<SettingsPage.Link> settings() {
        return Optional.of(new SettingsPage.Link("sante", ADDRESS, 0));
    }
}
