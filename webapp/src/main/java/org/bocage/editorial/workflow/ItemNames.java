package org.bocage.editorial.workflow;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.publishing.FormerNames;

/** Names of items, the last steps of their addresses: of one workspace each has another. */
public final class ItemNames {

    private static final String NAME = "name";

    private final ContentIndexes indexes;

    public ItemNames(ContentIndexes indexes) {
        this.indexes = indexes;
    }

    /** Whether an item of a workspace has a name. */
    public boolean isTaken(String workspace, String name) {
        return indexes.author()
                        .find(ContentQuery.in(workspace).where("@name", name).page(0, 0), Identity.SYSTEM)
                        .total()
                > 0;
    }

    /** A name that no item of a workspace has: the wanted one, or that with a number. */
    public String free(String workspace, String wanted) {
        String name = wanted;
        for (int number = 2; isTaken(workspace, name); number++) {
            name = wanted + "-" + number;
        }
        return name;
    }

    /**
     * Gives an item the name that its property {@code name} asks for. The one it had is kept, so that whoever knows the old address
     * is led to the new one. The caller saves.
     */
    void follow(Node item) throws RepositoryException {
        if (!item.hasProperty(NAME)) {
            return;
        }
        String old = item.getName();
        String wanted = item.getProperty(NAME).getString();
        if (wanted.isBlank() || wanted.equals(old)) {
            item.setProperty(NAME, old);
            return;
        }
        String name = free(Workspace.of(item).name(), wanted);
        item.setProperty(NAME, name);
        item.getSession().move(item.getPath(), item.getParent().getPath() + "/" + name);
        Set<String> former = new LinkedHashSet<>();
        if (item.hasProperty(FormerNames.PROPERTY)) {
            for (Value value : item.getProperty(FormerNames.PROPERTY).getValues()) {
                former.add(value.getString());
            }
        }
        former.add(old);
        former.remove(name);
        item.setProperty(FormerNames.PROPERTY, former.toArray(new String[0]));
    }
}
