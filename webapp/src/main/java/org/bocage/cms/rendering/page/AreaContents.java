package org.bocage.cms.rendering.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.definition.site.AreaDefinition;
import org.bocage.cms.definition.site.Inheritance;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.MissingNodes;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.rendering.values.Inherited;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Content of an area: its node, its components, those inherited from ancestor pages (spec 3.5, 3.6). A node that is not
 * there yet, or that the template generates, is among the {@link MissingNodes}.
 */
final class AreaContents {

    private static final Logger log = LoggerFactory.getLogger(AreaContents.class);

    private final RenderContext context;
    private final Inherited inherited;

    AreaContents(RenderContext context) {
        this.context = context;
        this.inherited = new Inherited(context);
    }

    /**
     * An area ready to be rendered.
     *
     * @param place its node, or the one it would have
     * @param content null when an optional area has not been chosen
     * @param components inherited ones first, not more than the definition allows
     * @param full whether no component may be added
     */
    record Area(
            AreaDefinition definition,
            ContentNode place,
            @Nullable ContentMap content,
            List<ContentMap> components,
            boolean full) {}

    Area of(AreaDefinition definition, ContentMap parent) {
        Optional<ContentNode> stored = definition.createAreaNode()
                ? context.nodes().child(parent.node(), definition.name())
                : Optional.of(parent.node());
        ContentNode place = stored.orElseGet(() -> absent(parent.node(), definition.name()));
        if (stored.isEmpty() && definition.optional()) {
            return new Area(definition, place, null, List.of(), false);
        }
        ContentNode node = generate(place, definition.autoGeneration().content());
        if (stored.isEmpty()) {
            context.missing().add(node);
        } else {
            node.generated().values().forEach(context.missing()::add);
        }
        List<ContentNode> sources = node.isPage() ? List.of() : inherited.sources(node, definition.inheritance());
        ContentMap content = parent.relative(node);
        if (definition.inheritance().enabled()) {
            content = content.with(inherited.wrapping(content, definition.inheritance(), sources));
        }
        List<ContentMap> all = components(definition, content, sources);
        List<ContentMap> shown = all;
        int most = definition.effectiveType().equals("single") ? 1 : definition.maxComponents();
        if (all.size() > most) {
            log.warn("{} holds {} components, the first {} are shown", node.storePath(), all.size(), most);
            shown = all.subList(0, most);
        }
        return new Area(definition, node, content, shown, all.size() >= most);
    }

    private List<ContentMap> components(AreaDefinition definition, ContentMap content, List<ContentNode> sources) {
        Inheritance inheritance = definition.inheritance();
        List<ContentMap> components = new ArrayList<>();
        if (definition.effectiveType().equals("noComponent")) {
            return components;
        }
        for (ContentNode source : sources) {
            inherited.components(source, inheritance).stream()
                    .map(content::relative)
                    .map(child -> child.with(child.wrapping().from(ContentMap.Origin.INHERITED)))
                    .forEach(components::add);
        }
        ContentMap.Origin own = inheritance.enabled() ? ContentMap.Origin.OWN : ContentMap.Origin.PLAIN;
        context.nodes().children(content.node()).stream()
                .filter(child -> child.type().equals("mgnl:component"))
                .map(content::relative)
                .map(child -> child.with(child.wrapping().from(own)))
                .forEach(components::add);
        return components;
    }

    private static ContentNode absent(ContentNode parent, String name) {
        return new ContentNode(false, parent.storePath() + "/" + name, "", "mgnl:area", Map.of(), Map.of());
    }

    /** A page or component with what its template generates in it. */
    ContentMap generated(ContentMap content, TemplateDefinition template) {
        ContentNode node = generate(content.node(), template.autoGeneration().content());
        if (node.generated().size() == content.node().generated().size()) {
            return content;
        }
        node.generated().values().forEach(context.missing()::add);
        return content.relative(node).with(content.wrapping());
    }

    private ContentNode generate(ContentNode node, Map<String, Object> content) {
        if (content.isEmpty()) {
            return node;
        }
        Map<String, ContentNode> children = new LinkedHashMap<>(node.generated());
        content.forEach((name, value) -> {
            if (value instanceof Map<?, ?> map
                    && context.nodes().child(node, name).isEmpty()) {
                children.put(name, generated(node.storePath() + "/" + name, map));
            }
        });
        return children.size() == node.generated().size()
                ? node
                : new ContentNode(node.stored(), node.storePath(), node.id(), node.type(), node.properties(), children);
    }

    private static ContentNode generated(String storePath, Map<?, ?> values) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Map<String, ContentNode> children = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (value instanceof Map<?, ?> map) {
                children.put(name, generated(storePath + "/" + name, map));
            } else if (name.equals("templateId")) {
                properties.put("mgnl:template", value);
            } else if (!name.equals("nodeType") && value != null) {
                properties.put(name, value);
            }
        });
        Object type = values.get("nodeType");
        if (type == null) {
            throw new RenderFailure("autoGeneration of " + storePath + " gives no nodeType");
        }
        return new ContentNode(false, storePath, "", String.valueOf(type), properties, children);
    }
}
