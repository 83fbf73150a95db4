package org.bocage.editorial.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.exchange.Bootstrap;
import org.bocage.cms.repository.segment.PreparedStores;
import org.bocage.cms.search.ContentIndex;
import org.bocage.editorial.publishing.bootstrap.Installation;
import org.bocage.editorial.publishing.bootstrap.InstallationProperties;
import org.bocage.editorial.publishing.exchange.Bulk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** How a new portal is filled, on real stores. */
@ExtendWith(OutputCaptureExtension.class)
@Tag("fast")
class InstallationTests {

    @TempDir
    Path home;

    private Stores stores;
    private DefinitionRegistry registry;
    private ContentIndex index;
    private PublishedProjection projection;

    @BeforeEach
    void open() throws IOException {
        stores = new Stores(
                PreparedStores.open("author", home.resolve("author")),
                PreparedStores.open("published", home.resolve("published")));
        registry = DefinitionRegistry.watching(List.of(Path.of("light-modules")));
        index = new ContentIndex(stores.published(), home.resolve("index"));
        projection = BareStores.follow(stores, registry::current, index, Clock.systemUTC());
        Files.createDirectories(home.resolve("config/bootstrap/base"));
        Files.createDirectories(home.resolve("more"));
        for (int month = 1; month <= 3; month++) {
            Files.writeString(home.resolve("more/actus.2026.0" + month + ".yaml"), actus("0" + month, 40));
        }
    }

    @AfterEach
    void close() throws IOException {
        projection.close();
        registry.close();
        index.close();
        stores.author().close();
        stores.published().close();
    }

    @Test
    void what_is_online_is_published_and_what_is_not_stays_with_the_authors() throws IOException {
        Files.writeString(
                home.resolve("more/actus.2026.04.yaml"), actus("04", 1).replace("etat: publie", "etat: brouillon"));

        install(publisher(registry::current));

        assertThat(count(stores.author())).isEqualTo(121);
        assertThat(count(stores.published())).isEqualTo(120);
    }

    @Test
    void an_identifier_that_is_taken_is_replaced_for_the_files_after_it_and_told_in_the_log(CapturedOutput log)
            throws IOException {
        String taken = "3a000000-0000-4000-8000-000000000007";
        stores.author().update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, new Workspace("vocabulaires"));
            new Bootstrap(session, Duration.ZERO)
                    .run(
                            "vocabulaires.la.yaml",
                            new ByteArrayInputStream(("la: {jcr:primaryType: mgnl:content, jcr:uuid: " + taken + "}")
                                    .getBytes(StandardCharsets.UTF_8)));
        });
        Files.writeString(home.resolve("more/website.a.yaml"), "a: {jcr:primaryType: mgnl:page, lien: " + taken + "}");
        Files.writeString(
                home.resolve("more/website.b.yaml"), "b: {jcr:primaryType: mgnl:page, jcr:uuid: " + taken + "}");
        Files.writeString(home.resolve("more/website.c.yaml"), "c: {jcr:primaryType: mgnl:page, lien: " + taken + "}");

        install(publisher(registry::current));

        stores.author().read(Identity.SYSTEM, session -> {
            String other = session.getNode("/website/b").getIdentifier();
            assertThat(other).isNotEqualTo(taken);
            assertThat(session.getNode("/website/a").getProperty("lien").getString())
                    .isEqualTo(taken);
            assertThat(session.getNode("/website/c").getProperty("lien").getString())
                    .isEqualTo(other);
            return other;
        });
        assertThat(log).contains("Identifier " + taken + " was taken, now");
    }

    @Test
    void a_broken_file_is_told_in_the_log_and_comes_once_it_is_mended_and_the_others_do_not_wait_for_it(
            CapturedOutput log) throws IOException {
        Path broken = home.resolve("more/actus.2026.00.yaml");
        Files.writeString(broken, "oops: [");

        install(publisher(registry::current));

        assertThat(log).contains("Bootstrap file actus.2026.00.yaml was left out");
        assertThat(count(stores.author())).isEqualTo(120);
        assertThat(count(stores.published())).isEqualTo(120);

        Files.writeString(broken, actus("00", 1));
        install(publisher(registry::current));

        assertThat(count(stores.published())).isEqualTo(121);
    }

    @Test
    void an_import_that_was_stopped_is_finished_by_the_next_start() {
        int[] left = {60};
        Publisher stopped = new Publisher(BareStores.copies(stores, registry::current, index), List.of(item -> {
            if (left[0]-- == 0) {
                throw new IllegalStateException("stopped");
            }
        }));
        assertThatThrownBy(() -> install(stopped)).hasMessage("stopped");
        assertThat(count(stores.published())).isZero();

        install(publisher(registry::current));

        assertThat(count(stores.author())).isEqualTo(120);
        assertThat(count(stores.published())).isEqualTo(120);
    }

    @Test
    void what_somebody_removed_does_not_come_back() {
        install(publisher(registry::current));
        stores.author()
                .update(
                        Identity.SYSTEM,
                        session -> session.getNode("/actus/2026/02").remove());

        install(publisher(registry::current));

        assertThat(count(stores.author())).isEqualTo(80);
    }

    @Test
    void what_goes_off_line_amid_an_import_stops_neither() {
        Publisher publisher = publisher(registry::current);
        install(publisher);
        stores.author().update(Identity.SYSTEM, author -> {
            Bulk bulk = new Bulk(stores.author(), author, publisher);
            bulk.publish(author.getNode("/actus/2026/01"));
            // by somebody else: what one thread saves, its other sessions see
            CompletableFuture.runAsync(() -> stores.author()
                            .update(
                                    Identity.SYSTEM,
                                    session -> publisher.unpublish(session.getNode("/actus/2026/02")
                                            .getNodes()
                                            .nextNode())))
                    .join();

            bulk.save();
        });

        assertThat(count(stores.published())).isEqualTo(119);
    }

    private Publisher publisher(Supplier<Definitions> definitions) {
        return BareStores.publisher(stores, definitions, index);
    }

    private void install(Publisher publisher) {
        InstallationProperties properties = new InstallationProperties(
                home.resolve("config"), "false", LocalDate.of(2026, 6, 1), List.of(home.resolve("more")), true);
        new Installation(stores, publisher, registry, properties, Clock.systemUTC(), () -> {}, () -> {}).run();
    }

    private static String actus(String month, int count) {
        StringBuilder yaml = new StringBuilder("'" + month + "':\n  jcr:primaryType: mgnl:folder\n");
        for (int number = 0; number < count; number++) {
            yaml.append("""
                      haie-%1$d:
                        jcr:primaryType: bocage:actu
                        etat: publie
                        titre: La haie
                        name: haie-%1$d
                    """.formatted(number));
        }
        return yaml.toString();
    }

    private static long count(Store store) {
        return store.read(Identity.SYSTEM, session -> {
            long items = 0;
            for (var months = session.getNode("/actus").getNodes(); months.hasNext(); ) {
                for (var month = months.nextNode().getNodes(); month.hasNext(); ) {
                    items += month.nextNode().getNodes().getSize();
                }
            }
            return items;
        });
    }
}
