package org.bocage.editorial.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.bocage.cms.repository.EmptyStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.config.ConfigFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("fast")
class RolesTests {

    @TempDir
    Path home;

    @RegisterExtension
    final EmptyStores stores = new EmptyStores();

    @Test
    void the_files_win_over_the_store_at_each_start_and_a_role_keeps_its_identifier() throws IOException {
        Path config = home.resolve("config");
        write(config, 8);
        String identifier = new Roles(stores.get(), new ConfigFiles(config))
                .named("lecteur")
                .orElseThrow()
                .identifier();
        stores.get().author().update(Identity.SYSTEM, session -> {
            session.getNode("/userroles/lecteur").setProperty("title", "Changé à la main");
            session.getNode("/actus").addNode("une", "mgnl:content");
        });
        Identity reader = Identity.of("moi", Set.of("lecteur"), Set.of());
        assertThat(stores.get().author().<Boolean>read(reader, session -> session.nodeExists("/actus/une")))
                .isTrue();

        write(config, 0);
        Roles roles = new Roles(stores.get(), new ConfigFiles(config));

        assertThat(roles.named("lecteur").orElseThrow().identifier()).isEqualTo(identifier);
        assertThat(stores.get().author().<Boolean>read(reader, session -> session.nodeExists("/actus/une")))
                .isFalse();
        assertThat(stores.get()
                        .author()
                        .<String>read(
                                Identity.SYSTEM,
                                session -> session.getNode("/userroles/lecteur")
                                        .getProperty("title")
                                        .getString()))
                .isEqualTo("Lecteur·rice");
    }

    @Test
    void a_role_is_written_again_only_when_it_differs_from_its_file() throws IOException {
        Path config = home.resolve("config");
        write(config, 8);
        new Roles(stores.get(), new ConfigFiles(config));
        String written = accessList();

        new Roles(stores.get(), new ConfigFiles(config));
        assertThat(accessList()).isEqualTo(written);

        stores.get()
                .author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNode("/userroles/lecteur/acl_actus/0")
                                .setProperty("permissions", 63));
        new Roles(stores.get(), new ConfigFiles(config));
        assertThat(accessList()).isNotEqualTo(written);
        assertThat(stores.get()
                        .author()
                        .<Long>read(
                                Identity.SYSTEM,
                                session -> session.getNode("/userroles/lecteur/acl_actus/0")
                                        .getProperty("permissions")
                                        .getLong()))
                .isEqualTo(8);
    }

    @Test
    void what_several_files_say_of_a_role_adds_up_and_is_read_again_on_demand() throws IOException {
        Path config = home.resolve("config");
        write(config, 8);
        Roles roles = new Roles(stores.get(), new ConfigFiles(config));
        Identity reader = Identity.of("moi", Set.of("lecteur"), Set.of());

        Files.writeString(
                config.resolve("roles/balades.yaml"), "lecteur: {acl_balades: {'0': {path: '/*', permissions: 8}}}");
        roles.reread();

        assertThat(stores.get().author().<Boolean>read(reader, session -> session.nodeExists("/balades")))
                .isTrue();
        assertThat(stores.get().author().<Boolean>read(reader, session -> session.nodeExists("/actus")))
                .isTrue();

        Files.writeString(
                config.resolve("roles/encore.yaml"), "lecteur: {acl_balades: {'0': {path: '/*', permissions: 15}}}");
        assertThatThrownBy(roles::reread).hasMessageContaining("encore.yaml").hasMessageContaining("acl_balades");
    }

    private String accessList() {
        return stores.get()
                .author()
                .read(
                        Identity.SYSTEM,
                        session ->
                                session.getNode("/userroles/lecteur/acl_actus").getIdentifier());
    }

    @Test
    void a_role_that_leaves_a_workspace_has_no_right_left_there() throws IOException {
        Path config = home.resolve("config");
        write(config, 8);
        new Roles(stores.get(), new ConfigFiles(config));
        stores.get()
                .author()
                .update(Identity.SYSTEM, session -> session.getNode("/actus").addNode("une", "mgnl:content"));

        Files.writeString(
                config.resolve("roles/lecteur.yaml"), "lecteur: {'jcr:primaryType': 'mgnl:role', title: Rien}");
        new Roles(stores.get(), new ConfigFiles(config));

        assertThat(stores.get()
                        .author()
                        .<Boolean>read(
                                Identity.of("moi", Set.of("lecteur"), Set.of()),
                                session -> session.nodeExists("/actus/une")))
                .isFalse();
    }

    @Test
    void a_wildcard_that_the_access_control_does_not_know_is_named() throws IOException {
        Path config = home.resolve("config");
        Files.createDirectories(config.resolve("roles"));
        Files.writeString(
                config.resolve("roles/lecteur.yaml"), "lecteur: {acl_actus: {'0': {path: '/a?c', permissions: 8}}}");

        assertThatThrownBy(() -> new Roles(stores.get(), new ConfigFiles(config)))
                .hasMessageContaining("lecteur")
                .hasMessageContaining("/a?c");
    }

    private static void write(Path config, int permissions) throws IOException {
        Files.createDirectories(config.resolve("roles"));
        Files.writeString(
                config.resolve("roles/lecteur.yaml"),
                "lecteur: {'jcr:primaryType': 'mgnl:role', title: Lecteur·rice, acl_actus: {'0': {path: '/*',"
                        + " permissions: " + permissions + "}}}");
    }
}
