package org.bocage.cms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bocage.cms.definition.files.Problem;
import org.bocage.cms.definition.files.Problem.Severity;
import org.bocage.cms.definition.files.SourceFile;
import org.bocage.cms.definition.form.AppDefinition;
import org.bocage.cms.definition.form.DialogDefinition;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.form.FieldDefinition.LinkField;
import org.bocage.cms.definition.form.FormDefinition;
import org.bocage.cms.definition.form.ItemProvider;
import org.bocage.cms.definition.form.Label;
import org.bocage.cms.definition.form.Messages;
import org.bocage.cms.definition.form.Validator;
import org.bocage.cms.definition.site.AreaDefinition;
import org.bocage.cms.definition.site.ComponentAvailability;
import org.bocage.cms.definition.site.Inheritance;
import org.bocage.cms.definition.site.RestEndpointDefinition;
import org.bocage.cms.definition.site.SiteDefinition;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.definition.site.Theme;
import org.bocage.cms.definition.site.VirtualUriMapping;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.ContentTypeExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a real Magnolia 6.2.45 was seen to make of the same light module. */
@Tag("fast")
class OracleDefinitionTests {

    private static final Definitions ORACLE =
            Definitions.load(List.of(Path.of("webapp/src/test/resources/magnolia/light-modules")));

    @Test
    void includes_with_changes_merge_deeply_and_turn_lists_into_maps() {
        assertThat(printed("directives")).isEqualTo("""
                        titre=Directives YAML
                        p.couleur=rouge
                        p.detail.a=1
                        p.detail.b=20
                        p.detail.c.profond=oui
                        p.detail.d=4
                        p.suite.0=un
                        p.suite.1=deux
                        p.taille=1
                        zone.centre=Centre|-|centre
                        zone.droite=Droite modifiée|single|droite
                        zone.gauche=Gauche|list|gauche
                        """);
    }

    @Test
    void a_plain_include_gives_the_file_as_it_is() {
        assertThat(printed("directivesSimple")).isEqualTo("""
                        titre=Inclusion simple
                        p.couleur=vert
                        p.detail.a=1
                        p.detail.b=2
                        p.detail.c.profond=oui
                        p.taille=1
                        zone.droite=Droite|single|droite
                        zone.gauche=Gauche|list|gauche
                        """);
    }

    @Test
    void override_replaces() {
        assertThat(printed("directivesOverride")).isEqualTo("""
                        titre=Inclusion avec remplacement
                        p.couleur=vert
                        p.detail.z=26
                        p.suite.0=trois
                        p.taille=1
                        zone.droite=Droite|single|droite
                        zone.gauche=Gauche remplacée|-|gauche
                        """);
    }

    @Test
    void inherit_lays_one_definition_over_another() {
        assertThat(printed("directivesHerite")).isEqualTo("""
                        titre=Héritage
                        p.couleur=jaune
                        p.detail.h=8
                        p.suite.0=un
                        p.suite.1=deux
                        p.taille=1
                        zone.bas=Bas|-|bas
                        zone.centre=Centre hérité|noComponent|centre
                        zone.droite=Droite modifiée|single|droite
                        zone.gauche=Gauche|list|gauche
                        """);
    }

    @Test
    void decorations_of_the_whole_and_of_a_path_apply() {
        assertThat(printed("decoree")).isEqualTo("""
                        titre=Page à décorer
                        p.couleur=décorée
                        p.detail.a=1
                        p.detail.b=22
                        p.detail.c=3
                        p.nouveau=oui
                        p.origine=oui
                        zone.bas=Bas ajouté|-|bas
                        zone.droite=Droite décorée|-|droite
                        zone.gauche=Gauche par chemin|list|gauche
                        """);
    }

