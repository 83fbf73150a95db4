package org.bocage.cms.repository;

/**
 * The two stores of the portal. A draft is physically absent from the published one.
 *
 * @param author everything, as those who write see it
 * @param published what some visitor or member may see
 */
public record Stores(Store author, Store published) {}
