package org.bocage.cms.definition.form;

/** Which node a complex field works on (spec 4.6). */
public sealed interface ItemProvider {

    /** The node of the parent form. */
    record Current() implements ItemProvider {}

    /** A child node; the locale suffix of a localised field goes to its name. */
    record ChildNode(String nodeName, String nodeType, boolean removeIfEmpty) implements ItemProvider {}
}
