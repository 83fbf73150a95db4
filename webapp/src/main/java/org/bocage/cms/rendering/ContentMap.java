package org.bocage.cms.rendering;

import freemarker.template.AdapterTemplateModel;
import freemarker.template.SimpleCollection;
import freemarker.template.SimpleSequence;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNodeModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.jcr.PropertyType;
import org.jspecify.annotations.Nullable;

/**
 * Magnolia's ContentMap: a node as scripts see it, property by name, else child node, else {@code @name}, {@code @path}…
 * (spec 7.2). Children have the wrapping of their parent.
 */
public final class ContentMap
        implements TemplateHashModelEx, TemplateScalarModel, TemplateNodeModel, AdapterTemplateModel {

    /** Number of special keys, which count in the size, though not among the keys. */
    private static final int SPECIAL = 5;

    /** Identifier of the root of a workspace, as scripts read it: the same one in every Magnolia. */
    public static final String ROOT_ID = "cafebabe-cafe-babe-cafe-babecafebabe";

    private final RenderContext context;
    private final ContentNode node;
    private final Wrapping wrapping;

    /**
     * Options for reading the texts of a node.
     *
     * @param escaping single strings are escaped for HTML
     * @param localised {@code title_en} is read for {@code title} on an English page
     * @param fallbacks nodes whose properties stand in for those the node lacks, the nearest first
     * @param origin whether it comes from an ancestor page
     */
    public record Wrapping(boolean escaping, boolean localised, List<ContentNode> fallbacks, Origin origin) {

        public static final Wrapping NONE = new Wrapping(false, false, List.of(), Origin.PLAIN);
        public static final Wrapping FULL = new Wrapping(true, true, List.of(), Origin.PLAIN);

        public Wrapping withEscaping(boolean on) {
            return new Wrapping(on, localised, fallbacks, origin);
        }

        public Wrapping withLanguage() {
            return new Wrapping(escaping, true, fallbacks, origin);
        }

        Wrapping forRelative() {
            return new Wrapping(escaping, localised, List.of(), Origin.PLAIN);
        }

        public Wrapping inheriting(List<ContentNode> nodes) {
            return new Wrapping(escaping, localised, nodes, origin);
        }

        public Wrapping from(Origin place) {
            return new Wrapping(escaping, localised, fallbacks, place);
        }
    }

    /** Where a component of an area comes from. */
    public enum Origin {
        /** An area that inherits nothing. */
        PLAIN,
        /** The page itself, in an area that inherits. */
        OWN,
        /** An ancestor page. */
        INHERITED
    }

    public ContentMap(RenderContext context, ContentNode node, Wrapping wrapping) {
        this.context = context;
        this.node = node;
        this.wrapping = wrapping;
    }

    public ContentNode node() {
        return context.nodes().noted(node);
    }

    public Wrapping wrapping() {
        return wrapping;
    }

    public RenderContext context() {
        return context;
    }

    public ContentMap with(Wrapping other) {
        return new ContentMap(context, node, other);
    }

    /** The node as it is stored: neither escaped nor localised. */
    public ContentMap stored() {
        return with(Wrapping.NONE);
    }

    /** Another node in the wrapping of this one. */
    public ContentMap relative(ContentNode other) {
        return new ContentMap(context, other, wrapping.forRelative());
    }

    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
        if (key.startsWith("@")) {
            return context.wrapper().wrap(special(key));
        }
        Optional<Stored> stored = find(key);
        if (stored.isPresent()) {
            return context.wrapper().wrap(scripted(stored.get()));
        }
        Optional<ContentNode> child = context.nodes().child(node, key);
        return child.map(this::relative).orElse(null);
    }

    /** Magnolia's content map shows some types otherwise than a JCR property does: several dates are null, a reference is a node. */
    private @Nullable Object scripted(Stored stored) {
        Object value = stored.value();
        if (value instanceof StoredValues several) {
            return several.isForScripts() ? several : null;
        }
        if (value instanceof StoredValue single) {
            return single.type() == PropertyType.REFERENCE ? target(single) : single.text();
        }
        return value instanceof NodeReader.BinarySize
                ? context.nodes().text(stored.node(), stored.name())
                : shown(value);
    }

    private @Nullable ContentMap target(StoredValue reference) {
        return context.nodes()
                .byId(node.workspace(), reference.text())
                .map(this::relative)
                .orElse(null);
    }

    /** A property as scripts see it; null when there is none. */
    @Nullable
    public Object value(String name) {
        return find(name).map(stored -> shown(stored.value())).orElse(null);
    }

    private Object shown(Object value) {
        return value instanceof String text ? shown(text) : value;
    }

    /** A single text with its links, escaped where the node is. */
    public String shown(String text) {
        String linked = context.addresses().replaceLinks(text);
        return wrapping.escaping() ? Escaping.escapeWithBreaks(linked) : linked;
    }

    /**
     * A property and where it is stored.
     *
     * @param node the node itself or one whose properties it inherits
     * @param name with the suffix of the language, where it has one
     */
    public record Stored(ContentNode node, String name, Object value) {

        private boolean isFilled() {
            return !value.equals("");
        }
    }

    /** The property that scripts see under a name, in the language of the page. */
    public Optional<Stored> find(String name) {
        if (wrapping.localised() && !context.isDefaultLocale()) {
            Locale locale = context.request().locale();
            Optional<Stored> localised = inherited(name + "_" + locale)
                    .filter(Stored::isFilled)
                    .or(() -> inherited(name + "_" + locale.getLanguage()).filter(Stored::isFilled));
            if (localised.isPresent()) {
                return localised;
            }
        }
        return inherited(name);
    }

    private Optional<Stored> inherited(String name) {
        Object own = node().properties().get(name);
        if (own != null) {
            return Optional.of(new Stored(node, name, own));
        }
        for (ContentNode fallback : wrapping.fallbacks()) {
            Object value = context.nodes().noted(fallback).properties().get(name);
            if (value != null) {
                return Optional.of(new Stored(fallback, name, value));
            }
        }
        return Optional.empty();
    }

    private @Nullable Object special(String key) {
        return switch (key) {
            case "@name" -> name();
            case "@id", "@uuid", "@UUID" -> id();
            case "@path", "@handle" -> node.path();
            case "@depth", "@level" -> node.depth();
            case "@nodeType" -> context.nodes().type(node().type());
            default -> null;
        };
    }

    public String id() {
        return node.isRoot() ? ROOT_ID : node().id();
    }

    private String name() {
        return wrapping.escaping() ? Escaping.escape(node.name()) : node.name();
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public int size() {
        return keySet().size() + SPECIAL;
    }

    @Override
    public TemplateCollectionModel keys() {
        return new SimpleCollection(keySet(), context.wrapper());
    }

    @Override
    public TemplateCollectionModel values() throws TemplateModelException {
        List<@Nullable TemplateModel> values = new ArrayList<>();
        for (String key : keySet()) {
            values.add(get(key));
        }
        return new SimpleCollection(values, context.wrapper());
    }

    private Set<String> keySet() {
        Set<String> keys = new LinkedHashSet<>();
        node().properties().keySet().stream()
                .filter(name -> !name.startsWith("bocage:"))
                .forEach(keys::add);
        return keys;
    }

    /** Never empty, so that the root of a workspace has content. */
    @Override
    public String getAsString() {
        return node.isRoot() ? node.workspace().name() : name();
    }

    /** Fails at the root, as there: {@code ?root} and {@code ?ancestors} do. */
    @Override
    public TemplateNodeModel getParentNode() throws TemplateModelException {
        return context.nodes()
                .parent(node)
                .map(this::relative)
                .orElseThrow(() -> new TemplateModelException("The root of a workspace has no parent"));
    }

    @Override
    public TemplateSequenceModel getChildNodes() {
        return new SimpleSequence(
                context.nodes().children(node()).stream().map(this::relative).toList(), context.wrapper());
    }

    @Override
    public String getNodeName() {
        return getAsString();
    }

    @Override
    public String getNodeType() {
        return "element";
    }

    @Override
    public @Nullable String getNodeNamespace() {
        return null;
    }

    @Override
    public Object getAdaptedObject(Class<?> hint) {
        return this;
    }

    @Override
    public String toString() {
        return node.path();
    }
}
