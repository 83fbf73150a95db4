package org.bocage.cms.definition.reading;

import java.util.ArrayList;
import java.util.List;
import org.bocage.cms.definition.form.DialogDefinition;
import org.bocage.cms.definition.yaml.RawDefinitions;
import org.bocage.cms.definition.yaml.Report;

/** Reads dialogs (spec 4.2, 4.10, 4.11). */
public final class DialogReader {

    private DialogReader() {}

    public static DialogDefinition read(RawDefinitions.Resolved definition, FormReader forms, Report report) {
        String id = definition.id();
        Bean bean = new Bean(definition.raw(), definition.file().name(), report);
        List<String> actions = new ArrayList<>();
        for (Bean action : bean.children("actions")) {
            action.unknownAction();
            actions.add(action.name());
        }
        DialogDefinition dialog = new DialogDefinition(
                id,
                Keys.of(
                        bean.text("label"),
                        "label",
                        Keys.dotted(id),
                        "dialogs." + Keys.dotted(definition.file().path())),
                forms.read(bean.child("form"), new Keys.Scope(Keys.dotted(id), "", List.of())),
                bean.flag("wide", bean.flag("isWide", false)),
                bean.text("width", "medium"),
                actions.isEmpty() ? List.of("commit", "cancel") : List.copyOf(actions),
                definition.file().source(),
                definition.raw().plain());
        bean.accept(
                        "id",
                        "light",
                        "footerLayout",
                        "presenterClass",
                        "actionArea",
                        "modalityLevel",
                        "workbenchChooser",
                        "contentConnector",
                        "chooseOnClick",
                        "description",
                        "i18nBasename",
                        "implementationClass")
                .finish();
        return dialog;
    }
}
