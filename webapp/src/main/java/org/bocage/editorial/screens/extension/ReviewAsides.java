package org.bocage.editorial.screens.extension;

import java.util.List;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.editorial.view.FormPage;

/** Extension point: facts known of a content besides what it holds, shown beside its form to those who review. */
public interface ReviewAsides {

    /** Returns the facts known of an item, or an empty list. */
    List<FormPage.Aside> reviewAsides(Node item) throws RepositoryException;
}
