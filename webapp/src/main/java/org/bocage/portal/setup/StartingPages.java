package org.bocage.portal.setup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.pages.PageEdits;
import org.bocage.editorial.publishing.bootstrap.StartingTexts;
import org.bocage.editorial.workflow.Review;
import org.springframework.stereotype.Component;

/** Pages on which starting texts stand. */
@Component
class StartingPages {

    private final Stores stores;
    private final StartingTexts texts;
    private final PageEdits edits;

    StartingPages(Stores stores, StartingTexts texts, PageEdits edits) {
        this.stores = stores;
        this.texts = texts;
        this.edits = edits;
    }

    /**
     * A page.
     *
     * @param nodes paths of what holds a starting text: the page itself, or nodes in it
     */
    record StartingPage(String path, String title, List<String> nodes) {}

    /** Returns the pages, in the order of the list of starting texts. */
    List<StartingPage> pages() {
        List<String> standing = texts.standing();
        if (standing.isEmpty()) {
            return List.of();
        }
        return stores.author().read(Identity.SYSTEM, session -> {
            Map<String, StartingPage> pages = new LinkedHashMap<>();
            for (String path : standing) {
                Optional<Node> node = Workspace.WEBSITE.node(session, path);
                if (node.isPresent()) {
                    Node page = above(node.get(), "mgnl:page");
                    String title = Review.title(page);
                    pages.computeIfAbsent(Workspace.path(page), at -> new StartingPage(at, title, new ArrayList<>()))
                            .nodes()
                            .add(path);
                }
            }
            return List.copyOf(pages.values());
        });
    }

    /** Takes the components that hold starting texts away, on line too. What a page says of itself stays. */
    void remove() {
        for (StartingPage page : pages()) {
            List<String> within = page.nodes().stream()
                    .filter(path -> !path.equals(page.path()))
                    .map(path -> path.substring(page.path().length() + 1))
                    .toList();
            if (!within.isEmpty()) {
                edits.publish(page.path(), node -> {
                    for (String path : within) {
                        if (node.hasNode(path)) {
                            above(node.getNode(path), "mgnl:component").remove();
                        }
                    }
                });
            }
        }
    }

    /** Takes the starting texts of a page as good as they are. */
    void accept(String path) {
        pages().stream()
                .filter(page -> page.path().equals(path))
                .findFirst()
                .ifPresent(page -> texts.accept(page.nodes()));
    }

    /** Returns a node, or the first above it, that is of a type. */
    private static Node above(Node node, String type) throws RepositoryException {
        Node above = node;
        while (!above.isNodeType(type)) {
            above = above.getParent();
        }
        return above;
    }
}
