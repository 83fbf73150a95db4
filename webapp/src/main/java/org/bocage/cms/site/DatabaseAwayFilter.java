package org.bocage.cms.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.bocage.cms.repository.failures.DatabasePatience;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 with {@code Retry-After} whatever failed because the database did not answer, wherever that was: a page, a feed, the
 * look at a session, and has a request wait for it in vain once at most. Stands around all other filters but those that read the
 * request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class DatabaseAwayFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(DatabaseAwayFilter.class);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        DatabasePatience.begin();
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException e) {
            if (response.isCommitted() || !RepositoryFailure.isOfDatabase(e)) {
                throw e;
            }
            log.error("{} {} failed: {}", request.getMethod(), request.getRequestURI(), e.toString());
            response.reset();
            ErrorPages.databaseAway(request, response);
        } finally {
            DatabasePatience.end();
        }
    }
}
