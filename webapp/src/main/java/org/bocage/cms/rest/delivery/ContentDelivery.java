package org.bocage.cms.rest.delivery;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.definition.site.RestEndpointDefinition;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.changes.NodeMemory;
import org.bocage.cms.rest.Language;
import org.bocage.cms.rest.PropertySelection;
import org.bocage.cms.rest.RestAnswer;
import org.bocage.cms.rest.RestError;
import org.bocage.cms.rest.RestRequest;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.Hits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Magnolia's delivery, version 2 (spec 6.2 to 6.4): a node, its children, or a list. */
@Component
public class ContentDelivery {

    private static final List<MediaType> JSON = List.of(MediaType.APPLICATION_JSON);

    /** Entries of the memory of one who reads, from where on it begins anew. */
    private static final int MOST_REMEMBERED = 5_000;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final NodeMemory.OfStore<StoredNode> published;
    private final String extension;
    private final WorkspaceBypass bypass;
    private final DeliveryCache kept;
    private final AtomicReference<Endpoints> endpoints;

    public ContentDelivery(
            Stores stores,
            ContentIndexes indexes,
            DefinitionRegistry registry,
            WorkspaceBypass bypass,
            DeliveryCache kept,
            @Value("${bocage.default-extension:}") String extension) {
        this.stores = stores;
        this.indexes = indexes;
        this.published = new NodeMemory.OfStore<>(stores.published(), MOST_REMEMBERED);
        this.bypass = bypass;
        this.kept = kept;
        this.extension = extension;
        this.endpoints = new AtomicReference<>(new Endpoints(registry.current()));
    }

    /** The endpoint that answers a path after {@code /.rest}, as the definitions stand. */
    public Optional<Endpoints.Found> endpoint(String path, Definitions definitions) {
        Endpoints present = Objects.requireNonNull(endpoints.get());
        if (!present.areOf(definitions)) {
            present = new Endpoints(definitions);
            endpoints.set(present);
        }
        return present.find(path);
    }

    public RestAnswer answer(
            RestRequest request, Endpoints.Found found, Definitions definitions, HttpServletResponse response) {
        if (request.accepted(JSON).isEmpty()) {
            throw RestError.notAcceptable();
        }
        Language language = Language.of(request, definitions.site().locales());
        language.tell(request, response);
        RestEndpointDefinition definition = found.endpoint().definition();
        Identity reader = bypass.reader(request, definition, workspace(found.endpoint()));
        Store store = request.author() ? stores.author() : stores.published();
        return kept.of(request, definitions, reader, language, () -> {
            // taken before the session, so that it never learns what was true before it began; what the author store
            // tells
            // whom depends on the definitions besides
            NodeMemory<StoredNode> memory =
                    request.author() ? new NodeMemory<>() : published.of(reader.sharedPrincipals());
            ReadableFields.Lookup readable = request.author()
                    ? node -> ReadableFields.at(node, definitions, reader)
                    : node -> ReadableFields.ALL;
            return store.read(reader, session -> {
                ByteArrayOutputStream body = new ByteArrayOutputStream(4096);
                try (JsonGenerator json = JsonMapper.shared().createGenerator(body)) {
                    Asked asked = new Asked(
                            request,
                            found,
                            definitions,
                            language,
                            reader,
                            new StoredNodes(session, memory, readable),
                            json);
                    if (found.path().isEmpty() && !found.children()) {
                        list(asked, store);
                    } else {
                        node(asked, store);
                    }
                }
                return RestAnswer.json(body.toByteArray());
            });
        });
    }

    /** Everything an answer is made of. */
    private record Asked(
            RestRequest request,
            Endpoints.Found found,
            Definitions definitions,
            Language language,
            Identity reader,
            StoredNodes nodes,
            JsonGenerator json) {}

    private NodeJson writer(Asked asked, PropertySelection selection) {
        Links links = new Links(asked.nodes().session(), asked.definitions(), asked.request(), extension);
        References references = new References(asked.nodes(), asked.found().endpoint(), links);
        return new NodeJson(
                asked.json(),
                asked.found().endpoint(),
                asked.language(),
                selection,
                asked.nodes(),
                references,
                new DeclaredAreas(asked.definitions(), asked.found().endpoint()));
    }

