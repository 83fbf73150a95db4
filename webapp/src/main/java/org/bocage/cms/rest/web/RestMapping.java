package org.bocage.cms.rest.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bocage.cms.rest.RestProperties;
import org.bocage.cms.rest.RestRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/** Gives every address under {@code /.rest} and {@code /author/.rest} that no controller answers to the REST handler. */
@Component
@EnableConfigurationProperties(RestProperties.class)
class RestMapping extends AbstractHandlerMapping {

    private final RestHandler handler;

    RestMapping(RestHandler handler, RestProperties properties) {
        this.handler = handler;
        setOrder(Ordered.LOWEST_PRECEDENCE - 20);
        if (!properties.corsOrigins().isEmpty()) {
            setCorsConfigurations(Map.of("/.rest/delivery/**", cors(properties.corsOrigins())));
        }
    }

    private static CorsConfiguration cors(List<String> origins) {
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(List.of("GET", "HEAD", "OPTIONS"));
        cors.setAllowedHeaders(List.of("Accept", "Accept-Language", "If-None-Match"));
        cors.setExposedHeaders(List.of("Content-Language", "ETag"));
        cors.setMaxAge(Duration.ofHours(1));
        return cors;
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        return RestRequest.isRest(request) ? handler : null;
    }
}
