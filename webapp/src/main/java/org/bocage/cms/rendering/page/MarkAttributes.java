package org.bocage.cms.rendering.page;

/** Values of a directive for the author marks in place of the definition's; empty where it says nothing. */
record MarkAttributes(String dialog, String label, String description, String editable) {

    static final MarkAttributes NONE = new MarkAttributes("", "", "", "");
}
