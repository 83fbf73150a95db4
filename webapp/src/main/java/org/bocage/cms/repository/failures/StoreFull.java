package org.bocage.cms.repository.failures;

/** There is no room left on the disk; nothing was written. */
public class StoreFull extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreFull(String message) {
        super(message);
    }
}
