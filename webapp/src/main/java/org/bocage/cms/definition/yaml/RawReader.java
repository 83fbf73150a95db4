package org.bocage.cms.definition.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bocage.cms.definition.files.Problem.Severity;
import org.bocage.cms.definition.files.Resource;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML files, once each: safe types only, bounded in bytes, nesting, aliases and number of values. */
public final class RawReader {

    /** Bytes of a file. */
    static final int MAX_BYTES = 1 << 20;

    /** Values of a definition once its aliases and inclusions are expanded. */
    static final long MAX_VALUES = 100_000;

    /** Levels of a definition once its inclusions are expanded. */
    static final int MAX_DEPTH = 100;

    private static final int MAX_NESTING = 50;
    private static final int MAX_ALIASES = 50;
    private static final List<String> KNOWN_TAGS =
            List.of("!include:", "!inherit:", "!content-type:", "!page-editor-app:");
    private static final Set<String> KNOWN_WORDS = Set.of("!include", "!override", "!env", "!metadata");
    private static final Set<Tag> COLLECTIONS = Set.of(Tag.MAP, Tag.SEQ, Tag.OMAP, Tag.PAIRS, Tag.SET);

    private final Map<String, Raw> read = new HashMap<>();
    private final Report report;

    public RawReader(Report report) {
        this.report = report;
    }

    /** The content of a file; an empty map for an empty file. */
    Raw read(Resource resource) throws Fault {
        Raw known = read.get(resource.path());
        if (known != null) {
            return known;
        }
        Raw raw = parse(resource.path(), text(resource));
        read.put(resource.path(), raw);
        return raw;
    }

    private Raw parse(String file, String text) throws Fault {
        try {
            Node root = new Yaml(options()).compose(new StringReader(text));
            Raw raw = root == null ? Raw.empty(new Raw.Spot(file, 0)) : new Conversion(file).convert(root);
            refuseTooLarge(raw, raw.spot());
            return isNothing(raw) ? Raw.empty(raw.spot()) : raw;
        } catch (MarkedYAMLException e) {
            throw Fault.severe(spot(file, e), "yaml", explanation(e));
        } catch (YAMLException e) {
            throw Fault.severe(new Raw.Spot(file, 0), "yaml", explanation(String.valueOf(e.getMessage())));
        }
    }

    static void refuseTooLarge(Raw raw, Raw.Spot spot) throws Fault {
        if (raw.size() > MAX_VALUES) {
            throw Fault.severe(spot, "values", MAX_VALUES);
        }
        if (raw.depth() > MAX_DEPTH) {
            throw Fault.severe(spot, "depth", MAX_DEPTH);
        }
    }

    private static boolean isNothing(Raw raw) {
        return raw instanceof Raw.Scalar scalar
                && scalar.value() == null
                && scalar.tag().isEmpty();
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        options.setNestingDepthLimit(MAX_NESTING);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        return options;
    }

    /** Text of a file in strict UTF-8, without byte order mark. */
    public static String text(Resource resource) throws Fault {
        try {
            return utf8(bytes(resource));
        } catch (CharacterCodingException e) {
            throw Fault.severe(new Raw.Spot(resource.path(), 0), "encoding");
        }
    }

    /** Text of a properties file: UTF-8, else ISO-8859-1, as Java's {@code PropertyResourceBundle} reads them. */
    public static String properties(Resource resource) throws Fault {
        byte[] bytes = bytes(resource);
        try {
            return utf8(bytes);
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static byte[] bytes(Resource resource) throws Fault {
        Raw.Spot spot = new Raw.Spot(resource.path(), 0);
        try (InputStream in = resource.open()) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw Fault.severe(spot, "bytes", MAX_BYTES / 1024);
            }
            return bytes;
        } catch (IOException e) {
            throw Fault.severe(spot, "unreadable");
        }
    }

    private static Raw.Spot spot(String file, MarkedYAMLException e) {
        return new Raw.Spot(
                file, e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1);
    }

    private static String explanation(MarkedYAMLException e) {
        String where = e.getProblemMark() == null
                ? ""
                : Report.sentence(
                        "yaml.where",
                        e.getProblemMark().getLine() + 1,
                        e.getProblemMark().getColumn() + 1);
        return explanation(String.valueOf(e.getProblem())) + where;
    }

    /** The words of the parser in French, or as they are when they are rare. */
    private static String explanation(String words) {
        return Report.startingWith("yaml.known.")
                .filter(known -> words.toLowerCase(Locale.ROOT)
                        .contains(known.substring("yaml.known.".length()).replace('.', ' ')))
                .findFirst()
                .map(Report::sentence)
                .orElse(words);
    }

