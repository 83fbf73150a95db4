package org.bocage.portal.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.site.HomePage;
import org.bocage.editorial.pages.PageEdits;
import org.bocage.editorial.workflow.Review;
import org.springframework.stereotype.Component;

/** Menu of the site: entries of the home page, each of which leads to a page. */
@Component
class SiteMenu {

    private static final String NODE = "menu";
    private static final String PAGE = "page";

    private final Stores stores;
    private final HomePage home;
    private final PageEdits pages;

    SiteMenu(Stores stores, HomePage home, PageEdits pages) {
        this.stores = stores;
        this.home = home;
        this.pages = pages;
    }

    /**
     * Entry of the menu.
     *
     * @param page identifier of the page
     */
    record Entry(String page, String title) {}

    /** Returns the entries, in their order. */
    List<Entry> entries() {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Entry> entries = new ArrayList<>();
            Optional<Node> page = home.of(session);
            if (page.isPresent()) {
                for (Node entry : entries(page.get())) {
                    Optional<Node> target = target(session, entry);
                    if (target.isPresent()) {
                        entries.add(new Entry(target.get().getIdentifier(), Review.title(target.get())));
                    }
                }
            }
            return entries;
        });
    }

    /** Leaves the entries of these pages in the menu alone; on line at once. */
    void keep(Set<String> wanted) {
        if (entries().stream().map(Entry::page).allMatch(wanted::contains)) {
            return;
        }
        String path = stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> Workspace.path(home.of(session).orElseThrow()));
        pages.publish(path, page -> {
            for (Node entry : entries(page)) {
                if (!wanted.contains(target(page.getSession(), entry)
                        .map(SiteMenu::identifier)
                        .orElse(""))) {
                    entry.remove();
                }
            }
        });
    }

    private static List<Node> entries(Node page) throws RepositoryException {
        List<Node> entries = new ArrayList<>();
        if (page.hasNode(NODE)) {
            for (NodeIterator children = page.getNode(NODE).getNodes(); children.hasNext(); ) {
                entries.add(children.nextNode());
            }
        }
        return entries;
    }

    private static Optional<Node> target(Session session, Node entry) throws RepositoryException {
        return entry.hasProperty(PAGE)
                ? Workspace.WEBSITE.nodeById(session, entry.getProperty(PAGE).getString())
                : Optional.empty();
    }

    private static String identifier(Node page) {
        try {
            return page.getIdentifier();
        } catch (RepositoryException e) {
            throw new IllegalStateException("A page has no identifier", e);
        }
    }
}
