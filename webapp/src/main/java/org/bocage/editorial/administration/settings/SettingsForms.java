package org.bocage.editorial.administration.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.form.DialogDefinition;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.form.ItemForms;
import org.bocage.editorial.publishing.LiveFields;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.view.SettingsPage;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The forms of the settings that the definition of the site names, each drawn from a dialog. */
@Component
public class SettingsForms {

    static final String ADDRESS = "/espace/reglages/";

    private final Desk desk;
    private final ItemForms forms;

    /** The settings count whatever version of the home page is on line. */
    @Bean
    static LiveFields liveSettings(DefinitionRegistry registry) {
        String node = registry.current().site().settings().kept().name();
        return new LiveFields(Workspace.WEBSITE.name(), node.isEmpty() ? Set.of() : Set.of(node));
    }

    SettingsForms(Desk desk, ItemForms forms) {
        this.desk = desk;
        this.forms = forms;
    }

    /** The screens of the forms, in the order of the definition; without those whose dialog is not there. */
    public List<SettingsPage.Screen> screens() {
        return dialogs().entrySet().stream()
                .flatMap(one -> desk.definitions().dialog(one.getValue()).stream()
                        .map(dialog -> new SettingsPage.Screen(title(dialog), ADDRESS + one.getKey())))
                .toList();
    }

    /** The form of a name, as the signed-in person fills it in; empty when the site has none. */
    Optional<SettingsForm> find(String name) {
        return Optional.ofNullable(dialogs().get(name))
                .flatMap(id -> desk.definitions()
                        .dialog(id)
                        .flatMap(dialog -> forms.ofDialog(desk.definitions(), id, desk.identity())
                                .map(form -> new SettingsForm(name, title(dialog), form, fields(dialog)))));
    }

    private Map<String, String> dialogs() {
        return desk.definitions().site().settings().kept().forms();
    }

    private String title(DialogDefinition dialog) {
        return desk.definitions().messages().text(Locale.FRENCH, dialog.label());
    }

    private static List<String> fields(DialogDefinition dialog) {
        return dialog.form().properties().stream()
                .filter(field -> field.storage() != FieldDefinition.Storage.NONE)
                .map(FieldDefinition::name)
                .toList();
    }
}
