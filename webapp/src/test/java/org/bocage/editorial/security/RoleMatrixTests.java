package org.bocage.editorial.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.config.ConfigFiles;
import org.bocage.cms.repository.segment.PreparedStores;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The roles that the portal ships, tried on one item of each kind. */
@Tag("fast")
class RoleMatrixTests {

    private static final List<String> WORKSPACES =
            List.of("actus", "acteurs", "vocabulaires", "website", "dam", "users", "userroles");
    private static final List<String> ITEMS = List.of("adherents", "ca", "public", "sien");

    @TempDir
    static Path home;

    private static Stores stores;
    private static Roles roles;

    @BeforeAll
    static void open() {
        stores = new Stores(
                PreparedStores.open("author", home.resolve("author")),
                PreparedStores.open("published", home.resolve("published")));
        roles = new Roles(stores, new ConfigFiles(Path.of("config")));
        for (WritableStore store : BothStores.of(stores)) {
            store.update(Identity.SYSTEM, session -> {
                for (String workspace : WORKSPACES) {
                    NodeTypes.ensureWorkspace(session, new Workspace(workspace));
                    session.getNode("/" + workspace).addNode("public", "mgnl:content");
                }
            });
        }
        // audiences are of the published store; in the author store an item is its owner's and the editors'
        new PublishedWriter(stores).write(session -> {
            for (Audience audience : List.of(Audience.MEMBERS, Audience.BOARD)) {
                AccessControl.setAudience(session.getNode("/actus").addNode(audience.id(), "mgnl:content"), audience);
            }
        });
        stores.author().update(Identity.SYSTEM, session -> {
            session.getNode("/actus").addNode("adherents", "mgnl:content");
            session.getNode("/actus").addNode("ca", "mgnl:content");
            AccessControl.setOwner(session.getNode("/actus").addNode("sien", "mgnl:content"), "moi");
        });
    }

    @AfterAll
    static void close() throws IOException {
        stores.author().close();
        stores.published().close();
    }

    @ParameterizedTest(name = "{0}, {1} store, {2}: {3}")
    @CsvSource({
        "visiteur,     published, actus,        public",
        "adherent,     published, actus,        adherents public",
        "contributeur, published, actus,        public",
        "ca,           published, actus,        adherents ca public",
        "salariee,     published, actus,        adherents ca public",
        "admin,        published, actus,        adherents ca public",
        "visiteur,     author,    actus,        ''",
        "adherent,     author,    actus,        sien",
        "contributeur, author,    actus,        sien",
        "ca,           author,    actus,        adherents ca public sien",
        "salariee,     author,    actus,        adherents ca public sien",
        "admin,        author,    actus,        adherents ca public sien",
        "visiteur,     author,    acteurs,      ''",
        "adherent,     author,    acteurs,      ''",
        "contributeur, author,    acteurs,      ''",
        "visiteur,     published, vocabulaires, public",
        "contributeur, author,    vocabulaires, public",
        "visiteur,     author,    dam,          ''",
        "contributeur, author,    dam,          public",
        "contributeur, author,    users,        ''",
        "ca,           author,    users,        ''",
        "salariee,     author,    users,        ''",
        "admin,        author,    users,        public",
        "visiteur,     published, userroles,    ''",
        "admin,        published, users,        ''",
        "ca,           author,    website,      public",
        "contributeur, author,    website,      ''",
    })
    void each_role_reads_what_is_for_it_in_each_store(String role, String where, String workspace, String expected) {
        // "moi" owns an item; a visitor is nobody
        Identity identity = role.equals("visiteur")
                ? Identity.anonymous(Set.of(role))
                : Identity.of("moi", both(role), roles.audiences(both(role)));

        List<String> read = store(where).read(identity, session -> {
            List<String> found = new ArrayList<>();
            for (String item : ITEMS) {
                if (session.nodeExists("/" + workspace + "/" + item)) {
                    found.add(item);
                }
            }
            return found;
        });

        assertThat(String.join(" ", read)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} may: add {1}, change {2}, remove {3}")
    @CsvSource({
        "visiteur,     false, false, false",
        "adherent,     true,  false, false",
        "contributeur, true,  false, false",
        "ca,           true,  false, false",
        "salariee,     true,  true,  true",
        "admin,        true,  true,  true",
    })
    void each_role_writes_as_it_may_in_the_author_store_and_never_in_the_published_one(
            String role, boolean add, boolean set, boolean remove) {
        Identity identity = Identity.of("moi", both(role), Set.of());
        for (String where : List.of("author", "published")) {
            boolean author = where.equals("author");

            assertThat(may(where, identity, "/actus/autre", "add_node")).isEqualTo(author && add);
            assertThat(may(where, identity, "/actus/public/titre", "set_property"))
                    .isEqualTo(author && set);
            assertThat(may(where, identity, "/actus/public", "remove")).isEqualTo(author && remove);
        }
    }

    private static boolean may(String where, Identity identity, String path, String action) {
        return store(where).<Boolean>read(identity, session -> session.hasPermission(path, action));
    }

    private static Store store(String name) {
        return name.equals("author") ? stores.author() : stores.published();
    }

    private static Set<String> both(String role) {
        return new TreeSet<>(List.of("visiteur", role));
    }
}
