package org.bocage.portal.forms;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import org.bocage.cms.rendering.Insert;
import org.bocage.editorial.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Draws what is put into pages of the site: {@code templates/site}, where everything printed is escaped. */
@Component
public class FormScreens {

    private final Configuration freemarker;
    private final Workflow workflow;
    private final FormOptions options;

    FormScreens(Configuration freemarker, Workflow workflow, FormOptions options) {
        this.options = options;
        this.freemarker = freemarker;
        this.workflow = workflow;
    }

    /**
     * Draws a screen.
     *
     * @param name of the template without its ending
     * @param title of the page; empty: it keeps its own
     * @param page what the template shows
     */
    public Insert draw(String name, String title, Object page, HttpServletRequest request) throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("base", request.getContextPath());
        model.put("days", workflow.answerWithin());
        model.put("question", options.question());
        String answer = request.getParameter(FormGuard.ANSWER);
        model.put("answer", answer == null ? "" : answer);
        StringWriter html = new StringWriter();
        try {
            freemarker.getTemplate("site/" + name + ".ftlh").process(model, html);
        } catch (TemplateException e) {
            throw new IllegalStateException("The screen " + name + " fails: " + e.getMessage(), e);
        }
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return new Insert(path, title, html.toString());
    }
}
