package org.bocage.cms.rest.delivery;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.bocage.cms.definition.site.RestEndpointDefinition;

/** An endpoint, its patterns compiled. */
final class Endpoint {

    private record Referring(Pattern property, RestEndpointDefinition.Reference reference) {}

    private final RestEndpointDefinition definition;
    private final List<Referring> references;

    Endpoint(RestEndpointDefinition definition) {
        this.definition = definition;
        this.references = definition.references().stream()
                .filter(reference -> !reference.propertyName().isEmpty())
                .map(reference -> new Referring(pattern(reference.propertyName()), reference))
                .toList();
    }

    private static Pattern pattern(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            return Pattern.compile(Pattern.quote(expression));
        }
    }

    RestEndpointDefinition definition() {
        return definition;
    }

    /** The absolute path in the workspace of a path below the endpoint. */
    String absolute(String path) {
        String root = definition.rootPath().equals("/") ? "" : definition.rootPath();
        String absolute = root + path;
        return absolute.isEmpty() ? "/" : absolute;
    }

    boolean serves(StoredNode node) {
        return isOneOf(node, definition.nodeTypes());
    }

    boolean includes(StoredNode child) {
        return isOneOf(child, definition.childNodeTypes());
    }

    private boolean isOneOf(StoredNode node, List<String> types) {
        return types.contains(node.type())
                || (!definition.strict() && types.stream().anyMatch(node.types()::contains));
    }

    /** Returns the reference declared for a property of a node, or empty if it is none. */
    Optional<RestEndpointDefinition.Reference> reference(String property, StoredNode node) {
        for (Referring one : references) {
            String type = one.reference().nodeType();
            if (one.property().matcher(property).matches()
                    && (type.isEmpty() || node.types().contains(type))) {
                return Optional.of(one.reference());
            }
        }
        return Optional.empty();
    }
}
