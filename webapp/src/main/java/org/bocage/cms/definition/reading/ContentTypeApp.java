package org.bocage.cms.definition.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.yaml.Raw;
import org.jspecify.annotations.Nullable;

/** The app Magnolia generates from a content type, as the raw map its file is laid over (spec 5.2, 5.3). */
public final class ContentTypeApp {

    private static final List<String> ITEM_ACTIONS = List.of(
            "addItem", "editItem", "delete", "activate", "deactivate", "rename", "move", "duplicate", "copy", "paste");
    private static final List<String> FOLDER_ACTIONS = List.of(
            "addItem", "addFolder", "editFolder", "confirmDeleteFolder", "activateRecursive", "deactivate", "move");
    private static final List<String> ROOT_ACTIONS = List.of("addItem", "addFolder", "import", "export", "paste");
    private static final List<String> OTHER_ACTIONS =
            List.of("restorePreviousVersion", "activateDeleted", "confirmDeletion", "showVersions", "restoreVersion");

    private final ContentType type;
    private final Function<String, @Nullable ContentType> types;

    public ContentTypeApp(ContentType type, Function<String, @Nullable ContentType> types) {
        this.type = type;
        this.types = types;
    }

    public Raw.Mapping generate(String appName, Raw.Spot spot) {
        Map<String, Object> app = new LinkedHashMap<>();
        app.put("class", "info.magnolia.contenttypes.ui.ContentTypeAppDescriptor");
        app.put("name", appName);
        app.put("label", appName);
        app.put("icon", "icon-app");
        app.put("contentType", type.name());
        app.put("datasource", datasource(type, ""));
        app.put("permissions", Map.of("roles", Map.of("superuser", "superuser")));
        Map<String, Object> subApps = new LinkedHashMap<>();
        subApps.put("browser", browser());
        if (!type.properties().isEmpty()) {
            subApps.put("detail", detail());
        }
        app.put("subApps", subApps);
        return Raw.of(app, spot) instanceof Raw.Mapping mapping ? mapping : Raw.empty(spot);
    }

    private static Map<String, Object> datasource(ContentType of, String describeBy) {
        Map<String, Object> datasource = new LinkedHashMap<>();
        datasource.put("$type", "jcrDatasource");
        datasource.put("workspace", of.workspace());
        datasource.put("rootPath", of.rootPath());
        datasource.put("nodeNameProperty", "name");
        if (!describeBy.isEmpty()) {
            datasource.put("describeByProperty", describeBy);
        }
        datasource.put("allowedNodeTypes", List.of("mgnl:folder", of.nodeType()));
        return datasource;
    }

    private Map<String, Object> browser() {
        Map<String, Object> actions = new LinkedHashMap<>();
        for (List<String> names : List.of(ITEM_ACTIONS, FOLDER_ACTIONS, ROOT_ACTIONS, OTHER_ACTIONS)) {
            names.forEach(name -> actions.put(name, Map.of("name", name)));
        }
        Map<String, Object> browser = new LinkedHashMap<>();
        browser.put("class", "info.magnolia.ui.contentapp.configuration.BrowserDescriptor");
        browser.put("actions", actions);
        browser.put("actionbar", Map.of("defaultAction", "editItem", "sections", sections()));
        List<Object> views = List.of(view("tree", "treeView", false), view("list", "listView", true));
        browser.put("workbench", Map.of("contentViews", views));
        return browser;
    }

    private static Map<String, Object> sections() {
        Map<String, Object> sections = new LinkedHashMap<>();
        sections.put("item", section(ITEM_ACTIONS));
        sections.put("folder", section(FOLDER_ACTIONS));
        sections.put("root", section(ROOT_ACTIONS));
        return sections;
    }

    private static Map<String, Object> section(List<String> actions) {
        List<Object> items = new ArrayList<>();
        actions.forEach(action -> items.add(Map.of("name", action)));
        return Map.of("groups", List.of(Map.of("name", "actions", "items", items)));
    }

    private static Map<String, Object> view(String name, String type, boolean withPath) {
        List<Object> columns = new ArrayList<>();
        columns.add(Map.of("name", "name", "$type", "jcrTitleColumn"));
        if (withPath) {
            columns.add(Map.of("name", "path", "$type", "jcrPathColumn"));
        }
        columns.add(Map.of("name", "jcrPublishingStatus", "$type", "jcrStatusColumn"));
        columns.add(Map.of("name", "mgnl:lastModified", "$type", "dateColumn"));
        return Map.of("name", name, "$type", type, "columns", columns);
    }

