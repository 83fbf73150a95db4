package org.bocage.editorial.pages;

import java.util.List;

/**
 * {@code dessin.ftlh}: the plan of a page that another program draws, in the frame of its editor.
 *
 * @param failure why no script draws it here
 */
public record PagePlan(String title, String failure, List<Part> parts) {

    /**
     * An area or a component.
     *
     * @param comment that opens it for the editor
     * @param kind {@code area} or {@code component}, which closes it
     * @param excerpt first words of a component
     */
    public record Part(String comment, String kind, String label, String excerpt, List<Part> inside) {}
}