    @Test
    void messages_follow_the_locale_then_english_then_show_the_key() {
        Messages messages = ORACLE.messages();
        assertThat(messages.lookup(Locale.FRENCH, "oracle.bonjour")).isEqualTo("Bonjour");
        assertThat(messages.lookup(Locale.FRANCE, "oracle.bonjour")).isEqualTo("Bonjour");
        assertThat(messages.lookup(Locale.FRENCH, "oracle.accueil", "Zoé")).isEqualTo("Bienvenue Zoé");
        assertThat(messages.lookup(Locale.FRENCH, "oracle.compte", "3", "ateliers"))
                .isEqualTo("3 ateliers prévus");
        assertThat(messages.lookup(Locale.FRENCH, "oracle.cle.absente")).isEqualTo("oracle.cle.absente");
        assertThat(messages.lookup(Locale.FRENCH, "oracle.apostrophe")).isEqualTo("L''atelier d'ici");
        assertThat(messages.lookup(Locale.FRENCH, "oracle.accent")).isEqualTo("Économie sociale été");
        assertThat(messages.lookup(Locale.FRENCH, "oracle.enseul")).isEqualTo("English only");
        assertThat(messages.lookup(Locale.ENGLISH, "oracle.frseul")).isEqualTo("oracle.frseul");
        assertThat(messages.lookup(Locale.ENGLISH, "oracle.apostrophe")).isEqualTo("The member''s workshop");
        assertThat(messages.lookup(Locale.GERMAN, "oracle.bonjour")).isEqualTo("Hello");
    }

    @Test
    void a_title_may_be_a_message_key() {
        assertThat(ORACLE.messages().text(Locale.FRENCH, template("base").title()))
                .isEqualTo("Page de base");
        assertThat(ORACLE.messages().text(Locale.FRENCH, template("simple").title()))
                .isEqualTo("Page simple");
    }

    @Test
    void every_recorded_problem_is_reported() {
        assertThat(problems("/oracle/templates/pages/problemeInconnu.yaml")).containsExactly("MINOR 4 problemeInconnu");
        assertThat(problems("/oracle/templates/pages/problemeType.yaml")).contains("MINOR 5 problemeType/areas");
        assertThat(problems("/oracle/templates/pages/problemeYaml.yaml")).containsExactly("SEVERE 3 /");
        assertThat(problems("/oracle/templates/pages/problemeInclusion.yaml"))
                .containsExactly("SEVERE 4 /", "MAJOR 4 /");
        assertThat(problems("/oracle/templates/pages/problemeVide.yaml")).isEmpty();
        assertThat(problems("/oracle/templates/pages/problemeDialogue.yaml")).isEmpty();
        assertThat(problems("/oracle/includes/parametres.yaml"))
                .containsExactly("MINOR 8 directivesSimple/parameters/suite");
        assertThat(problems("/oracle/templates/pages/fonctions.yaml"))
                .containsExactly("MINOR 6 fonctions/parameters/liste");
        assertThat(problems("/oracle/templates/pages/directivesHerite.yaml")).containsExactly("MAJOR 0 /");
    }

    @Test
    void only_severe_problems_make_a_definition_unusable() {
        assertThat(ORACLE.template("oracle:pages/problemeInconnu")).isPresent();
        assertThat(ORACLE.template("oracle:pages/problemeType")).isPresent();
        assertThat(ORACLE.template("oracle:pages/problemeVide"))
                .hasValueSatisfying(
                        empty -> assertThat(empty.property("renderType")).isEmpty());
        assertThat(ORACLE.template("oracle:pages/problemeYaml")).isEmpty();
        assertThat(ORACLE.template("oracle:pages/problemeInclusion")).isEmpty();
    }

    @Test
    void a_problem_is_told_in_french() {
        assertThat(ORACLE.problems())
                .filteredOn(problem -> problem.file().endsWith("problemeYaml.yaml"))
                .extracting(Problem::sentence)
                .containsExactly("Le fichier n’est pas du YAML valide\u00a0: un deux-points ou un décalage inattendu"
                        + " (ligne 3, colonne 13)");
    }

    @Test
    void nothing_else_in_the_module_is_a_problem() {
        assertThat(ORACLE.problems())
                .filteredOn(problem -> !problem.file().contains("probleme"))
                .extracting(problem -> problem.severity() + " " + problem.file())
                .containsExactlyInAnyOrder(
                        "MAJOR /oracle/templates/pages/directivesHerite.yaml",
                        "SEVERE /oracle/virtualUriMappings/typeCourt.yaml",
                        "DEPRECATED /oracle/templates/pages/directivesSimple.yaml",
                        "MINOR /oracle/includes/parametres.yaml",
                        "MINOR /oracle/templates/pages/fonctions.yaml");
    }

