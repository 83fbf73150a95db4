package org.bocage.cms.definition;

import java.util.function.Consumer;

/** Holds the current definitions and replaces them all at once when a file of the light modules changes. */
public interface DefinitionRegistry {

    /** The definitions now; take it once for each request. */
    Definitions current();

    /** Tells {@code listener} the new definitions after each reload. */
    void onReload(Consumer<Definitions> listener);
}
