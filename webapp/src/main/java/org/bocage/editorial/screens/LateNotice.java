package org.bocage.editorial.screens;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.bocage.cms.repository.Stores;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * Tells who saved something, on the next screen of the private space, that lists do not show it yet. A cookie carries it:
 * whatever the save was answered with, the screen that comes after it knows.
 */
@Component
class LateNotice {

    private static final String COOKIE = "enregistre-en-retard";
    private static final Duration NEXT_SCREEN = Duration.ofMinutes(1);

    LateNotice(Stores stores) {
        stores.author().whenLate(this::note);
        stores.published().whenLate(this::note);
    }

    /** In the thread of the save. */
    private void note() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                && isInside(current.getRequest())) {
            current.getRequest().setAttribute(COOKIE, true);
            keep(current, NEXT_SCREEN);
        }
    }

    /** Whether somebody of the private space saves something; what the portal notes while they read is not their concern. */
    private static boolean isInside(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                && request.getRequestURI().startsWith(request.getContextPath() + "/espace");
    }

    /** Whether something was saved that lists do not show yet; says so once. */
    boolean take(HttpServletRequest request) {
        Cookie kept = WebUtils.getCookie(request, COOKIE);
        boolean late = kept != null || request.getAttribute(COOKIE) != null;
        if (late && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            keep(current, Duration.ZERO);
        }
        return late;
    }

    private static void keep(ServletRequestAttributes current, Duration age) {
        HttpServletResponse response = current.getResponse();
        if (response != null && !response.isCommitted()) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, "1")
                            .path(current.getRequest().getContextPath() + "/espace")
                            .maxAge(age)
                            .httpOnly(true)
                            .secure(current.getRequest().isSecure())
                            .sameSite("Lax")
                            .build()
                            .toString());
        }
    }
}
