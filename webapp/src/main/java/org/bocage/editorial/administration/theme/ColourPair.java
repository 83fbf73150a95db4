package org.bocage.editorial.administration.theme;

/** The two colours of the association, as {@code #1a2b3c}. */
record ColourPair(String first, String second) {

    private static final double ALIKE = 0.1;

    /** Whether they are hardly told apart. */
    boolean isAlike() {
        return Oklch.of(first).distance(Oklch.of(second)) < ALIKE;
    }
}
