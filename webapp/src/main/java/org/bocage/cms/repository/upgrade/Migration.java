package org.bocage.cms.repository.upgrade;

import org.bocage.cms.repository.Stores;

/** Extension point: a change of what the stores hold, made once, by the first start of a version that needs it. */
public interface Migration {

    /** Returns the content version that it leads to: 2 or more, and of all migrations none is left out. */
    int to();

    /** Returns its name in the log, {@code seats-by-day}; the journal says the message {@code authoring.migration.<name>}. */
    String name();

    /** Makes the change, in as many saves as it likes: it may be stopped in the middle, and is then begun again. */
    void run(Stores stores);
}
