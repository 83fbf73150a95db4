package org.bocage.editorial.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.pages.EditorPage.Change;
import org.bocage.editorial.pages.outline.Mark;
import org.bocage.editorial.pages.outline.Outline;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.view.FieldChange;
import org.springframework.stereotype.Component;

/** Comparison of a page's newest version with another one: components that came, went, moved, and what they say. */
@Component
final class PageChanges {

    private final Stores stores;
    private final EditorPages screens;
    private final Desk desk;

    PageChanges(Stores stores, EditorPages screens, Desk desk) {
        this.stores = stores;
        this.screens = screens;
        this.desk = desk;
    }

    /** In the order of the page, what went last; nothing for a page that is not on line. */
    EditorPage.Changes of(Pages.Page page, Outline outline) {
        return new EditorPage.Changes(stores.published().read(Identity.SYSTEM, published -> {
            Optional<Node> online = Workspace.byId(published, page.item().id());
            return online.isPresent() ? since(online.get(), page, outline) : List.of();
        }));
    }

    /** Returns the changes of a page since the state that another session has. */
    List<Change> since(Node before, Pages.Page page, Outline outline) {
        return stores.author().read(desk.identity(), author -> {
            List<Change> changes = new ArrayList<>();
            for (Mark mark : Stream.concat(outline.page().stream(), outline.all())
                    .filter(one -> one.kind() == Mark.Kind.PAGE || PageGestures.isOwn(one, page.path()))
                    .toList()) {
                compare(page, mark, author, before.getSession(), changes);
            }
            gone(before, author, changes);
            return changes;
        });
    }

    private void compare(Pages.Page page, Mark mark, Session author, Session then, List<Change> changes)
            throws RepositoryException {
        Optional<Node> now = PageZones.node(author, mark);
        if (now.isEmpty()) {
            return;
        }
        Optional<Node> before = Workspace.byId(then, now.get().getIdentifier());
        String address = WorkAddress.page(page.path()) + "?choisi=" + EditorPages.query(mark.key());
        if (before.isEmpty()) {
            if (mark.kind() == Mark.Kind.COMPONENT) {
                changes.add(new Change("ajoute", mark.label(), Excerpt.of(now.get()), List.of(), address));
            }
            return;
        }
        if (mark.kind() == Mark.Kind.COMPONENT && hasMoved(now.get(), before.get())) {
            changes.add(new Change("deplace", mark.label(), Excerpt.of(now.get()), List.of(), address));
        }
        Optional<ItemForm> form = screens.form(mark);
        if (form.isPresent()) {
            List<FieldChange> fields = form.get()
                    .changesOnLine(form.get().read(before.get()), form.get().read(now.get()));
            if (!fields.isEmpty()) {
                changes.add(new Change("modifie", screens.heading(mark), "", fields, address));
            }
        }
    }

    /** Whether it lies in another area, or after another one of those that both versions have. */
    private static boolean hasMoved(Node now, Node before) throws RepositoryException {
        return !now.getParent().getIdentifier().equals(before.getParent().getIdentifier())
                || !previous(now, before.getSession()).equals(previous(before, now.getSession()));
    }

    /** The component before one, of those that another session has in the same area too. */
    private static String previous(Node component, Session other) throws RepositoryException {
        String area = component.getParent().getIdentifier();
        String previous = "";
        for (NodeIterator siblings = component.getParent().getNodes(); siblings.hasNext(); ) {
            Node sibling = siblings.nextNode();
            if (sibling.isSame(component)) {
                break;
            }
            Optional<Node> same = Workspace.byId(other, sibling.getIdentifier());
            if (same.isPresent() && same.get().getParent().getIdentifier().equals(area)) {
                previous = sibling.getIdentifier();
            }
        }
        return previous;
    }

    private void gone(Node before, Session author, List<Change> changes) throws RepositoryException {
        for (NodeIterator children = before.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (Pages.isPage(child) || child.getName().startsWith("rep:")) {
                continue;
            }
            if (child.isNodeType("mgnl:component")
                    && Workspace.byId(author, child.getIdentifier()).isEmpty()) {
                changes.add(new Change("retire", label(child), Excerpt.of(child), List.of(), null));
            } else {
                gone(child, author, changes);
            }
        }
    }

    private String label(Node component) throws RepositoryException {
        String template = Pages.template(component);
        return desk.definitions()
                .template(template)
                .map(found -> screens.text(found.title(), found.name()))
                .orElse(template);
    }
}
