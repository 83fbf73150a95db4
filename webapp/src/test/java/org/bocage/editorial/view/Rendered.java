package org.bocage.editorial.view;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Templates of the private space as HTML, with the settings the application gives FreeMarker. */
final class Rendered {

    private static final Configuration FREEMARKER = freemarker();

    private Rendered() {}

    static String html(String template, Record page, Shell shell) throws IOException, TemplateException {
        var out = new StringWriter();
        FREEMARKER.getTemplate("espace/" + template + ".ftlh").process(Map.of("page", page, "shell", shell), out);
        return out.toString();
    }

    private static Configuration freemarker() {
        var freemarker = new Configuration(Configuration.VERSION_2_3_34);
        freemarker.setClassLoaderForTemplateLoading(Rendered.class.getClassLoader(), "templates");
        freemarker.setTagSyntax(Configuration.AUTO_DETECT_TAG_SYNTAX);
        freemarker.setDefaultEncoding(StandardCharsets.UTF_8.name());
        freemarker.setLocale(Locale.FRANCE);
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        return freemarker;
    }
}
