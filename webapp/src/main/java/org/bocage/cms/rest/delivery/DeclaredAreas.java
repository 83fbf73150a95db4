package org.bocage.cms.rest.delivery;

import java.util.Optional;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.site.RestEndpointDefinition.Kind;
import org.bocage.cms.definition.site.TemplateDefinition;

/** The pages endpoint tells the areas that the template of a page declares; one left from another template is not told. */
final class DeclaredAreas {

    private static final String TEMPLATE = "mgnl:template";

    private final Definitions definitions;
    private final boolean applies;

    DeclaredAreas(Definitions definitions, Endpoint endpoint) {
        this.definitions = definitions;
        this.applies = endpoint.definition().kind() == Kind.PAGES_DELIVERY;
    }

    boolean isDeclared(StoredNode parent, StoredNode child) {
        if (!applies
                || !child.types().contains("mgnl:area")
                || parent.text(TEMPLATE).isEmpty()) {
            return true;
        }
        Optional<TemplateDefinition> template =
                definitions.template(parent.text(TEMPLATE)).map(definitions::merged);
        String name = child.name();
        return template.isEmpty() || template.get().areas().containsKey(name);
    }
}
