package org.bocage.editorial.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.jcr.PropertyType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.exchange.BootstrapYaml;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.view.FormField;
import org.bocage.editorial.view.FormPage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("fast")
class AddedFieldTests {

    private static final String TYPE = "actus/contentTypes/actus.yaml";

    private static final String DAYS_PRICE_PLACE = """
                - name: jours
                  type: Date
                  multiple: true
                - name: prix
                  type: Double
                - name: lieu
                  type: String
            """;

    private static final String PLACE = """
                    lieu: !override
                      $type: switchableField
                      label: Lieu
                      itemProvider:
                        $type: jcrChildNodeProvider
                      field:
                        $type: radioButtonGroupField
                        name: genre
                        datasource:
                          $type: optionListDatasource
                          options:
                            - name: salle
                              value: salle
                              label: Dans une salle
                            - name: ligne
                              value: ligne
                              label: En ligne
                      forms:
                        - name: salle
                          properties:
                            adresse:
                              $type: textField
                              required: true
                        - name: ligne
                          properties:
                            lien:
                              $type: textField
            """;

    @TempDir
    Path home;

    @Test
    void a_field_added_to_the_content_type_is_shown_checked_and_stored() throws IOException {
        Path modules = copied();
        addTo(modules, "    - name: places\n      type: Long\n");

        try (FormBench desk = new FormBench(home.resolve("data"), modules)) {
            FormPage.Section last = last(desk);
            assertThat(last.title()).isEqualTo("Autres précisions");
            assertThat(((FormField.Numeric) last.fields().get(0)).caption().label())
                    .isEqualTo("Places");

            Map<String, String[]> posted = desk.full();
            FormBench.post(posted, "places", "trente");
            assertThat(desk.form().check(desk.bound(posted), false).at("places"))
                    .hasSize(1);
            FormBench.post(posted, "places", "30");
            desk.write(desk.bound(posted));

            assertThat(desk.read().text("places")).isEqualTo("30");
            assertThat(desk.store.<Integer>read(
                            Identity.SYSTEM,
                            session ->
                                    session.getProperty("/actus/essai/places").getType()))
                    .isEqualTo(PropertyType.LONG);
        }
    }

    @Test
    void a_field_added_while_the_portal_runs_is_in_the_form_and_in_the_export() throws IOException {
        Path modules = copied();
        try (FormBench desk = new FormBench(home.resolve("data"), modules)) {
            desk.write(desk.bound(desk.full()));
            assertThat(FormBench.byName(desk.form().view(desk.read(), Errors.NONE)))
                    .doesNotContainKey("places");

            addTo(modules, "    - name: places\n      type: Long\n");

            await().untilAsserted(() -> assertThat(FormBench.byName(desk.form().view(desk.read(), Errors.NONE)))
                    .containsKey("places"));
            Map<String, String[]> posted = desk.full();
            FormBench.post(posted, "places", "30");
            desk.write(desk.bound(posted));
            String export =
                    desk.store.read(Identity.SYSTEM, session -> BootstrapYaml.export(session.getNode("/actus/essai")));
            assertThat(export).containsPattern("(?m)^ +places: 30$").contains("Trente chaises pour l’été");
        }
    }

    @Test
    void OPS_13_what_was_written_survives_a_type_that_gains_a_field_and_loses_another() throws IOException {
        Path modules = copied();
        Path type = modules.resolve(TYPE);
        String lost = "    - name: chapo\n      type: String\n      required: true\n";
        assertThat(Files.readString(type)).contains(lost);
        try (FormBench desk = new FormBench(home.resolve("data"), modules)) {
            desk.write(desk.bound(desk.full()));
            String before =
                    desk.store.read(Identity.SYSTEM, session -> BootstrapYaml.export(session.getNode("/actus/essai")));
            assertThat(before).contains("chapo: ");

            addTo(modules, "    - name: places\n      type: Long\n");
            Files.writeString(type, Files.readString(type).replace(lost, ""));

            await().untilAsserted(() -> assertThat(FormBench.byName(desk.form().view(desk.read(), Errors.NONE)))
                    .containsKey("places"));
            assertThat(desk.store.<String>read(
                            Identity.SYSTEM, session -> BootstrapYaml.export(session.getNode("/actus/essai"))))
                    .as("not a letter of it moves by itself")
                    .isEqualTo(before);
            desk.write(desk.read());
            assertThat(desk.store.<String>read(
                            Identity.SYSTEM,
                            session -> session.getProperty("/actus/essai/chapo").getString()))
                    .as("what the type no longer declares stays when the rest is saved")
                    .isNotEmpty();
        }
    }

