package org.bocage.cms.delivery;

import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.RestEndpointDefinition.Kind;
import org.bocage.cms.definition.TemplateDefinition;

/** The pages endpoint tells the areas that the template of a page declares; one left from another template is not told. */
final class DeclaredAreas {

    private static final String TEMPLATE = "mgnl:template";

    private final Definitions definitions;
    private final boolean applies;

    DeclaredAreas(Definitions definitions, Endpoint endpoint) {
        this.definitions = definitions;
        this.applies = endpoint.definition().kind() == Kind.PAGES_DELIVERY;
    }

    boolean isDeclared(Node parent, Node child) throws RepositoryException {
        if (!applies || !child.isNodeType("mgnl:area") || !parent.hasProperty(TEMPLATE)) {
            return true;
        }
        Optional<TemplateDefinition> template =
                definitions.template(parent.getProperty(TEMPLATE).getString()).map(definitions::merged);
        String name = child.getName();
        return template.isEmpty() || template.get().areas().containsKey(name);
    }
}
