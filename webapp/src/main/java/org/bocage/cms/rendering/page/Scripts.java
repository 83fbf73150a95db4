package org.bocage.cms.rendering.page;

import freemarker.cache.TemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleDate;
import freemarker.template.Template;
import freemarker.template.TemplateDateModel;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.files.Resource;
import org.bocage.cms.definition.site.RenderableDefinition;
import org.bocage.cms.rendering.Addresses;
import org.bocage.cms.rendering.values.DefinitionModel;
import org.jspecify.annotations.Nullable;

/** The FreeMarker scripts of the light modules at one reload, with Magnolia's settings (spec 7.1). */
final class Scripts {

    private static final Version MAGNOLIAS = Configuration.VERSION_2_3_28;

    private final Definitions definitions;
    private final Configuration configuration;

    Scripts(Definitions definitions) {
        this.definitions = definitions;
        this.configuration = new InterruptibleScripts();
        configuration.setTemplateLoader(new ResourceLoader(definitions));
        configuration.setObjectWrapper(new Wrapper());
        configuration.setTagSyntax(Configuration.AUTO_DETECT_TAG_SYNTAX);
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setURLEscapingCharset(StandardCharsets.UTF_8.name());
        configuration.setLocalizedLookup(false);
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.SAFER_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setTimeZone(TimeZone.getTimeZone(Addresses.ZONE));
    }

    /** Whether these are the scripts of the given definitions. */
    boolean areOf(Definitions others) {
        return definitions == others;
    }

    ObjectWrapper wrapper() {
        return configuration.getObjectWrapper();
    }

    Template get(String path, Locale locale) throws IOException {
        return configuration.getTemplate(path, locale);
    }

    /** Scripts that notice, at each turn of a loop and call of a macro, that their time is over. */
    private static final class InterruptibleScripts extends Configuration {

        private static final String MARK = "interruptible";

        private InterruptibleScripts() {
            super(MAGNOLIAS);
        }

        @Override
        public Template getTemplate(
                String name,
                @Nullable Locale locale,
                @Nullable Object condition,
                @Nullable String encoding,
                boolean parsed,
                boolean ignoreMissing)
                throws IOException {
            Template template = super.getTemplate(name, locale, condition, encoding, parsed, ignoreMissing);
            if (template != null && parsed) {
                // scripts are kept once read, and included ones come this way too
                synchronized (template) {
                    if (template.getCustomAttribute(MARK) == null) {
                        _CoreAPI.addThreadInterruptedChecks(template);
                        template.setCustomAttribute(MARK, true);
                    }
                }
            }
            return template;
        }
    }

    private static final class Wrapper extends DefaultObjectWrapper {

        private Wrapper() {
            super(MAGNOLIAS);
            setDefaultDateType(TemplateDateModel.DATETIME);
            setMemberAccessPolicy(new ScriptAccess(MAGNOLIAS));
        }

        @Override
        protected TemplateModel handleUnknownType(Object value) throws TemplateModelException {
            if (value instanceof Calendar calendar) {
                return new SimpleDate(calendar.getTime(), TemplateDateModel.DATETIME);
            }
            return value instanceof RenderableDefinition definition
                    ? new DefinitionModel(definition, this)
                    : super.handleUnknownType(value);
        }
    }

    /** Absolute paths of the resource tree; FreeMarker has taken the leading slash away. */
    private record ResourceLoader(Definitions definitions) implements TemplateLoader {

        @Override
        public @Nullable Object findTemplateSource(String name) {
            return definitions.resources().get("/" + name).orElse(null);
        }

        @Override
        public long getLastModified(Object source) {
            return ((Resource) source).lastModified().toEpochMilli();
        }

        @Override
        public Reader getReader(Object source, String encoding) throws IOException {
            return new InputStreamReader(((Resource) source).open(), StandardCharsets.UTF_8);
        }

        @Override
        public void closeTemplateSource(Object source) {
            // the reader is closed by FreeMarker, nothing else is open
        }
    }
}
