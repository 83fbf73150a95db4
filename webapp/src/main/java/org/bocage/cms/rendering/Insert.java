package org.bocage.cms.rendering;

/**
 * Content that a request handler puts into a page of the site: a form, or what it says once it was sent. Templates read
 * it by {@code portailfn.insert()}.
 *
 * @param path of the site that was asked for, which may lie elsewhere than the page
 * @param title of the page instead of its own, as plain text; empty: it keeps its own
 * @param html ready to print
 */
public record Insert(String path, String title, String html) {}
