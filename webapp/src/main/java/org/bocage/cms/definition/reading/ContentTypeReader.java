package org.bocage.cms.definition.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bocage.cms.definition.files.Problem.Severity;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.ContentTypeExtension;
import org.bocage.cms.definition.type.Withheld;
import org.bocage.cms.definition.yaml.Fault;
import org.bocage.cms.definition.yaml.Raw;
import org.bocage.cms.definition.yaml.RawDefinitions;
import org.bocage.cms.definition.yaml.Report;

/** Reads content types (spec 5.1). */
public final class ContentTypeReader {

    /** Content types that Magnolia itself has. */
    private static final Set<String> PACKAGED = Set.of("asset", "page");

    private static final String NODE_TYPE = "mgnl:content";

    private static final Pattern LOCALE_ENDING = Pattern.compile(".+_[a-z]{2}");

    private ContentTypeReader() {}

    /**
     * Reads a type.
     *
     * @param names every content type there is
     * @throws Fault when it has no workspace or refers to a type that does not exist
     */
    public static ContentType read(
            RawDefinitions.Resolved definition, ContentTypeExtension extension, Set<String> names, Report report)
            throws Fault {
        Bean bean = new Bean(definition.raw(), definition.id(), report);
        Bean datasource = bean.child("datasource");
        Bean model = bean.child("model");
        Map<String, ContentType.SubModel> subModels = new LinkedHashMap<>();
        for (Bean subModel : model.children("subModels")) {
            subModels.put(
                    subModel.name(),
                    new ContentType.SubModel(
                            subModel.name(),
                            subModel.text("nodeType", "mgnl:contentNode"),
                            properties(subModel, names)));
            subModel.finish();
        }
        ContentType type = new ContentType(
                definition.id(),
                datasource.text("workspace"),
                datasource.text("rootPath", "/"),
                datasource.flag("autoCreate", false),
                datasource.textMap("namespaces"),
                datasource.text("nodeTypeDefinition"),
                model.text("nodeType", NODE_TYPE),
                properties(model, names),
                Collections.unmodifiableMap(subModels),
                extension,
                definition.file().source(),
                definition.raw().plain());
        datasource.accept("$type").finish();
        model.finish();
        bean.finish();
        if (type.workspace().isEmpty()) {
            throw Fault.severe(definition.raw().spot(), "type.workspace");
        }
        return type;
    }

    /** Workspace and node type that the items of a type have, usable or not. */
    public static Withheld.Kind kind(Raw.Mapping type) {
        String nodeType = type.mapping("model").text("nodeType");
        return new Withheld.Kind(
                type.mapping("datasource").text("workspace"), nodeType.isEmpty() ? NODE_TYPE : nodeType);
    }

    private static List<ContentType.Property> properties(Bean model, Set<String> names) throws Fault {
        List<ContentType.Property> properties = new ArrayList<>();
        for (Bean bean : model.children("properties")) {
            ContentType.Property property = new ContentType.Property(
                    bean.name(),
                    bean.text("type", "String"),
                    bean.text("label"),
                    bean.flag("required", false),
                    bean.flag("multiple", false),
                    bean.flag("i18n", false),
                    bean.flag("readOnly", false),
                    bean.text("defaultValue"),
                    options(bean));
            bean.finish();
            String referenced = property.referenced().orElse("asset");
            if (!names.contains(referenced) && !PACKAGED.contains(referenced)) {
                throw Fault.severe(bean.raw().spot(), "type.reference", property.name(), referenced);
            }
            if (LOCALE_ENDING.matcher(property.name()).matches()) {
                bean.problem(Severity.MINOR, bean.raw(), "", "type.locale", property.name());
            }
            properties.add(property);
        }
        return List.copyOf(properties);
    }

    private static List<ContentType.Option> options(Bean property) {
        List<ContentType.Option> options = new ArrayList<>();
        for (Bean option : property.children("options")) {
            String value = option.text("value", option.name());
            options.add(new ContentType.Option(value, option.text("label", value)));
            option.finish();
        }
        return List.copyOf(options);
    }
}
