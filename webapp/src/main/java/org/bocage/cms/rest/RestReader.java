package org.bocage.cms.rest;

import jakarta.servlet.http.HttpServletRequest;
import org.bocage.cms.repository.Identity;

/** Tells on whose behalf a REST request reads and writes. Without any, everybody is an anonymous visitor. */
@FunctionalInterface
public interface RestReader {

    /** The identity of the request; its user is {@code anonymous} for a visitor. */
    Identity of(HttpServletRequest request);
}
