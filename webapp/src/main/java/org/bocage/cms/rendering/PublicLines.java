package org.bocage.cms.rendering;

import java.util.List;
import java.util.Map;

/** Lines that pages tell everybody and no content holds, each with its words by name. */
public interface PublicLines {

    /** Returns the name by which templates ask for them. */
    String name();

    /** The workspace with whose contents it changes. */
    String workspace();

    /** Plain text. */
    List<Map<String, String>> now();
}
