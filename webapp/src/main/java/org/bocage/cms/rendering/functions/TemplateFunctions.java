package org.bocage.cms.rendering.functions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.jcr.Node;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderFailure;
import org.jspecify.annotations.Nullable;

/** {@code cmsfn}: nodes by the template they have. Public because FreeMarker calls methods of public classes only. */
public abstract class TemplateFunctions extends InheritanceFunctions {

    TemplateFunctions(RenderContext context) {
        super(context);
    }

    public @Nullable ContentMap siteRoot(ContentMap content) {
        return siteRoot(content, "home");
    }

    public @Nullable Node siteRoot(Node content) {
        return node(siteRoot(required(content)));
    }

    /** The nearest page whose template has that type; the root of the workspace when there is none. */
    public @Nullable ContentMap siteRoot(ContentMap content, @Nullable String type) {
        if (nodes().page(content.node()).isEmpty()) {
            throw new RenderFailure(content.node().storePath() + " lies in no page");
        }
        if (templateType(content).equals(type)) {
            return content;
        }
        Optional<ContentMap> found = Optional.ofNullable(parentWithTemplateType(content, type));
        return found.isPresent() ? found.get() : root(content);
    }

    public @Nullable Node siteRoot(Node content, @Nullable String type) {
        return node(siteRoot(required(content), type));
    }

    /** The type of the template; empty when there is none. */
    public String templateType(ContentMap content) {
        return type(content.node());
    }

    public String templateType(Node content) {
        return templateType(required(content));
    }

    private String type(ContentNode node) {
        return template(node)
                .map(definition -> definition.type().isEmpty() ? "content" : definition.type())
                .orElse("");
    }

    /** The subtype of the template; null when it names none, empty when there is no template. */
    public @Nullable String templateSubtype(ContentMap content) {
        String subtype =
                template(content.node()).map(TemplateDefinition::subtype).orElse(null);
        return subtype == null ? "" : subtype.isEmpty() ? null : subtype;
    }

    public @Nullable String templateSubtype(Node content) {
        return templateSubtype(required(content));
    }

    public boolean hasTemplateOfType(ContentMap content, @Nullable String type) {
        String own = templateType(content);
        return !own.isEmpty() && own.equals(type);
    }

    public boolean hasTemplateOfType(Node content, @Nullable String type) {
        return hasTemplateOfType(required(content), type);
    }

    public @Nullable ContentMap parentWithTemplateType(ContentMap content, @Nullable String type) {
        return nearest(content, node -> type(node).equals(type)).orElse(null);
    }

    public @Nullable Node parentWithTemplateType(Node content, @Nullable String type) {
        return node(parentWithTemplateType(required(content), type));
    }

    public List<Node> contentListByTemplateId(@Nullable Node root, String id) {
        return contentListByTemplateId(root, id, Integer.MAX_VALUE, null, null);
    }

    /**
     * Descendants of a template.
     *
     * @param condition {@code and} of conditions such as {@code title = 'x'}; null when none
     * @param order {@code property desc, other}; null: as they stand in the tree
     */
    public List<Node> contentListByTemplateId(
            @Nullable Node root, String id, int most, @Nullable String condition, @Nullable String order) {
        return contentListByTemplateIds(root, Set.of(id), most, condition, order);
    }

    public List<Node> contentListByTemplateIds(
            @Nullable Node root, Collection<?> ids, int most, @Nullable String condition, @Nullable String order) {
        return nodes(list(required(root), node -> ids.contains(node.template()), most, condition, order));
    }

    public List<ContentMap> contentListByTemplateType(
            ContentMap root, @Nullable String type, @Nullable String subtype) {
        return contentListByTemplateType(root, type, subtype, Integer.MAX_VALUE, null, null);
    }

    public List<Node> contentListByTemplateType(Node root, @Nullable String type, @Nullable String subtype) {
        return nodes(contentListByTemplateType(required(root), type, subtype));
    }

    public List<ContentMap> contentListByTemplateType(
            ContentMap root,
            @Nullable String type,
            @Nullable String subtype,
            int most,
            @Nullable String condition,
            @Nullable String order) {
        Predicate<ContentNode> wanted = node -> template(node).isPresent()
                && type(node).equals(type)
                && (subtype == null
                        || subtype.equals(
                                template(node).map(TemplateDefinition::subtype).orElse("")));
        return list(root, wanted, most, condition, order);
    }

    public List<Node> contentListByTemplateType(
            Node root,
            @Nullable String type,
            @Nullable String subtype,
            int most,
            @Nullable String condition,
            @Nullable String order) {
        return nodes(contentListByTemplateType(required(root), type, subtype, most, condition, order));
    }

    /**
     * The pages of what is found, each once, escaped and in the language of the page however the root is.
     *
     * @throws RenderFailure for a condition that is there and blank, which makes no query
     */
    private List<ContentMap> list(
            ContentMap root,
            Predicate<ContentNode> wanted,
            int most,
            @Nullable String condition,
            @Nullable String order) {
        if (condition != null && condition.isBlank()) {
            throw new RenderFailure("A condition is null or says something");
        }
        ContentMap wrapped = root.with(ContentMap.Wrapping.FULL);
        return Descendants.of(nodes(), root.node())
                .filter(wanted)
                .filter(Selection.where(condition))
                .sorted(Selection.by(order))
                .map(node -> nodes().page(node).orElse(node))
                .distinct()
                .limit(Math.max(most, 0))
                .map(wrapped::relative)
                .toList();
    }
}