    @Test
    void a_script_reads_properties_then_parameters() {
        TemplateDefinition fonctions = template("fonctions");
        assertThat(fonctions.property("p1")).contains("valeur un");
        assertThat(fonctions.property("id")).contains("oracle:pages/fonctions");
        assertThat(fonctions.property("name")).contains("fonctions");
        assertThat(fonctions.property("dialog")).isEmpty();
        assertThat(fonctions.parameters())
                .doesNotContainKey("liste")
                .containsEntry("carte", Map.of("x", 1L, "y", "deux"));
        assertThat(template("problemeInconnu").property("proprieteInconnue")).isEmpty();
        assertThat(template("base").property("couleur")).contains("bleu");
        assertThat(template("base").property("actif")).contains(true);
    }

    @Test
    void areas_keep_their_order_and_their_rules() {
        TemplateDefinition base = template("base");
        assertThat(base.areas().keySet()).containsExactly("entete", "principal", "encart", "sansComposant", "pied");
        AreaDefinition principal = base.area("principal").orElseThrow();
        assertThat(principal.effectiveType()).isEqualTo("list");
        assertThat(principal.maxComponents()).isEqualTo(4);
        assertThat(principal.renderType()).isEqualTo("freemarker");
        assertThat(principal.availableComponents())
                .extracting(ComponentAvailability::id)
                .containsExactly("oracle:components/texte", "oracle:components/lien", "oracle:components/liste");
        assertThat(base.area("encart").orElseThrow().optional()).isTrue();
        assertThat(base.area("pied").orElseThrow().inheritance().components()).isEqualTo(Inheritance.Components.ALL);
        AreaDefinition generated = template("genere").area("auto").orElseThrow();
        assertThat(generated.autoGeneration().content().keySet()).containsExactly("premier", "second");
        assertThat(template("genere").area("nonCreee").orElseThrow().createAreaNode())
                .isFalse();
        assertThat(template("genere").area("desactivee").orElseThrow().enabled())
                .isFalse();
    }

    @Test
    void the_site_has_the_languages_its_decoration_gives() {
        SiteDefinition.Locales locales = ORACLE.site().locales();
        assertThat(locales.enabled()).isTrue();
        assertThat(locales.byDefault()).isEqualTo(Locale.FRENCH);
        assertThat(locales.supported()).containsExactly(Locale.FRENCH, Locale.ENGLISH);
        assertThat(ORACLE.site().offers(template("simple"), List.of())).isTrue();
        assertThat(ORACLE.site()
                        .offers(ORACLE.template("oracle:components/texte").orElseThrow(), List.of()))
                .isFalse();
    }

    @Test
    void a_dialog_has_tabs_and_typed_fields() {
        DialogDefinition dialog = ORACLE.dialog("oracle:pages/base").orElseThrow();
        assertThat(dialog.form().layout())
                .isInstanceOfSatisfying(
                        FormDefinition.Layout.Tabbed.class,
                        tabbed -> assertThat(tabbed.tabs())
                                .extracting(FormDefinition.Tab::fields)
                                .containsExactly(
                                        List.of("title", "intro"), List.of("hideInNav", "datePublication", "modele")));
        FieldDefinition title = dialog.form().field("title").orElseThrow();
        assertThat(title).isInstanceOf(FieldDefinition.TextField.class);
        assertThat(title.basics().required()).isTrue();
        assertThat(title.basics().i18n()).isTrue();
        assertThat(title.basics().label().literal()).isEqualTo("Titre");
        assertThat(dialog.form().field("intro").orElseThrow().basics().label().keys())
                .startsWith("oracle.pages.base.intro.label", "oracle.pages.base.intro")
                .endsWith("fields.intro.label", "fields.intro");
        assertThat(dialog.form().field("modele").orElseThrow().basics().defaultValue())
                .contains("base");
    }

