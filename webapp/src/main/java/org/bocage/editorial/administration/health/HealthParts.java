package org.bocage.editorial.administration.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.view.Moment;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Parts of the portal as people read of them. Whatever registers a {@link HealthIndicator} is one; a detail that is a map of
 * {@code since} (an instant) and {@code cause} is something that is behind, or was last done then.
 */
@Component
class HealthParts implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(HealthParts.class);
    private static final int LONGEST = 300;
    private static final double GIGABYTE = 1e9;
    private static final double MEGABYTE = 1e6;
    /** Details that are numbers of bytes. */
    private static final Set<String> BYTES = Set.of("diskSpace.free", "authorStore.size", "publishedStore.size");

    private static final DateTimeFormatter DAY = FrenchDays.format("d MMMM yyyy");

    private final Desk desk;
    private final HealthContributorRegistry registry;
    private final MessageSource messages;

    HealthParts(Desk desk, HealthContributorRegistry registry, MessageSource messages) {
        this.desk = desk;
        this.registry = registry;
        this.messages = messages;
    }

    /** Returns all parts; the label of one that has nothing to say while it is well is empty. */
    List<HealthPage.Part> all() {
        List<HealthPage.Part> parts = new ArrayList<>();
        each(registry, (name, indicator) -> parts.add(part(name, health(indicator))));
        return parts;
    }

    private static void each(HealthContributors contributors, BiConsumer<String, HealthIndicator> work) {
        for (HealthContributors.Entry entry : contributors) {
            if (entry.contributor() instanceof HealthIndicator indicator) {
                work.accept(entry.name(), indicator);
            } else if (entry.contributor() instanceof HealthContributors several) {
                each(several, work);
            }
        }
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        // held weakly: meters outlive a portal that is closed
        each(
                registry,
                (name, indicator) -> Gauge.builder("bocage.health", indicator, one -> isWell(health(one)) ? 1 : 0)
                        .tag("part", name)
                        .description("1 when the part is well, 0 when somebody should look at it")
                        .register(meters));
    }

    /** Whether nobody need look at it: what is not known yet is no trouble. */
    private static boolean isWell(Health health) {
        return health.getStatus().equals(Status.UP) || health.getStatus().equals(Status.UNKNOWN);
    }

    /** Asks a part; one that cannot even say how it is, is not well. */
    private static Health health(HealthIndicator indicator) {
        try {
            return Objects.requireNonNull(indicator.health(true));
        } catch (RuntimeException e) {
            log.warn("A part cannot tell how it is", e);
            return Health.down(e).build();
        }
    }

    private HealthPage.Part part(String name, Health health) {
        boolean well = isWell(health);
        String label = health.getStatus().equals(Status.UNKNOWN) ? "" : words(name);
        return new HealthPage.Part(
                name,
                well || !label.isEmpty() ? label : name,
                well,
                health.getDetails().entrySet().stream()
                        .filter(detail -> !Status.UP.getCode().equals(detail.getValue()))
                        .map(detail -> fact(name + "." + detail.getKey(), detail.getKey(), detail.getValue()))
                        .filter(fact -> !fact.label().isEmpty())
                        .toList(),
                well ? "" : Objects.requireNonNullElse(said(name + ".faire"), ""));
    }

    private HealthPage.Fact fact(String key, String otherwise, Object value) {
        String label = Objects.requireNonNullElse(said(key), otherwise);
        if (value instanceof Map<?, ?> late && late.get("since") instanceof Instant since) {
            return new HealthPage.Fact(label, Moment.of(since, desk.clock()), shortened(late.get("cause")));
        }
        String text = text(key, value);
        return new HealthPage.Fact(label, null, Objects.requireNonNullElse(said(key + "." + text), text));
    }

    private String text(String key, Object value) {
        if (value instanceof Instant when) {
            return DAY.format(when.atZone(desk.clock().getZone()));
        }
        return BYTES.contains(key) && value instanceof Long bytes ? room(bytes) : shortened(value);
    }

    private String room(long bytes) {
        boolean isLarge = bytes >= GIGABYTE;
        return messages.getMessage(
                "authoring.health." + (isLarge ? "gigabytes" : "megabytes"),
                new Object[] {bytes / (isLarge ? GIGABYTE : MEGABYTE)},
                Locale.FRENCH);
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
}
