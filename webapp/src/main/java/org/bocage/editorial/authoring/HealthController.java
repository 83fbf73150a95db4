package org.bocage.editorial.authoring;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bocage.editorial.authoring.view.HealthPage;
import org.bocage.editorial.authoring.view.Moment;
import org.bocage.editorial.authoring.view.SettingsPage;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * « Santé »: what {@code /actuator/health} tells machines, for those who review. Whatever registers a {@link HealthIndicator}
 * is shown; a detail that is a map of {@code since} (an instant) and {@code cause} is something that is behind.
 */
@Controller
class HealthController implements Companion {

    static final String ADDRESS = "/espace/reglages/sante";

    private static final int LONGEST = 300;

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
        desk.requireReviewer();
        return new ModelAndView(
                "espace/sante",
                Map.of("shell", desk.shell(request, "reglages"), "page", new HealthPage(parts(registry))));
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
        return new HealthPage.Part(
                words(name),
                health.getStatus().equals(Status.UP),
                health.getDetails().entrySet().stream()
                        .filter(detail -> !Status.UP.getCode().equals(detail.getValue()))
                        .map(detail -> fact(name + "." + detail.getKey(), detail.getKey(), detail.getValue()))
                        .toList());
    }

    private HealthPage.Fact fact(String key, String otherwise, Object value) {
        String label = Objects.requireNonNullElse(said(key), otherwise);
        if (value instanceof Map<?, ?> late && late.get("since") instanceof Instant since) {
            return new HealthPage.Fact(label, Moment.of(since, desk.clock()), shortened(late.get("cause")));
        }
        return new HealthPage.Fact(label, null, shortened(value));
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
