package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.exchange.BootstrapArchive;
import org.bocage.cms.repository.exchange.BootstrapFile;
import org.bocage.editorial.publishing.exchange.Exchange;
import org.bocage.editorial.security.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Files as a Magnolia takes them, one after the other in the order of their names: refused are those whose parent is not there yet,
 * and those whose node is there already.
 */
class ImportOrderTests {

    @TempDir
    static Path home;

    @Test
    void the_files_of_the_installation_need_only_what_came_before() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String folder : List.of("base", "demo")) {
            try (Stream<Path> all = Files.list(Path.of("config/bootstrap", folder))) {
                for (Path file : all.filter(one -> BootstrapFile.isOne(one.toString()))
                        .sorted()
                        .toList()) {
                    files.put(folder + "/" + file.getFileName(), Files.readAllBytes(file));
                }
            }
        }

        assertThat(files).hasSizeGreaterThan(100);
        assertThat(refused(files, name -> name))
                .as("the demo has its own communes, in place of those of the base")
                .containsExactly("demo/vocabulaires.communes.yaml");
        files.remove("base/vocabulaires.communes.yaml");
        assertThat(refused(files, name -> name)).isEmpty();
    }

    @Test
    void what_is_exported_needs_only_what_came_before_and_so_do_folders_that_are_too_large_for_one_file()
            throws IOException {
        try (Portal portal = Portal.start(home.resolve("data"))) {
            Map<String, byte[]> files = exported(portal);
            assertThat(files).hasSizeGreaterThan(100);
            assertThat(refused(files, name -> name)).isEmpty();
            assertThat(refused(files, ImportOrderTests::last))
                    .as("without folders")
                    .isEmpty();

            portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
                Node large = session.getNode("/dam").addNode("grandes", "mgnl:folder");
                Node below = large.addNode("fetes", "mgnl:folder");
                for (int i = 0; i < 3; i++) {
                    Node content =
                            below.addNode("photo" + i + ".png", "mgnl:asset").addNode("jcr:content", "mgnl:resource");
                    content.setProperty("fileName", "photo" + i + ".png");
                    content.setProperty(
                            "jcr:data",
                            session.getValueFactory().createBinary(new ByteArrayInputStream(new byte[4 << 20])));
                }
            });
            Map<String, byte[]> large = exported(portal);

            assertThat(large.keySet())
                    .contains(
                            "1-dossiers/dam.grandes.yaml",
                            "2-dossiers/dam.grandes.fetes.yaml",
                            "dam.grandes.fetes.photo0..png.yaml");
            assertThat(refused(large, name -> name)).isEmpty();
        }
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The files that such an import refuses. */
    private static List<String> refused(Map<String, byte[]> files, UnaryOperator<String> sortedBy) {
        Set<String> there = new TreeSet<>();
        List<String> refused = new ArrayList<>();
        files.entrySet().stream()
                .sorted(Comparator.comparing(file -> sortedBy.apply(file.getKey())))
                .forEach(file -> {
                    BootstrapFile named = BootstrapFile.of(file.getKey());
                    String parent = "/"
                            + String.join(
                                    "/", named.steps().subList(0, named.steps().size() - 1));
                    String place = "/" + named.workspace().name();
                    if ((!parent.equals("/") && !there.contains(place + parent))
                            || there.contains(place + named.path())) {
                        refused.add(file.getKey());
                        return;
                    }
                    org.yaml.snakeyaml.nodes.Node root = new Yaml(new SafeConstructor(limits()))
                            .compose(new InputStreamReader(
                                    new ByteArrayInputStream(file.getValue()), StandardCharsets.UTF_8));
                    add((MappingNode) root, place + (parent.equals("/") ? "" : parent), there);
                });
        return refused;
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(64 << 20);
        return limits;
    }

    private static void add(MappingNode node, String path, Set<String> there) {
        for (NodeTuple entry : node.getValue()) {
            if (entry.getValueNode() instanceof MappingNode child && entry.getKeyNode() instanceof ScalarNode name) {
                there.add(path + "/" + name.getValue());
                add(child, path + "/" + name.getValue(), there);
            }
        }
    }

    private static Map<String, byte[]> exported(Portal portal) throws IOException {
        Identity admin = portal.context()
                .getBean(Accounts.class)
                .find("admin")
                .orElseThrow()
                .identity();
        Exchange exchange = portal.context().getBean(Exchange.class);
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        exchange.export(admin, exchange.workspaces(admin), BootstrapFile.Format.YAML, zip);
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.getName().startsWith(BootstrapArchive.ASIDE)) {
                    files.put(entry.getName(), entries.readAllBytes());
                }
            }
        }
        return files;
    }
}
