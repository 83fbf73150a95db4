package org.bocage.cms.definition.reading;

import java.util.ArrayList;
import java.util.List;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.form.FormDefinition;
import org.bocage.cms.definition.form.Label;

/** Reads the forms of either framework (spec 4.1 to 4.3, 4.10). */
public final class FormReader {

    private final FieldReader fields = new FieldReader(this);

    /** The form that a bean is. */
    FormDefinition read(Bean bean, Keys.Scope scope) {
        FormDefinition form = bean.has("tabs") ? tabs(bean, scope) : properties(bean, scope);
        bean.accept("implementationClass", "label", "description", "fieldLayout")
                .finish();
        return form;
    }

    /** Fields and layout that stand in a bean with other properties, as a composite field has them. */
    FormDefinition properties(Bean bean, Keys.Scope scope) {
        List<FieldDefinition> properties = new ArrayList<>();
        bean.children("properties").forEach(field -> properties.add(fields.read(field, field.name(), scope)));
        return new FormDefinition(
                List.copyOf(properties),
                layout(bean.child("layout"), scope),
                bean.raw().plain());
    }

    /** Fields declared inside their tabs: the older framework, and {@code tabbedForm}. */
    private FormDefinition tabs(Bean bean, Keys.Scope scope) {
        List<FieldDefinition> all = new ArrayList<>();
        List<FormDefinition.Tab> tabs = new ArrayList<>();
        for (Bean tab : bean.children("tabs")) {
            List<String> names = new ArrayList<>();
            for (Bean field : tab.children("fields")) {
                all.add(fields.read(field, field.name(), scope.inTab(tab.name())));
                names.add(field.name());
            }
            tabs.add(tab(tab, scope, names));
            tab.finish();
        }
        bean.accept("properties", "layout");
        return new FormDefinition(
                List.copyOf(all),
                new FormDefinition.Layout.Tabbed(List.copyOf(tabs)),
                bean.raw().plain());
    }

    private static FormDefinition.Layout layout(Bean bean, Keys.Scope scope) {
        FormDefinition.Layout layout = switch (bean.kind()) {
            case "tabbedlayout" -> tabbed(bean, scope);
            case "horizontal", "horizontallayout" -> new FormDefinition.Layout.Horizontal();
            case "declarativelayout" -> new FormDefinition.Layout.Declarative(bean.text("template"));
            default -> bean.has("tabs") ? tabbed(bean, scope) : new FormDefinition.Layout.Stacked();
        };
        bean.accept("spacing", "label").finish();
        return layout;
    }

    private static FormDefinition.Layout tabbed(Bean bean, Keys.Scope scope) {
        List<FormDefinition.Tab> tabs = new ArrayList<>();
        for (Bean tab : bean.children("tabs")) {
            List<String> names = new ArrayList<>();
            tab.children("fields").forEach(field -> names.add(field.name()));
            tabs.add(tab(tab, scope, names));
            tab.finish();
        }
        return new FormDefinition.Layout.Tabbed(List.copyOf(tabs));
    }

    private static FormDefinition.Tab tab(Bean tab, Keys.Scope scope, List<String> names) {
        Label label = Keys.of(
                tab.text("label"),
                "label",
                scope.prefix() + ".tabs." + tab.name(),
                scope.prefix() + "." + tab.name(),
                "tabs." + tab.name());
        tab.accept("description", "layout", "inputFields");
        return new FormDefinition.Tab(tab.name(), label, List.copyOf(names));
    }
}
