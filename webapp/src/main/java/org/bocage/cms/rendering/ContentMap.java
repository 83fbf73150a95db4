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
import org.jspecify.annotations.Nullable;

/**
 * Magnolia's ContentMap: a node as scripts see it, property by name, else child node, else {@code @name}, {@code @path}…
 * (spec 7.2). Children have the wrapping of their parent.
 */
public final class ContentMap
        implements TemplateHashModelEx, TemplateScalarModel, TemplateNodeModel, AdapterTemplateModel {

    private static final List<String> SPECIAL = List.of("@name", "@id", "@path", "@depth", "@nodeType");

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

        static final Wrapping NONE = new Wrapping(false, false, List.of(), Origin.PLAIN);
        public static final Wrapping FULL = new Wrapping(true, true, List.of(), Origin.PLAIN);

        public Wrapping withEscaping(boolean on) {
            return new Wrapping(on, localised, fallbacks, origin);
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

    public ContentMap with(Wrapping other) {
        return new ContentMap(context, node, other);
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
        Object value = value(key);
        if (value != null) {
            return context.wrapper().wrap(value);
        }
        Optional<ContentNode> child = context.nodes().child(node, key);
        return child.map(this::relative).orElse(null);
    }

    /** A property as scripts see it; null when there is none. */
    @Nullable
    public Object value(String name) {
        Object value = wrapping.localised() ? localised(name) : inherited(name);
        if (value instanceof String text) {
            String linked = context.addresses().replaceLinks(text);
            return wrapping.escaping() ? Escaping.escapeWithBreaks(linked) : linked;
        }
        return value;
    }

    private @Nullable Object localised(String name) {
        if (!context.isDefaultLocale()) {
            Locale locale = context.request().locale();
            Object value = inherited(name + "_" + locale);
            if (value == null || value.equals("")) {
                value = inherited(name + "_" + locale.getLanguage());
            }
            if (value != null && !value.equals("")) {
                return value;
            }
        }
        return inherited(name);
    }

    private @Nullable Object inherited(String name) {
        Object value = node().properties().get(name);
        for (int i = 0; value == null && i < wrapping.fallbacks().size(); i++) {
            value = context.nodes()
                    .noted(wrapping.fallbacks().get(i))
                    .properties()
                    .get(name);
        }
        return value;
    }

    private @Nullable Object special(String key) {
        return switch (key) {
            case "@name" -> name();
            case "@id", "@uuid", "@UUID" -> node().id();
            case "@path", "@handle" -> node.path();
            case "@depth", "@level" -> node.depth();
            case "@nodeType" -> new NodeTypeName(node().type(), context.wrapper());
            default -> null;
        };
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
        return keySet().size();
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
                .filter(name -> !name.startsWith("jcr:") && !name.startsWith("mgnl:"))
                .forEach(keys::add);
        keys.addAll(SPECIAL);
        return keys;
    }

    /** Never empty, so that the root of a workspace has content. */
    @Override
    public String getAsString() {
        return node.isRoot() ? node.workspace().name() : name();
    }

    @Override
    public @Nullable TemplateNodeModel getParentNode() {
        return context.nodes().parent(node).map(this::relative).orElse(null);
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
