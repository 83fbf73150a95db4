package org.bocage.editorial.administration;

import java.util.List;
import org.bocage.editorial.view.Moment;

/**
 * {@code definitions.ftlh}: what the light modules bring, where it is used, and what is wrong in them.
 *
 * @param loaded how many definitions are in use
 * @param reloaded when the files were last read
 * @param modules those that others depend on first
 */
public record DefinitionsPage(int loaded, Moment reloaded, List<Module> modules, List<Row> problems) {

    /** A problem: severity {@code grave}, {@code erreur}, {@code attention}; the file and where in it; the sentence. */
    public record Row(String severity, String module, String file, String location, String message) {}

    /**
     * Contribution of a light module.
     *
     * @param endpoints addresses of its REST endpoints
     */
    public record Module(
            String name, List<Used> types, List<Used> pages, List<Used> components, List<String> endpoints) {}

    /**
     * A content type or a template.
     *
     * @param id name of the type, or {@code module:pages/home}
     * @param count how many contents there are of it, or how many pages and components name it
     * @param places where they are: a list, or the first pages
     */
    public record Used(String id, String label, String file, long count, List<Place> places) {}

    /** An address in the private space. */
    public record Place(String label, String address) {}
}