    private Map<String, Object> detail() {
        List<Object> fields = new ArrayList<>();
        if (type.property("name").isEmpty()) {
            fields.add(named(Map.of("name", "name", "$type", "textField", "required", true)));
        }
        type.properties().forEach(property -> fields.add(field(property)));
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("class", "info.magnolia.ui.contentapp.detail.DetailDescriptor");
        detail.put(
                "itemProvider",
                Map.of(
                        "$type",
                        "jcrNodeFromLocationProvider",
                        "nodeType",
                        type.nodeType(),
                        "workspace",
                        type.workspace()));
        detail.put("datasource", datasource(type, "name"));
        detail.put("form", Map.of("properties", fields));
        return detail;
    }

    private Map<String, Object> field(ContentType.Property property) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", property.name());
        ContentType.SubModel subModel = type.subModels().get(property.type());
        if (property.multiple()) {
            multiple(property, subModel, field);
        } else {
            single(property, subModel, field);
        }
        if (!property.label().isEmpty()) {
            field.put("label", property.label());
        }
        if (property.required()) {
            field.put("required", true);
        }
        if (property.i18n()) {
            field.put("i18n", true);
        }
        // Magnolia leaves it out of the app; a field of several values has no such property there
        if (property.readOnly()) {
            field.put("readOnly", true);
        }
        return property.name().equals("name") ? named(field) : field;
    }

    private static Map<String, Object> named(Map<String, Object> field) {
        Map<String, Object> checked = new LinkedHashMap<>(field);
        checked.put("validators", Map.of("nodeName", Map.of("$type", "nodeNameValidator")));
        return checked;
    }

    private void multiple(
            ContentType.Property property, ContentType.@Nullable SubModel subModel, Map<String, Object> field) {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("name", property.name());
        single(property, subModel, inner);
        field.put("field", inner);
        boolean entries = subModel != null || !property.options().isEmpty();
        if (entries || property.type().equalsIgnoreCase("date")) {
            field.put("$type", "jcrMultiField");
        } else {
            field.put("$type", "jcrMultiValueField");
        }
        if (entries) {
            inner.remove("itemProvider");
            field.put("itemProvider", Map.of("$type", "jcrChildNodeProvider"));
            field.put(
                    "entryResolution",
                    Map.of(
                            "propertyNameDecorator",
                            Map.of("class", "info.magnolia.ui.field.AlwaysEmptyPrefixNameDecorator")));
        }
    }

    private void single(
            ContentType.Property property, ContentType.@Nullable SubModel subModel, Map<String, Object> field) {
        String word = property.type().toLowerCase(Locale.ROOT);
        String referenced = property.referenced().orElse("");
        if (subModel != null) {
            composite(subModel, field);
        } else if (word.equals("asset") || referenced.equals("asset")) {
            field.put("$type", "damLinkField");
        } else if (word.equals("page") || referenced.equals("page")) {
            field.put("$type", "pageLinkField");
        } else if (!referenced.isEmpty()) {
            ContentType target = types.apply(referenced);
            field.put("$type", "linkField");
            field.put("datasource", target == null ? Map.of() : datasource(target, "name"));
        } else if (!property.options().isEmpty()) {
            options(property, field);
        } else {
            scalar(word, field);
        }
    }

    private void composite(ContentType.SubModel subModel, Map<String, Object> field) {
        field.put("$type", "compositeField");
        field.put("itemProvider", Map.of("$type", "jcrChildNodeProvider", "nodeType", subModel.nodeType()));
        List<Object> inner = new ArrayList<>();
        for (ContentType.Property property : subModel.properties()) {
            if (!type.subModels().containsKey(property.type())) {
                inner.add(field(property));
            }
        }
        field.put("properties", inner);
    }

    private static void options(ContentType.Property property, Map<String, Object> field) {
        List<Object> options = new ArrayList<>();
        property.options()
                .forEach(option ->
                        options.add(Map.of("name", option.value(), "value", option.value(), "label", option.label())));
        field.put("$type", "comboBoxField");
        field.put("datasource", Map.of("$type", "optionListDatasource", "options", options));
    }

    private static void scalar(String word, Map<String, Object> field) {
        switch (word) {
            case "date" -> field.put("$type", "dateField");
            case "richtext" -> field.put("$type", "richTextField");
            case "boolean" -> field.put("$type", "checkBoxField");
            case "decimal" -> number(field, "java.math.BigDecimal");
            case "double" -> number(field, "java.lang.Double");
            case "long" -> number(field, "java.lang.Long");
            default -> field.put("$type", "textField");
        }
    }

    private static void number(Map<String, Object> field, String type) {
        field.put("$type", "textField");
        field.put("type", type);
    }
}
