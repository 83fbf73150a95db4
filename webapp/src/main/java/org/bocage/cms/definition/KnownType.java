package org.bocage.cms.definition;

import java.util.List;
import org.bocage.cms.definition.reading.ExtensionReader;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.ContentTypeExtension;

/**
 * Content type that was once in force, as the host remembers it whatever becomes of its files.
 *
 * @param workspace where its items lie
 * @param nodeType of its items
 * @param extended whether a {@code bocage/<type>.yaml} said who reads its fields
 * @param restrictions what that file restricted, as {@code fields/telephone}, {@code consent/accord}, {@code rules/photos/alt}
 * @param file absolute path of its definition in the resource tree
 */
public record KnownType(
        String name, String workspace, String nodeType, boolean extended, List<String> restrictions, String file) {

    public KnownType {
        restrictions = List.copyOf(restrictions);
    }

    static KnownType of(ContentType type) {
        return new KnownType(
                type.name(),
                type.workspace(),
                type.nodeType(),
                type.extension().declared(),
                type.extension().restrictions(),
                type.source().file());
    }

    /** Whether a type takes its items over, with readers of its own where this one had some. */
    boolean isDefinedBy(ContentType type) {
        return type.isOf(workspace, nodeType) && (type.extension().declared() || !extended);
    }

    /** Whether a type takes its items over and opens nothing that this one restricted. */
    boolean isKeptBy(ContentType type) {
        return isDefinedBy(type) && openedBy(type).isEmpty();
    }

    /**
     * Returns the restrictions of this type about which another definition of it says nothing. Restrictions of fields
     * that the other one does not have are left out: such a field never leaves the author store.
     */
    List<String> openedBy(ContentType type) {
        return restrictions.stream()
                .filter(one -> !type.extension().holds(one))
                .filter(one -> !one.startsWith(ContentTypeExtension.FIELDS)
                        || ExtensionReader.exists(type, one.substring(ContentTypeExtension.FIELDS.length())))
                .toList();
    }
}
