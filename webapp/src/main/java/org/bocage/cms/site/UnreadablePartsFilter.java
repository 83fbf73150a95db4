package org.bocage.cms.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;

/**
 * Refuses, at any address, a form in parts that cannot be taken apart: without boundary, or cut. Whichever handler would answer,
 * Spring takes the parts before it is asked, and again for a page that tells of an error.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UnreadablePartsFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(UnreadablePartsFilter.class);

    private final ErrorPages pages;

    UnreadablePartsFilter(ErrorPages pages) {
        this.pages = pages;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!isOfParts(e) || response.isCommitted()) {
                throw e;
            }
            log.info("{} {} has parts that cannot be read: {}", request.getMethod(), request.getRequestURI(), cause(e));
            response.resetBuffer();
            pages.sober(HttpServletResponse.SC_BAD_REQUEST, response);
        }
    }

    private static boolean isOfParts(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof MultipartException) {
                return true;
            }
        }
        return false;
    }

    private static String cause(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }
}
