package org.bocage.cms.definition.form;

import java.util.List;

/** Where the choices of a field come from (spec 4.8). */
public sealed interface Datasource {

    /** A fixed list; {@code sorted} by label. */
    record Options(List<Option> options, boolean sorted) implements Datasource {}

    /** One choice; {@code selected}: chosen in a new item. */
    record Option(String name, String value, Label label, String iconSrc, boolean selected) {}

    /**
     * Nodes.
     *
     * @param allowedNodeTypes empty: all
     * @param describeByProperty what is shown of a node; empty: its name
     * @param valueProperty property whose value is stored; empty: the identifier
     */
    record Jcr(
            String workspace,
            String rootPath,
            List<String> allowedNodeTypes,
            String describeByProperty,
            String nodeNameProperty,
            String valueProperty)
            implements Datasource {}

    /** Assets. */
    record Assets(String rootPath) implements Datasource {}

    /** A Java enumeration or another source this host does not know, by name. */
    record Unknown(String type) implements Datasource {}

    /** None given. */
    record None() implements Datasource {}
}
