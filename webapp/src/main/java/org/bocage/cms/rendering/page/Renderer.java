package org.bocage.cms.rendering.page;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.definition.site.TemplateDefinition;
import org.bocage.cms.rendering.ContentNode;
import org.bocage.cms.rendering.Deadline;
import org.bocage.cms.rendering.FragmentCache;
import org.bocage.cms.rendering.Insert;
import org.bocage.cms.rendering.NodeReader;
import org.bocage.cms.rendering.PublicFigure;
import org.bocage.cms.rendering.PublicLines;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderFailure;
import org.bocage.cms.rendering.RenderRequest;
import org.bocage.cms.rendering.RenderedPage;
import org.bocage.cms.rendering.TemplateFunction;
import org.bocage.cms.rendering.cache.RenderCache;
import org.bocage.cms.rendering.functions.ScriptVariables;
import org.bocage.cms.rendering.lists.ContentLists;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.changes.NodeMemory;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Renders pages, and components alone, by the templates of the light modules. Thread-safe. */
@Component
@EnableConfigurationProperties(RenderingProperties.class)
public class Renderer {

    /** Entries of the memory of one who reads, from where on it begins anew. */
    private static final int MOST_REMEMBERED = 10_000;

    private final DefinitionRegistry registry;
    private final Stores stores;
    private final RenderingProperties properties;
    private final ObjectProvider<ContentLists> lists;
    private final ObjectProvider<PublicFigure> figures;
    private final ObjectProvider<PublicLines> lines;
    private final ObjectProvider<TemplateFunction> registered;
    private final ObjectProvider<Clock> clocks;
    private final AtomicReference<Scripts> scripts;
    private final NodeMemory.OfStore<ContentNode> published;
    private final RenderCache drawings;
    private final RenderCache.Kept<FragmentCache.Key, String> parts;

    Renderer(
            DefinitionRegistry registry,
            Stores stores,
            RenderingProperties properties,
            ObjectProvider<ContentLists> lists,
            ObjectProvider<PublicFigure> figures,
            ObjectProvider<PublicLines> lines,
            ObjectProvider<TemplateFunction> registered,
            ObjectProvider<Clock> clocks,
            RenderCache drawings) {
        this.drawings = drawings;
        this.parts = FragmentCache.in(drawings);
        this.figures = figures;
        this.lines = lines;
        this.registered = registered;
        this.registry = registry;
        this.stores = stores;
        this.properties = properties;
        this.lists = lists;
        this.clocks = clocks;
        this.published = new NodeMemory.OfStore<>(stores.published(), MOST_REMEMBERED);
        this.scripts = new AtomicReference<>(new Scripts(registry.current()));
    }

    /**
     * Renders a node by its own template.
     *
     * @param node read with the session of {@code request.reader()}, of the store that the mode says
     * @throws RenderFailure when the node has no template that is known, or when its script fails
     */
    public RenderedPage render(Node node, RenderRequest request) {
        return render(node, templateOf(node), request);
    }

    /** Renders a node by another template, such as the one of an error page. */
    public RenderedPage render(Node node, String templateId, RenderRequest request) {
        return render(node, templateId, request, context -> {});
    }

