package org.bocage.cms.repository.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.jcr.Node;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.oak.api.Blob;
import org.apache.jackrabbit.oak.api.PropertyState;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.api.Type;
import org.apache.jackrabbit.oak.plugins.tree.TreeUtil;
import org.apache.jackrabbit.util.ISO8601;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.TreeRepository;
import org.bocage.cms.repository.tree.NodeCopy;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.reader.UnicodeReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Magnolia's bootstrap YAML (a root map with one key, the node's name; scalars are properties, lists are multi-valued
 * ones, maps are child nodes): reading and writing the text. {@link Bootstrap} puts it into a store.
 */
public final class BootstrapYaml {

    private BootstrapYaml() {}

    /** A node and what lies below it, as YAML. Oak's own items ({@code rep:*}) and protected dates are left out. */
    public static String export(Node node) throws RepositoryException {
        StringWriter text = new StringWriter();
        write(node, text, true);
        return text.toString();
    }

    /** Returns the content of a node, without the sub pages and items below, which have a history of their own. */
    public static Map<String, Object> alone(Node node) throws RepositoryException {
        Tree types = TreeRepository.root(node.getSession()).getTree(NodeTypes.PLACE);
        return tree(TreeRepository.tree(node), child -> NodeCopy.isPart(child, types));
    }

    /** Returns the content of a node as YAML. */
    public static String text(String name, Map<String, Object> tree) {
        StringWriter text = new StringWriter();
        dump(name, tree, text);
        return text.toString();
    }

    /** As {@link #export}, to a writer; without what lies below a folder unless asked for. */
    static void write(Node node, Writer text, boolean recurse) throws RepositoryException {
        dump(node.getName(), tree(TreeRepository.tree(node), child -> recurse), text);
    }

    private static void dump(String name, Map<String, Object> tree, Writer text) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(120);
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()), new BootstrapTags.Writing(options), options);
        yaml.dump(Map.of(name, tree), text);
    }

    /** Returns the property and child names in an exported text, with their values. */
    public static Map<String, Object> values(String yaml) {
        Map<String, Object> root = parse(yaml);
        return root.isEmpty() ? Map.of() : asMap(root.values().iterator().next());
    }

    /** @param yaml of which the caller has limited the size; aliases, long lines and too much of anything are refused */
    static Map<String, Object> parse(InputStream yaml, String file) {
        LoaderOptions options = options();
        Parser events = new BoundedYaml(new YamlText(new UnicodeReader(yaml), file), file, options);
        BootstrapTags.Reading reading = new BootstrapTags.Reading(options);
        reading.setAllowDuplicateKeys(options.isAllowDuplicateKeys());
        reading.setComposer(new Composer(events, new Resolver(), options));
        return asMap(reading.getSingleData(Object.class));
    }

    /** Reads what {@link #text} wrote. */
    private static Map<String, Object> parse(String yaml) {
        return asMap(new Yaml(new BootstrapTags.Reading(options())).load(yaml));
    }

    public static Map<String, Object> asMap(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> map.put(String.valueOf(key), entry));
        }
        return map;
    }

    /** Sizes are limited before the library sees them: it looks at its own limit only once a whole value is read. */
    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setNestingDepthLimit(BootstrapFile.MAX_DEPTH);
        options.setAllowDuplicateKeys(false);
        return options;
    }

    /**
     * Read from the tree that the session works on: each state of an item that is saved is written so. Properties have no order
     * of their own, and each store gives them in another one: by name, the same content is the same text.
     */
    private static Map<String, Object> tree(Tree node, Predicate<Tree> along) throws RepositoryException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("jcr:primaryType", TreeUtil.getPrimaryTypeName(node));
        List<String> mixins = new ArrayList<>();
        TreeUtil.getNames(node, "jcr:mixinTypes").forEach(mixins::add);
        mixins.removeIf(mixin -> mixin.startsWith("rep:"));
        if (!mixins.isEmpty()) {
            tree.put("jcr:mixinTypes", mixins);
        }
        Map<String, Object> properties = new TreeMap<>();
        for (PropertyState property : node.getProperties()) {
            if (isContent(property.getName())) {
                properties.put(property.getName(), value(property));
            }
        }
        tree.putAll(properties);
        for (Tree child : node.getChildren()) {
            if (!child.getName().startsWith("rep:") && along.test(child)) {
                tree.put(child.getName(), tree(child, along));
            }
        }
        return tree;
    }

    /** Whether a property goes along with its node: the count of saved states speaks of a history that stays here. */
    static boolean isContent(String name) {
        return name.equals("jcr:uuid") || (!NodeTypes.isAboutHistory(name) && !NodeTypes.isProtected(name));
    }

    private static Object value(PropertyState property) throws RepositoryException {
        if (!property.isArray()) {
            return value(property, 0);
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < property.count(); i++) {
            values.add(value(property, i));
        }
        return values;
    }

    private static Object value(PropertyState property, int index) throws RepositoryException {
        int type = property.getType().tag();
        return switch (type) {
            case PropertyType.LONG -> property.getValue(Type.LONG, index);
            case PropertyType.DOUBLE, PropertyType.DECIMAL -> property.getValue(Type.DOUBLE, index);
            case PropertyType.BOOLEAN -> property.getValue(Type.BOOLEAN, index);
            case PropertyType.DATE -> ISO8601.parse(property.getValue(Type.DATE, index));
            case PropertyType.BINARY -> bytes(property.getValue(Type.BINARY, index));
            case PropertyType.PATH, PropertyType.URI, PropertyType.REFERENCE, PropertyType.WEAKREFERENCE ->
                new TypedText(type, property.getValue(Type.STRING, index));
            default -> property.getValue(Type.STRING, index);
        };
    }

    private static byte[] bytes(Blob blob) throws RepositoryException {
        try (InputStream stream = blob.getNewStream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new RepositoryException(e);
        }
    }
}
