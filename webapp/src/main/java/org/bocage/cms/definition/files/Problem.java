package org.bocage.cms.definition.files;

/**
 * Something wrong in a file of a light module.
 *
 * @param severity a definition with a {@link Severity#SEVERE} problem is not usable, the others are
 * @param module the light module of the file
 * @param file absolute path in the resource tree
 * @param line from 1; 0 when the problem is in no line in particular
 * @param location where in the definition, such as {@code home/areas/main}; {@code /} for all of it
 * @param sentence what is wrong and what to do, in French
 */
public record Problem(Severity severity, String module, String file, int line, String location, String sentence) {

    /** Magnolia's severities, worst first. */
    public enum Severity {
        SEVERE,
        MAJOR,
        DEPRECATED,
        MINOR
    }
}
