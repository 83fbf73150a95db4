package org.bocage.editorial.publishing;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.repository.Changes;
import org.bocage.cms.repository.SavedNode;
import org.bocage.cms.repository.SavedNodes;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.revisions.Revisions;

/** Finds, in what changed in the author store, the contents of which the published store may have to say something else. */
final class ChangedContents {

    private final SavedNodes author;
    private final SavedNodes published;
    private final Store store;

    ChangedContents(Stores stores) {
        this.store = stores.author();
        this.author = SavedNodes.of(stores.author());
        this.published = SavedNodes.of(stores.published());
    }

    /** Whether a node stands for itself: an item, a page, a picture. */
    static boolean isContent(SavedNode node) {
        return node.is("mgnl:content") || node.is("mgnl:page") || node.is("mgnl:asset");
    }

    /** Identifiers, in the order of the changes. */
    Set<String> of(Changes changes) {
        Set<String> contents = new LinkedHashSet<>();
        for (String path : changes.removed()) {
            if (isOfContents(path)) {
                published.at(path).ifPresent(copy -> collect(copy, contents));
            }
        }
        for (String path : changes.changed()) {
            if (isOfContents(path)) {
                author.at(path)
                        .flatMap(ChangedContents::contentOf)
                        .filter(this::concernsPublished)
                        .ifPresent(content -> contents.add(content.identifier()));
            }
        }
        return contents;
    }

    private boolean isOfContents(String storePath) {
        return store.holdsContents(Workspace.ofStorePath(storePath).name());
    }

    /** A picture may be shown by something on line although it is not there yet: somebody agreed just now. */
    private boolean concernsPublished(SavedNode content) {
        return content.is("mgnl:asset")
                || Revisions.online(content).isPresent()
                || published.byId(content.identifier()).isPresent();
    }

    private static Optional<SavedNode> contentOf(SavedNode node) {
        Optional<SavedNode> at = Optional.of(node);
        while (at.isPresent() && !isContent(at.get())) {
            at = at.get().parent();
        }
        return at;
    }

    private static void collect(SavedNode copy, Set<String> contents) {
        if (isContent(copy)) {
            contents.add(copy.identifier());
        }
        copy.eachChild(child -> collect(child, contents));
    }
}