    @Test
    void how_a_field_is_stored_can_be_told() {
        FormDefinition liste =
                ORACLE.dialog("oracle:components/liste").orElseThrow().form();
        assertThat(liste.field("mots").orElseThrow().storage()).isEqualTo(FieldDefinition.Storage.VALUES);
        assertThat(liste.field("lignes").orElseThrow())
                .isInstanceOfSatisfying(FieldDefinition.MultiField.class, lignes -> {
                    assertThat(lignes.storage()).isEqualTo(FieldDefinition.Storage.ENTRY_NODES);
                    assertThat(lignes.itemProvider())
                            .isEqualTo(new ItemProvider.ChildNode("lignes", "mgnl:contentNode", true));
                    assertThat(lignes.entryName(0)).isEqualTo("lignes0");
                    assertThat(lignes.field()).isInstanceOf(FieldDefinition.CompositeField.class);
                });
        FormDefinition lien =
                ORACLE.dialog("oracle:components/lien").orElseThrow().form();
        assertThat(lien.field("cible").orElseThrow())
                .isInstanceOfSatisfying(
                        LinkField.class, link -> assertThat(link.form()).isEqualTo(LinkField.Form.IDENTIFIER));
        assertThat(lien.field("image").orElseThrow())
                .isInstanceOfSatisfying(
                        LinkField.class, link -> assertThat(link.form()).isEqualTo(LinkField.Form.ASSET_KEY));
        assertThat(lien.field("adresse").orElseThrow().basics().validators())
                .containsExactly(new Validator.Regexp(
                        new Label(
                                "Adresse invalide",
                                List.of(
                                        "oracle.components.lien.adresse.validation.errorMessage",
                                        "adresse.validation.errorMessage",
                                        "validators.0.errorMessage")),
                        "https?://.*"));
    }

    @Test
    void an_unknown_field_is_told_and_the_dialog_still_opens() {
        FormDefinition form =
                ORACLE.dialog("oracle:pages/problemeChamp").orElseThrow().form();
        assertThat(form.field("a").orElseThrow()).isInstanceOf(FieldDefinition.UnknownField.class);
        assertThat(problems("/oracle/dialogs/pages/problemeChamp.yaml"))
                .containsExactly("MAJOR 3 problemeChamp/form/properties/a");
    }

    @Test
    void the_app_of_a_content_type_has_its_form() {
        AppDefinition app = ORACLE.app("association-app").orElseThrow();
        assertThat(app.label().literal()).isEqualTo("Associations");
        assertThat(app.icon()).isEqualTo("icon-people");
        assertThat(app.contentType()).isEqualTo("association");
        assertThat(app.roles()).containsExactly("superuser");
        assertThat(app.subApps().keySet()).containsExactly("browser", "detail");
        Map<String, String> types = new TreeMap<>();
        FormDefinition form = app.form().orElseThrow();
        form.properties()
                .forEach(field -> types.put(field.name(), field.getClass().getSimpleName() + " " + field.storage()));
        assertThat(form.properties())
                .extracting(FieldDefinition::name)
                .containsExactly(
                        "name",
                        "nom",
                        "description",
                        "ville",
                        "membres",
                        "budget",
                        "agreee",
                        "fondee",
                        "themes",
                        "partenaire",
                        "logo");
        assertThat(types)
                .containsEntry("nom", "TextField PROPERTY")
                .containsEntry("agreee", "CheckBoxField PROPERTY")
                .containsEntry("fondee", "DateField PROPERTY")
                .containsEntry("themes", "MultiField VALUES")
                .containsEntry("logo", "LinkField PROPERTY");
        assertThat(form.field("membres").orElseThrow().basics().type()).isEqualTo("java.lang.Long");
        assertThat(form.field("nom").orElseThrow().basics().required()).isTrue();
        assertThat(form.field("nom").orElseThrow().basics().i18n()).isTrue();
        assertThat(form.field("name").orElseThrow().basics().validators())
                .hasExactlyElementsOfTypes(Validator.NodeName.class);
        assertThat(app.subApps().get("browser")).isInstanceOfSatisfying(AppDefinition.Browser.class, browser -> {
            assertThat(browser.views()).extracting(AppDefinition.View::name).containsExactly("tree", "list");
            assertThat(browser.views().get(1).columns())
                    .extracting(AppDefinition.Column::name)
                    .containsExactly("name", "path", "jcrPublishingStatus", "mgnl:lastModified");
            assertThat(browser.actionBar().defaultAction()).isEqualTo("editItem");
        });
    }

