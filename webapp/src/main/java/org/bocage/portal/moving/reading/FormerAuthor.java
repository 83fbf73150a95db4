package org.bocage.portal.moving.reading;

/**
 * Somebody who wrote on the former site.
 *
 * @param key by which items name them
 * @param mail may be empty
 */
public record FormerAuthor(String key, String name, String mail) {}
