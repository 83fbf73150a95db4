package org.bocage.editorial.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.workflow.Review;
import org.springframework.stereotype.Component;

/** Where the templates are used: on which pages, by the author store. */
@Component
public class TemplateUses {

    /** Nodes looked at: beyond, what is told is what was found so far. */
    private static final int MOST_NODES = 50_000;

    private static final int MOST_PAGES = 10;

    private final Stores stores;

    TemplateUses(Stores stores) {
        this.stores = stores;
    }

    /** A page. */
    public record Page(String title, String path) {}

    /**
     * How a template is used.
     *
     * @param times how many nodes name it
     * @param pages the first pages it is used on
     */
    public record Use(long times, List<Page> pages) {

        public static final Use NONE = new Use(0, List.of());

        private Use and(Page page) {
            if (pages.size() == MOST_PAGES || pages.contains(page)) {
                return new Use(times + 1, pages);
            }
            List<Page> more = new ArrayList<>(pages);
            more.add(page);
            return new Use(times + 1, more);
        }
    }

    public Map<String, Use> byTemplate() {
        return stores.author().read(Identity.SYSTEM, session -> {
            Walk walk = new Walk();
            walk.below(Workspace.WEBSITE.root(session), new Page("", "/"));
            return walk.found;
        });
    }

    private static final class Walk {

        private final Map<String, Use> found = new HashMap<>();
        private int nodes;

        void below(Node parent, Page page) throws RepositoryException {
            for (NodeIterator children = parent.getNodes(); children.hasNext() && nodes < MOST_NODES; ) {
                Node child = children.nextNode();
                if (child.getName().startsWith("rep:")) {
                    continue;
                }
                nodes++;
                Page on = Pages.isPage(child) ? new Page(Review.title(child), Workspace.path(child)) : page;
                String template = Pages.template(child);
                if (!template.isEmpty()) {
                    found.put(template, found.getOrDefault(template, Use.NONE).and(on));
                }
                below(child, on);
            }
        }
    }
}
