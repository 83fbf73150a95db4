package org.bocage.editorial.administration.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.form.DialogDefinition;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.site.SiteSettings;
import org.bocage.editorial.form.ItemForms;
import org.bocage.editorial.publishing.LiveFields;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.extension.FileSettings;
import org.bocage.editorial.screens.extension.SetupSteps;
import org.bocage.editorial.view.SettingsPage;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The forms of the settings, each drawn from a dialog: those that the definition of the site names, and those of files. */
@Component
public class SettingsForms implements SetupSteps {

    static final String ADDRESS = "/espace/reglages/";

    private final Desk desk;
    private final ItemForms forms;
    private final Stores stores;
    private final SiteSettings settings;
    private final List<FileSettings> files;

    /** The settings count whatever version of the home page is on line. */
    @Bean
    static LiveFields liveSettings(DefinitionRegistry registry) {
        String node = registry.current().site().settings().kept().name();
        return new LiveFields(Workspace.WEBSITE.name(), node.isEmpty() ? Set.of() : Set.of(node));
    }

    SettingsForms(Desk desk, ItemForms forms, List<FileSettings> files, Stores stores, SiteSettings settings) {
        this.desk = desk;
        this.forms = forms;
        this.files = files;
        this.stores = stores;
        this.settings = settings;
    }

    /** Address of the screen of a form. */
    public static String address(String name) {
        return ADDRESS + name;
    }

    /** The screens of the forms, in the order of the definition, those of files after them; without those whose dialog is not there. */
    public List<SettingsPage.Screen> screens() {
        return screens(dialogs());
    }

    /** The screens of the forms that say how the site looks. */
    public List<SettingsPage.Screen> ofAppearance() {
        Map<String, String> dialogs = dialogs();
        dialogs.keySet().removeIf(name -> !isOfAppearance(name));
        return screens(dialogs);
    }

    /** Whether a form says how the site looks. */
    boolean isOfAppearance(String name) {
        return desk.definitions().site().settings().kept().appearance().contains(name);
    }

    private List<SettingsPage.Screen> screens(Map<String, String> dialogs) {
        return dialogs.entrySet().stream()
                .flatMap(one -> desk.definitions().dialog(one.getValue()).stream()
                        .map(dialog -> new SettingsPage.Screen(title(dialog), ADDRESS + one.getKey())))
                .toList();
    }

    /** The first form is the one that says who the association is. */
    @Override
    public List<SetupStep> setupSteps() {
        String name = desk.definitions().site().settings().nameProperty();
        boolean isNamed = stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = settings.node(session);
            return node.isPresent() && node.get().hasProperty(name);
        });
        return screens().stream()
                .limit(1)
                .map(screen -> new SetupStep("association", screen.address(), 10, isNamed))
                .toList();
    }

    /** The form of a name, as the signed-in person fills it in; empty when the site has none. */
    Optional<SettingsForm> find(String name) {
        return Optional.ofNullable(dialogs().get(name))
                .flatMap(id -> desk.definitions()
                        .dialog(id)
                        .flatMap(dialog -> forms.ofDialog(desk.definitions(), id, desk.identity())
                                .map(form -> new SettingsForm(name, title(dialog), form, fields(dialog), file(name)))));
    }

    /** The forms in their order, that of the association before all. */
    List<SettingsForm> all() {
        return dialogs().keySet().stream().flatMap(name -> find(name).stream()).toList();
    }

    private Map<String, String> dialogs() {
        Map<String, String> dialogs =
                new LinkedHashMap<>(desk.definitions().site().settings().kept().forms());
        files.forEach(file -> dialogs.putIfAbsent(file.name(), file.dialog()));
        return dialogs;
    }

    private Optional<FileSettings> file(String name) {
        boolean ofTheSite = desk.definitions().site().settings().kept().forms().containsKey(name);
        return files.stream()
                .filter(file -> !ofTheSite && file.name().equals(name))
                .findFirst();
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
