package org.bocage.cms.rest.nodes;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.nodetype.ConstraintViolationException;
import javax.jcr.nodetype.NoSuchNodeTypeException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.rest.RestAnswer;
import org.bocage.cms.rest.RestError;
import org.bocage.cms.rest.RestRequest;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** {@code /nodes/v1/<workspace>/<path>}: nodes of the author store, read and written one by one (spec 6.5). */
@Component
public class NodesApi {

    private static final String BASE = "/nodes/v1/";
    private static final int DEEPEST = 100;
    private static final List<MediaType> TYPES =
            List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML, MediaType.TEXT_XML);

    private final WritableStore store;
    private final DefinitionRegistry registry;

    public NodesApi(Stores stores, DefinitionRegistry registry) {
        this.registry = registry;
        this.store = stores.author();
    }

    public static boolean isFor(String path) {
        return path.startsWith(BASE);
    }

    public RestAnswer answer(RestRequest request) throws IOException {
        NodePath path = NodePath.of(request.path().substring(BASE.length()));
        requireWorkspace(store, path.workspace());
        return switch (request.method()) {
            case "GET" -> read(request, path);
            case "PUT" -> create(request, path);
            case "POST" -> update(request, path);
            case "DELETE" -> delete(request, path);
            default -> throw RestError.methodNotAllowed(request.method());
        };
    }

    static void requireWorkspace(WritableStore store, Workspace workspace) {
        if (!store.<Boolean>read(Identity.SYSTEM, workspace::exists)) {
            throw RestError.noWorkspace(workspace.name());
        }
    }

    private RestAnswer read(RestRequest request, NodePath path) {
        MediaType type = request.accepted(TYPES).orElseThrow(RestError::notAcceptable);
        NodeDocument.Extent extent = new NodeDocument.Extent(
                depth(request),
                request.parameter("includeMetadata").orElse("").equals("true"),
                Arrays.asList(
                        request.parameter("excludeNodeTypes").orElse("").strip().split("\\s*,\\s*")));
        NodeDocument document = store.read(request.reader(), session -> {
            Node node = path.node(session).orElseThrow(() -> RestError.bare(404));
            return NodeDocument.of(node, extent, one -> ReadableFields.at(one, registry.current(), request.reader()));
        });
        return type.equals(MediaType.APPLICATION_JSON)
                ? RestAnswer.json(document.json())
                : new RestAnswer(200, "application/xml;charset=UTF-8", document.xml());
    }

    private static int depth(RestRequest request) {
        String depth = request.parameter("depth").orElse("0");
        if (!depth.matches("[0-9]{1,9}")) {
            throw RestError.notFound("Unable to extract parameter from http request: javax.ws.rs.QueryParam(\"depth\")"
                    + " value is '" + depth + "'");
        }
        return Math.min(Integer.parseInt(depth), DEEPEST);
    }

    private RestAnswer create(RestRequest request, NodePath path) throws IOException {
        NodeBody body = NodeBody.read(request);
        if (body.name().isEmpty()) {
            throw RestError.sentence(400, "Node name not specified");
        }
        if (body.name().contains("/") || body.name().startsWith("rep:") || !Workspace.isWellFormed("/" + body.name())) {
            throw RestError.sentence(400, "Node name is invalid");
        }
        if (body.hasNodes()) {
            throw RestError.sentence(400, "Adding sub nodes is not supported");
        }
        return change(request, session -> {
            Node parent = path.node(session).orElseThrow(() -> RestError.sentence(404, "Parent path not found"));
            if (parent.hasNode(body.name())) {
                throw RestError.sentence(400, "The path already exists");
            }
            requireType(session, body.type());
            Node added = parent.addNode(body.name(), body.type());
            ModificationMarks.created(added, request.reader().userId());
            write(body, added);
            outdateItem(store, added);
        });
    }

    private static void requireType(Session session, String type) throws RepositoryException {
        int colon = type.indexOf(':');
        String prefix = colon < 0 ? "" : type.substring(0, colon);
        if (!Arrays.asList(session.getNamespacePrefixes()).contains(prefix)) {
            throw RestError.unknown(prefix + ": is not a registered namespace prefix.");
        }
    }

    private RestAnswer update(RestRequest request, NodePath path) throws IOException {
        NodeBody body = NodeBody.read(request);
        return change(request, session -> {
            Node node = path.node(session).orElseThrow(() -> RestError.sentence(404, "Parent path not found"));
            ModificationMarks.changed(node, request.reader().userId());
            write(body, node);
            outdateItem(store, node);
        });
    }

    private static void write(NodeBody body, Node node) throws RepositoryException {
        for (PropertyTexts property : body.properties()) {
            property.write(node);
        }
    }

    private RestAnswer delete(RestRequest request, NodePath path) {
        if (path.path().equals("/")) {
            throw RestError.sentence(400, "A workspace cannot be removed");
        }
        return change(request, session -> {
            Node node = path.node(session).orElseThrow(() -> RestError.bare(404));
            outdateItem(store, node);
            node.remove();
        });
    }

    /**
     * Marks the item that a node belongs to as changed since its revision on line, if it has one. As in Magnolia, a
     * change through this API goes on line when somebody publishes it: until then the revision that was published
     * stays.
     */
    static void outdateItem(WritableStore store, Node changed) throws RepositoryException {
        Optional<Node> at = Optional.of(changed);
        while (at.isPresent()) {
            Node node = at.get();
            if (node.isNodeType("mgnl:content") || node.isNodeType("mgnl:page")) {
                if (Revisions.online(node).isPresent()) {
                    String id = node.getIdentifier();
                    // the revision on line is looked up in the history, which those who write here may not write
                    store.update(Identity.SYSTEM, session -> Revisions.begin(session, session.getNodeByIdentifier(id)));
                    Revisions.outdate(node);
                }
                return;
            }
            at = ReadableFields.above(node);
        }
    }

    private RestAnswer change(RestRequest request, Change change) {
        return change(store, request, change);
    }

    /** Something written with the rights of who asks. */
    interface Change {
        void in(Session session) throws RepositoryException;
    }

    static RestAnswer change(WritableStore store, RestRequest request, Change change) {
        store.update(request.reader(), session -> {
            try {
                change.in(session);
            } catch (AccessDeniedException e) {
                throw RestError.denied();
            } catch (ConstraintViolationException | NoSuchNodeTypeException e) {
                throw RestError.unknown(String.valueOf(e.getMessage()));
            }
        });
        return RestAnswer.done();
    }
}
