package org.bocage.editorial.security.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bocage.cms.site.SiteName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.freemarker.FreeMarkerViewResolver;

/** Draws screens that need no account, those of signing in first, at the address that was asked for. */
@Component
public class Screens {

    /** Set on pages whose address lets somebody in: no other site is told of it. */
    public static final String REFERRER_POLICY = "Referrer-Policy";

    public static final String NO_REFERRER = "no-referrer";

    private final FreeMarkerViewResolver views;
    private final SiteName siteName;

    Screens(FreeMarkerViewResolver views, SiteName siteName) {
        this.views = views;
        this.siteName = siteName;
    }

    /** Writes a screen as the whole answer. */
    public void draw(
            HttpServletRequest request, HttpServletResponse response, int status, String view, Map<String, ?> page)
            throws IOException, ServletException {
        draw(request, response, status, view, page, null);
    }

    void draw(
            HttpServletRequest request,
            HttpServletResponse response,
            int status,
            String view,
            Map<String, ?> page,
            @Nullable String flash)
            throws IOException, ServletException {
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            View template = Objects.requireNonNull(views.resolveViewName("espace/" + view, Locale.FRANCE));
            template.render(Map.of("shell", shell(request, flash), "page", page), request, response);
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException("Screen " + view + " cannot be drawn", e);
        }
    }

    private Map<String, Object> shell(HttpServletRequest request, @Nullable String flash) {
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        Map<String, Object> shell = new HashMap<>();
        shell.put("base", request.getContextPath());
        shell.put("association", siteName.get());
        shell.put("cspNonce", ContentPolicy.nonce(request));
        shell.put("csrf", Map.of("parameterName", csrf.getParameterName(), "token", csrf.getToken()));
        shell.put("nav", List.of());
        if (flash != null) {
            shell.put("flash", Map.of("key", flash));
        }
        return shell;
    }
}
