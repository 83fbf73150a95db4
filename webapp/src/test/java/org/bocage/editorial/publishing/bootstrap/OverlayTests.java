package org.bocage.editorial.publishing.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.segment.SegmentStores;
import org.bocage.e2e.DemoHome;
import org.bocage.e2e.Portal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The demo is what it was before its texts stood in a file of their own, value by value and in the same order. */
class OverlayTests {

    /** Differs from one import to the next. */
    private static final String OF_THE_RUN = "jcr:created";

    /** Workspaces that the base files fill. */
    private static final List<String> WORKSPACES = List.of("vocabulaires", "website");

    @TempDir
    static Path home;

    @BeforeAll
    static void imports() {
        DemoHome.at(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "published"})
    void pages_and_vocabularies_of_the_demo_are_as_they_were(String store) throws IOException {
        List<String> actual = lines(store);

        // to be read, and compared by other means
        Files.write(Path.of("webapp/target/demo-" + store + ".txt"), actual);
        assertThat(actual).containsExactlyElementsOf(kept(store));
    }

    @Test
    void the_settings_of_the_demo_are_what_its_files_said() throws IOException {
        assertThat(settings("adhesion.yaml"))
                .isEqualTo(yaml(
                        "formules:",
                        "  - {cle: structure, libelle: Une structure, pour: structure, montant: 60, texte: 'Association,"
                                + " coopérative, entreprise ou commune. Pour un an, de date à date.'}",
                        "  - {cle: personne, libelle: Une personne, pour: personne, montant: 15, texte: 'Vous seul·e, parce"
                                + " que le coin vous tient à cœur.'}",
                        "  - {cle: prix-libre, libelle: Prix libre, pour: personne, minimum: 5, texte: 'Ce que vous pouvez."
                                + " On ne demande ni pourquoi, ni justificatif.'}",
                        "paiement: {cheque: {ordre: Pôle ESS, adresse: à l’adresse de la page Contact}}",
                        "jours: 5",
                        "qui: Noor"));
        assertThat(settings("contact.yaml"))
                .isEqualTo(
                        yaml(
                                "sujets:",
                                "  - {cle: question, sujet: 'Une question, un mot', a: [], qui: Noor, jours: 2}",
                                "  - {cle: idee, sujet: 'J’ai une idée, un projet', a: [], qui: Noor, jours: 5}",
                                "  - {cle: adherer, sujet: Je veux adhérer, a: [], qui: Noor, jours: 5}",
                                "  - {cle: ensemble, sujet: Faire quelque chose ensemble, a: [], qui: Noor, jours: 5}",
                                "  - {cle: corriger, sujet: Corriger ou retirer quelque chose, a: [], qui: Noor, jours: 2}",
                                "  - {cle: signaler, sujet: Signaler une info qui n’a rien à faire là, a: [], qui: Noor, jours: 2}"));
    }

    private static Object settings(String file) throws IOException {
        try (Store store =
                SegmentStores.open("author", home.resolve("repository").resolve("author"))) {
            return store.read(
                    Identity.SYSTEM,
                    session -> yaml(session.getNode("/config/reglages/" + file)
                            .getProperty("texte")
                            .getString()));
        }
    }

    private static Object yaml(String... lines) {
        return new Yaml().load(String.join(System.lineSeparator(), lines));
    }

