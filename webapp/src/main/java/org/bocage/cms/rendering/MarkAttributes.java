package org.bocage.cms.rendering;

/** What a directive says for the author marks in place of the definition; empty where it says nothing. */
record MarkAttributes(String dialog, String label, String description, String editable) {

    static final MarkAttributes NONE = new MarkAttributes("", "", "", "");
}
