package org.bocage.cms.definition.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.definition.files.SourceFile;

/**
 * A content type, {@code contentTypes/x.yaml} (spec 5.1).
 *
 * @param workspace where its items lie
 * @param rootPath under which path
 * @param autoCreate whether workspace, namespaces and node types are created
 * @param namespaces prefix to URI
 * @param nodeTypeDefinition resource path of a {@code .cnd} file; empty when none
 * @param nodeType of its items; {@code mgnl:content} when the model says nothing
 * @param subModels by name
 */
public record ContentType(
        String name,
        String workspace,
        String rootPath,
        boolean autoCreate,
        Map<String, String> namespaces,
        String nodeTypeDefinition,
        String nodeType,
        List<Property> properties,
        Map<String, SubModel> subModels,
        ContentTypeExtension extension,
        SourceFile source,
        Map<String, Object> raw) {

    /** Form of the name of a type in addresses, a regular expression (spec 1.1). */
    public static final String NAME = "[A-Za-z][\\w-]*";

    /** Whether its items may come on line; those whose very title is for the staff alone are kept, neither proposed nor published. */
    public boolean goesOnLine() {
        return !extension.readersOf("titre").equals(FieldReaders.STAFF);
    }

    /** Whether items of that workspace and node type are its items. */
    public boolean isOf(String itemWorkspace, String itemNodeType) {
        return workspace.equals(itemWorkspace) && nodeType.equals(itemNodeType);
    }

    /** The property of that name. */
    public Optional<Property> property(String property) {
        return properties.stream().filter(one -> one.name().equals(property)).findFirst();
    }

    /**
     * A property of a model.
     *
     * @param type {@code String}, {@code Long}, {@code asset}, {@code reference:<type>}, the name of a sub model…
     * @param label text or key; empty when none
     */
    public record Property(
            String name,
            String type,
            String label,
            boolean required,
            boolean multiple,
            boolean i18n,
            boolean readOnly,
            String defaultValue,
            List<Option> options) {

        /** The content type a {@code reference:} type names. */
        public Optional<String> referenced() {
            return type.startsWith("reference:")
                    ? Optional.of(type.substring("reference:".length()))
                    : Optional.empty();
        }
    }

    /** One of the values a property may take. */
    public record Option(String value, String label) {}

    /** Properties in a child node; {@code nodeType} is {@code mgnl:contentNode} by default. */
    public record SubModel(String name, String nodeType, List<Property> properties) {}
}