    @Test
    void entries_of_one_value_alternatives_and_numbers_are_stored_as_magnolia_does() throws IOException {
        Path modules = copied();
        addTo(modules, DAYS_PRICE_PLACE);
        Path app = modules.resolve("actus/apps/actus-app.yaml");
        Files.writeString(app, Files.readString(app) + PLACE);

        try (FormBench desk = new FormBench(home.resolve("data"), modules)) {
            Map<String, String[]> posted = desk.full();
            FormBench.post(posted, "jours[0]", "2026-11-07");
            FormBench.post(posted, "jours[1]", "2026-11-01");
            FormBench.post(posted, "prix", "12,5");
            FormBench.post(posted, "lieu.genre", "salle");
            assertThat(desk.form().check(desk.bound(posted), true).at("lieu.salle.adresse"))
                    .hasSize(1);
            FormBench.post(posted, "lieu.salle.adresse", "3 rue du Four");
            FormBench.post(posted, "lieu.ligne.lien", "https://exemple.org");
            desk.write(desk.bound(posted));

            FormValues read = desk.form().apply("descendre:jours[0]", desk.read());
            assertThat(read.text("lieu.salle.adresse")).isEqualTo("3 rue du Four");
            assertThat(read.text("lieu.ligne.lien")).isEmpty();
            desk.write(read);
            assertThat(desk.read().text("jours[0]")).isEqualTo("2026-11-01");
            desk.store.read(Identity.SYSTEM, session -> {
                var item = session.getNode("/actus/essai");
                assertThat(item.getProperty("prix").getDouble()).isEqualTo(12.5);
                assertThat(item.getProperty("lieu/genre").getString()).isEqualTo("salle");
                assertThat(item.getNode("jours").getNodes().nextNode().hasProperty("jours"))
                        .isTrue();
                return item;
            });
        }
    }

    /** Nobody writes into these here, so that no save may take away what another program wrote. */
    @Test
    void what_a_form_cannot_edit_is_shown_as_fixed_and_stays_through_each_save() throws IOException {
        Path modules = copied();
        addTo(modules, """
                    - name: plan
                      type: String
                    - name: carte
                      type: String
                    - name: annexes
                      type: String
                    - name: releves
                      type: String
                    - name: dossiers
                      type: String
                    - name: choix
                      type: String
                """);
        Path app = modules.resolve("actus/apps/actus-app.yaml");
        Files.writeString(app, Files.readString(app) + """
                        plan: !override {$type: champInexistant}
                        carte: !override {$type: uploadField}
                        annexes: !override {$type: jcrMultiField, field: {$type: uploadField}}
                        releves: !override {$type: jcrMultiValueField, field: {$type: champInexistant}}
                        dossiers: !override
                          $type: jcrMultiField
                          field:
                            $type: compositeField
                            properties:
                              titre: {$type: textField}
                              piece: {$type: champInexistant}
                              visa: {$type: textField, readOnly: true}
                              cle: {$type: passwordField}
                        choix: !override
                          $type: switchableField
                          removePreviouslySelected: true
                          field: {$type: radioButtonGroupField, name: genre, datasource: {$type: optionListDatasource, options: [{name: a, value: a}]}}
                          forms: [{name: a, properties: {piece: {$type: champInexistant}, note: {$type: textField}}}]
                """);
        try (FormBench desk = new FormBench(home.resolve("data"), modules)) {
            desk.write(desk.bound(desk.full()));
            desk.store.update(Identity.SYSTEM, session -> {
                var item = session.getNode("/actus/essai");
                item.setProperty("plan", "tracé");
                item.setProperty("genre", "a");
                item.setProperty("piece", "jointe");
                item.setProperty("releves", new String[] {"un", "deux"});
                item.addNode("carte", "mgnl:contentNode").setProperty("taille", 12L);
                var annexes = item.addNode("annexes", "mgnl:contentNode");
                annexes.addNode("annexes0", "mgnl:contentNode").setProperty("nom", "première");
                var dossiers = item.addNode("dossiers", "mgnl:contentNode");
                dossiers.addNode("dossiers0", "mgnl:contentNode").setProperty("piece", "scellée");
                dossiers.addNode("dossiers1", "mgnl:contentNode").setProperty("visa", "accordé");
                dossiers.addNode("dossiers2", "mgnl:contentNode").setProperty("cle", "secrète");
            });
            String before =
                    desk.store.read(Identity.SYSTEM, session -> BootstrapYaml.export(session.getNode("/actus/essai")));
            assertThat(last(desk).fields())
                    .filteredOn(FormField.Static.class::isInstance)
                    .hasSize(3);

            FormValues sent = desk.read().with("dossiers[1].visa").with("dossiers[2].cle");
            desk.write(sent);

            assertThat(desk.store.<String>read(
                            Identity.SYSTEM, session -> BootstrapYaml.export(session.getNode("/actus/essai"))))
                    .isEqualTo(before);
            desk.write(desk.form().apply("retirer:dossiers[0]", sent));
            assertThat(desk.store.<Boolean>read(
                            Identity.SYSTEM,
                            session -> session.getNode("/actus/essai").hasNode("dossiers/dossiers0")))
                    .as("unless somebody takes the entry away")
                    .isFalse();
        }
    }

