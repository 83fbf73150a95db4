package org.bocage.portal.sources;

import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.editorial.publishing.ComputedFields;
import org.springframework.stereotype.Component;

/** Notes, whenever an imported item is written, which of its fields were written by hand; and has a changed source read anew. */
@Component
final class Locks implements ComputedFields {

    static final String PROPERTY = "champsVerrouilles";

    @Override
    public void derive(Node item) throws RepositoryException {
        if (item.getPrimaryNodeType().getName().equals(Source.TYPE)) {
            forget(item, "etag");
            forget(item, "derniereModification");
            forget(item, "dernierEssai");
        } else if (item.hasProperty(SourceStatement.PROPERTY)) {
            SourceStatement told = SourceStatement.of(item);
            List<String> locked = told.locked(item);
            item.setProperty(PROPERTY, locked.toArray(new String[0]));
            for (Map.Entry<String, String> field : told.fields().entrySet()) {
                if (!locked.contains(field.getKey())
                        && !SourceFields.read(item, field.getKey()).equals(field.getValue())) {
                    // the form wrote the same text its own way: the source's links stay as they were made safe
                    SourceFields.write(item, Map.of(field.getKey(), field.getValue()));
                }
            }
        }
    }

    private static void forget(Node item, String name) throws RepositoryException {
        if (item.hasProperty(name)) {
            item.getProperty(name).remove();
        }
    }
}
