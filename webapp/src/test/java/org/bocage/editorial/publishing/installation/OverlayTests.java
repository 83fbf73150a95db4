package org.bocage.editorial.publishing.installation;

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
import org.bocage.cms.repository.segment.SegmentStores;
import org.bocage.e2e.DemoHome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages and vocabularies of the demo are what they were, value by value and in the same order. */
class OverlayTests {

    /** Differs from one import to the next. */
    private static final String OF_THE_RUN = "jcr:created";

    /** What the base files fill. */
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