    @Test
    void a_link_that_is_stored_as_a_path_is_chosen_as_one() throws IOException {
        Path modules = copied();
        Path app = modules.resolve("actus/apps/actus-app.yaml");
        Files.writeString(app, Files.readString(app) + """
                        contactStructure: !override
                          $type: linkField
                          converterClass: info.magnolia.ui.field.converter.JcrNodeToPathConverter
                          datasource: {$type: jcrDatasource, workspace: acteurs}
                """);
        try (FormBench desk = new FormBench(home.resolve("data"), modules)) {
            FormField.Choice field = (FormField.Choice) Objects.requireNonNull(
                    FormBench.byName(desk.form().view(desk.read(), Errors.NONE)).get("contactStructure"));
            assertThat(field.options()).extracting(FormField.Option::value).contains("/la-roue");
            Map<String, String[]> posted = desk.full();
            FormBench.post(posted, "contactStructure", "/la-roue");
            assertThat(desk.form().check(desk.bound(posted), true).at("contactStructure"))
                    .isEmpty();
            desk.write(desk.bound(posted));
            assertThat(desk.read().text("contactStructure")).isEqualTo("/la-roue");
        }
    }

    @Test
    void choices_of_a_class_of_ones_own_are_none_and_rules_of_the_host_clean_a_text() throws IOException {
        Path modules = copied();
        Path app = modules.resolve("actus/apps/actus-app.yaml");
        Files.writeString(app, Files.readString(app) + """
                        contactStructure: !override {$type: comboBoxField, datasource: {class: org.example.Couleurs}}
                        chapo: !override {$type: textField, validators: [{$type: safeHtmlValidator, allowedTags: [b]}]}
                """);
        try (FormBench desk = new FormBench(home.resolve("data"), modules)) {
            FormField.Choice field = (FormField.Choice) Objects.requireNonNull(
                    FormBench.byName(desk.form().view(desk.read(), Errors.NONE)).get("contactStructure"));
            assertThat(field.options()).isEmpty();
            Map<String, String[]> posted = desk.full();
            FormBench.post(posted, "chapo", "Une phrase <i>penchée</i>, assez longue pour donner envie de venir.");
            assertThat(desk.form().check(desk.bound(posted), true).at("chapo")).isEmpty();
        }
    }

    private static void addTo(Path modules, String properties) throws IOException {
        String type = Files.readString(modules.resolve(TYPE));
        String start = "  properties:\n    - name: titre\n";
        assertThat(type).contains(start);
        Files.writeString(
                modules.resolve(TYPE),
                type.replaceFirst(start, "  properties:\n" + properties + "    - name: titre\n"));
    }

    private static FormPage.Section last(FormBench desk) {
        var sections = desk.form().view(desk.form().fresh(), Errors.NONE);
        return sections.get(sections.size() - 1);
    }

    private Path copied() throws IOException {
        Path from = Path.of("light-modules");
        Path to = home.resolve("modules");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }
}
