package org.bocage.cms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.bocage.cms.definition.files.Resource;
import org.bocage.cms.definition.files.Resources;
import org.bocage.cms.definition.form.AppDefinition;
import org.bocage.cms.definition.form.Datasource;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.form.FieldDefinition.LinkField;
import org.bocage.cms.definition.form.FieldDefinition.Storage;
import org.bocage.cms.definition.form.FormDefinition;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.definition.site.Theme;
import org.bocage.cms.definition.type.AddressPattern;
import org.bocage.cms.definition.type.ContentTypeExtension;
import org.bocage.cms.definition.type.FieldReaders;
import org.bocage.cms.definition.type.FieldReaders.Audience;
import org.bocage.cms.definition.yaml.Modules;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What light modules of other people hold, beyond the recorded cases. */
@Tag("fast")
class LightModuleFormatTests {

    @TempDir
    private Path folder;

    private LightModules modules;

    @BeforeEach
    void is_empty() {
        modules = new LightModules(folder);
    }

    @Test
    void the_first_folder_wins_file_by_file() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        Path second = Files.createDirectory(folder.resolve("second"));
        new LightModules(first).write("m/templates/pages/a.yaml", "title: première\n");
        new LightModules(second)
                .write("m/templates/pages/a.yaml", "title: seconde\n")
                .write("m/templates/pages/b.yaml", "title: seule\n");
        Definitions definitions = Definitions.load(List.of(first, second));
        assertThat(definitions.template("m:pages/a").orElseThrow().property("title"))
                .contains("première");
        assertThat(definitions.template("m:pages/b")).isPresent();
    }

    @Test
    void decorations_apply_in_the_order_of_the_modules_that_decorate() {
        modules.write("base/templates/pages/home.yaml", "title: base\nareas: {main: {title: zone}}\n")
                .write("z/module.yaml", "version: 1.0\n")
                .write("a/module.yaml", "version: 1.0\ndependencies: {z: {version: 1.0/*}}\n")
                .write("libre/decorations/base/templates/pages/home.yaml", "title: libre\nsubtype: libre\n")
                .write("z/decorations/base/templates/pages/home.yaml", "title: z\n")
                .write("a/decorations/base/templates/pages/home.yaml", "title: a\n")
                .write("a/decorations/base/templates/pages/home.areas.main.yaml", "maxComponents: 2\n");
        Definitions definitions = modules.load();
        TemplateDefinition home = definitions.template("base:pages/home").orElseThrow();
        assertThat(definitions.modules()).containsExactly("base", "libre", "z", "a");
        assertThat(home.property("title")).contains("a");
        assertThat(home.subtype()).isEqualTo("libre");
        assertThat(home.area("main").orElseThrow().maxComponents()).isEqualTo(2);
        assertThat(home.area("main").orElseThrow().property("title")).contains("zone");
        assertThat(definitions.problems()).isEmpty();
    }

    @Test
    void a_module_that_is_absent_or_too_old_is_told() {
        modules.write("old/module.yaml", "version: 1.2\n").write("m/module.yaml", """
                        version: 1.0
                        dependencies:
                          old: {version: 1.3/*}
                          rien: {version: "*"}
                          peut-etre: {version: "*", optional: true}
                        """);
        assertThat(LightModules.places(modules.load()))
                .containsExactly("MAJOR /m/module.yaml:3", "MINOR /m/module.yaml:4");
        assertThat(Modules.within("6.2.45", "6.2/*")).isTrue();
        assertThat(Modules.within("1.2", "1.2/2.0")).isTrue();
        assertThat(Modules.within("2.1", "1.2/2.0")).isFalse();
        assertThat(Modules.within("1.3", "1.2")).isFalse();
        assertThat(Modules.within("1.3", "*")).isTrue();
    }

    @Test
    void several_modules_decorate_the_site() {
        modules.write("a/decorations/site/config.yaml", """
                        site:
                          theme: {name: portail}
                          i18n: {class: info.magnolia.cms.i18n.DefaultI18nContentSupport, enabled: true, fallbackLocale: fr}
                        """)
                .write("b/decorations/site/config.site.yaml", "parameters: {titre: Le pôle}\n")
                .write("c/decorations/admincentral/config.yaml", "appLauncherLayout: {hiddenApps: [x]}\n");
        Definitions definitions = modules.load();
        assertThat(definitions.site().theme()).isEqualTo("portail");
        assertThat(definitions.site().locales().byDefault()).isEqualTo(Locale.FRENCH);
        assertThat(definitions.site().parameters()).containsEntry("titre", "Le pôle");
        assertThat(definitions.moduleConfig("admincentral")).containsKey("appLauncherLayout");
        assertThat(definitions.problems()).isEmpty();
    }

    @Test
    void languages_without_class_and_a_prototype_without_class_are_told_and_ignored() {
        modules.write(
                "a/decorations/site/config.yaml",
                "site:\n  i18n: {enabled: true}\n  templates: {prototypeId: m:pages/p}\n");
        Definitions definitions = modules.load();
        assertThat(definitions.site().locales().enabled()).isFalse();
        assertThat(definitions.site().prototype().id()).isEmpty();
        assertThat(LightModules.places(definitions))
                .containsExactly("MAJOR /a/decorations/site/config.yaml:2", "MINOR /a/decorations/site/config.yaml:3");
    }

    @Test
    void a_page_of_the_site_is_merged_over_the_prototype() {
        modules.write("m/decorations/site/config.yaml", """
                        site:
                          templates:
                            class: info.magnolia.module.site.templates.ReferencingPrototypeTemplateSettings
                            prototypeId: m:prototype
                        """)
                .write(
                        "m/templates/prototype.yaml",
                        "$type: prototype\ntemplateScript: /m/main.ftl\nareas: {pied: {title: Pied}, main: {title: P}}\n")
                .write("m/templates/pages/a.yaml", "renderType: site\nareas: {main: {title: A}}\n");
        Definitions definitions = modules.load();
        TemplateDefinition page = definitions.template("m:pages/a").orElseThrow();
        assertThat(page.areas().keySet()).containsExactly("main");
        TemplateDefinition merged = definitions.merged(page);
        assertThat(merged.templateScript()).isEqualTo("/m/main.ftl");
        assertThat(merged.visible()).isTrue();
        assertThat(merged.areas().keySet()).containsExactly("pied", "main");
        assertThat(merged.area("main").orElseThrow().property("title")).contains("A");
        assertThat(definitions.template("m:prototype").orElseThrow().visible()).isFalse();
        assertThat(definitions.problems()).isEmpty();
    }

    @Test
    void dialogs_of_the_older_framework_are_read_into_the_same_fields() {
        modules.write("m/dialogs/vieux.yaml", """
                form:
                  tabs:
                    - name: tabMain
                      label: Principal
                      fields:
                        - {name: titre, class: info.magnolia.ui.form.field.definition.TextFieldDefinition, rows: 3}
                        - name: page
                          class: info.magnolia.ui.form.field.definition.LinkFieldDefinition
                          targetWorkspace: website
                          appName: pages
                          identifierToPathConverter:
                            class: info.magnolia.ui.form.field.converter.BaseIdentifierToPathConverter
                        - {name: chemin, fieldType: link, targetWorkspace: website, appName: pages}
                        - name: photo
                          fieldType: link
                          appName: assets
                          identifierToPathConverter:
                            class: info.magnolia.dam.app.assets.field.translator.AssetCompositeIdKeyTranslator
                        - {name: choix, fieldType: optionGroup, options: [{name: a, value: a, label: A}]}
                        - {name: cases, fieldType: optionGroup, multiselect: true, options: [{name: a, value: a, label: A}]}
                        - {name: guide, fieldType: link, targetWorkspace: guides, appName: guides}
                        - name: etapes
                          fieldType: multiValue
                          transformerClass: info.magnolia.ui.form.field.transformer.multi.MultiValueSubChildrenNodeTransformer
                          field: {fieldType: text}
                        - {name: nombre, fieldType: text, type: Long}
                        - {name: mots, fieldType: multiValue, field: {fieldType: text}}
                        - name: adresse
                          fieldType: composite
                          fields: [{name: rue, fieldType: text}]
                        - name: lien
                          fieldType: switchable
                          options: [{name: interne, value: interne}, {name: externe, value: externe}]
                          fields: [{name: interne, fieldType: link}, {name: externe, fieldType: text}]
                actions:
                  commit: {class: info.magnolia.ui.admincentral.dialog.action.SaveDialogActionDefinition}
                """);
        Definitions definitions = modules.load();
        assertThat(definitions.problems()).isEmpty();
        FormDefinition form = definitions.dialog("m:vieux").orElseThrow().form();
        assertThat(form.layout()).isInstanceOf(FormDefinition.Layout.Tabbed.class);
        assertThat(form.field("titre").orElseThrow())
                .isInstanceOfSatisfying(
                        FieldDefinition.TextField.class,
                        text -> assertThat(text.rows()).isEqualTo(3));
        assertThat(form.field("titre").orElseThrow().basics().label().keys()).contains("vieux.tabMain.titre.label");
        assertThat(link(form, "page").form()).isEqualTo(LinkField.Form.IDENTIFIER);
        assertThat(link(form, "chemin").form()).isEqualTo(LinkField.Form.PATH);
        assertThat(link(form, "photo").form()).isEqualTo(LinkField.Form.ASSET_KEY);
        assertThat(form.field("choix").orElseThrow()).isInstanceOf(FieldDefinition.RadioButtonGroupField.class);
        assertThat(form.field("cases").orElseThrow()).isInstanceOf(FieldDefinition.CheckBoxGroupField.class);
        assertThat(link(form, "guide").target()).isEqualTo(LinkField.Target.NODE);
        assertThat(form.field("etapes").orElseThrow().storage()).isEqualTo(Storage.ENTRY_NODES);
        assertThat(form.field("nombre").orElseThrow().basics().type()).isEqualTo("java.lang.Long");
        assertThat(form.field("mots").orElseThrow().storage()).isEqualTo(Storage.VALUES);
        assertThat(form.field("adresse").orElseThrow())
                .isInstanceOfSatisfying(FieldDefinition.CompositeField.class, composite -> {
                    assertThat(composite.storage()).isEqualTo(Storage.SAME_NODE);
                    assertThat(composite.decorator().name("adresse", "rue")).isEqualTo("adresserue");
                });
        assertThat(form.field("lien").orElseThrow())
                .isInstanceOfSatisfying(FieldDefinition.SwitchableField.class, switchable -> {
                    assertThat(switchable.choice().name()).isEqualTo("lien");
                    assertThat(switchable.forms().keySet()).containsExactlyInAnyOrder("interne", "externe");
                });
    }

    @Test
    void a_tabbed_form_declares_its_fields_in_its_tabs() {
        modules.write("m/dialogs/onglets.yaml", """
                form:
                  $type: tabbedForm
                  tabs:
                    - name: un
                      fields:
                        - {name: a, class: org.example.ConfiguredTextFieldDefinition}
                        - name: lien
                          $type: switchableField
                          itemProvider: {$type: jcrChildNodeProvider}
                          field:
                            $type: radioButtonGroupField
                            required: true
                            datasource: {$type: optionListDatasource, options: [{name: x, value: x}]}
                          forms: [{name: x, properties: {y: {$type: dateField, time: true}}}]
                """);
        Definitions definitions = modules.load();
        FormDefinition form = definitions.dialog("m:onglets").orElseThrow().form();
        assertThat(form.properties()).extracting(FieldDefinition::name).containsExactly("a", "lien");
        assertThat(form.field("a").orElseThrow()).isInstanceOf(FieldDefinition.TextField.class);
        assertThat(form.field("lien").orElseThrow().storage()).isEqualTo(Storage.CHILD_NODE);
        assertThat(form.field("lien").orElseThrow())
                .isInstanceOfSatisfying(
                        FieldDefinition.SwitchableField.class,
                        switchable -> assertThat(switchable.choice().basics().required())
                                .isTrue());
        assertThat(definitions.problems()).isEmpty();
    }

    @Test
    void an_app_overlays_what_its_content_type_generates() {
        modules.write("actus/contentTypes/actus.yaml", """
                        datasource: {workspace: actus, autoCreate: true}
                        model:
                          nodeType: bocage:actu
                          subModels:
                            contact:
                              properties: {telephone: {type: String}, telephoneVisible: {type: Boolean}}
                          properties:
                            titre: {type: String, required: true, label: Titre}
                            name: {type: String, required: true}
                            origine: {type: String, options: [{value: pole, label: Le pôle}, {value: territoire}]}
                            corps: {type: richText}
                            dates: {type: Date, multiple: true, readOnly: true}
                            contact: {type: contact}
                            contacts: {type: contact, multiple: true}
                            lies: {type: reference:actus, multiple: true}
                            auteur: {type: String}
                        """)
                .write("actus/apps/actus-app.yaml", """
                        !content-type:actus
                        label: Actualités
                        subApps:
                          detail:
                            label: Actualité
                            form:
                              properties:
                                titre:
                                  validators: [{name: longueur, $type: regexpValidator, pattern: ".{3,120}"}]
                                corps: {images: true}
                              layout:
                                $type: tabbedLayout
                                tabs: [{name: texte, fields: [{name: titre}, {name: corps}]}]
                        permissions: {roles: [contributeur]}
                        """)
                .write("actus/bocage/actus.yaml", """
                        fields:
                          auteur: {readers: staff}
                          contact/telephone: {readers: flag:contact/telephoneVisible}
                          contacts: {readers: adherents}
                        search: {titre: 4, corps: 1}
                        list: [titre, origine, etat, mgnl:lastModified]
                        address: /actualites/{publie:yyyy}/{name}
                        folders: yyyy/MM
                        """);
        Definitions definitions = modules.load();
        assertThat(definitions.problems()).isEmpty();
        AppDefinition app = definitions.app("actus-app").orElseThrow();
        FormDefinition form = app.form().orElseThrow();
        assertThat(form.field("titre").orElseThrow().basics().validators()).hasSize(1);
        assertThat(form.field("titre").orElseThrow().basics().label().keys())
                .startsWith("actus-app.detail.titre.label");
        assertThat(form.field("corps").orElseThrow())
                .isInstanceOfSatisfying(
                        FieldDefinition.RichTextField.class,
                        rich -> assertThat(rich.images()).isTrue());
        assertThat(form.field("origine").orElseThrow())
                .isInstanceOfSatisfying(
                        FieldDefinition.ComboBoxField.class,
                        combo -> assertThat(combo.datasource())
                                .isInstanceOfSatisfying(
                                        Datasource.Options.class,
                                        options -> assertThat(options.options())
                                                .extracting(option -> option.value() + "="
                                                        + option.label().literal())
                                                .containsExactly("pole=Le pôle", "territoire=territoire")));
        assertThat(form.field("dates").orElseThrow().storage()).isEqualTo(Storage.ENTRY_NODES);
        assertThat(form.field("dates").orElseThrow().basics().readOnly()).isTrue();
        assertThat(form.field("contact").orElseThrow().storage()).isEqualTo(Storage.CHILD_NODE);
        assertThat(form.field("contacts").orElseThrow())
                .isInstanceOfSatisfying(
                        FieldDefinition.MultiField.class,
                        contacts -> assertThat(contacts.entryName(1)).isEqualTo("1"));
        assertThat(form.field("lies").orElseThrow().storage()).isEqualTo(Storage.VALUES);
        assertThat(app.roles()).containsExactly("superuser", "contributeur");
        ContentTypeExtension extension =
                definitions.contentType("actus").orElseThrow().extension();
        assertThat(extension.readersOf("titre")).isEqualTo(FieldReaders.ITEM);
        assertThat(extension.readersOf("auteur")).isEqualTo(FieldReaders.STAFF);
        assertThat(extension.readersOf("contact/telephone"))
                .isEqualTo(new FieldReaders(Audience.FLAG, List.of("contact/telephoneVisible")));
        assertThat(extension.readersOf("contacts/telephone").audience()).isEqualTo(Audience.MEMBERS);
        assertThat(extension.search()).isEqualTo(Map.of("titre", 4, "corps", 1));
        assertThat(extension.address()).isEqualTo(AddressPattern.of("/actualites/{publie:yyyy}/{name}"));
    }

    @Test
    void a_deprecated_definition_says_so() {
        modules.write(
                "m/templates/pages/a.yaml",
                "title: A\nmetadata: !metadata\n  deprecated: {since: 2.0, description: Prenez b.}\n");
        Definitions definitions = modules.load();
        assertThat(LightModules.places(definitions)).containsExactly("DEPRECATED /m/templates/pages/a.yaml:2");
        assertThat(definitions.template("m:pages/a")).isPresent();
    }

    @Test
    void merge_keys_and_anchors_work_as_in_yaml() {
        modules.write(
                "m/templates/pages/a.yaml",
                "areas:\n  un: &un {title: Un, type: list}\n  deux: {<<: *un, title: Deux}\n  trois: *un\n");
        TemplateDefinition page = modules.load().template("m:pages/a").orElseThrow();
        assertThat(page.area("deux").orElseThrow().property("title")).contains("Deux");
        assertThat(page.area("deux").orElseThrow().type()).isEqualTo("list");
        assertThat(page.area("trois").orElseThrow().name()).isEqualTo("trois");
    }

    @Test
    void a_theme_has_its_image_variations() {
        modules.write("m/themes/t.yaml", """
                imaging:
                  class: info.magnolia.templating.imaging.VariationAwareImagingSupport
                  variations:
                    carte: {class: info.magnolia.templating.imaging.variation.SimpleResizeVariation, width: 640, height: 400}
                    large: {class: info.magnolia.templating.imaging.variation.SimpleResizeVariation, width: 1280, height: 800, crop: false}
                """);
        Definitions definitions = modules.load();
        Map<String, Theme.Variation> variations =
                definitions.theme("t").orElseThrow().variations();
        assertThat(variations.values())
                .extracting(one -> one.name() + " " + one.width() + "x" + one.height() + " " + one.crop())
                .containsExactly("carte 640x400 true", "large 1280x800 false");
        assertThat(definitions.problems()).isEmpty();
    }

    @Test
    void every_file_of_the_tree_is_a_resource_with_a_hash() throws IOException {
        modules.write("m/webresources/style.css", "body{}")
                .write("m/.git/config", "x")
                .write("m/tmp/x.css", "y");
        Resources resources = modules.load().resources();
        Resource style = resources.get("/m/webresources/style.css").orElseThrow();
        assertThat(style.hash()).hasSize(16).isEqualTo(style.hash());
        assertThat(style.size()).isEqualTo(6);
        assertThat(resources.matching("/m/webresources/**")).containsExactly(style);
        assertThat(resources.matching(Pattern.compile(".*"))).containsExactly(style);
        assertThat(resources.get("/m/../m/webresources/style.css")).isEmpty();
    }

    @Test
    void a_value_of_the_environment_stands_as_it_is_and_an_app_of_the_page_editor_is_left_out_and_told() {
        modules.write("m/templates/pages/a.yaml", "title: !env HOME\nsubtype: accueil\n")
                .write("m/apps/pages-app.yaml", "!page-editor-app:pages\nlabel: Pages\n")
                .write("m/apps/carnet.yaml", "label: Carnet\n");
        Definitions definitions = modules.load();
        assertThat(definitions.template("m:pages/a").orElseThrow().property("title"))
                .contains("HOME");
        assertThat(definitions.apps()).extracting(AppDefinition::name).containsExactly("carnet");
        assertThat(LightModules.places(definitions)).containsExactly("SEVERE /m/apps/pages-app.yaml:1");
    }

    @Test
    void a_site_may_offer_the_templates_of_one_render_type_alone() {
        modules.write("m/templates/pages/a.yaml", "renderType: freemarker\ntitle: A\n")
                .write("m/templates/pages/b.yaml", "renderType: spa\ntitle: B\n")
                .write(
                        "m/decorations/site/config.yaml",
                        "site:\n  templates: {availability: {enableAllWithRenderType: [spa]}}\n");
        Definitions definitions = modules.load();
        assertThat(definitions.templates().stream()
                        .filter(template -> definitions.site().offers(template, List.of()))
                        .map(TemplateDefinition::id))
                .containsExactly("m:pages/b");
    }

    @Test
    void messages_of_all_modules_are_one_bundle_and_those_without_a_language_are_english() {
        modules.write("m/i18n/m.properties", "salut=Hello\nadieu=Farewell\n")
                .write("n/i18n/n_fr.properties", "salut=Bonjour\n");
        Definitions definitions = modules.load();
        assertThat(definitions.messages().lookup(Locale.FRENCH, "salut")).isEqualTo("Bonjour");
        assertThat(definitions.messages().lookup(Locale.ENGLISH, "salut")).isEqualTo("Hello");
        assertThat(definitions.messages().lookup(Locale.FRENCH, "adieu"))
                .as("what has no French text is told in English")
                .isEqualTo("Farewell");
    }

    @Test
    void fragments_and_variations_of_a_site_are_accepted_without_effect() {
        modules.write("m/templates/components/a.yaml", "title: A\nfragmentDefinition: {name: plein}\n")
                .write("m/decorations/site/config.yaml", """
                        site:
                          variations: {mobile: {templates: {availability: {enableAll: true}}}}
                        """);
        Definitions definitions = modules.load();
        assertThat(definitions.template("m:components/a")).isPresent();
        assertThat(definitions.problems()).isEmpty();
    }

    @Test
    void files_that_magnolia_does_not_scan_are_no_definitions() {
        modules.write("m/templates/pages/a.yml", "title: A\n")
                .write("m/includes/pages/a.yaml", "title: A\n")
                .write("m/templates/pages/été.yaml", "title: A\n")
                .write("m/restClients/meteo.yaml", "baseUrl: [\n");
        Definitions definitions = modules.load();
        assertThat(definitions.templates()).isEmpty();
        assertThat(definitions.resources().get("/m/restClients/meteo.yaml")).isPresent();
        assertThat(definitions.problems()).isEmpty();
    }

    private static LinkField link(FormDefinition form, String name) {
        return (LinkField) form.field(name).orElseThrow();
    }
}
