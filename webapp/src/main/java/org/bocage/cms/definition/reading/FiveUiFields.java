package org.bocage.cms.definition.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bocage.cms.definition.yaml.Overlay;
import org.bocage.cms.definition.yaml.Raw;

/** Puts fields of Magnolia's older framework in the words of the newer one (spec 4.10). */
public final class FiveUiFields {

    private static final String PACKAGE = "info.magnolia.ui.form.field.definition.";
    private static final String DAM_PACKAGE = "info.magnolia.dam.app.ui.field.definition.";
    private static final String PREFIX = "info.magnolia.ui.field.PrefixNameDecorator";
    private static final String TO_PATH = "info.magnolia.ui.editor.converter.JcrNodeToPathConverter";

    /** Keys of the older framework that the newer has no use for. */
    private static final Set<String> DROPPED = Set.of(
            "class",
            "fieldType",
            "transformerClass",
            "appName",
            "targetWorkspace",
            "targetTreeRootPath",
            "targetPropertyToPopulate",
            "fieldEditable",
            "identifierToPathConverter",
            "contentPreviewDefinition",
            "path",
            "repository",
            "valueProperty",
            "labelProperty",
            "sortOptions",
            "options",
            "multiselect",
            "selectionType",
            "nodeType",
            "fileNameProperty",
            "fields",
            "layout");

    private FiveUiFields() {}

    static boolean isOne(Raw.Mapping field) {
        String className = field.text("class");
        return className.startsWith(PACKAGE)
                || className.startsWith(DAM_PACKAGE)
                || (className.isEmpty() && !field.text("fieldType").isEmpty());
    }

    public static Raw.Mapping translate(Raw.Mapping field) {
        Map<String, Object> out = new LinkedHashMap<>();
        field.entries().forEach((key, value) -> {
            if (!DROPPED.contains(key)) {
                out.put(key, value);
            }
        });
        String type = type(field);
        switch (type) {
            case "text" -> out.put("$type", "textField");
            case "richtext", "damrichtext" -> out.put("$type", "richTextField");
            case "checkbox" -> out.put("$type", "checkBoxField");
            case "date", "hidden", "static", "password", "code" -> out.put("$type", type + "Field");
            case "basicupload", "damupload" -> out.put("$type", "uploadField");
            case "select" -> choice(field, out, "comboBoxField");
            case "optiongroup" ->
                choice(field, out, isTrue(field, "multiselect") ? "checkBoxGroupField" : "radioButtonGroupField");
            case "twincolselect" -> choice(field, out, "twinColSelectField");
            case "link" -> link(field, out);
            case "multivalue" -> multi(field, out);
            case "composite" -> composite(field, out);
            case "switchable" -> switchable(field, out);
            default -> out.put("$type", field.text("fieldType") + field.text("class"));
        }
        return Raw.of(javaTypes(out), field.spot()) instanceof Raw.Mapping mapping ? mapping : field;
    }

    private static String type(Raw.Mapping field) {
        String className = field.text("class");
        String simple = className.isEmpty()
                ? field.text("fieldType")
                : className.substring(className.lastIndexOf('.') + 1).replaceAll("(Field)?Definition$", "");
        return simple.toLowerCase(Locale.ROOT);
    }

    /** JCR type names, which {@code type} holds there, as Java classes. */
    private static Map<String, Object> javaTypes(Map<String, Object> out) {
        if (out.get("type") instanceof Raw.Scalar scalar) {
            switch (scalar.text()) {
                case "String" -> out.remove("type");
                case "Long", "Double", "Boolean" -> out.put("type", "java.lang." + scalar.text());
                case "Decimal" -> out.put("type", "java.math.BigDecimal");
                case "Date" -> out.put("type", "java.util.Date");
                default -> out.put("type", scalar);
            }
        }
        return out;
    }

