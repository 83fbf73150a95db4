package org.bocage.cms.repository.access;

/**
 * One line of a Magnolia role: what it may do where.
 *
 * @param path {@code /*} (everything), {@code /x} or {@code /x/*}
 * @param permissions sum of Magnolia's bits: 1 add, 2 set, 4 remove, 8 read; 0 denies
 */
public record AccessRule(String path, long permissions) {

    public AccessRule {
        String plain = path.endsWith("/*") ? path.substring(0, path.length() - 2) : path;
        if (plain.contains("*") || plain.contains("?") || !path.startsWith("/")) {
            throw new IllegalArgumentException("A role's path is /x, /x/* or /*: " + path);
        }
    }
}
