package org.bocage.cms.rendering.page;

import freemarker.template.AdapterTemplateModel;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.utility.DeepUnwrap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bocage.cms.definition.site.AreaDefinition;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.repository.Workspace;
import org.jspecify.annotations.Nullable;

/** The parameters a script gave to a directive. */
record DirectiveParameters(Map<String, TemplateModel> given) {

    void allow(Set<String> names, Set<String> others) throws TemplateModelException {
        for (String name : given.keySet()) {
            if (!names.contains(name) && !others.contains(name)) {
                throw new TemplateModelException("Unknown parameter: " + name);
            }
        }
    }

    String string(String name, String otherwise) {
        TemplateModel model = given.get(name);
        try {
            if (model instanceof TemplateScalarModel scalar) {
                return scalar.getAsString();
            }
            if (model instanceof TemplateBooleanModel bool) {
                return String.valueOf(bool.getAsBoolean());
            }
            return otherwise;
        } catch (TemplateModelException e) {
            throw new RenderFailure("Parameter " + name + " cannot be read", e);
        }
    }

    boolean bool(String name, boolean otherwise) {
        return Boolean.parseBoolean(string(name, String.valueOf(otherwise)));
    }

    int number(String name, int otherwise) {
        try {
            return given.get(name) instanceof TemplateNumberModel number
                    ? number.getAsNumber().intValue()
                    : otherwise;
        } catch (TemplateModelException e) {
            throw new RenderFailure("Parameter " + name + " cannot be read", e);
        }
    }

    @Nullable
    ContentMap content(String name) {
        return given.get(name) instanceof ContentMap map ? map : null;
    }

    @Nullable
    AreaDefinition area(String name) {
        return given.get(name) instanceof AdapterTemplateModel model
                        && model.getAdaptedObject(Object.class) instanceof AreaDefinition area
                ? area
                : null;
    }

    /** The node that {@code workspace} and {@code uuid} or {@code path} name. */
    Optional<ContentNode> node(RenderContext context) {
        String workspace = string("workspace", "website");
        String uuid = string("uuid", "");
        String path = string("path", "");
        if (!uuid.isEmpty()) {
            return context.nodes().byId(new Workspace(workspace), uuid);
        }
        return path.isEmpty() ? Optional.empty() : context.nodes().byPath(new Workspace(workspace), path);
    }

    Map<String, Object> map(String name) {
        Map<String, Object> values = new HashMap<>();
        if (!(given.get(name) instanceof TemplateHashModelEx hash)) {
            return values;
        }
        try {
            for (TemplateModelIterator keys = hash.keys().iterator(); keys.hasNext(); ) {
                String key = ((TemplateScalarModel) keys.next()).getAsString();
                Object value = DeepUnwrap.permissiveUnwrap(hash.get(key));
                if (value != null) {
                    values.put(key, value);
                }
            }
            return values;
        } catch (TemplateModelException e) {
            throw new RenderFailure("Parameter " + name + " cannot be read", e);
        }
    }
}
