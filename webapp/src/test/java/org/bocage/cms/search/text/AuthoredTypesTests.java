package org.bocage.cms.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.jcr.Node;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.KnownType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.segment.PreparedStores;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.SearchConfiguration;
import org.bocage.cms.search.query.ContentQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Search in the author store by people who read items and may not write them. */
@Tag("fast")
class AuthoredTypesTests {

    private static final Workspace STRUCTURES = new Workspace("acteurs");
    private static final Identity READER = Identity.of("lea", Set.of("lecture"), Set.of());
    private static final Identity WRITER = Identity.of("ines", Set.of("ecriture"), Set.of());
    private static final String EXTENSION = """
            address: /acteurs/{name}
            search: {titre: 4, presentation: 1}
            fields: {presentation: {readers: staff}}
            """;

    @TempDir
    Path home;

    private WritableStore store;
    private @Nullable DefinitionRegistry registry;
    private @Nullable ContentIndex index;

    @BeforeEach
    void open() throws IOException {
        write("contentTypes/acteurs.yaml", """
                datasource: {workspace: acteurs}
                model:
                  properties:
                    - name: titre
                    - name: presentation
                """);
        write("bocage/acteurs.yaml", EXTENSION);
        store = PreparedStores.open("author", home.resolve("store"));
        store.update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, STRUCTURES);
            AccessControl.setRole(session, STRUCTURES, "lecture", List.of(new AccessRule("/*", 8)));
            AccessControl.setRole(session, STRUCTURES, "ecriture", List.of(new AccessRule("/*", 15)));
            Node item = STRUCTURES.root(session).addNode("roue", "mgnl:content");
            item.setProperty("titre", "La Roue");
            item.setProperty("presentation", "zorglub");
        });
    }

    private void start() {
        registry = DefinitionRegistry.watching(List.of(home.resolve("modules")));
        index = new ContentIndex(
                store, home.resolve("index"), new AuthoredTypes(registry, new DeclaredTypes(registry)));
    }

    @AfterEach
    void close() throws IOException {
        stop();
        store.close();
    }

    private void stop() throws IOException {
        if (index != null) {
            index().persist();
            index().close();
        }
        if (registry != null) {
            registry.close();
        }
    }

    @Test
    void a_field_of_the_staff_is_found_by_those_who_write_the_item() {
        start();

        assertThat(mentioning("Roue", READER)).isEqualTo(1);
        assertThat(mentioning("zorglub", READER)).isZero();
        assertThat(mentioning("zorglub", WRITER)).isEqualTo(1);
    }

    @Test
    void after_a_start_with_a_broken_definition_nothing_is_found_of_an_item_but_by_those_who_write_it()
            throws IOException {
        start();
        stop();
        write("bocage/acteurs.yaml", EXTENSION + "stray: true\n");
        start();

        assertThat(mentioning("zorglub", READER)).isZero();
        assertThat(mentioning("Roue", READER)).isZero();
        assertThat(mentioning("zorglub", WRITER)).isEqualTo(1);
    }

    @Test
    void what_is_found_closes_when_it_is_remembered_that_the_readers_of_fields_were_once_declared() throws IOException {
        Files.delete(home.resolve("modules/m/bocage/acteurs.yaml"));
        start();
        assertThat(mentioning("zorglub", READER)).isEqualTo(1);

        registry()
                .remember(List.of(new KnownType(
                        "acteurs",
                        "acteurs",
                        "mgnl:content",
                        true,
                        List.of("fields/presentation"),
                        "/m/contentTypes/acteurs.yaml")));
        new SearchConfiguration()
                .indexesOfKnownTypes(new ContentIndexes(index(), index()))
                .afterSingletonsInstantiated();

        assertThat(mentioning("zorglub", READER)).isZero();
        assertThat(mentioning("zorglub", WRITER)).isEqualTo(1);
    }

    private long mentioning(String word, Identity reader) {
        return index().find(ContentQuery.in("acteurs").and(new ContentQuery.Mentioned(word)), reader)
                .total();
    }

    private ContentIndex index() {
        return Objects.requireNonNull(index);
    }

    private DefinitionRegistry registry() {
        return Objects.requireNonNull(registry);
    }

    private void write(String file, String text) throws IOException {
        Path path = home.resolve("modules/m").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
