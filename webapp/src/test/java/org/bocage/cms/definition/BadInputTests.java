package org.bocage.cms.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.bocage.cms.definition.files.Problem;
import org.bocage.cms.definition.type.ContentTypeExtension;
import org.bocage.cms.definition.type.FieldReaders;
import org.bocage.cms.definition.type.MenuGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is wrong costs its own definition and says so; its neighbours stay. */
@Tag("fast")
class BadInputTests {

    @TempDir
    private Path folder;

    private LightModules modules;

    @BeforeEach
    void has_a_good_definition() {
        modules = new LightModules(folder).write("m/templates/pages/bonne.yaml", "title: Bonne\n");
    }

    @AfterEach
    void the_good_definition_is_always_there() {
        assertThat(modules.load().template("m:pages/bonne")).isPresent();
    }

    @Test
    void broken_yaml_is_told_with_its_line() {
        modules.write("m/templates/pages/p.yaml", "title: a\nareas: [\n");
        assertThat(problem()).startsWith("SEVERE /m/templates/pages/p.yaml:3 Le fichier n’est pas du YAML valide");
        assertThat(modules.load().template("m:pages/p")).isEmpty();
    }

    @Test
    void a_tab_is_told() {
        modules.write("m/templates/pages/p.yaml", "title: a\nareas:\n\tmain:\n");
        assertThat(problem()).contains(":3 ").contains("peut-être une tabulation");
    }

    @Test
    void a_missing_include_is_told_at_its_line() {
        modules.write("m/templates/pages/p.yaml", "title: a\nparameters: !include:/m/includes/rien.yaml\n");
        assertThat(problem()).startsWith("SEVERE /m/templates/pages/p.yaml:2").contains("/m/includes/rien.yaml");
    }

    @Test
    void an_include_cannot_leave_the_tree() throws IOException {
        Files.writeString(folder.resolveSibling("secret.yaml"), "mot: passe\n");
        for (String path : new String[] {"/../secret.yaml", "/m/../../secret.yaml", "../secret.yaml", "/etc/passwd"}) {
            modules.write("m/templates/pages/p.yaml", "parameters: !include:" + path + "\n");
            assertThat(problem()).contains("n’est pas un chemin absolu");
            modules.write("m/templates/pages/p.yaml", "parameters: !include " + path + "\n");
            assertThat(problem()).contains("n’est pas un chemin absolu");
        }
        assertThat(modules.load().resources().get("/../secret.yaml")).isEmpty();
        Files.delete(folder.resolveSibling("secret.yaml"));
    }

    @Test
    void a_file_that_includes_itself_is_told() {
        modules.write("m/includes/a.yaml", "x: !include:/m/includes/b.yaml\n")
                .write("m/includes/b.yaml", "y: !include:/m/includes/a.yaml\n")
                .write("m/templates/pages/p.yaml", "parameters: !include:/m/includes/a.yaml\n");
        assertThat(problem()).startsWith("SEVERE").contains("s’inclut lui-même");
    }

    @Test
    void definitions_that_inherit_from_each_other_are_told() {
        modules.write("m/templates/pages/a.yaml", "!inherit:m:pages/b\ntitle: a\n")
                .write("m/templates/pages/b.yaml", "!inherit:m:pages/a\ntitle: b\n");
        assertThat(modules.load().problems())
                .extracting(Problem::sentence)
                .anyMatch(sentence -> sentence.contains("hérite d’elle-même"));
        assertThat(modules.load().template("m:pages/a")).isEmpty();
        assertThat(modules.load().template("m:pages/b")).isEmpty();
    }

    @Test
    void a_missing_inherited_definition_is_told() {
        modules.write("m/templates/pages/a.yaml", "!inherit:m:pages/rien\ntitle: a\n");
        assertThat(problem()).startsWith("SEVERE").contains("m:pages/rien");
    }

    @Test
    void of_two_definitions_with_one_id_the_first_stays() {
        modules.write("m/apps/un.yaml", "name: app\nlabel: première\n")
                .write("n/apps/deux.yaml", "name: app\nlabel: seconde\n");
        assertThat(problem()).startsWith("MAJOR /n/apps/deux.yaml").contains("/m/apps/un.yaml");
        assertThat(modules.load().app("app").orElseThrow().label().literal()).isEqualTo("première");
    }

    @Test
    void aliases_that_multiply_are_refused() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (int i = 1; i < 9; i++) {
            laughs.append("a%d: &a%d [*a%d, *a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1, i - 1));
        }
        modules.write("m/templates/pages/p.yaml", laughs.toString());
        assertThat(problemSoon()).startsWith("SEVERE");
    }

