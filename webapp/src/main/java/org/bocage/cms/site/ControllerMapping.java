package org.bocage.cms.site;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Mapping of requests to controllers that looks at the first segment of a path before all else. Most pages of the site are no
 * controller's, and each would otherwise be held against the patterns and conditions of all of them, hundreds.
 */
final class ControllerMapping extends RequestMappingHandlerMapping {

    private static final String FIRST = ControllerMapping.class.getName() + ".first";

    /** First segments that a mapping takes; empty when it takes any. */
    private final Map<RequestMappingInfo, Optional<Set<String>>> firsts = new ConcurrentHashMap<>();

    /** Has Spring use this mapping instead of its own. */
    @Component
    static final class Registration implements WebMvcRegistrations {

        @Override
        public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
            return new ControllerMapping();
        }
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        request.setAttribute(
                FIRST,
                first(ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication()));
        try {
            return super.lookupHandlerMethod(path, request);
        } finally {
            request.removeAttribute(FIRST);
        }
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        Object first = request.getAttribute(FIRST);
        return first == null || mayTake(info, (String) first) ? super.getMatchingMapping(info, request) : null;
    }

    @Override
    protected @Nullable HandlerMethod handleNoMatch(
            Set<RequestMappingInfo> infos, String path, HttpServletRequest request) throws ServletException {
        Object first = request.getAttribute(FIRST);
        Set<RequestMappingInfo> near = first == null
                ? infos
                : infos.stream().filter(one -> mayTake(one, (String) first)).collect(Collectors.toSet());
        return super.handleNoMatch(near, path, request);
    }

    private boolean mayTake(RequestMappingInfo info, String first) {
        Optional<Set<String>> taken = firsts.get(info);
        if (taken == null) {
            taken = firsts(info.getPatternValues());
            firsts.put(info, taken);
        }
        return taken.isEmpty() || taken.get().contains(first);
    }

    /** Returns the first segment of a path as patterns see it: decoded, without parameters; empty for the root. */
    private static String first(PathContainer path) {
        return path.elements().stream()
                .filter(PathContainer.PathSegment.class::isInstance)
                .map(one -> ((PathContainer.PathSegment) one).valueToMatch())
                .findFirst()
                .orElse("");
    }

    /** Returns the first segments of some patterns; empty when one of them may begin with any. */
    static Optional<Set<String>> firsts(Set<String> patterns) {
        Set<String> found = patterns.stream()
                .map(one -> one.replaceFirst("^/", "").replaceFirst("/.*$", ""))
                .collect(Collectors.toSet());
        return found.isEmpty() || found.stream().anyMatch(one -> !one.matches("[A-Za-z0-9._-]*"))
                ? Optional.empty()
                : Optional.of(found);
    }
}
