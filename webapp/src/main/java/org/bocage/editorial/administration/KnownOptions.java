package org.bocage.editorial.administration;

import java.util.Set;

/** Options that this version reads, as the package that starts the portal knows them. */
@FunctionalInterface
public interface KnownOptions {

    /** Returns their names, as {@code bocage.page-cache}. */
    Set<String> names();
}
