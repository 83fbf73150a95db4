package org.bocage.cms.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bocage.cms.repository.failures.DatabasePatience;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.failures.StoreFull;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers, wherever it was, whatever failed for want of the stores: 503 with {@code Retry-After} when their database did not answer,
 * and has a request wait for it in vain once at most; 507 when there is no room left for what was to be saved. Stands around all other
 * filters but those that read the request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class StoreFailureFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(StoreFailureFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        DatabasePatience.begin();
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            boolean isAway = RepositoryFailure.isOfDatabase(e);
            if (response.isCommitted() || !(isAway || StoreFull.isCauseOf(e))) {
                throw e;
            }
            log.error("{} {} failed: {}", request.getMethod(), request.getRequestURI(), e.toString());
            response.reset();
            if (isAway) {
                ErrorPages.databaseAway(request, response);
            } else {
                ErrorPages.full(request, response);
            }
        } finally {
            DatabasePatience.end();
        }
    }
}
