package org.bocage.editorial.security.signin;

import jakarta.servlet.http.HttpServletRequest;

/** Kinds of addresses, as far as signing in tells them apart. */
final class SignInAddresses {

    private SignInAddresses() {}

    /** The decoded path within the application. */
    static String path(HttpServletRequest request) {
        String info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    static boolean isLogin(HttpServletRequest request) {
        return path(request).equals("/connexion");
    }

    /** The private space and the author's rendering. */
    static boolean isPrivate(HttpServletRequest request) {
        String path = path(request);
        return isUnder(path, "/espace") || isUnder(path, "/author");
    }

    /** A page that any site may frame. */
    static boolean isForFrames(HttpServletRequest request) {
        return path(request).startsWith("/integre/");
    }

    static boolean isRest(HttpServletRequest request) {
        String path = path(request);
        return isUnder(path, "/.rest") || isUnder(path, "/author/.rest");
    }

    /**
     * A form of the public site: it carries a signed token of its own and needs no cookie, so that its visitors have none. What
     * a browser says of where it was sent from guards those who are signed in.
     */
    static boolean isPublicForm(HttpServletRequest request) {
        String path = path(request);
        return !isPrivate(request) && !isRest(request) && !isUnder(path, "/connexion") && !path.equals("/deconnexion");
    }

    /**
     * A share of a telephone to the portal (W3C, Web Share Target): it carries no token, comes from no page, and may come before
     * anybody signed in. It is kept aside for a while and fills in a form, which has its token.
     */
    static boolean isShare(HttpServletRequest request) {
        return request.getMethod().equals("POST") && path(request).equals("/espace/partage");
    }

    /** Where HTTP Basic is accepted: everywhere but in the private space, which people enter by the form. */
    static boolean acceptsBasic(HttpServletRequest request) {
        return !isUnder(path(request), "/espace") && !isLogin(request);
    }

    /** Whether a program asks: at a REST address, or with HTTP Basic. */
    static boolean isForPrograms(HttpServletRequest request) {
        return isRest(request) || (acceptsBasic(request) && hasBasic(request));
    }

    static boolean hasBasic(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
    }

    private static boolean isUnder(String path, String folder) {
        return path.equals(folder) || path.startsWith(folder + "/");
    }
}
