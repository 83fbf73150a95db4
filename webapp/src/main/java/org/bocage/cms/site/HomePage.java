package org.bocage.cms.site;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.springframework.stereotype.Component;

/** The page that {@code /} stands for, which holds what is said of the whole site. */
@Component
public class HomePage {

    private final PageLookup pages;

    HomePage(PageLookup pages) {
        this.pages = pages;
    }

    /** The page as a session sees it, if it may. */
    public Optional<Node> of(Session session) throws RepositoryException {
        return pages.home(session);
    }
}
