package org.bocage.cms.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import javax.jcr.nodetype.NodeType;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.reader.UnicodeReader;

/**
 * Magnolia's bootstrap YAML (a root map with one key, the node's name; scalars are properties, lists are multi-valued
 * ones, maps are child nodes): reading and writing the text. {@link Bootstrap} puts it into a store.
 */
public final class BootstrapYaml {

    /** A bootstrap file holds binaries as base64. */
    private static final int MAX_CODE_POINTS = 96 * 1024 * 1024;

    private static final int MAX_DEPTH = 60;

    private BootstrapYaml() {}

    /** A node and what lies below it, as YAML. Oak's own items ({@code rep:*}) and protected dates are left out. */
    public static String export(Node node) throws RepositoryException {
        StringWriter text = new StringWriter();
        write(node, text, true);
        return text.toString();
    }

    /** What a node holds, without the sub pages and items below, which have a history of their own. */
    static Map<String, Object> alone(Node node) throws RepositoryException {
        return tree(node, BootstrapWriter::isPart);
    }

    /** What a node holds, as YAML. */
    static String text(String name, Map<String, Object> tree) {
        StringWriter text = new StringWriter();
        dump(name, tree, text);
        return text.toString();
    }

    /** As {@link #export}, to a writer; without what lies below a folder unless asked for. */
    static void write(Node node, Writer text, boolean recurse) throws RepositoryException {
        dump(node.getName(), tree(node, child -> recurse), text);
    }

    private static void dump(String name, Map<String, Object> tree, Writer text) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(120);
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()), new BootstrapTags.Writing(options), options);
        yaml.dump(Map.of(name, tree), text);
    }

    /** What an exported text says of its node: property and child names with their values. */
    public static Map<String, Object> values(String yaml) {
        Map<String, Object> root = parse(yaml);
        return root.isEmpty() ? Map.of() : asMap(root.values().iterator().next());
    }

    static Map<String, Object> parse(InputStream yaml) {
        return asMap(new Yaml(new BootstrapTags.Reading(limits())).load(new UnicodeReader(yaml)));
    }

    static Map<String, Object> parse(String yaml) {
        return asMap(new Yaml(new BootstrapTags.Reading(limits())).load(yaml));
    }

    static Map<String, Object> asMap(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> map.put(String.valueOf(key), entry));
        }
        return map;
    }

    private static LoaderOptions limits() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CODE_POINTS);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setAllowDuplicateKeys(false);
        return options;
    }

    /** Which children go along with a node. */
    @FunctionalInterface
    private interface Along {
        boolean with(Node child) throws RepositoryException;
    }

    private static Map<String, Object> tree(Node node, Along along) throws RepositoryException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("jcr:primaryType", node.getPrimaryNodeType().getName());
        List<String> mixins = mixins(node);
        if (!mixins.isEmpty()) {
            tree.put("jcr:mixinTypes", mixins);
        }
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (isContent(property)) {
                tree.put(property.getName(), value(property));
            }
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (!child.getName().startsWith("rep:") && along.with(child)) {
                tree.put(child.getName(), tree(child, along));
            }
        }
        return tree;
    }

    static List<String> mixins(Node node) throws RepositoryException {
        List<String> mixins = new ArrayList<>();
        for (NodeType mixin : node.getMixinNodeTypes()) {
            if (!mixin.getName().startsWith("rep:")) {
                mixins.add(mixin.getName());
            }
        }
        return mixins;
    }

    /** Whether a property goes along with its node: the count of saved states speaks of a history that stays here. */
    static boolean isContent(Property property) throws RepositoryException {
        String name = property.getName();
        return name.equals("jcr:uuid") || (!name.equals(Revisions.NUMBER) && !NodeTypes.isProtected(name));
    }

    private static Object value(Property property) throws RepositoryException {
        if (!property.isMultiple()) {
            return value(property.getValue());
        }
        List<Object> values = new ArrayList<>();
        for (Value value : property.getValues()) {
            values.add(value(value));
        }
        return values;
    }

    private static Object value(Value value) throws RepositoryException {
        return switch (value.getType()) {
            case PropertyType.LONG -> value.getLong();
            case PropertyType.DOUBLE, PropertyType.DECIMAL -> value.getDouble();
            case PropertyType.BOOLEAN -> value.getBoolean();
            case PropertyType.DATE -> value.getDate();
            case PropertyType.BINARY -> bytes(value);
            case PropertyType.PATH, PropertyType.URI, PropertyType.REFERENCE, PropertyType.WEAKREFERENCE ->
                new TypedText(value.getType(), value.getString());
            default -> value.getString();
        };
    }

    private static byte[] bytes(Value value) throws RepositoryException {
        try (InputStream stream = value.getBinary().getStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new RepositoryException(e);
        }
    }
}
