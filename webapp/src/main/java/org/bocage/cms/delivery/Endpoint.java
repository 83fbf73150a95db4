package org.bocage.cms.delivery;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.jcr.NamespaceException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.RestEndpointDefinition;

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

    boolean serves(Node node) throws RepositoryException {
        return isOneOf(node, definition.nodeTypes());
    }

    boolean includes(Node child) throws RepositoryException {
        return isOneOf(child, definition.childNodeTypes());
    }

    private boolean isOneOf(Node node, List<String> types) throws RepositoryException {
        String own = node.getPrimaryNodeType().getName();
        for (String type : types) {
            if (own.equals(type) || (!definition.strict() && isOf(node, type))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(Node node, String type) throws RepositoryException {
        try {
            return node.isNodeType(type);
        } catch (NamespaceException e) {
            // nothing is of a type that nobody declared
            return false;
        }
    }

    /** What a property of a node refers to, if it is a reference. */
    Optional<RestEndpointDefinition.Reference> reference(String property, Node node) throws RepositoryException {
        for (Referring one : references) {
            String type = one.reference().nodeType();
            if (one.property().matcher(property).matches() && (type.isEmpty() || isOf(node, type))) {
                return Optional.of(one.reference());
            }
        }
        return Optional.empty();
    }
}
