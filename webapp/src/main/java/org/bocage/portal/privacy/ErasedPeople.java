package org.bocage.portal.privacy;

import javax.jcr.RepositoryException;
import javax.jcr.Session;

/** Extension point for what must outlive an erasure without naming anybody: that this person is not to be written to again. */
public interface ErasedPeople {

    /** Called within the save that erases the data of a person, who may have had none here. */
    void erased(Session session, String email) throws RepositoryException;
}