    /** Values of scalars as YAML 1.1 has them. */
    private static final class Scalars extends SafeConstructor {
        Scalars() {
            super(options());
        }

        @Nullable
        Object value(ScalarNode node) {
            Object value = getConstructor(node).construct(node);
            return value instanceof Integer number ? (Object) number.longValue() : value;
        }
    }

    /** Nodes of one file into values; an alias gives the same value again. */
    private final class Conversion {

        private final String file;
        private final Scalars scalars = new Scalars();
        private final IdentityHashMap<Node, Raw> done = new IdentityHashMap<>();
        private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

        Conversion(String file) {
            this.file = file;
        }

        Raw convert(Node node) throws Fault {
            return convert(node, node);
        }

        /** Converts a value that is written at {@code at}: its key, or itself. */
        private Raw convert(Node node, Node at) throws Fault {
            Raw known = done.get(node);
            if (known != null) {
                return known;
            }
            Raw.Spot spot = new Raw.Spot(file, at.getStartMark().getLine() + 1);
            if (!open.add(node)) {
                throw Fault.severe(spot, "alias.cycle");
            }
            String tag = tag(node, spot);
            Raw raw = switch (node.getNodeId()) {
                case scalar -> scalar((ScalarNode) node, tag, spot);
                case sequence -> sequence((SequenceNode) node, tag, spot);
                default -> mapping((MappingNode) node, tag, spot);
            };
            open.remove(node);
            done.put(node, raw);
            return raw;
        }

        private String tag(Node node, Raw.Spot spot) throws Fault {
            String tag = node.getTag().getValue();
            if (!tag.startsWith("!")) {
                if (node.getNodeId() != NodeId.scalar && !COLLECTIONS.contains(node.getTag())) {
                    throw Fault.severe(spot, "tag", tag);
                }
                return "";
            }
            if (!KNOWN_WORDS.contains(tag) && KNOWN_TAGS.stream().noneMatch(tag::startsWith)) {
                throw Fault.severe(spot, "tag", tag);
            }
            return tag;
        }

        private Raw scalar(ScalarNode node, String tag, Raw.Spot spot) {
            if (!tag.isEmpty()) {
                boolean implicit = node.getScalarStyle() == org.yaml.snakeyaml.DumperOptions.ScalarStyle.PLAIN;
                node.setTag(new Resolver().resolve(NodeId.scalar, node.getValue(), implicit));
            }
            return new Raw.Scalar(scalars.value(node), node.getValue(), tag, spot);
        }

        private Raw sequence(SequenceNode node, String tag, Raw.Spot spot) throws Fault {
            List<Raw> items = new ArrayList<>();
            for (Node item : node.getValue()) {
                items.add(convert(item));
            }
            return Raw.Sequence.of(items, tag, spot);
        }

        private Raw mapping(MappingNode node, String tag, Raw.Spot spot) throws Fault {
            Map<String, Raw> entries = new LinkedHashMap<>();
            Map<String, Raw> merged = new LinkedHashMap<>();
            for (NodeTuple tuple : node.getValue()) {
                Raw value = convert(tuple.getValueNode(), tuple.getKeyNode());
                if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                    merge(value, merged);
                } else {
                    put(entries, key(tuple.getKeyNode()), value);
                }
            }
            merged.forEach(entries::putIfAbsent);
            return Raw.Mapping.of(entries, tag, spot);
        }

        private void put(Map<String, Raw> entries, String key, Raw value) throws Fault {
            if (entries.put(key, value) != null) {
                if (DefinitionFile.isExtension(file)) {
                    throw Fault.severe(value.spot(), "key.twice.closed", key);
                }
                report.add(Severity.MINOR, value.spot(), "/", "key.twice", key);
            }
        }

        private void merge(Raw value, Map<String, Raw> into) throws Fault {
            if (value instanceof Raw.Mapping mapping) {
                mapping.entries().forEach(into::putIfAbsent);
            } else if (value instanceof Raw.Sequence sequence) {
                for (Raw item : sequence.items()) {
                    merge(item, into);
                }
            } else {
                throw Fault.severe(value.spot(), "merge");
            }
        }

        private String key(Node node) throws Fault {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
            throw Fault.severe(new Raw.Spot(file, node.getStartMark().getLine() + 1), "key");
        }
    }
}
