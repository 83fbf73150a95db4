package org.bocage.cms.site;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/** Gives the site every address that nobody else answers; what is packaged as web jars is left to Spring. */
@Component
class SiteMapping extends AbstractHandlerMapping {

    private final SiteHandler handler;

    SiteMapping(SiteHandler handler) {
        this.handler = handler;
        setOrder(Ordered.LOWEST_PRECEDENCE - 10);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/webjars/") || path.startsWith("/espace/") || path.equals("/error") ? null : handler;
    }
}