    private static void choice(Raw.Mapping field, Map<String, Object> out, String type) {
        out.put("$type", type);
        Map<String, Object> datasource = new LinkedHashMap<>();
        if (field.text("path").isEmpty()) {
            datasource.put("$type", "optionListDatasource");
            datasource.put("options", field.entries().getOrDefault("options", Raw.of(List.of(), field.spot())));
            datasource.put("sort", !field.text("sortOptions").equals("false"));
        } else {
            datasource.put("$type", "jcrDatasource");
            datasource.put("workspace", orElse(field.text("repository"), "config"));
            datasource.put("rootPath", field.text("path"));
            datasource.put("describeByProperty", orElse(field.text("labelProperty"), "label"));
            datasource.put("valueProperty", orElse(field.text("valueProperty"), "value"));
        }
        out.put("datasource", datasource);
        Raw layout = field.entries().get("layout");
        if (layout != null) {
            out.put("layout", layout);
        }
    }

    private static void link(Raw.Mapping field, Map<String, Object> out) {
        String converter = field.mapping("identifierToPathConverter").text("class");
        String workspace =
                orElse(field.text("targetWorkspace"), field.text("appName").equals("assets") ? "dam" : "website");
        if (converter.endsWith("AssetCompositeIdKeyTranslator")) {
            out.put("$type", "damLinkField");
        } else {
            out.put("$type", workspace.equals("website") ? "pageLinkField" : "linkField");
            out.put(
                    "datasource",
                    Map.of(
                            "$type",
                            "jcrDatasource",
                            "workspace",
                            workspace,
                            "rootPath",
                            orElse(field.text("targetTreeRootPath"), "/")));
            if (converter.isEmpty()) {
                out.put("converterClass", TO_PATH);
            }
        }
        if (!field.text("fieldEditable").isEmpty()) {
            out.put("editable", field.text("fieldEditable"));
        }
    }

    private static void multi(Raw.Mapping field, Map<String, Object> out) {
        String transformer = field.text("transformerClass");
        boolean nodes = transformer.contains("Child") || transformer.contains("Delegating");
        out.put("$type", nodes ? "jcrMultiField" : "jcrMultiValueField");
        if (transformer.endsWith("MultiValueChildrenNodeTransformer")
                || transformer.endsWith("DelegatingMultiValueFieldTransformer")) {
            out.put("itemProvider", Map.of("$type", "currentItemProvider"));
        }
    }

    private static void composite(Raw.Mapping field, Map<String, Object> out) {
        String transformer = field.text("transformerClass");
        out.put("$type", "compositeField");
        out.put("properties", field.entries().getOrDefault("fields", Raw.of(List.of(), field.spot())));
        out.put("layout", Map.of("$type", field.text("layout").equals("vertical") ? "stacked" : "horizontal"));
        if (transformer.contains("Subnode")) {
            String nodeType = orElse(field.text("nodeType"), "mgnl:contentNode");
            out.put("itemProvider", Map.of("$type", "jcrChildNodeProvider", "nodeType", nodeType));
        } else {
            out.put("itemProvider", Map.of("$type", "currentItemProvider"));
            if (transformer.isEmpty() || transformer.endsWith(".CompositeTransformer")) {
                out.put("propertyNameDecorator", Map.of("class", PREFIX));
            }
        }
    }

    private static void switchable(Raw.Mapping field, Map<String, Object> out) {
        Map<String, Object> choice = new LinkedHashMap<>();
        boolean select = field.text("selectionType").equals("select");
        choice.put("$type", select ? "comboBoxField" : "radioButtonGroupField");
        choice.put("name", field.text("name"));
        choice.put("i18n", isTrue(field, "i18n"));
        choice.put(
                "datasource",
                Map.of(
                        "$type",
                        "optionListDatasource",
                        "options",
                        field.entries().getOrDefault("options", Raw.of(List.of(), field.spot()))));
        Map<String, Object> forms = new LinkedHashMap<>();
        if (Overlay.asMaps(field.entries().getOrDefault("fields", Raw.empty(field.spot())))
                instanceof Raw.Mapping fields) {
            fields.entries().forEach((name, inner) -> forms.put(name, Map.of("properties", Map.of(name, inner))));
        }
        out.put("$type", "switchableField");
        out.put("field", choice);
        out.put("forms", forms);
        out.put("itemProvider", Map.of("$type", "currentItemProvider"));
        out.put("propertyNameDecorator", Map.of("class", PREFIX));
    }

    private static boolean isTrue(Raw.Mapping field, String key) {
        return field.text(key).equals("true");
    }

    private static String orElse(String text, String byDefault) {
        return text.isEmpty() ? byDefault : text;
    }
}
