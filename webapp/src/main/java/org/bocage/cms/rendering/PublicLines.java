package org.bocage.cms.rendering;

import java.util.List;
import java.util.Map;

/** What pages tell everybody and no content holds: lines, each with its words by name. */
public interface PublicLines {

    /** What templates ask for it by. */
    String name();

    /** The workspace with whose contents it changes. */
    String workspace();

    /** Plain text. */
    List<Map<String, String>> now();
}
