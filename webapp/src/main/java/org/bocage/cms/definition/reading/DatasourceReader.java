package org.bocage.cms.definition.reading;

import java.util.ArrayList;
import java.util.List;
import org.bocage.cms.definition.form.Datasource;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.form.Label;

/** Reads where the choices of a field, or the items of an app, come from (spec 4.8). */
final class DatasourceReader {

    private DatasourceReader() {}

    /** The key {@code datasource} of a field; options written in the field itself count too. */
    static Datasource read(Bean field, FieldDefinition.Basics basics, Keys.Scope scope) {
        if (!field.has("datasource") && field.has("options")) {
            return options(field, basics, scope);
        }
        return of(field.child("datasource"), basics, scope);
    }

    private static Datasource of(Bean bean, FieldDefinition.Basics basics, Keys.Scope scope) {
        Datasource datasource = switch (bean.kind()) {
            case "optionlistdatasource", "optionlist" -> options(bean, basics, scope);
            default -> nodes(bean);
        };
        if (!(datasource instanceof Datasource.Unknown)) {
            bean.finish();
        }
        return datasource;
    }

    /** A datasource without options. */
    static Datasource nodes(Bean bean) {
        return switch (bean.kind()) {
            case "jcrdatasource" -> jcr(bean);
            case "assetdatasource" -> {
                bean.accept("preview");
                yield new Datasource.Assets(bean.text("rootPath", "/"));
            }
            case "" -> {
                if (bean.has("workspace")) {
                    yield jcr(bean);
                }
                String name = bean.raw().text("name");
                yield name.isEmpty() ? new Datasource.None() : new Datasource.Unknown(name);
            }
            default -> new Datasource.Unknown(bean.type());
        };
    }

    private static Datasource jcr(Bean bean) {
        bean.accept(
                "includeProperties",
                "includeSystemProperties",
                "includeSystemNodes",
                "preview",
                "jcrObservation",
                "sortBy",
                "sortable",
                "sortByProperties",
                "supportVirtualNodes");
        return new Datasource.Jcr(
                bean.text("workspace"),
                bean.text("rootPath", "/"),
                bean.texts("allowedNodeTypes"),
                bean.text("describeByProperty"),
                bean.text("nodeNameProperty"),
                bean.text("valueProperty"));
    }

    private static Datasource options(Bean bean, FieldDefinition.Basics basics, Keys.Scope scope) {
        List<Datasource.Option> options = new ArrayList<>();
        Label keys = scope.of("", basics.name(), "options");
        for (Bean option : bean.children("options")) {
            List<String> labels =
                    keys.keys().stream().map(key -> key + "." + option.name()).toList();
            options.add(new Datasource.Option(
                    option.name(),
                    option.text("value", option.name()),
                    new Label(option.text("label"), labels),
                    option.text("iconSrc"),
                    option.flag("selected", false)));
            option.finish();
        }
        return new Datasource.Options(List.copyOf(options), bean.flag("sort", false));
    }
}