    @Test
    void a_content_type_says_where_its_items_lie() {
        ContentType association = ORACLE.contentType("association").orElseThrow();
        assertThat(association.workspace()).isEqualTo("oracle");
        assertThat(association.nodeType()).isEqualTo("ora:association");
        assertThat(association.autoCreate()).isTrue();
        assertThat(association.namespaces()).containsExactly(Map.entry("ora", "http://oracle.example/jcr/ora"));
        assertThat(association.extension()).isEqualTo(ContentTypeExtension.NONE);
        assertThat(association.source()).isEqualTo(new SourceFile("oracle", "/oracle/contentTypes/association.yaml"));
    }

    @Test
    void endpoints_have_their_path_and_their_defaults() {
        assertThat(ORACLE.restEndpoints())
                .extracting(RestEndpointDefinition::path)
                .contains("delivery/assos/v1", "delivery/pages/v1");
        RestEndpointDefinition defaults = endpoint("delivery/assosdefaut/v1");
        assertThat(defaults.limit()).isEqualTo(10);
        assertThat(defaults.depth()).isZero();
        assertThat(defaults.childNodeTypes()).containsExactly("mgnl:contentNode");
        assertThat(endpoint("delivery/pages/v1").systemProperties()).containsExactly("mgnl:template");
        assertThat(endpoint("delivery/assosref/v1").references())
                .extracting(RestEndpointDefinition.Reference::resolver)
                .hasExactlyElementsOfTypes(
                        RestEndpointDefinition.Resolver.Jcr.class, RestEndpointDefinition.Resolver.Asset.class);
    }

    @Test
    void virtual_uris_need_their_class() {
        assertThat(ORACLE.virtualUriMappings())
                .extracting(VirtualUriMapping::fromUri)
                .contains("/raccourci", "/vieux/*", "^/action/([a-z0-9-]+)$")
                .doesNotContain("/typecourt");
        assertThat(ORACLE.virtualUriMappings())
                .contains(new VirtualUriMapping.Simple(
                        "oracle:exact",
                        "/raccourci",
                        "redirect:/oracle/contact",
                        new SourceFile("oracle", "/oracle/virtualUriMappings/exact.yaml")));
    }

    @Test
    void a_theme_lists_its_files() {
        assertThat(ORACLE.theme("oracle-theme").orElseThrow().cssFiles())
                .extracting(Theme.File::link)
                .containsExactly("/.resources/oracle/webresources/style.css");
    }

    private static TemplateDefinition template(String page) {
        return ORACLE.template("oracle:pages/" + page).orElseThrow();
    }

    private static RestEndpointDefinition endpoint(String path) {
        return ORACLE.restEndpoints().stream()
                .filter(endpoint -> endpoint.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> problems(String file) {
        return ORACLE.problems().stream()
                .filter(problem -> problem.file().equals(file) && problem.severity() != Severity.DEPRECATED)
                .map(problem -> problem.severity() + " " + problem.line() + " " + problem.location())
                .toList();
    }

    /** What the template directives.ftl of the module prints. */
    private static String printed(String page) {
        TemplateDefinition template = template(page);
        StringBuilder out =
                new StringBuilder("titre=" + template.property("title").orElse("-") + "\n");
        print(template.parameters(), "p", out);
        new TreeMap<>(template.areas())
                .forEach((name, area) -> out.append("zone.%s=%s|%s|%s\n"
                        .formatted(
                                name,
                                area.property("title").orElse("-"),
                                area.property("type").orElse("-"),
                                area.property("name").orElse("-"))));
        return out.toString();
    }

    private static void print(Object value, String path, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            map.keySet().stream()
                    .map(String::valueOf)
                    .sorted()
                    .forEach(key -> print(java.util.Objects.requireNonNull(map.get(key)), path + "." + key, out));
        } else {
            out.append(path).append('=').append(value).append('\n');
        }
    }
}
