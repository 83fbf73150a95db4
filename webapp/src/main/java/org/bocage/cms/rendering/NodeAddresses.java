package org.bocage.cms.rendering;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.Session;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.changes.NodeMemory;

/** The addresses of nodes and the links of rich texts, for who renders no page. */
public final class NodeAddresses {

    private final NodeReader nodes;
    private final Addresses addresses;

    /**
     * @param session reads the nodes that links mean
     * @param prefix what every address starts with: context path, with {@code /author} behind it for the author store;
     *     scheme and host before it for whole addresses
     * @param extension what addresses of pages end in; empty for clean addresses
     */
    public NodeAddresses(Session session, Definitions definitions, String prefix, String extension) {
        RenderRequest request = new RenderRequest(
                Mode.PUBLISHED,
                Identity.anonymous(List.of()),
                Locale.FRENCH,
                prefix,
                "",
                "GET",
                "/",
                "/",
                List.of(),
                "",
                Map.of());
        this.nodes = new NodeReader(session, Deadline.never(), new NodeMemory<>(), node -> ReadableFields.ALL);
        this.addresses = new Addresses(definitions, request, nodes, extension, "");
    }

    /** The address of a page or item; empty when its type has no page. */
    public Optional<String> of(Node node) {
        return addresses.of(nodes.read(node));
    }

    /** The address of what lies at a path; empty when nothing does, or its type has no page. */
    public Optional<String> of(Workspace workspace, String path) {
        return nodes.byPath(workspace, path).flatMap(addresses::of);
    }

    /** A rich text, the links that it keeps by identifier replaced by addresses. */
    public String withLinks(String text) {
        return addresses.replaceLinks(text);
    }
}
