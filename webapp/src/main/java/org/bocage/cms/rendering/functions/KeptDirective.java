package org.bocage.cms.rendering.functions;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.FragmentCache;
import org.bocage.cms.rendering.RenderContext;
import org.jspecify.annotations.Nullable;

/** Directive whose nested content is a page fragment: {@code by} holds the strings that it depends on, first its name. */
record KeptDirective(RenderContext context) implements TemplateDirectiveModel {

    @Override
    @SuppressWarnings("rawtypes") // as FreeMarker has it
    public void execute(
            Environment environment,
            Map parameters,
            TemplateModel[] loopVariables,
            @Nullable TemplateDirectiveBody body)
            throws TemplateException, IOException {
        if (body == null) {
            return;
        }
        FragmentCache.Drawing<TemplateException, IOException> drawing = () -> {
            StringWriter own = context.buffer();
            body.render(own);
            return own.toString();
        };
        environment.getOut().write(context.parts().html(strings(parameters.get("by")), drawing));
    }

    private static List<String> strings(@Nullable Object by) throws TemplateModelException {
        if (!(by instanceof TemplateSequenceModel sequence) || sequence.size() == 0) {
            throw new TemplateModelException("by wants the strings that the part depends on, first its name");
        }
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < sequence.size(); i++) {
            // a content is a string too, its name, which others have as well
            if (!(sequence.get(i) instanceof TemplateScalarModel string) || string instanceof ContentMap) {
                throw new TemplateModelException("by holds something that is no string");
            }
            strings.add(string.getAsString());
        }
        return strings;
    }
}
