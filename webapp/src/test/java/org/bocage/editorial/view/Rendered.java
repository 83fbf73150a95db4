package org.bocage.editorial.view;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.bocage.cms.dam.decoding.DamOptions;
import org.bocage.editorial.media.PermittedWeights;
import org.springframework.util.unit.DataSize;

/** Templates of the private space as HTML, with the settings the application gives FreeMarker. */
final class Rendered {

    private static final Configuration FREEMARKER;

    static {
        try {
            FREEMARKER = freemarker();
        } catch (TemplateModelException e) {
            throw new IllegalStateException(e);
        }
    }

    private Rendered() {}

    static String html(String template, Record page, Shell shell) throws IOException, TemplateException {
        var out = new StringWriter();
        FREEMARKER.getTemplate("espace/" + template + ".ftlh").process(Map.of("page", page, "shell", shell), out);
        return out.toString();
    }

    private static Configuration freemarker() throws TemplateModelException {
        var freemarker = new Configuration(Configuration.VERSION_2_3_34);
        freemarker.setClassLoaderForTemplateLoading(Rendered.class.getClassLoader(), "templates");
        freemarker.setTagSyntax(Configuration.AUTO_DETECT_TAG_SYNTAX);
        freemarker.setDefaultEncoding(StandardCharsets.UTF_8.name());
        freemarker.setLocale(Locale.FRANCE);
        DamOptions usual = new DamOptions(DataSize.ofMegabytes(15), DataSize.ofMegabytes(20), 50, 12_000, 2560, 0);
        freemarker.setSharedVariable(PermittedWeights.VARIABLE, PermittedWeights.by(usual));
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        return freemarker;
    }
}
