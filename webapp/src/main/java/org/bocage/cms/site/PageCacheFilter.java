package org.bocage.cms.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers from the page cache, after the security filters, whose headers every answer carries. */
@Component
@Order(0)
class PageCacheFilter extends OncePerRequestFilter {

    /** Pages are always asked for again: a publication shows at once. */
    static final String CACHE_CONTROL = "no-cache";

    private final PageCache cache;

    PageCacheFilter(PageCache cache) {
        this.cache = cache;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<EncodedBody> kept = cache.key(request).flatMap(cache::get);
        if (kept.isPresent()) {
            kept.get().write(request, response, CACHE_CONTROL);
        } else {
            chain.doFilter(request, response);
        }
    }
}
