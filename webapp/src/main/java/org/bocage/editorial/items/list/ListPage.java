package org.bocage.editorial.items.list;

import java.util.List;
import org.bocage.editorial.view.CreateLink;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.Paging;
import org.bocage.editorial.view.Picture;
import org.jspecify.annotations.Nullable;

/**
 * {@code liste.ftlh}: the contents of a type. The search form sends {@code q}, {@code etat} and {@code tri} by GET to {@code address}.
 *
 * @param label of the type in the plural, « Actus »
 * @param create null for someone who may not write
 * @param address of this list without parameters
 * @param query what is searched, empty when nothing is
 * @param state key of the chosen state, empty for all
 * @param sorts first the default one
 * @param columns what the type's {@code bocage/<type>.yaml} lists, beside title and state
 * @param together gestures on several items at once, which post what is ticked as {@code choix} and the gesture as {@code action}
 * @param total of the items found, all pages together
 * @param table address of what the list shows, or of what is theirs in it, as a table to take away; null for someone who may not
 * @param tableIn address where a table is brought in; null for someone who may not
 */
public record ListPage(
        String label,
        @Nullable CreateLink create,
        String address,
        String query,
        String state,
        List<StateFilter> filters,
        List<Sort> sorts,
        List<String> columns,
        List<Row> rows,
        List<String> together,
        int total,
        Paging paging,
        @Nullable String table,
        @Nullable String tableIn) {

    /** A chip: key of the state ({@code ""} for all, see {@code includes/etats.ftlh}), how many, address with it chosen. */
    public record StateFilter(String key, int count, boolean selected, String address) {}

    /** An order: value of {@code tri}; label of its own, or null for {@code modifie desc}, {@code publie desc}, {@code titre asc}. */
    public record Sort(String value, @Nullable String label, boolean selected) {}

    /** An item; choice: what is posted to do something with several, empty for one that this person can do nothing with; cells in the order of the columns, empty when there is nothing to say. */
    public record Row(
            String title,
            String address,
            String state,
            @Nullable Picture picture,
            List<String> cells,
            Moment changed,
            String choice) {}
}
