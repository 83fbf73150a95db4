package org.bocage.editorial.authoring.view;

import java.util.List;

/**
 * {@code definitions.ftlh}: what is wrong in the light modules.
 *
 * @param loaded how many definitions are in use
 * @param reloaded when the files were last read
 */
public record DefinitionsPage(int loaded, Moment reloaded, List<Row> problems) {

    /** A problem: severity {@code grave}, {@code erreur}, {@code attention}; the file and where in it; the sentence. */
    public record Row(String severity, String module, String file, String location, String message) {}
}
