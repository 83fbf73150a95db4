package org.bocage.cms.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.bocage.cms.repository.Identity;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Request of an application to the delivery of a store.
 *
 * @param author whether of the author store
 * @param path decoded, after {@code /.rest}
 * @param reader on whose behalf
 */
public record RestRequest(boolean author, String path, Identity reader, HttpServletRequest http) {

    private static final String REST = "/.rest";
    private static final String AUTHOR_REST = "/author/.rest";

    public static boolean isRest(HttpServletRequest request) {
        String path = path(request);
        return isUnder(path, REST) || isUnder(path, AUTHOR_REST);
    }

    public static RestRequest of(HttpServletRequest request, Identity reader) {
        String path = path(request);
        boolean author = isUnder(path, AUTHOR_REST);
        return new RestRequest(author, path.substring(author ? AUTHOR_REST.length() : REST.length()), reader, request);
    }

    private static boolean isUnder(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }

    /** As the rules on addresses see it: decoded once by the container. */
    private static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    public String method() {
        return http.getMethod();
    }

    /** The first value of a parameter. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(http.getParameter(name));
    }

    /** Returns the path that links of the answer start with. */
    public String contextPath() {
        return author ? http.getContextPath() + "/author" : http.getContextPath();
    }

    /** Scheme, host and port, and what links start with. */
    public String baseUrl() {
        String url = http.getRequestURL().toString();
        return url.substring(0, url.length() - http.getRequestURI().length()) + contextPath();
    }

    public boolean isVisitor() {
        return reader.userId().equals("anonymous");
    }

    /** The first of some media types that the application takes. */
    public Optional<MediaType> accepted(List<MediaType> offered) {
        String accept = http.getHeader("Accept");
        if (accept == null || accept.isBlank()) {
            return Optional.of(offered.get(0));
        }
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            return wanted.stream()
                    .filter(type -> type.getQualityValue() > 0)
                    .flatMap(type -> offered.stream().filter(type::includes))
                    .findFirst();
        } catch (InvalidMediaTypeException e) {
            return Optional.empty();
        }
    }
}
