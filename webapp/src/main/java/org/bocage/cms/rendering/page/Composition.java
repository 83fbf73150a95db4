package org.bocage.cms.rendering.page;

import freemarker.template.TemplateException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bocage.cms.definition.site.AreaDefinition;
import org.bocage.cms.definition.site.RenderableDefinition;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.rendering.ContentMap;
import org.bocage.cms.rendering.Escaping;
import org.bocage.cms.rendering.FragmentCache;
import org.bocage.cms.rendering.LimitReached;
import org.bocage.cms.rendering.Mode;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.rendering.ScriptFailure;
import org.bocage.cms.rendering.values.RenderingModelImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a page together: page script, its areas, their components (spec 3.6). */
final class Composition {

    private static final Logger log = LoggerFactory.getLogger(Composition.class);

    private final RenderContext context;
    private final Scripts scripts;
    private final Map<String, Object> variables;
    private final AreaContents areas;
    private final AuthorMarks marks;
    private final Running running = new Running();

    Composition(RenderContext context, Scripts scripts, Map<String, Object> variables) {
        this.context = context;
        this.scripts = scripts;
        this.variables = variables;
        this.areas = new AreaContents(context);
        this.marks = new AuthorMarks(context);
    }

    AuthorMarks marks() {
        return marks;
    }

    RenderContext context() {
        return context;
    }

    /**
     * Runs the script of a definition.
     *
     * @throws RenderFailure when there is none or it fails; the page editor sees that in place instead
     */
    void script(ContentMap given, RenderableDefinition definition, Map<String, Object> more, Writer out) {
        ContentMap content =
                definition instanceof TemplateDefinition template ? areas.generated(given, template) : given;
        String path = definition.templateScript();
        if (path.isEmpty()) {
            throw new RenderFailure(name(definition) + " has no templateScript");
        }
        RenderingModelImpl model = running.enter(content, definition, context);
        try {
            Map<String, Object> seen = new HashMap<>(variables);
            seen.put("content", content);
            seen.put("def", definition);
            seen.put("model", model);
            seen.put("cms", new Directives(this, content, definition).byName());
            seen.putAll(more);
            if (context.request().mode() == Mode.EDIT) {
                out.write(outputInPlace(path, seen, content, definition));
            } else {
                process(path, seen, content, definition, out);
            }
        } catch (IOException e) {
            throw failure(content, definition, e);
        } finally {
            running.leave();
            context.setCurrent(running.content().orElseGet(context::main));
        }
    }

    /** Runs a script; when it fails, what it wrote until then is for whoever called to throw away. */
    private void process(
            String path, Map<String, Object> seen, ContentMap content, RenderableDefinition definition, Writer out) {
        try {
            context.setCurrent(content);
            scripts.get(path, context.locale()).process(seen, out);
        } catch (StackOverflowError e) {
            throw new RenderFailure(name(definition) + " at " + content.node().storePath()
                    + ": it includes or calls itself without end");
        } catch (TemplateException | IOException | RuntimeException e) {
            // also when the script went on after it was told
            context.nodes().deadline().check();
            throw failure(content, definition, e);
        }
    }

    /** Runs a script and tells what is wrong with it where it stopped. */
    private String outputInPlace(
            String path, Map<String, Object> seen, ContentMap content, RenderableDefinition definition) {
        StringWriter own = context.buffer();
        try {
            process(path, seen, content, definition, own);
            return own.toString();
        } catch (LimitReached e) {
            throw e;
        } catch (RenderFailure e) {
            return own + inPlace(e);
        }
    }

    /** Tells the page editor, where the output would be, why there is none. */
    private String inPlace(RenderFailure failure) {
        log.error("Shown in place to the editor: {}", failure.getMessage());
        context.leftOut();
        return "<pre class=\"bocage-error\">FreeMarker template error: "
                + Escaping.escape(String.valueOf(failure.getMessage())) + "</pre>";
    }

    private static RenderFailure failure(ContentMap content, RenderableDefinition definition, Exception e) {
        if (e instanceof RenderFailure own) {
            return own;
        }
        if (e.getCause() instanceof RenderFailure inner) {
            return inner;
        }
        if (e instanceof TemplateNotFoundException missing) {
            return new ScriptFailure(
                    name(definition) + " names a script that is not there: " + missing.getTemplateName(), e);
        }
        return new ScriptFailure(name(definition) + " at " + content.node().storePath() + ": " + firstLines(e), e);
    }

