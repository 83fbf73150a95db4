package org.bocage.e2e;

/** How far tests go: by default as far as each behaviour needs, with {@code -Dwalk=all} as far as there is anything to look at. */
public final class Walk {

    private Walk() {}

    /** Whether everything is gone through. */
    public static boolean isWhole() {
        return "all".equals(System.getProperty("walk"));
    }

    /** Returns how many of something are tried. */
    public static int of(int few, int all) {
        return isWhole() ? all : few;
    }
}
