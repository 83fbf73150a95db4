package org.bocage.cms.site;

import jakarta.servlet.http.HttpServletRequest;
import org.bocage.cms.repository.Identity;

/** Tells on whose behalf a request reads. Without any, everybody is an anonymous visitor. */
@FunctionalInterface
public interface CurrentReader {

    /** The identity of the request; its user is {@code anonymous} for a visitor. */
    Identity of(HttpServletRequest request);

    /** The identity of a visitor without account. */
    default Identity visitor() {
        return anonymous();
    }

    /** Returns the identity of every reader where visitors are not told apart. */
    static Identity anonymous() {
        return Identity.visitor();
    }
}
