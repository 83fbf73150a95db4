package org.bocage.cms.rendering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.definition.AreaDefinition;
import org.bocage.cms.definition.Inheritance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an area holds: its node, its components, those inherited from ancestor pages (spec 3.5, 3.6). Rendering writes
 * nothing: a node that is not there yet, or that the template generates, exists for the time of the rendering.
 */
final class AreaContents {

    private static final Logger log = LoggerFactory.getLogger(AreaContents.class);

    private final RenderContext context;

    AreaContents(RenderContext context) {
        this.context = context;
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
        List<ContentNode> sources = sources(node, definition.inheritance());
        ContentMap content = parent.relative(node).with(parent.wrapping().forRelative());
        if (definition.inheritance().enabled() && definition.inheritance().properties()) {
            content = content.with(content.wrapping().inheriting(nearestFirst(sources)));
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
            context.nodes().children(source).stream()
                    .filter(child -> inheritance.nodeTypes().contains(child.type()) && isInherited(child, inheritance))
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

    private static boolean isInherited(ContentNode component, Inheritance inheritance) {
        return switch (inheritance.components()) {
            case ALL -> true;
            case FILTERED ->
                Boolean.TRUE.equals(component.properties().get("inheritable"))
                        || component.string("inheritable").equals("true");
            case NONE -> false;
        };
    }

    /** Nodes of the same place in the ancestor pages, from the top down. */
    private List<ContentNode> sources(ContentNode area, Inheritance inheritance) {
        Optional<ContentNode> page = inheritance.enabled() ? context.nodes().page(area) : Optional.empty();
        if (page.isEmpty() || page.get().equals(area)) {
            return List.of();
        }
        String relative = area.path().substring(page.get().path().length() + 1);
        List<ContentNode> sources = new ArrayList<>();
        for (ContentNode ancestor : context.nodes().ancestors(page.get())) {
            context.nodes()
                    .byPath(ancestor.workspace(), ancestor.path() + "/" + relative)
                    .ifPresent(sources::add);
        }
        return sources;
    }

    private static List<ContentNode> nearestFirst(List<ContentNode> topFirst) {
        List<ContentNode> reversed = new ArrayList<>(topFirst);
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    private static ContentNode absent(ContentNode parent, String name) {
        return new ContentNode(null, parent.storePath() + "/" + name, "", "mgnl:area", Map.of(), Map.of());
    }

    private ContentNode generate(ContentNode node, Map<String, Object> content) {
        if (content.isEmpty()) {
            return node;
        }
        Map<String, ContentNode> children = new LinkedHashMap<>();
        content.forEach((name, value) -> {
            if (value instanceof Map<?, ?> map
                    && context.nodes().child(node, name).isEmpty()) {
                children.put(name, generated(node.storePath() + "/" + name, map));
            }
        });
        return children.isEmpty()
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
        return new ContentNode(null, storePath, "", String.valueOf(type), properties, children);
    }
}
