package org.bocage.cms.rendering.functions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.RenderContext;
import org.jspecify.annotations.Nullable;

/** {@code cmsfn}: nodes by the template they have. Public because FreeMarker calls methods of public classes only. */
public abstract class TemplateFunctions extends TreeFunctions {

    TemplateFunctions(RenderContext context) {
        super(context);
    }

    public @Nullable Object siteRoot(@Nullable Object content) {
        return siteRoot(content, "home");
    }

    /** The nearest page whose template has that type; the root of the workspace when there is none. */
    public @Nullable Object siteRoot(@Nullable Object content, String type) {
        Optional<ContentMap> map = map(content);
        Optional<ContentMap> found = map.flatMap(one -> type.equals(templateType(one))
                ? Optional.of(one)
                : nearest(one, node -> type.equals(templateType(one.relative(node)))));
        return found.isPresent() ? found.get() : map.map(this::root).orElse(null);
    }

    public @Nullable String templateType(@Nullable Object content) {
        return template(content)
                .map(definition -> definition.type().isEmpty() ? "content" : definition.type())
                .orElse(null);
    }

    public @Nullable String templateSubtype(@Nullable Object content) {
        return template(content).map(TemplateDefinition::subtype).orElse(null);
    }

    public boolean hasTemplateOfType(@Nullable Object content, String type) {
        return type.equals(templateType(content));
    }

    public @Nullable Object parentWithTemplateType(@Nullable Object content, String type) {
        return map(content)
                .flatMap(map -> nearest(map, node -> type.equals(templateType(map.relative(node)))))
                .orElse(null);
    }

    public @Nullable List<ContentMap> contentListByTemplateId(@Nullable Object root, String id) {
        return contentListByTemplateId(root, id, Integer.MAX_VALUE, null, null);
    }

    /**
     * Descendants of a template.
     *
     * @param condition {@code and} of conditions such as {@code title = 'x'}; null when none
     * @param order {@code property desc, other}; null: as they stand in the tree
     */
    public @Nullable List<ContentMap> contentListByTemplateId(
            @Nullable Object root, String id, int most, @Nullable String condition, @Nullable String order) {
        return contentListByTemplateIds(root, Set.of(id), most, condition, order);
    }

    public @Nullable List<ContentMap> contentListByTemplateIds(
            @Nullable Object root, Collection<?> ids, int most, @Nullable String condition, @Nullable String order) {
        return list(root, node -> ids.contains(node.template()), most, condition, order);
    }

    public @Nullable List<ContentMap> contentListByTemplateType(@Nullable Object root, String type, String subtype) {
        return contentListByTemplateType(root, type, subtype, Integer.MAX_VALUE, null, null);
    }

    public @Nullable List<ContentMap> contentListByTemplateType(
            @Nullable Object root,
            String type,
            @Nullable String subtype,
            int most,
            @Nullable String condition,
            @Nullable String order) {
        Predicate<ContentNode> wanted = node -> context()
                .definitions()
                .template(node.template())
                .filter(definition -> definition.type().equals(type))
                .filter(definition -> subtype == null || definition.subtype().equals(subtype))
                .isPresent();
        return list(root, wanted, most, condition, order);
    }

    private @Nullable List<ContentMap> list(
            @Nullable Object root,
            Predicate<ContentNode> wanted,
            int most,
            @Nullable String condition,
            @Nullable String order) {
        return map(root)
                .map(map -> relatives(
                        map,
                        Descendants.of(nodes(), map.node())
                                .filter(wanted)
                                .filter(Selection.where(condition))
                                .sorted(Selection.by(order))
                                .limit(Math.max(most, 0))
                                .toList()))
                .orElse(null);
    }
}
