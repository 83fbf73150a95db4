package org.bocage.start;

import org.jspecify.annotations.Nullable;

/** An option that no part of the portal reads: most often a typing error. */
final class UnknownOption extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String name;
    private final @Nullable String closest;

    UnknownOption(String name, @Nullable String closest) {
        super("No option is named " + name);
        this.name = name;
        this.closest = closest;
    }

    String name() {
        return name;
    }

    /** The option that was most likely meant. */
    @Nullable
    String closest() {
        return closest;
    }
}