    @Test
    void the_demo_leaves_the_texts_of_nobody_and_what_was_written_stays(@TempDir Path ours, @TempDir Path nobodys) {
        List<String> left;
        List<String> onLine;
        try (Portal portal = Portal.start(ours.resolve("data"))) {
            Stores stores = portal.context().getBean(Stores.class);
            stores.author().update(Identity.SYSTEM, session -> {
                session.getNode("/website/contact").setProperty("adresse", "Chez nous, au fond de la cour");
                session.getNode("/website/le-pole/presentation/contenu/citation")
                        .setProperty("texte", "On a gardé la phrase.");
            });
            portal.context().getBean(DemoContent.class).remove();
            left = texts(stores.author());
            assertThat(stores.author()
                            .<Boolean>read(
                                    Identity.SYSTEM,
                                    session -> session.nodeExists("/config/reglages/adhesion.yaml")
                                            || session.nodeExists("/config/reglages/contact.yaml")))
                    .as("settings of the demo")
                    .isFalse();
            onLine = texts(stores.published());
        }
        List<String> nobodysOwn;
        try (Portal portal = Portal.startNobodys(nobodys.resolve("data"))) {
            nobodysOwn = texts(portal.context().getBean(Stores.class).author());
            assertThat(onLine)
                    .as("on line at once")
                    .containsAll(texts(portal.context().getBean(Stores.class).published()));
        }

        assertThat(left)
                .contains("/website/contact@adresse = 1 | Chez nous, au fond de la cour")
                .containsAll(nobodysOwn);
        assertThat(left.stream().filter(line -> !nobodysOwn.contains(line)))
                .as("besides what everybody begins with")
                .allMatch(line -> line.startsWith("/website/contact@adresse")
                        || line.startsWith("/website/le-pole/presentation/contenu/citation"));
        assertThat(nobodysOwn).noneMatch(line -> line.contains("Deux Vallons"));
    }

    @Test
    void whoever_began_without_the_demo_keeps_their_own_texts_when_it_comes(@TempDir Path nobodys) {
        List<String> before;
        try (Portal portal = Portal.startNobodys(nobodys.resolve("data"))) {
            before = texts(portal.context().getBean(Stores.class).author());
        }
        try (Portal portal = Portal.start(nobodys.resolve("data"))) {
            Stores stores = portal.context().getBean(Stores.class);
            assertThat(stores.author()
                            .<Boolean>read(
                                    Identity.SYSTEM,
                                    session -> session.itemExists("/acteurs/pole-ess-des-deux-vallons")))
                    .as("the demo came")
                    .isTrue();
            assertThat(stores.author()
                            .<Boolean>read(Identity.SYSTEM, session -> session.nodeExists("/config/reglages")))
                    .as("its settings did not")
                    .isFalse();
            assertThat(texts(stores.author())).isEqualTo(before);
        }
    }

    private static List<String> lines(String name) throws IOException {
        try (Store store = SegmentStores.open(name, home.resolve("repository").resolve(name))) {
            return lines(store);
        }
    }

    private static List<String> lines(Store store) {
        return store.read(Identity.SYSTEM, session -> {
            List<String> lines = new ArrayList<>();
            for (String workspace : WORKSPACES) {
                add(session.getNode("/" + workspace), lines);
            }
            return lines;
        });
    }

    /** Without where a history stands. */
    private static List<String> texts(Store store) {
        return lines(store).stream()
                .filter(line -> !line.contains("@bocage:revision") && !line.contains("@jcr:"))
                .toList();
    }

    /** A node, its properties by name, and its children in the order in which they are shown. */
    private static void add(Node node, List<String> lines) throws RepositoryException {
        TreeMap<String, String> properties = new TreeMap<>();
        for (PropertyIterator all = node.getProperties(); all.hasNext(); ) {
            Property property = all.nextProperty();
            if (!property.getName().equals(OF_THE_RUN)) {
                properties.put(property.getName(), text(property));
            }
        }
        lines.add(node.getPath());
        for (Map.Entry<String, String> property : properties.entrySet()) {
            lines.add(node.getPath() + "@" + property.getKey() + " = " + property.getValue());
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            // the pages of the demo itself are dated by the day of the import
            if (!child.getName().startsWith("rep:") && !child.hasProperty("demo")) {
                add(child, lines);
            }
        }
    }

    private static String text(Property property) throws RepositoryException {
        Value[] values = property.isMultiple() ? property.getValues() : new Value[] {property.getValue()};
        StringBuilder text = new StringBuilder(property.isMultiple() ? "[]" : "").append(property.getType());
        for (Value value : values) {
            text.append(" | ").append(value.getString().replace("\n", "\\n"));
        }
        return text.toString();
    }

    private static List<String> kept(String store) throws IOException {
        InputStream packed =
                Objects.requireNonNull(OverlayTests.class.getResourceAsStream("demo-" + store + ".txt.gz"));
        try (BufferedReader text =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
            return text.lines().toList();
        }
    }
}
