package org.bocage.cms.definition.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bocage.cms.definition.form.AppDefinition;
import org.bocage.cms.definition.form.Label;
import org.bocage.cms.definition.yaml.RawDefinitions;
import org.bocage.cms.definition.yaml.Report;

/** Reads apps (spec 5.3, 5.4), of either framework. */
public final class AppReader {

    private final FormReader forms;
    private final Report report;

    public AppReader(FormReader forms, Report report) {
        this.forms = forms;
        this.report = report;
    }

    public AppDefinition read(RawDefinitions.Resolved definition) {
        String name = definition.id();
        Bean bean = new Bean(definition.raw(), name, report);
        AppDefinition app = new AppDefinition(
                name,
                Keys.of(bean.text("label"), "label", name + ".app"),
                bean.text("icon"),
                bean.flag("enabled", true),
                bean.text("contentType"),
                DatasourceReader.nodes(bean.child("datasource")),
                bean.child("permissions").texts("roles"),
                bean.childMap("subApps", subApp -> subApp(subApp, name)),
                definition.file().source(),
                definition.raw().plain());
        bean.accept("appClass", "theme", "chooseDialog", "i18nBasename", "description", "caption")
                .finish();
        return app;
    }

    private AppDefinition.SubApp subApp(Bean bean, String app) {
        String name = bean.name();
        Label label = Keys.of(bean.text("label"), "label", app + "." + name, app + ".app");
        bean.accept("icon", "closable", "subAppClass", "datasource", "imageProvider", "contentConnector", "enabled");
        String kind = bean.kind();
        AppDefinition.SubApp subApp;
        if (kind.startsWith("browser") || bean.has("workbench")) {
            subApp = browser(bean, app, name, label);
        } else if (kind.startsWith("detail") || bean.has("form") || bean.has("editor")) {
            subApp = detail(bean, app, name, label);
        } else if (kind.startsWith("embeddedpage")) {
            subApp = new AppDefinition.EmbeddedPage(name, label, bean.text("url"));
        } else {
            return new AppDefinition.OtherSubApp(name, label, bean.type());
        }
        bean.finish();
        return subApp;
    }

    private AppDefinition.Browser browser(Bean bean, String app, String name, Label label) {
        String prefix = app + "." + name;
        List<AppDefinition.View> views = new ArrayList<>();
        for (Bean view : bean.child("workbench").children("contentViews")) {
            List<AppDefinition.Column> columns = new ArrayList<>();
            view.children("columns").forEach(column -> columns.add(column(column, app, prefix)));
            views.add(new AppDefinition.View(view.name(), view.type(), List.copyOf(columns)));
        }
        return new AppDefinition.Browser(
                name,
                label,
                List.copyOf(views),
                bean.childMap("actions", action -> action(action, prefix)),
                actionBar(bean.child("actionbar")));
    }

    private static AppDefinition.Column column(Bean column, String app, String prefix) {
        String name = column.name();
        Label label = Keys.of(
                column.text("label"), "label", prefix + ".views." + name, app + ".views." + name, "views." + name);
        return new AppDefinition.Column(
                name,
                label,
                column.type(),
                column.text("propertyName", name),
                column.integer("width", 0),
                column.flag("sortable", true));
    }

    private static AppDefinition.Action action(Bean action, String prefix) {
        String name = action.name();
        action.unknownAction();
        return new AppDefinition.Action(
                name,
                Keys.of(action.text("label"), "label", prefix + ".actions." + name, "actions." + name),
                action.type(),
                action.text("icon"),
                action.raw().plain());
    }

    private static AppDefinition.ActionBar actionBar(Bean bean) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        for (Bean section : bean.children("sections")) {
            List<String> names = new ArrayList<>();
            for (Bean group : section.children("groups")) {
                group.children("items").forEach(item -> names.add(item.name()));
            }
            sections.put(section.name(), List.copyOf(names));
        }
        return new AppDefinition.ActionBar(bean.text("defaultAction"), Collections.unmodifiableMap(sections));
    }

    private AppDefinition.Detail detail(Bean bean, String app, String name, Label label) {
        bean.accept("footerLayout", "actions", "actionbar", "itemProvider");
        Bean editor = bean.child("editor");
        Bean form = bean.has("form") ? bean.child("form") : editor.child("form");
        Bean provider = bean.child("itemProvider");
        return new AppDefinition.Detail(
                name,
                label,
                forms.read(form, new Keys.Scope(app + "." + name, "", List.of())),
                provider.text("nodeType", editor.text("nodeType")),
                provider.text("workspace", editor.text("workspace")));
    }
}
