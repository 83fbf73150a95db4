package org.bocage.cms.rendering.lists;

/** Is told what visitors searched in vain; who reads it learns what people miss. */
public interface UnansweredSearches {

    /** Nothing has these words. */
    void nothingFor(String words);
}
