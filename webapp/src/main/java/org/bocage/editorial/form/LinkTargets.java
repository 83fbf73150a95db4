package org.bocage.editorial.form;

import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.repository.Workspace;

/** Where a link may lead: anywhere, but not to the pages that are made for machines, whose template nobody may choose. */
record LinkTargets(Definitions definitions) {

    boolean isOne(Workspace workspace, Node node) throws RepositoryException {
        return !workspace.equals(Workspace.WEBSITE)
                || !node.hasProperty("mgnl:template")
                || definitions
                        .template(node.getProperty("mgnl:template").getString())
                        .map(TemplateDefinition::visible)
                        .orElse(true);
    }
}
