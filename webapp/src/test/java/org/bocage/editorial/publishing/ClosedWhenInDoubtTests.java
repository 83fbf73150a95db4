package org.bocage.editorial.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.search.ContentIndex;
import org.bocage.editorial.publishing.bootstrap.ContentTypeNodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;

/** Publication of items of a type one file of which is broken, half written, emptied or gone. */
class ClosedWhenInDoubtTests {

    private static final Workspace ACTUS = new Workspace("actus");
    private static final Workspace PEOPLE = new Workspace("personnes");
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final String SECRET = "zqsecretqz";

    @TempDir
    Path home;

    private final BlockingQueue<Definitions> reloads = new LinkedBlockingQueue<>();
    private Path modules;
    private DefinitionRegistry registry;
    private Stores stores;
    private ContentIndex index;
    private Publisher publisher;
    private PublishedProjection projection;

    @BeforeEach
    void open() throws IOException {
        modules = home.resolve("light-modules");
        FileSystemUtils.copyRecursively(Path.of("light-modules"), modules);
        stores = BareStores.withTypes(home);
        index = new ContentIndex(stores.published(), home.resolve("index"));
        follow();
        ContentTypeNodes.ensure(stores, registry.current());
        stores.author().update(Identity.SYSTEM, session -> {
            Node actu = ACTUS.root(session).addNode("fete", "bocage:actu");
            actu.setProperty("titre", "La fête");
            actu.setProperty("visibilite", "public");
            actu.setProperty("champInconnu", SECRET);
            actu.setProperty("uid", SECRET);
            actu.addNode("proposePar", "mgnl:contentNode").setProperty("courriel", SECRET);
            Node person = PEOPLE.root(session).addNode("rozenn", "bocage:personne");
            person.setProperty("titre", "Rozenn");
            person.setProperty("visibilite", "public");
        });
    }

    private void follow() {
        registry = DefinitionRegistry.watching(List.of(modules));
        publisher = BareStores.publisher(stores, registry::current, index);
        projection = BareStores.follow(stores, registry::current, index, Clock.systemUTC());
        projection.follow(registry);
        registry.onReload(reloads::add);
    }

