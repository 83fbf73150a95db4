package org.bocage.cms.repository;

/** There is no room left on the disk; nothing was written. */
public class StoreFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreFull(String message) {
        super(message);
    }
}
