package org.bocage.editorial.workflow.notices;

import org.bocage.cms.search.query.Hits;

/** Extension point: contents that are news to those who may read them in the author store, and have no page on line. */
public interface InternalNews {

    /** Returns the name of the workspace where they lie. */
    String workspace();

    /** Returns the address in the private space where one is read. */
    String address(Hits.Hit hit);
}
