package org.bocage.cms.search;

/**
 * The indexes of the two stores.
 *
 * @param author what those who write find
 * @param published what visitors and members find
 */
public record ContentIndexes(ContentIndex author, ContentIndex published) {}