    private void node(Asked asked, Store store) throws RepositoryException {
        Endpoint endpoint = asked.found().endpoint();
        String path = endpoint.absolute(asked.found().path());
        Workspace workspace = workspace(endpoint);
        Optional<StoredNode> node = asked.nodes().byPath(workspace, path).filter(one -> !path.contains("/rep:"));
        if (node.isEmpty()) {
            throw absent(store, workspace, path);
        }
        NodeJson writer = writer(asked, PropertySelection.of(endpoint.definition()));
        if (asked.found().children()) {
            children(node.get(), asked, writer);
        } else if (endpoint.serves(node.get())) {
            writer.write(node.get());
        } else {
            throw RestError.notFound("Node 'node " + path + "' does not match any configured node type");
        }
    }

    private static Workspace workspace(Endpoint endpoint) {
        String name = endpoint.definition().workspace();
        try {
            return new Workspace(name);
        } catch (IllegalArgumentException e) {
            throw RestError.noWorkspaceYet(name);
        }
    }

    /** Why a node is not there: no such workspace, or no such node for whoever asks, even where all is closed to them. */
    private static RestError absent(Store store, Workspace workspace, String path) {
        return exists(store, workspace) ? RestError.noNode(path) : RestError.noWorkspaceYet(workspace.name());
    }

    private static void children(StoredNode parent, Asked asked, NodeJson writer) throws RepositoryException {
        Endpoint endpoint = asked.found().endpoint();
        List<StoredNode> children = new ArrayList<>();
        int most = endpoint.definition().maxLimit();
        // of a folder with many, no more are read than are told
        Node node = asked.nodes().session().getNode(parent.storePath());
        for (NodeIterator all = node.getNodes(); all.hasNext() && children.size() < most; ) {
            StoredNode child = asked.nodes().of(all.nextNode());
            if (!child.name().startsWith("rep:") && endpoint.serves(child)) {
                children.add(child);
            }
        }
        if (!parent.ordered()) {
            children.sort(Comparator.comparing(StoredNode::storePath));
        }
        asked.json().writeStartArray();
        for (StoredNode child : children) {
            writer.write(child);
        }
        asked.json().writeEndArray();
    }

    private void list(Asked asked, Store store) throws RepositoryException {
        Endpoint endpoint = asked.found().endpoint();
        Workspace workspace = workspace(endpoint);
        ListRequest list = ListRequest.of(asked.request(), endpoint.definition());
        if (asked.request().author()) {
            requireOpen(workspace, asked);
        }
        ContentIndex index = asked.request().author() ? indexes.author() : indexes.published();
        Hits hits = index.find(list.query(), asked.reader());
        if (hits.total() == 0 && !exists(store, workspace)) {
            throw RestError.noWorkspaceYet(workspace.name());
        }
        list.refuseDeep(hits.total());
        JsonGenerator json = asked.json();
        NodeJson writer = writer(asked, list.selection());
        json.writeStartObject();
        json.writeNumberProperty("total", hits.total());
        json.writeNumberProperty("offset", list.query().offset());
        json.writeNumberProperty("limit", list.query().limit());
        json.writeArrayPropertyStart("results");
        for (Hits.Hit hit : hits.hits()) {
            Optional<StoredNode> node = asked.nodes().byPath(workspace, hit.path());
            if (node.isPresent()) {
                writer.write(node.get());
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Refuses a filter or a sort order on fields that the reader may not read: it would give their values away. */
    private static void requireOpen(Workspace workspace, Asked asked) throws RepositoryException {
        if (workspace.exists(asked.nodes().session())
                && ReadableFields.isWhole(workspace.root(asked.nodes().session()))) {
            return;
        }
        Definitions definitions = asked.definitions();
        Stream<ReadableFields> typed = definitions.contentTypes().stream()
                .filter(type -> type.workspace().equals(workspace.name()))
                .map(type -> ReadableFields.ofAny(definitions, type, asked.reader()));
        Stream<ReadableFields> withheld = definitions.withheld().isIn(workspace.name())
                ? Stream.of(ReadableFields.ofUnknown(asked.reader()))
                : Stream.empty();
        boolean isOpen = Stream.concat(typed, withheld)
                .allMatch(fields ->
                        fields.isAll() || ListRequest.compared(asked.request()).allMatch(fields::contains));
        if (!isOpen) {
            throw RestError.denied();
        }
    }

    private static boolean exists(Store store, Workspace workspace) {
        return store.<Boolean>read(Identity.SYSTEM, workspace::exists);
    }
}
