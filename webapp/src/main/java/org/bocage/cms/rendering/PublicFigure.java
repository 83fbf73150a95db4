package org.bocage.cms.rendering;

/** A number that pages tell everybody, of what they cannot count themselves. */
public interface PublicFigure {

    /** Returns the name by which templates ask for it. */
    String name();

    /** The workspace with whose contents it changes. */
    String workspace();

    long now();
}
