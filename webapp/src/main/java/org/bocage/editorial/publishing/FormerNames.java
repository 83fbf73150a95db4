package org.bocage.editorial.publishing;

/** The names an item had before, which its old addresses end in. */
public final class FormerNames {

    /** Several names, the oldest first; of the author store alone. */
    public static final String PROPERTY = "anciensNoms";

    private FormerNames() {}
}
