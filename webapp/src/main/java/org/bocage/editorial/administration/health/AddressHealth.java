package org.bocage.editorial.administration.health;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.screens.Desk;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Whether people who are signed in arrive by the public address of the portal: when they do not, a reverse proxy does not pass on what
 * it was asked for, or the address is not the one that is in use. Whoever is not signed in may ask for any host, and proves nothing.
 */
@Component("addressHealthIndicator")
class AddressHealth implements HealthIndicator, HandlerInterceptor, WebMvcConfigurer {

    private static final Logger log = LoggerFactory.getLogger(AddressHealth.class);
    private static final Map<String, Integer> USUAL_PORTS = Map.of("http", 80, "https", 443);
    private static final int LONGEST = 200;

    private final SiteAddress siteAddress;
    private final Desk desk;
    private final Clock clock;
    private volatile @Nullable OtherAddress arrived;

    AddressHealth(SiteAddress siteAddress, Desk desk, Clock clock) {
        this.siteAddress = siteAddress;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Address by which somebody arrived last, that is not the public one.
     *
     * @param expected the public one at that time
     */
    private record OtherAddress(String address, String expected, Instant since) {}

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/espace", "/espace/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Optional<String> expected = expected();
        if (expected.isPresent() && desk.isOccupied()) {
            note(origin(request.getScheme(), request.getServerName(), request.getServerPort()), expected.get());
        }
        return true;
    }

    private void note(String address, String expected) {
        OtherAddress before = arrived;
        if (address.equals(expected)) {
            arrived = null;
        } else if (before == null || !before.expected().equals(expected)) {
            log.warn("Somebody arrived by {}, the address of the portal is {}", address, expected);
            arrived = new OtherAddress(address, expected, clock.instant());
        }
    }

    private static String origin(String scheme, String host, int port) {
        boolean isUsual = port < 0 || port == USUAL_PORTS.getOrDefault(scheme, 0);
        String origin = scheme + "://" + host.toLowerCase(Locale.ROOT) + (isUsual ? "" : ":" + port);
        return origin.length() <= LONGEST ? origin : origin.substring(0, LONGEST);
    }

    @Override
    public Health health() {
        OtherAddress other = arrived;
        if (other == null || !other.expected().equals(expected().orElse(""))) {
            return Health.up().build();
        }
        return Health.down()
                .withDetail("arrived", Map.of("since", other.since(), "cause", other.address()))
                .build();
    }

    /** Returns the public address without its path; empty until it is known. */
    private Optional<String> expected() {
        return siteAddress.known().map(URI::create).map(one -> origin(one.getScheme(), one.getHost(), one.getPort()));
    }
}
