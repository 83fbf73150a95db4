package org.bocage.cms.site;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.site.SiteDefinition;
import org.bocage.cms.rendering.Mode;
import org.bocage.cms.rendering.RenderRequest;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Finds the page an address stands for: language, virtual URI mappings, extension, selectors. */
@Component
class PageLookup {

    /** Result of looking up an address. */
    sealed interface Found {}

    /** Another address, told to the browser. */
    record Moved(int status, String location) implements Found {}

    /** A node of the website, which may be there or not. */
    record Page(String path, RenderRequest request) implements Found {}

    private final DefinitionRegistry registry;
    private final SiteProperties properties;
    private final SiteAddress siteAddress;
    private final AtomicReference<VirtualUris> virtualUris;

    PageLookup(DefinitionRegistry registry, SiteProperties properties, SiteAddress siteAddress) {
        this.registry = registry;
        this.siteAddress = siteAddress;
        this.properties = properties;
        this.virtualUris = new AtomicReference<>(new VirtualUris(registry.current()));
    }

    Found find(RequestPath path, Identity reader, HttpServletRequest request) {
        Definitions definitions = registry.current();
        Optional<Locale> prefix = localeOf(path.decoded(), definitions);
        String uri = prefix.map(locale -> withoutPrefix(path.decoded(), locale)).orElse(path.decoded());
        String own = request.getContextPath() + (path.author() ? "/author" : "");
        Optional<VirtualUris.Target> target = virtualUris(definitions).resolve(uri, request.getServerName());
        if (target.isPresent() && target.get() instanceof VirtualUris.Redirect redirect) {
            boolean isWithin = redirect.location().startsWith("/");
            return new Moved(redirect.status(), isWithin ? own + redirect.location() : redirect.location());
        }
        Map<String, List<String>> parameters = parameters(request);
        String wanted = uri;
        if (target.isPresent() && target.get() instanceof VirtualUris.Forward forward) {
            parameters.putAll(forward.parameters());
            wanted = forward.path();
        } else if (isUnclean(uri)) {
            String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            return new Moved(301, own + clean(path.raw()) + query);
        }
        PagePath page = PagePath.of(wanted);
        page.selectors().stream().filter(one -> one.indexOf('=') > 0).forEach(one -> {
            int equals = one.indexOf('=');
            parameters.put(one.substring(0, equals), List.of(one.substring(equals + 1)));
        });
        RenderRequest rendering = new RenderRequest(
                mode(path, request),
                reader,
                prefix.orElse(defaultLocale(definitions)),
                request.getContextPath(),
                baseUrl(request),
                request.getMethod(),
                path.decoded(),
                wanted,
                page.selectors(),
                request.getQueryString() == null ? "" : request.getQueryString(),
                parameters);
        return new Page(page.path(), rendering);
    }

    /** The node of a page, if there is one that the session may read and that can be shown by itself. */
    Optional<Node> node(Page page, Session session) throws RepositoryException {
        Optional<Node> node = Workspace.WEBSITE.node(session, page.path());
        if (node.isEmpty() || !node.get().hasProperty("mgnl:template")) {
            return Optional.empty();
        }
        return node;
    }

    /** The address of a page in the same store, as it was asked for. */
    String address(RequestPath asked, String page, HttpServletRequest request) {
        String own = request.getContextPath() + (asked.author() ? "/author" : "");
        String extension = properties.defaultExtension().isEmpty() ? "" : "." + properties.defaultExtension();
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return own + UriUtils.encodePath(page, StandardCharsets.UTF_8) + extension + query;
    }

    /**
     * The page that {@code /} stands for, as a visitor asks for it.
     *
     * @param hostPath context path of the application
     * @param baseUrl scheme, host and port, without final slash
     */
    Optional<Page> home(Identity visitor, String hostPath, String baseUrl) {
        Definitions definitions = registry.current();
        Optional<VirtualUris.Target> target = virtualUris(definitions).resolve("/", "");
        if (target.isEmpty() || !(target.get() instanceof VirtualUris.Forward forward)) {
            return Optional.empty();
        }
        PagePath page = PagePath.of(forward.path());
        return Optional.of(new Page(
                page.path(),
                new RenderRequest(
                        Mode.PUBLISHED,
                        visitor,
                        defaultLocale(definitions),
                        hostPath,
                        baseUrl,
                        "GET",
                        "/",
                        forward.path(),
                        page.selectors(),
                        "",
                        forward.parameters())));
    }

    /** The node that {@code /} stands for. */
    Optional<Node> home(Session session) throws RepositoryException {
        Optional<VirtualUris.Target> target = virtualUris(registry.current()).resolve("/", "");
        return target.isPresent() && target.get() instanceof VirtualUris.Forward forward
                ? Workspace.WEBSITE.node(session, forward.path())
                : Optional.empty();
    }

    private VirtualUris virtualUris(Definitions definitions) {
        VirtualUris present = Objects.requireNonNull(virtualUris.get());
        if (present.areOf(definitions)) {
            return present;
        }
        VirtualUris fresh = new VirtualUris(definitions);
        virtualUris.set(fresh);
        return fresh;
    }

    private boolean isUnclean(String path) {
        return properties.defaultExtension().isEmpty()
                && path.length() > 1
                && Workspace.isWellFormed(clean(path))
                && !clean(path).equals(path);
    }

    /** Without final slash or {@code .html}. */
    private static String clean(String path) {
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return bare.endsWith(".html") ? bare.substring(0, bare.length() - ".html".length()) : bare;
    }

    private static Mode mode(RequestPath path, HttpServletRequest request) {
        if (!path.author()) {
            return Mode.PUBLISHED;
        }
        String preview = request.getParameter("mgnlPreview");
        return preview == null || preview.equals("true") ? Mode.PREVIEW : Mode.EDIT;
    }

    private static Map<String, List<String>> parameters(HttpServletRequest request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        return parameters;
    }

    private static Optional<Locale> localeOf(String path, Definitions definitions) {
        SiteDefinition.Locales locales = definitions.site().locales();
        if (!locales.enabled() || locales.hierarchyBased()) {
            return Optional.empty();
        }
        return locales.supported().stream()
                .filter(locale -> path.equals("/" + locale) || path.startsWith("/" + locale + "/"))
                .findFirst();
    }

    private static String withoutPrefix(String path, Locale locale) {
        String rest = path.substring(("/" + locale).length());
        return rest.isEmpty() ? "/" : rest;
    }

    private static Locale defaultLocale(Definitions definitions) {
        return definitions.site().locales().main();
    }

    /** Scheme, host and port of the site, as its address or else the request says; without context path and final slash. */
    String baseUrl(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return siteAddress
                .origin(request.getContextPath())
                .orElseGet(() ->
                        url.substring(0, url.length() - request.getRequestURI().length()));
    }

    /** A path of a page in its parts: {@code /page~a~b~.html}. */
    private record PagePath(String path, List<String> selectors) {

        static PagePath of(String uri) {
            String bare = uri.length() > 1 && uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
            int slash = bare.lastIndexOf('/');
            int dot = bare.lastIndexOf('.');
            String stem = dot > slash ? bare.substring(0, dot) : bare;
            int tilde = stem.indexOf('~', slash);
            if (tilde < 0) {
                return new PagePath(stem, List.of());
            }
            List<String> selectors =
                    new ArrayList<>(List.of(stem.substring(tilde + 1).split("~")));
            selectors.removeIf(String::isEmpty);
            return new PagePath(stem.substring(0, tilde), List.copyOf(selectors));
        }
    }
}
