package org.bocage.cms.rendering;

import java.io.StringWriter;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.TemplateDefinition;
import org.bocage.cms.repository.RepositoryFailure;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Renders pages, and components alone, by the templates of the light modules. Thread-safe. */
@Component
public class Renderer {

    private final DefinitionRegistry registry;
    private final Stores stores;
    private final RenderingProperties properties;
    private final ObjectProvider<ContentLists> lists;
    private final ObjectProvider<Clock> clocks;
    private final AtomicReference<Scripts> scripts;

    Renderer(
            DefinitionRegistry registry,
            Stores stores,
            RenderingProperties properties,
            ObjectProvider<ContentLists> lists,
            ObjectProvider<Clock> clocks) {
        this.registry = registry;
        this.stores = stores;
        this.properties = properties;
        this.lists = lists;
        this.clocks = clocks;
        this.scripts = new AtomicReference<>(new Scripts(registry.current()));
    }

    /**
     * Renders a node by its own template.
     *
     * @param node read with the session of {@code request.reader()}, of the store that the mode says
     * @throws RenderFailure when the node has no template that is known, or when its script fails
     */
    public RenderedPage render(Node node, RenderRequest request) {
        try {
            return render(
                    node,
                    node.hasProperty("mgnl:template")
                            ? node.getProperty("mgnl:template").getString()
                            : "",
                    request);
        } catch (RepositoryException e) {
            throw new RepositoryFailure("A page cannot be read: " + e.getMessage(), e);
        }
    }

    /** Renders a node by another template, such as the one of an error page. */
    public RenderedPage render(Node node, String templateId, RenderRequest request) {
        Definitions definitions = registry.current();
        Scripts current = scriptsOf(definitions);
        NodeReader nodes = new NodeReader(session(node));
        ContentNode content = nodes.read(node);
        TemplateDefinition template = definitions
                .template(templateId)
                .map(definitions::merged)
                .orElseThrow(() -> new RenderFailure("No template " + templateId + " for " + content.storePath()));
        Store store = request.mode().isAuthor() ? stores.author() : stores.published();
        RenderContext context = new RenderContext(
                request,
                definitions,
                store,
                nodes,
                current.wrapper(),
                content,
                properties.defaultExtension(),
                clocks.getIfAvailable(Clock::systemUTC).instant());
        Composition composition = new Composition(context, current, functions(context));
        StringWriter html = new StringWriter(16_384);
        composition.script(context.main(), template, Map.of(), html);
        return context.outcome(html.toString());
    }

    private Map<String, Object> functions(RenderContext context) {
        ContentLists available = properties.portailfn() ? lists.getIfAvailable() : null;
        return ScriptVariables.of(context, available);
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

    private static Session session(Node node) {
        try {
            return node.getSession();
        } catch (RepositoryException e) {
            throw new RepositoryFailure("A session is gone: " + e.getMessage(), e);
        }
    }
}
