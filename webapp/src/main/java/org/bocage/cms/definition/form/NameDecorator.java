package org.bocage.cms.definition.form;

/** How the stored name of an inner field is made (spec 4.6). */
public enum NameDecorator {
    /** The inner name as it is. */
    NONE,
    /** Outer name immediately followed by the inner name. */
    PREFIX,
    /** Nothing: entries are named by their index alone. */
    EMPTY;

    /** Stored name of {@code inner} in the complex field {@code outer}. */
    public String name(String outer, String inner) {
        return switch (this) {
            case NONE -> inner;
            case PREFIX -> outer + inner;
            case EMPTY -> "";
        };
    }
}