    @Test
    void includes_that_multiply_are_refused() {
        modules.write("m/includes/i0.yaml", "a: ha\nb: ha\nc: ha\nd: ha\n");
        for (int i = 1; i < 20; i++) {
            String inner = "!include:/m/includes/i%d.yaml".formatted(i - 1);
            modules.write("m/includes/i" + i + ".yaml", "a: %s\nb: %s\nc: %s\n".formatted(inner, inner, inner));
        }
        modules.write("m/templates/pages/p.yaml", "parameters: !include:/m/includes/i19.yaml\n");
        assertThat(problemSoon()).startsWith("SEVERE").contains("trop grosse");
    }

    @Test
    void an_alias_to_itself_is_refused() {
        modules.write("m/templates/pages/p.yaml", "parameters: &p\n  encore: *p\n");
        assertThat(problem()).startsWith("SEVERE").contains("se contient lui-même");
        modules.write("m/templates/pages/p.yaml", "parameters: &p\n  <<: *p\n");
        assertThat(problem()).startsWith("SEVERE");
    }

    @Test
    void deep_nesting_is_refused() {
        modules.write("m/templates/pages/p.yaml", "parameters: " + "[".repeat(100_000));
        assertThat(problemSoon()).startsWith("SEVERE");
    }

    @Test
    void a_file_and_a_definition_are_as_large_as_is_said_and_no_larger() {
        taken("parameters: " + "[".repeat(50) + "]".repeat(50));
        refused("parameters: " + "[".repeat(51) + "]".repeat(51));
        taken("parameters:\n  a: &a {b: c}\n  tous: [" + "*a,".repeat(50) + "]");
        refused("parameters:\n  a: &a {b: c}\n  tous: [" + "*a,".repeat(51) + "]");
        taken("parameters: [" + "x,".repeat(99_900) + "]");
        refused("parameters: [" + "x,".repeat(100_001) + "]");
        for (int i = 0; i < 3; i++) {
            String next = i == 0 ? "fin" : "!include:/m/includes/i" + (i - 1) + ".yaml";
            modules.write("m/includes/i" + i + ".yaml", nested(40, next));
        }
        taken("parameters: !include:/m/includes/i1.yaml");
        refused("parameters: !include:/m/includes/i2.yaml");
    }

    /** A value within so many mappings. */
    private static String nested(int levels, String value) {
        StringBuilder yaml = new StringBuilder();
        for (int level = 0; level < levels; level++) {
            yaml.append("  ".repeat(level)).append("a:").append(level < levels - 1 ? "\n" : " " + value + "\n");
        }
        return yaml.toString();
    }

    private void taken(String yaml) {
        modules.write("m/templates/pages/p.yaml", yaml + "\n");
        assertThat(modules.load().template("m:pages/p")).isPresent();
    }

    private void refused(String yaml) {
        modules.write("m/templates/pages/p.yaml", yaml + "\n");
        assertThat(problem()).startsWith("SEVERE /m/");
    }

    @Test
    void a_file_of_five_megabytes_is_refused() {
        modules.write("m/templates/pages/p.yaml", "title: a\n# " + "x".repeat(5 << 20));
        assertThat(problemSoon())
                .isEqualTo("SEVERE /m/templates/pages/p.yaml:0 Le fichier est trop gros\u00a0: 1024 Kio au plus.");
    }

