package org.bocage.cms.rendering;

/**
 * What whoever answers a request puts into a page of the site: a form, or what it says once it was sent. Templates read
 * it by {@code portailfn.insert()}.
 *
 * @param title of the page instead of its own, as plain text; empty: it keeps its own
 * @param html ready to print
 */
public record Insert(String title, String html) {}
