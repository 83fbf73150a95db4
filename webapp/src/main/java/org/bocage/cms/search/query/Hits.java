package org.bocage.cms.search.query;

import java.util.List;

/**
 * Result of a query.
 *
 * @param total how many match and may be read by who asked
 * @param hits those of the page asked for
 */
public record Hits(long total, List<Hit> hits) {

    /**
     * One item.
     *
     * @param workspace where it lies
     * @param path its path there
     * @param id its identifier
     */
    public record Hit(String workspace, String path, String id) {}
}