    @Test
    void another_encoding_is_told() throws IOException {
        Files.write(folder.resolve("m/templates/pages/p.yaml"), "title: été\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problem()).startsWith("SEVERE").contains("UTF-8");
    }

    @Test
    void unknown_tags_and_java_classes_are_refused() {
        modules.write("m/templates/pages/p.yaml", "title: !secret x\n");
        assertThat(problem()).contains("!secret");
        modules.write("m/templates/pages/p.yaml", "title: !!java.lang.ProcessBuilder [[rm]]\n");
        assertThat(problem()).contains("java.lang.ProcessBuilder");
        modules.write("m/templates/pages/p.yaml", "title: !!java.net.URL http://x\n");
        assertThat(problem()).startsWith("SEVERE");
    }

    @Test
    void a_file_that_is_no_map_is_told() {
        modules.write("m/templates/pages/p.yaml", "- a\n- b\n");
        assertThat(problem()).startsWith("SEVERE").contains("des clés et des valeurs");
        modules.write("m/module.yaml", "juste un texte\n").write("m/templates/pages/p.yaml", "title: a\n");
        assertThat(problem()).startsWith("SEVERE /m/module.yaml");
    }

    @Test
    void a_broken_decoration_leaves_the_definition_as_it_is() {
        modules.write("n/decorations/m/templates/pages/bonne.yaml", "title: [\n");
        assertThat(problem()).startsWith("MAJOR").contains("laissée de côté");
        modules.write("n/decorations/m/templates/pages/bonne.yaml", "\n");
        assertThat(problem()).startsWith("MAJOR").contains("vide");
        modules.write("n/decorations/m/templates/pages/bonne.yaml", "- a\n- b\n");
        assertThat(modules.load().template("m:pages/bonne").orElseThrow().property("title"))
                .contains("Bonne");
    }

    @Test
    void broken_messages_leave_the_others() {
        modules.write("m/i18n/a_fr.properties", "cle=\\u00zz\n").write("m/i18n/b_fr.properties", "autre=oui\n");
        assertThat(problem()).startsWith("SEVERE /m/i18n/a_fr.properties");
        assertThat(modules.load().messages().lookup(Locale.FRENCH, "autre")).isEqualTo("oui");
    }

    @Test
    void a_content_type_whose_readers_cannot_be_read_is_not_served() {
        modules.write("m/contentTypes/fiches.yaml", "datasource: {workspace: fiches}\nmodel: {nodeType: m:fiche}\n")
                .write("m/bocage/fiches.yaml", "fields: [\n");
        assertThat(modules.load().contentType("fiches")).isEmpty();
    }

    @Test
    void a_content_type_with_an_unknown_restriction_is_not_served() {
        modules.write("m/contentTypes/fiches.yaml", "datasource: {workspace: fiches}\nmodel: {nodeType: m:fiche}\n")
                .write("m/bocage/fiches.yaml", "list: [titre]\nreaders:\n  etat: staff\n");
        assertThat(problem()).startsWith("SEVERE /m/bocage/fiches.yaml:2").contains("«\u00a0readers\u00a0»");
        assertThat(modules.load().contentType("fiches")).isEmpty();
    }

    @Test
    void a_flag_that_is_no_property_is_told() {
        modules.write(
                        "m/contentTypes/fiches.yaml",
                        "datasource: {workspace: fiches}\nmodel: {properties: [{name: tel}, {name: mail}]}\n")
                .write("m/bocage/fiches.yaml", "fields:\n  tel: {readers: 'flag:telPublic'}\n");
        assertThat(problem()).startsWith("MAJOR").contains("telPublic");
    }

    @Test
    void an_unknown_reader_closes_the_field() {
        modules.write(
                        "m/contentTypes/fiches.yaml",
                        "datasource: {workspace: fiches}\nmodel: {properties: [{name: tel}, {name: mail}]}\n")
                .write("m/bocage/fiches.yaml", "fields:\n  tel: {readers: tout le monde}\n  mail: staff\n");
        assertThat(problem()).startsWith("MAJOR");
        ContentTypeExtension extension =
                modules.load().contentType("fiches").orElseThrow().extension();
        assertThat(extension.readersOf("tel")).isEqualTo(FieldReaders.STAFF);
        assertThat(extension.readersOf("mail")).isEqualTo(FieldReaders.STAFF);
    }

    @Test
    void a_slip_of_the_pen_in_the_readers_of_a_field_closes_it() {
        modules.write(
                        "m/contentTypes/fiches.yaml",
                        "datasource: {workspace: fiches}\nmodel: {properties: [{name: tel}]}\n")
                .write("m/bocage/fiches.yaml", "fields:\n  tel: {raeders: staff}\n");
        assertThat(problem()).startsWith("MAJOR");
        assertThat(modules.load()
                        .contentType("fiches")
                        .orElseThrow()
                        .extension()
                        .readersOf("tel"))
                .isEqualTo(FieldReaders.STAFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fields:\n",
                "fields: tel\n",
                "consent: [tel]\n",
                "rules: tel\n",
                "rules: [{field: tel, whne: {mail: [a]}}]\n",
                "fields: {tel: {readers: staff}}\nlist: [tel]\nfields: {mail: {readers: staff}}\n"
            })
    void a_type_whose_restrictions_cannot_be_understood_is_not_served(String extension) {
        modules.write(
                        "m/contentTypes/fiches.yaml",
                        "datasource: {workspace: fiches}\nmodel: {nodeType: m:fiche, properties: [{name: tel}, {name: mail}]}\n")
                .write("m/bocage/fiches.yaml", extension);

        assertThat(problem()).startsWith("SEVERE /m/bocage/fiches.yaml");
        assertThat(modules.load().contentType("fiches")).isEmpty();
        assertThat(modules.load().isWithheld("fiches", "m:fiche")).isTrue();
    }

    @Test
    void a_type_that_cannot_even_say_what_its_items_are_withholds_all_that_nobody_else_defines() {
        modules.write("m/contentTypes/fiches.yaml", "datasource: {workspace: fi")
                .write("m/contentTypes/notes.yaml", "datasource: {workspace: notes}\nmodel: {nodeType: m:note}\n");

        Definitions definitions = modules.load();
        assertThat(definitions.isWithheld("fiches", "mgnl:content")).isTrue();
        assertThat(definitions.isWithheld("ailleurs", "m:fiche")).isTrue();
        assertThat(definitions.isWithheld("notes", "m:note")).isFalse();
        assertThat(definitions.isWithheld("website", "mgnl:page")).isFalse();
    }

    @Test
    void what_no_module_ever_claimed_is_not_withheld() {
        modules.write("m/contentTypes/notes.yaml", "datasource: {workspace: notes}\nmodel: {nodeType: m:note}\n");

        assertThat(modules.load().isWithheld("fiches", "m:fiche")).isFalse();
    }

    @Test
    void a_place_that_the_menu_does_not_have_is_told_and_the_type_stays() {
        modules.write("m/contentTypes/fiches.yaml", "datasource: {workspace: fiches}\nmodel: {nodeType: m:fiche}\n")
                .write("m/bocage/fiches.yaml", "menu: grenier\n");
        assertThat(problem()).startsWith("MINOR /m/bocage/fiches.yaml:1").contains("«\u00a0grenier\u00a0»");
        assertThat(modules.load()
                        .contentType("fiches")
                        .orElseThrow()
                        .extension()
                        .menu())
                .isEqualTo(MenuGroup.SITE);
    }

    @Test
    void a_field_that_the_order_or_the_likeness_of_items_names_in_vain_is_told() {
        modules.write(
                        "m/contentTypes/fiches.yaml",
                        "datasource: {workspace: fiches}\nmodel: {nodeType: m:fiche, properties: {debut: {type: Date}}}\n")
                .write("m/bocage/fiches.yaml", "days: {debut: jour}\n");
        assertThat(problem()).startsWith("MINOR /m/bocage/fiches.yaml:1").contains("«\u00a0jour\u00a0»");
        modules.write("m/bocage/fiches.yaml", "alike: hameau\n");
        assertThat(problem()).startsWith("MINOR /m/bocage/fiches.yaml:1").contains("«\u00a0hameau\u00a0»");
    }

    @Test
    void what_the_host_cannot_use_among_the_parameters_of_the_site_is_told_and_left_out() {
        modules.write("m/decorations/site/config.yaml", """
                site:
                  parameters:
                    errorPages: {'404': 'm:pages/perdue', '418': 'm:pages/theiere'}
                    colours: {pre: '#00AA00', ciel: bleu}
                    mainColours: [pre, ciel]
                """);
        assertThat(modules.load().problems())
                .extracting(Problem::sentence)
                .anyMatch(sentence -> sentence.startsWith("«\u00a0418\u00a0» n’est pas le statut"))
                .anyMatch(sentence -> sentence.startsWith("La couleur «\u00a0ciel\u00a0» s’écrit comme #ffc83d"))
                .anyMatch(sentence -> sentence.contains("«\u00a0pre, ciel\u00a0» est ignoré"));
        assertThat(modules.load().site().settings().mainColours()).isEmpty();
        assertThat(modules.load().site().settings().colours()).containsExactly(Map.entry("pre", "#00aa00"));
        assertThat(modules.load().site().errorPage(404)).isEqualTo("m:pages/perdue");
        assertThat(modules.load().site().errorPage(410)).endsWith(":pages/erreur410");
    }

    @Test
    void a_reference_to_an_unknown_type_is_severe() {
        modules.write(
                "m/contentTypes/fiches.yaml",
                "datasource: {workspace: fiches}\nmodel: {properties: {lien: {type: reference:rien}}}\n");
        assertThat(problem()).startsWith("SEVERE").contains("rien");
        modules.write("m/apps/fiches.yaml", "!content-type:fiches\n");
        assertThat(modules.load().app("fiches")).isEmpty();
    }

    private String problem() {
        Problem first = modules.load().problems().get(0);
        return first.severity() + " " + first.file() + ":" + first.line() + " " + first.sentence();
    }

    private String problemSoon() {
        return assertTimeout(Duration.ofSeconds(2), this::problem);
    }
}
