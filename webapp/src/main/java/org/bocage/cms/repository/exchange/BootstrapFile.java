package org.bocage.cms.repository.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.exchange.BootstrapRefused.Reason;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The name of a bootstrap file: {@code WORKSPACE.path.of.node.yaml}, {@code .xml} or {@code .xml.gz}. A dot within a
 * node's name is doubled.
 *
 * @param name as it was given, without folders
 * @param workspace what it is for
 * @param steps names from the workspace down to the node; empty for the workspace itself
 * @param format what it is written in
 */
public record BootstrapFile(String name, Workspace workspace, List<String> steps, Format format) {

    private static final long HEAP = Runtime.getRuntime().maxMemory();
    /** Bytes that one file holds at most, uncompressed: up to seven times as many are in memory while one value is read. */
    private static final long MAX_BYTES = Math.min(96L * 1024 * 1024, HEAP / 9);
    /** Properties, values and nodes that one file holds at most: each takes some 500 bytes while the file is read. */
    static final int MAX_ITEMS = (int) Math.min(500_000, HEAP / 2_000);
    /** Nodes, one in the other, that one file holds at most. */
    static final int MAX_DEPTH = 60;

    /** The formats of Magnolia's exports. */
    public enum Format {
        YAML(".yaml"),
        XML(".xml"),
        XML_GZ(".xml.gz");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }
    }

    /**
     * The file of that name.
     *
     * @throws BootstrapRefused when it is not one
     */
    public static BootstrapFile of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        for (Format format : Format.values()) {
            if (name.toLowerCase(Locale.ROOT).endsWith(format.ending)) {
                return of(name, name.substring(0, name.length() - format.ending.length()), format);
            }
        }
        throw new BootstrapRefused(Reason.FILE_NAME, name, "");
    }

    /** Whether the ending is that of a bootstrap file. */
    public static boolean isOne(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return List.of(Format.values()).stream().anyMatch(format -> small.endsWith(format.ending));
    }

    private static BootstrapFile of(String name, String stem, Format format) {
        List<String> steps = new ArrayList<>();
        for (String step : stem.split("(?<!\\.)\\.(?!\\.)", -1)) {
            steps.add(step.replace("..", "."));
        }
        String path = "/" + String.join("/", steps.subList(1, steps.size()));
        if (!Workspace.isName(steps.get(0)) || !Workspace.isWellFormed(path) || steps.contains("")) {
            throw new BootstrapRefused(Reason.FILE_NAME, name, "");
        }
        return new BootstrapFile(
                name, new Workspace(steps.get(0)), List.copyOf(steps.subList(1, steps.size())), format);
    }

    /** The file that a node is written to. */
    public static BootstrapFile of(Node node, Format format) throws RepositoryException {
        List<String> steps = List.of(Workspace.path(node).substring(1).split("/"));
        StringBuilder name = new StringBuilder(Workspace.of(node).name());
        steps.forEach(step -> name.append('.').append(step.replace(".", "..")));
        return new BootstrapFile(name + format.ending, Workspace.of(node), steps, format);
    }

    /** Where the node is, in the workspace. */
    public String path() {
        return "/" + String.join("/", steps);
    }

    /** Writes a node, and what lies below it if asked for; the stream stays open. */
    public void write(Node node, OutputStream out, boolean recurse) throws RepositoryException, IOException {
        if (format == Format.YAML) {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            BootstrapYaml.write(node, text, recurse);
            text.flush();
        } else {
            SystemViewWriter.write(node, out, recurse);
        }
    }

    /**
     * Reads the node in a file: properties and child nodes by name, and {@code jcr:primaryType},
     * {@code jcr:uuid}, {@code jcr:mixinTypes}.
     *
     * @param prefixes those of the store, by namespace
     * @throws BootstrapRefused when it cannot be read
     */
    Map<String, Object> read(InputStream content, Map<String, String> prefixes) throws IOException {
        if (format == Format.YAML) {
            return yaml(new LimitedStream(content, name, MAX_BYTES));
        }
        InputStream xml = format == Format.XML_GZ ? gunzipped(content) : content;
        return new SystemViewReader(name, prefixes).read(new LimitedStream(xml, name, MAX_BYTES));
    }

    private InputStream gunzipped(InputStream content) {
        try {
            return new GZIPInputStream(content);
        } catch (IOException e) {
            throw (BootstrapRefused) new BootstrapRefused(Reason.UNREADABLE, name, "gzip").initCause(e);
        }
    }

    private Map<String, Object> yaml(InputStream content) {
        Map<String, Object> root;
        try {
            root = BootstrapYaml.parse(content, name);
        } catch (YAMLException e) {
            throw (BootstrapRefused)
                    new BootstrapRefused(Reason.UNREADABLE, name, String.valueOf(e.getMessage())).initCause(e);
        }
        if (root.size() != 1) {
            throw new BootstrapRefused(Reason.NOT_ONE_NODE, name, "");
        }
        return BootstrapYaml.asMap(root.values().iterator().next());
    }
}
