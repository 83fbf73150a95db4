package org.bocage.cms.definition.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.definition.files.SourceFile;

/**
 * An app of the private space (spec 5.3, 5.4), written by hand or generated from a content type.
 *
 * @param icon Magnolia icon class; empty when none
 * @param contentType the type it was generated from; empty when written by hand
 * @param datasource what it shows
 * @param roles who may open it; empty when nobody but administrators is named
 * @param subApps by name, in order
 */
public record AppDefinition(
        String name,
        Label label,
        String icon,
        boolean enabled,
        String contentType,
        Datasource datasource,
        List<String> roles,
        Map<String, SubApp> subApps,
        SourceFile source,
        Map<String, Object> raw) {

    /** The form that edits an item, of the first detail sub-app. */
    public Optional<FormDefinition> form() {
        return subApps.values().stream()
                .filter(Detail.class::isInstance)
                .map(subApp -> ((Detail) subApp).form())
                .findFirst();
    }

    /** A part of an app. */
    public sealed interface SubApp {
        String name();

        Label label();
    }

    /** The list or tree of items. */
    public record Browser(String name, Label label, List<View> views, Map<String, Action> actions, ActionBar actionBar)
            implements SubApp {}

    /** The form of an item. */
    public record Detail(String name, Label label, FormDefinition form, String nodeType, String workspace)
            implements SubApp {}

    /** A page of another address. */
    public record EmbeddedPage(String name, Label label, String url) implements SubApp {}

    /** A sub-app this host does not know. */
    public record OtherSubApp(String name, Label label, String subAppClass) implements SubApp {}

    /** A way to show items: {@code treeView}, {@code listView}, {@code thumbnailView}. */
    public record View(String name, String type, List<Column> columns) {}

    /**
     * A column.
     *
     * @param type {@code jcrTitleColumn}, {@code dateColumn}…; empty: the property as text
     * @param property the property shown, the name by default
     */
    public record Column(String name, Label label, String type, String property, int width, boolean sortable) {}

    /** Something that can be done with an item; {@code type} is the alias or class. */
    public record Action(String name, Label label, String type, String icon, Map<String, Object> raw) {}

    /** Which actions are offered; {@code sections}: names of the actions by section. */
    public record ActionBar(String defaultAction, Map<String, List<String>> sections) {}
}