    @AfterEach
    void close() throws Exception {
        projection.close();
        registry.close();
        index.close();
        stores.author().close();
        stores.published().close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "actus/bocage/actus.yaml       | 'list: [titre]\nmots: [a]\n'",
                "actus/bocage/actus.yaml       | ''",
                "actus/contentTypes/actus.yaml | 'datasource: {workspace: actu'",
                "actus/contentTypes/actus.yaml | ''"
            })
    void what_the_public_may_not_read_stays_in_the_author_store_while_a_definition_is_broken(String file, String broken)
            throws Exception {
        write(file, broken);

        publish(ACTUS, "fete");

        assertThat(published(ACTUS)).contains("fete/titre=La fête").noneMatch(one -> one.contains(SECRET));
    }

    @ParameterizedTest
    @CsvSource({"actus/bocage/actus.yaml", "actus/contentTypes/actus.yaml"})
    void a_type_one_file_of_which_is_gone_is_neither_brought_on_line_nor_changed_there(String file) throws Exception {
        publish(ACTUS, "fete");
        edit(ACTUS, "fete", "titre", "Une autre fête");
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> ACTUS.root(session)
                                .addNode("foire", "bocage:actu")
                                .setProperty("titre", "La foire"));
        delete(file);

        publish(ACTUS, "fete");
        publish(ACTUS, "foire");

        assertThat(published(ACTUS))
                .contains("fete/titre=La fête")
                .noneMatch(one -> one.contains("foire") || one.contains(SECRET));
    }

    @Test
    void what_a_type_whose_files_are_gone_has_on_line_may_be_taken_off() throws Exception {
        publish(ACTUS, "fete");
        delete("actus/contentTypes/actus.yaml");

        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> publisher.unpublish(ACTUS.root(session).getNode("fete")));

        assertThat(published(ACTUS)).noneMatch(one -> one.contains("fete"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'list: [titre]\nmots: [a]\n'", "''"})
    void who_did_not_agree_to_be_shown_is_shown_to_the_board_alone_while_a_definition_is_broken(String broken)
            throws Exception {
        write("acteurs/bocage/personnes.yaml", broken);

        publish(PEOPLE, "rozenn");

        assertThat(stores.published()
                        .<Audience>read(
                                Identity.SYSTEM,
                                session -> AccessControl.audienceOf(
                                        PEOPLE.root(session).getNode("rozenn"))))
                .isEqualTo(Audience.BOARD);
    }

    @Test
    void an_item_of_a_module_that_says_nothing_of_readers_goes_as_it_is() throws Exception {
        for (WritableStore store : BothStores.of(stores)) {
            store.update(Identity.SYSTEM, session -> {
                NodeTypes.ensureWorkspace(session, new Workspace("tours"));
                NodeTypes.ensure(session, Map.of(), Map.of("bocage:tour", "mgnl:content"));
            });
        }
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> new Workspace("tours")
                                .root(session)
                                .addNode("nil", "bocage:tour")
                                .setProperty("location", "Le Caire"));

        publish(new Workspace("tours"), "nil");

        assertThat(published(new Workspace("tours"))).contains("nil/location=Le Caire");
    }

    @Test
    void a_field_that_was_closed_while_the_portal_was_stopped_is_off_line_once_it_is_there_again() throws Exception {
        edit(ACTUS, "fete", "chapo", "Venez nombreux");
        publish(ACTUS, "fete");
        assertThat(published(ACTUS)).contains("fete/chapo=Venez nombreux");

        stop();
        Path readers = modules.resolve("actus/bocage/actus.yaml");
        Files.writeString(
                readers, Files.readString(readers).replace("\nfields:\n", "\nfields:\n  chapo: {readers: staff}\n"));
        follow();

        assertThat(published(ACTUS)).contains("fete/titre=La fête").noneMatch(one -> one.contains("Venez"));
    }

    @Test
    void what_changed_of_an_item_while_its_type_was_withheld_is_on_line_once_that_is_whole_again() throws Exception {
        Path type = modules.resolve("actus/contentTypes/actus.yaml");
        String whole = Files.readString(type);
        publish(ACTUS, "fete");
        delete("actus/contentTypes/actus.yaml");
        // as when a person is erased: no new version
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> ACTUS.root(session).getNode("fete").setProperty("titre", "La fête de quelqu’un"));
        assertThat(published(ACTUS)).contains("fete/titre=La fête");

        stop();
        Files.writeString(type, whole);
        follow();

        assertThat(published(ACTUS)).contains("fete/titre=La fête de quelqu’un");
    }

    /** As after some quiet hours: all that was decided is carried out, and known to be. */
    private void stop() throws IOException {
        projection.renewCheckpoint();
        projection.close();
        registry.close();
    }

    private void write(String file, String content) throws Exception {
        Files.writeString(modules.resolve(file), content);
        reloaded();
    }

    private void delete(String file) throws Exception {
        Files.delete(modules.resolve(file));
        reloaded();
    }

    private void reloaded() throws InterruptedException {
        assertThat(reloads.poll(10, TimeUnit.SECONDS)).as("a reload").isNotNull();
    }

    private void edit(Workspace workspace, String name, String property, String value) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = workspace.root(session).getNode(name);
            item.setProperty(property, value);
            Revisions.record(session, item, Revisions.number(item), "noor", NOW);
        });
    }

    private void publish(Workspace workspace, String name) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = workspace.root(session).getNode(name);
            Revisions.record(session, item, Revisions.number(item), "noor", NOW);
            publisher.publish(item, NOW, "noor");
        });
    }

    private Set<String> published(Workspace workspace) {
        return stores.published().read(Identity.SYSTEM, session -> {
            Set<String> found = new TreeSet<>();
            collect(workspace.root(session), "", found);
            return found;
        });
    }

    private static void collect(Node node, String path, Set<String> found) throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            var property = properties.nextProperty();
            if (!property.isMultiple()) {
                found.add(path + property.getName() + "=" + property.getString());
            }
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (!child.getName().startsWith("rep:")) {
                collect(child, path + child.getName() + "/", found);
            }
        }
    }
}
