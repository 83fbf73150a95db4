package org.bocage.editorial.pages;

import java.util.List;
import org.bocage.editorial.view.FormField;
import org.jspecify.annotations.Nullable;

/**
 * {@code pages.ftlh}: the tree of pages, and beside it the form of a new page or of the place of one.
 *
 * @param create address of the form of a new page at the top; null when this person may not write
 * @param chosen path of the page one just did something with; empty for none
 * @param problem sentence about what was refused
 * @param form what is asked; null when only the tree is shown
 */
public record PagesPage(
        List<Row> rows,
        @Nullable String create,
        String chosen,
        @Nullable String problem,
        @Nullable PlaceForm form) {

    /**
     * A page in the tree.
     *
     * @param open whether the pages below it show
     * @param may whether this person may do something with its place
     */
    public record Row(
            String path,
            String id,
            String title,
            String state,
            boolean online,
            String address,
            String revision,
            boolean open,
            boolean may,
            boolean up,
            boolean down,
            String add,
            String place,
            List<Row> pages) {}

    /**
     * Where a page is to be.
     *
     * @param page path of the page; empty for a new one
     * @param title what it is called; typed for a new one
     * @param templates empty for a page that is there
     * @param common how many of them, the first ones, are for any page
     * @param parents pages it may lie below
     * @param removable whether it may be removed for good
     */
    public record PlaceForm(
            String page,
            String title,
            String name,
            String revision,
            List<FormField.Option> templates,
            int common,
            List<FormField.Option> parents,
            boolean removable) {

        /** The same, as somebody filled it in. */
        public PlaceForm typed(String name, String parent) {
            List<FormField.Option> chosen = parents.stream()
                    .map(one -> new FormField.Option(
                            one.value(), one.label(), one.help(), one.value().equals(parent)))
                    .toList();
            return new PlaceForm(page, title, name, revision, templates, common, chosen, removable);
        }
    }
}
