package org.bocage.editorial.screens.extension;

import java.util.List;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.editorial.view.FormPage;

/** Extension point: facts known of a content besides what it holds, shown beside its form to whoever may write it. */
public interface WriterAsides {

    /** Returns the facts known of an item, or an empty list. */
    List<FormPage.Aside> writerAsides(Node item) throws RepositoryException;
}
