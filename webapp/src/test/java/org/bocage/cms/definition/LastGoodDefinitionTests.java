package org.bocage.cms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.ContentTypeExtension;
import org.bocage.cms.definition.type.FieldReaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Definition that stays in force for a type while one of its files is broken, half written, emptied or gone. */
@Tag("fast")
class LastGoodDefinitionTests {

    private static final String TYPE = """
            datasource: {workspace: fiches}
            model:
              nodeType: m:fiche
              properties:
                - name: titre
                - name: telephone
                - name: accord
            """;
    private static final String EXTENSION = """
            consent: accord
            list: [titre]
            fields:
              telephone: {readers: staff}
            rules:
              - field: telephone
                when: {titre: [a]}
            """;
    private static final String APP = "!content-type:fiches\nlabel: Fiches\n";

    @TempDir
    private Path root;

    private final BlockingQueue<Definitions> reloads = new LinkedBlockingQueue<>();
    private LightModules modules;
    private DefinitionRegistry registry;

    @BeforeEach
    void follows_a_type_with_its_extension_and_its_app() {
        modules = new LightModules(root)
                .write("m/contentTypes/fiches.yaml", TYPE)
                .write("m/bocage/fiches.yaml", EXTENSION)
                .write("m/apps/fiches.yaml", APP);
        registry = DefinitionRegistry.watching(List.of(root));
        registry.onReload(reloads::add);
    }

    @AfterEach
    void stops() {
        registry.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "m/bocage/fiches.yaml       | 'fields: {telephone: {readers: staff}}\nmots: [a]\n'",
                "m/bocage/fiches.yaml       | 'consent: accord\nfields:\n  telephone: {readers: st'",
                "m/bocage/fiches.yaml       | ''",
                "m/bocage/fiches.yaml       | '- a'",
                "m/contentTypes/fiches.yaml | 'datasource: {workspace: fiches}\nmodel:\n  nodeType: m:fi\n  prop'",
                "m/contentTypes/fiches.yaml | 'datasource: {workspace: fi'",
                "m/contentTypes/fiches.yaml | 'datasource: {workspace: fi}\nmodel: {nodeType: m:fiche}'",
                "m/contentTypes/fiches.yaml | ''",
            })
    void a_type_whose_file_is_broken_half_written_or_emptied_stays_as_it_last_was(String file, String broken)
            throws InterruptedException {
        modules.write(file, broken);

        Definitions after = nextReload();
        ContentType type = after.contentType("fiches").orElseThrow();
        assertThat(type.property("telephone")).isPresent();
        assertThat(type.extension().readersOf("telephone")).isEqualTo(FieldReaders.STAFF);
        assertThat(type.extension().consent()).isEqualTo("accord");
        assertThat(after.app("fiches")).isPresent();
        assertThat(after.problems())
                .anyMatch(problem ->
                        problem.file().equals("/" + file) && problem.sentence().contains("reste en service"));
    }

    @Test
    void a_definition_in_order_again_takes_over_from_the_last_good_one() throws InterruptedException {
        modules.write("m/bocage/fiches.yaml", "fields: [");
        assertThat(nextReload().contentType("fiches")).isPresent();

        modules.write("m/bocage/fiches.yaml", EXTENSION.replace("list: [titre]", "list: [titre, accord]"));

        Definitions after = nextReload();
        assertThat(after.contentType("fiches").orElseThrow().extension().list()).containsExactly("titre", "accord");
        assertThat(after.problems()).isEmpty();
    }

    @Test
    void an_app_whose_file_is_broken_stays_as_it_last_was() throws InterruptedException {
        modules.write("m/apps/fiches.yaml", "!content-type:fiches\nlabel: [");

        Definitions after = nextReload();
        assertThat(after.app("fiches").orElseThrow().label().literal()).isEqualTo("Fiches");
        assertThat(after.problems()).anyMatch(problem -> problem.sentence().contains("reste en service"));
    }

    @ParameterizedTest
    @CsvSource({"m/contentTypes/fiches.yaml", "m/bocage/fiches.yaml"})
    void a_type_one_file_of_which_goes_stays_with_its_readers(String file) throws IOException, InterruptedException {
        Files.delete(root.resolve(file));

        Definitions after = nextReload();
        ContentType type = after.contentType("fiches").orElseThrow();
        assertThat(type.extension().readersOf("telephone")).isEqualTo(FieldReaders.STAFF);
        assertThat(type.extension().consent()).isEqualTo("accord");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'consent: accord\nlist: [titre]\nrules: [{field: telephone, when: {titre: [a]}}]\n'",
                "'list: [titre]\nfields: {telephone: {readers: staff}}\nrules: [{field: telephone, when: {titre: [a]}}]\n'",
                "'consent: accord\nlist: [titre]\nfields: {telephone: {readers: staff}}\n'",
            })
    void what_an_extension_no_longer_restricts_stays_restricted_until_it_says_so(String cut)
            throws InterruptedException {
        modules.write("m/bocage/fiches.yaml", cut);

        ContentTypeExtension after =
                nextReload().contentType("fiches").orElseThrow().extension();
        assertThat(after.readersOf("telephone")).isEqualTo(FieldReaders.STAFF);
        assertThat(after.consent()).isEqualTo("accord");
        assertThat(after.rules()).hasSize(1);
    }

    @Test
    void a_field_that_is_said_to_be_read_with_its_item_opens_at_once() throws InterruptedException {
        modules.write("m/bocage/fiches.yaml", EXTENSION.replace("staff", "item"));

        ContentTypeExtension after =
                nextReload().contentType("fiches").orElseThrow().extension();
        assertThat(after.readersOf("telephone")).isEqualTo(FieldReaders.ITEM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'fields: ['", "''"})
    void a_broken_decoration_of_readers_leaves_none_of_them_open(String broken) throws InterruptedException {
        modules.write("n/decorations/m/bocage/fiches.yaml", "fields: {titre: {readers: ca}}");
        assertThat(readersOfTitle(nextReload())).isEqualTo(FieldReaders.Audience.BOARD);

        modules.write("n/decorations/m/bocage/fiches.yaml", broken);

        assertThat(readersOfTitle(nextReload())).isEqualTo(FieldReaders.Audience.BOARD);
    }

    private static FieldReaders.Audience readersOfTitle(Definitions definitions) {
        return definitions
                .contentType("fiches")
                .orElseThrow()
                .extension()
                .readersOf("titre")
                .audience();
    }

    private Definitions nextReload() throws InterruptedException {
        Definitions next = reloads.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("a reload").isNotNull();
        return java.util.Objects.requireNonNull(next);
    }
}
