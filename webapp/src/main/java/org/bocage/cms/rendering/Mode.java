package org.bocage.cms.rendering;

/** For whom a page is rendered, which also says from which store. */
public enum Mode {
    /** A visitor, from the published store. */
    PUBLISHED,
    /** Somebody who writes and looks at the result, from the author store. */
    PREVIEW,
    /** The page editor, from the author store: areas and components are marked by comments. */
    EDIT;

    public boolean isAuthor() {
        return this != PUBLISHED;
    }
}