    /** FreeMarker says what went wrong on the first line of its message, and where on the second. */
    private static String firstLines(Exception e) {
        // a script that could not be read is not read again, and the second time its failure is only the cause
        Throwable told = e instanceof IOException && e.getCause() instanceof IOException first ? first : e;
        return String.valueOf(told.getMessage())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(2)
                .collect(Collectors.joining(" "));
    }

    private static String name(RenderableDefinition definition) {
        return definition.id().isEmpty() ? "area " + definition.name() : definition.id();
    }

    /** Renders a component; one that fails is left out for a visitor and says why to the page editor. */
    void component(ContentMap content, MarkAttributes given, Writer out) throws IOException {
        Optional<TemplateDefinition> template =
                context.definitions().template(content.node().template());
        FragmentCache.Drawing<RuntimeException, RuntimeException> drawing = () -> drawn(content, template);
        boolean isItself = context.nodes().isAsStored(content.node())
                && content.wrapping().fallbacks().isEmpty();
        String html = isItself
                ? context.parts()
                        .html(
                                new ComponentName(
                                        content.node().storePath(),
                                        content.node().template(),
                                        content.wrapping()),
                                drawing)
                : drawing.html();
        marks.openComponent(content, template, given, out);
        out.write(html);
        marks.closeComponent(out);
    }

    /** Key of a component as a page fragment. */
    private record ComponentName(String path, String template, ContentMap.Wrapping wrapping) {}

    private String drawn(ContentMap content, Optional<TemplateDefinition> template) {
        StringWriter own = context.buffer();
        try {
            TemplateDefinition definition = template.orElseThrow(() -> new RenderFailure("No template "
                    + content.node().template() + " for " + content.node().storePath()));
            script(content, definition, Map.of(), own);
        } catch (RenderFailure e) {
            boolean goesOn = e instanceof Running.Loop loop && running.shows(loop.node());
            if (goesOn || e instanceof LimitReached) {
                throw e;
            }
            own.getBuffer().setLength(0);
            if (context.request().mode() == Mode.EDIT) {
                own.write(inPlace(e));
            } else {
                log.error("A component is left out: {}", e.getMessage());
                context.leftOut();
            }
        }
        return own.toString();
    }

    /** Writes the marks of the areas of a definition and of their components, as they are declared: no script runs. */
    void outline(ContentMap given, RenderableDefinition definition, Writer out) throws IOException {
        ContentMap content =
                definition instanceof TemplateDefinition template ? areas.generated(given, template) : given;
        running.enter(content, definition, context);
        try {
            for (AreaDefinition declared : definition.areas().values()) {
                if (declared.enabled()) {
                    outline(areas.of(declared, content), out);
                }
            }
        } finally {
            running.leave();
        }
    }

    private void outline(AreaContents.Area area, Writer out) throws IOException {
        marks.openArea(area, MarkAttributes.NONE, out);
        for (ContentMap component : area.components()) {
            Optional<TemplateDefinition> template =
                    context.definitions().template(component.node().template());
            marks.openComponent(component, template, MarkAttributes.NONE, out);
            if (template.isPresent()) {
                outline(component, template.get(), out);
            }
            marks.closeComponent(out);
        }
        if (area.content() != null) {
            outline(area.content(), area.definition(), out);
        }
        marks.closeArea(out);
    }

    /** Renders an area of the definition whose script is running. */
    void area(AreaDefinition definition, ContentMap parent, MarkAttributes given, Writer out) throws IOException {
        if (!definition.enabled()) {
            return;
        }
        AreaContents.Area area = areas.of(definition, parent);
        marks.openArea(area, given, out);
        if (area.content() != null) {
            areaScript(area, area.content(), out);
        } else if (context.request().mode() == Mode.EDIT
                && !definition.templateScript().isEmpty()) {
            areaScript(area, context.plain(area.place()), out);
        }
        marks.closeArea(out);
    }

    private void areaScript(AreaContents.Area area, ContentMap content, Writer out) throws IOException {
        AreaDefinition definition = area.definition();
        if (definition.templateScript().isEmpty()) {
            for (ContentMap component : area.components()) {
                component(component, MarkAttributes.NONE, out);
            }
            return;
        }
        Map<String, Object> more = new HashMap<>();
        switch (definition.effectiveType()) {
            case "single" -> area.components().stream().findFirst().ifPresent(one -> more.put("component", one));
            default -> more.put("components", area.components());
        }
        script(content, definition, more, out);
    }
}
