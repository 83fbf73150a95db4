package org.bocage.cms.rendering.values;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.definition.site.Inheritance;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.RenderContext;

/** Inheritance from the nodes of the same place in the ancestor pages (spec 3.5). */
public final class Inherited {

    private final RenderContext context;

    public Inherited(RenderContext context) {
        this.context = context;
    }

    /** A node with the properties and children it inherits; inherited children come first, from the top down. */
    public ContentMap of(ContentMap content, Inheritance inheritance) {
        List<ContentNode> sources = sources(content.node(), inheritance);
        Map<String, ContentNode> children = new LinkedHashMap<>();
        for (ContentNode source : sources) {
            for (ContentNode child : components(source, inheritance)) {
                children.put(children.containsKey(child.name()) ? child.storePath() : child.name(), child);
            }
        }
        ContentNode own = content.node();
        ContentNode node = children.isEmpty()
                ? own
                : new ContentNode(own.stored(), own.storePath(), own.id(), own.type(), own.properties(), children);
        return content.relative(node).with(wrapping(content, inheritance, sources));
    }

    public ContentMap.Wrapping wrapping(ContentMap content, Inheritance inheritance, List<ContentNode> sources) {
        return inheritance.properties() ? content.wrapping().inheriting(nearestFirst(sources)) : content.wrapping();
    }

    /** The components that a node of an ancestor page gives. */
    public List<ContentNode> components(ContentNode source, Inheritance inheritance) {
        return context.nodes().children(source).stream()
                .filter(child -> inheritance.nodeTypes().contains(child.type()) && isGiven(child, inheritance))
                .toList();
    }

    private static boolean isGiven(ContentNode component, Inheritance inheritance) {
        return switch (inheritance.components()) {
            case ALL -> true;
            case FILTERED ->
                Boolean.TRUE.equals(component.properties().get("inheritable"))
                        || component.string("inheritable").equals("true");
            case NONE -> false;
        };
    }

    /** Nodes of the same place in the ancestor pages, from the top down. */
    public List<ContentNode> sources(ContentNode node, Inheritance inheritance) {
        Optional<ContentNode> page = inheritance.enabled() ? context.nodes().page(node) : Optional.empty();
        if (page.isEmpty()) {
            return List.of();
        }
        String relative = node.path().substring(page.get().path().length());
        List<ContentNode> sources = new ArrayList<>();
        for (ContentNode ancestor : context.nodes().ancestors(page.get())) {
            context.nodes()
                    .byPath(ancestor.workspace(), ancestor.path() + relative)
                    .ifPresent(sources::add);
        }
        return sources;
    }

    private static List<ContentNode> nearestFirst(List<ContentNode> topFirst) {
        List<ContentNode> reversed = new ArrayList<>(topFirst);
        Collections.reverse(reversed);
        return reversed;
    }
}
