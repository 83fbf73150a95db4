package org.bocage.portal.forms;

import org.bocage.editorial.jobs.ItemByItem;

/** Store of what somebody without an account sent, kept for a while and then forgotten. */
public interface Retained {

    /** Forgets what was kept long enough. */
    void forget(ItemByItem.Round round);
}
