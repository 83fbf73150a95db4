package org.bocage.cms.rendering.functions;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.RenderFailure;
import org.jspecify.annotations.Nullable;

/** {@code cmsfn.metaData}: what Magnolia keeps of a node beside its content, by property or by the names it had before. */
final class NodeMetaData {

    private static final String ACTIVATION_STATUS = "mgnl:activationStatus";

    private static final Set<String> PROPERTIES = Set.of(
            "mgnl:created",
            "mgnl:createdBy",
            "mgnl:lastModified",
            "mgnl:lastModifiedBy",
            "mgnl:template",
            "mgnl:lastActivated",
            "mgnl:lastActivatedBy",
            ACTIVATION_STATUS,
            "mgnl:deleted",
            "mgnl:deletedBy",
            "mgnl:comment");

    private static final Map<String, String> FORMER = Map.of(
            "creationdate", "mgnl:created",
            "lastmodified", "mgnl:lastModified",
            "lastaction", "mgnl:lastActivated",
            "authorid", "mgnl:lastModifiedBy",
            "activatorid", "mgnl:lastActivatedBy",
            "template", "mgnl:template",
            "activated", ACTIVATION_STATUS);

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    private NodeMetaData() {}

    /**
     * The text of a value; null when there is none.
     *
     * @throws RenderFailure for a name that is none of these
     */
    static @Nullable String of(ContentNode node, @Nullable String name) {
        String former = name == null ? null : FORMER.get(name);
        String property = former == null ? name : former;
        if (property == null || !PROPERTIES.contains(property)) {
            throw new RenderFailure("Not a property of the metadata: " + name);
        }
        Object value = node.properties().get(property);
        if (former == null && property.equals(ACTIVATION_STATUS)) {
            return Boolean.TRUE.equals(value) ? "2" : "0";
        }
        if (value instanceof Date date) {
            return ISO.format(date.toInstant().atOffset(ZoneOffset.UTC));
        }
        return value != null ? String.valueOf(value) : former == null ? null : "";
    }
}