    /**
     * Returns the marks for the page editor of a page that no script draws, as one of another program's: its own, those of its areas and of
     * their components, by the definitions alone (spec 3.7).
     *
     * @throws RenderFailure when the node has no template that is known
     */
    public String outline(Node page, RenderRequest request) {
        try (Deadline deadline = new Deadline(properties.renderingTime())) {
            RenderContext context = context(page, request, deadline);
            TemplateDefinition template = template(context.main().node().template(), context);
            Composition composition = new Composition(context, scriptsOf(context.definitions()), Map.of());
            StringWriter marks = context.buffer();
            composition.marks().page(context.main(), template.dialog(), marks);
            composition.outline(context.main(), template, marks);
            context.missing().keep(stores.author());
            return marks.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Renders a page by its own template, with something put into it. */
    public RenderedPage render(Node node, RenderRequest request, Insert insert) {
        return render(node, templateOf(node), request, context -> context.setInsert(insert));
    }

    /** Renders a page by its own template, which finds an item that their session holds without its being saved. */
    public RenderedPage render(Node page, RenderRequest request, Node tried) {
        return render(
                page,
                templateOf(page),
                request,
                context -> context.setTried(context.nodes().read(tried)));
    }

    private static String templateOf(Node node) {
        try {
            return node.hasProperty("mgnl:template")
                    ? node.getProperty("mgnl:template").getString()
                    : "";
        } catch (RepositoryException e) {
            throw new RepositoryFailure("A page cannot be read: " + e.getMessage(), e);
        }
    }

    private RenderedPage render(Node node, String templateId, RenderRequest request, Consumer<RenderContext> given) {
        RenderContext context;
        RenderedPage page;
        try (Deadline deadline = new Deadline(properties.renderingTime())) {
            context = context(node, request, deadline);
            given.accept(context);
            page = render(templateId, context);
        }
        boolean isOwn = context.main().node().template().equals(templateId);
        if (request.mode().isAuthor() && isOwn) {
            // an error page borrows the node of the home page, which its areas are not for
            context.missing().keep(stores.author());
        }
        return page;
    }

    private RenderContext context(Node node, RenderRequest request, Deadline deadline) {
        long startedAt = drawings.generation();
        Definitions definitions = registry.current();
        Instant now = clocks.getIfAvailable(Clock::systemUTC).instant();
        boolean isPublished = isPublished(node, request);
        NodeReader nodes = reader(node, request, deadline, isPublished);
        Optional<RenderCache.Kept<FragmentCache.Key, String>> kept =
                isPublished && properties.partCache() ? Optional.of(parts) : Optional.empty();
        return new RenderContext(
                request,
                definitions,
                request.mode().isAuthor() ? stores.author() : stores.published(),
                nodes,
                scriptsOf(definitions).wrapper(),
                nodes.read(node),
                properties.defaultExtension(),
                now,
                new FragmentCache(kept, startedAt, request, now, nodes),
                properties.largestPage());
    }

    private RenderedPage render(String templateId, RenderContext context) {
        TemplateDefinition template = template(templateId, context);
        Composition composition = new Composition(context, scriptsOf(context.definitions()), functions(context));
        StringWriter html = context.buffer();
        composition.script(context.main(), template, Map.of(), html);
        return context.outcome(html.toString());
    }

    private static TemplateDefinition template(String id, RenderContext context) {
        Definitions definitions = context.definitions();
        return definitions
                .template(id)
                .map(definitions::merged)
                .orElseThrow(() -> new RenderFailure(
                        "No template " + id + " for " + context.main().node().storePath()));
    }

    private Map<String, Object> functions(RenderContext context) {
        return ScriptVariables.of(
                context,
                lists.getObject(),
                figures.stream().toList(),
                lines.stream().toList(),
                registered.stream().toList(),
                properties.portailfn());
    }

    private Scripts scriptsOf(Definitions definitions) {
        Scripts present = Objects.requireNonNull(scripts.get());
        if (present.areOf(definitions)) {
            return present;
        }
        Scripts fresh = new Scripts(definitions);
        scripts.set(fresh);
        return fresh;
    }

    /** Whether what is shown is as the published store has it: what is tried in a session without being saved is nobody else's. */
    private static boolean isPublished(Node node, RenderRequest request) {
        try {
            return !request.mode().isAuthor() && !node.getSession().hasPendingChanges();
        } catch (RepositoryException e) {
            throw gone(e);
        }
    }

    private NodeReader reader(Node node, RenderRequest request, Deadline deadline, boolean isPublished) {
        try {
            Session session = node.getSession();
            if (!isPublished) {
                Definitions definitions = registry.current();
                ReadableFields.Lookup readable = request.mode().isAuthor()
                        ? one -> ReadableFields.at(one, definitions, request.reader())
                        : one -> ReadableFields.ALL;
                return new NodeReader(session, deadline, new NodeMemory<>(), readable);
            }
            NodeMemory<ContentNode> memory = published.of(request.reader().sharedPrincipals());
            // the memory must not learn what was true before it began
            session.refresh(false);
            return new NodeReader(session, deadline, memory, one -> ReadableFields.ALL);
        } catch (RepositoryException e) {
            throw gone(e);
        }
    }

    private static RepositoryFailure gone(RepositoryException e) {
        return new RepositoryFailure("A session is gone: " + e.getMessage(), e);
    }
}
