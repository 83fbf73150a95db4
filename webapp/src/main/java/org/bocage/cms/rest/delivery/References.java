package org.bocage.cms.rest.delivery;

import java.util.List;
import java.util.Optional;
import javax.jcr.RepositoryException;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.definition.site.RestEndpointDefinition.Resolver;
import org.bocage.cms.repository.Workspace;
import tools.jackson.core.JsonGenerator;

/** Resolution of the references of a node (spec 6.4). */
final class References {

    /** Metadata that Magnolia tells of an asset beside what every asset has. */
    private static final List<String> MORE_METADATA = List.of(
            "comment",
            "copyright",
            "coverage",
            "description",
            "identifier",
            "language",
            "provider",
            "publisher",
            "relation",
            "rights",
            "source",
            "subject");

    /** Value that stands in place of a reference. */
    sealed interface Target {}

    record Text(String text) implements Target {}

    record NodeTarget(StoredNode node, String link, Resolver.Jcr resolver) implements Target {}

    record AssetTarget(StoredNode node, Asset asset, Resolver.Asset resolver) implements Target {}

    /** The value as it is kept: nothing it could mean is there for the reader. */
    record Unresolved() implements Target {}

    private static final String ASSET_TYPE = "mgnl:asset";

    private final StoredNodes nodes;
    private final Endpoint endpoint;
    private final Links links;

    References(StoredNodes nodes, Endpoint endpoint, Links links) {
        this.nodes = nodes;
        this.endpoint = endpoint;
        this.links = links;
    }

    Target resolve(String value, Resolver resolver) throws RepositoryException {
        if (resolver instanceof Resolver.Jcr jcr) {
            return node(value, jcr);
        }
        if (resolver instanceof Resolver.Asset asset) {
            return asset(value, asset);
        }
        return resolver instanceof Resolver.RichTextLinks rich
                ? new Text(links.inText(value, rich.completeUrl()))
                : new Unresolved();
    }

    private Target node(String value, Resolver.Jcr resolver) throws RepositoryException {
        if (!resolver.expand() && !resolver.generateLink()) {
            return new Unresolved();
        }
        String name =
                resolver.targetWorkspace().isEmpty() ? endpoint.definition().workspace() : resolver.targetWorkspace();
        Workspace workspace = new Workspace(name);
        Optional<StoredNode> node =
                value.startsWith("/") ? nodes.byPath(workspace, value) : nodes.byId(workspace, value);
        if (node.isEmpty()) {
            return new Unresolved();
        }
        String link = resolver.generateLink() ? links.of(workspace, node.get()).orElse("") : "";
        if (resolver.expand()) {
            return new NodeTarget(node.get(), link, resolver);
        }
        return link.isEmpty() ? new Unresolved() : new Text(link);
    }

    private Target asset(String value, Resolver.Asset resolver) throws RepositoryException {
        String id = value.startsWith(Asset.KEY_PREFIX) ? value.substring(Asset.KEY_PREFIX.length()) : value;
        Optional<StoredNode> node =
                nodes.byId(Workspace.DAM, id).filter(one -> one.types().contains(ASSET_TYPE));
        Optional<Asset> asset = node.isPresent() ? file(node.get()) : Optional.empty();
        if (node.isEmpty() || asset.isEmpty()) {
            return new Unresolved();
        }
        return resolver.expand()
                ? new AssetTarget(node.get(), asset.get(), resolver)
                : new Text(links.original(asset.get()));
    }

    private Optional<Asset> file(StoredNode node) throws RepositoryException {
        return nodes.children(node).stream()
                .filter(child -> child.name().equals("jcr:content"))
                .findFirst()
                .map(content -> Asset.of(
                        node.id(), node.path(), node.texts(), content.texts(), content.binarySize("jcr:data")));
    }

    void write(AssetTarget target, JsonGenerator json) {
        Asset asset = target.asset();
        json.writeStartObject();
        json.writeStringProperty("@name", target.node().name());
        json.writeStringProperty("@path", asset.path());
        json.writeStringProperty("@id", asset.key());
        if (target.resolver().includeDownloadLink()) {
            json.writeStringProperty("@link", links.original(asset));
        }
        if (target.resolver().includeMetadata()) {
            metadata(target.node(), asset, json);
        }
        if (!target.resolver().renditions().isEmpty()) {
            renditions(target.resolver().renditions(), asset, json);
        }
        json.writeEndObject();
    }

    private static void metadata(StoredNode node, Asset asset, JsonGenerator json) {
        json.writeObjectPropertyStart("metadata");
        text("fileName", asset.fileName(), json);
        text("mimeType", asset.mimeType(), json);
        text("caption", asset.alt(), json);
        json.writeNumberProperty("fileSize", asset.size());
        if (asset.width() > 0 && asset.height() > 0) {
            json.writeNumberProperty("height", asset.height());
            json.writeNumberProperty("width", asset.width());
        }
        text("type", node.text("type"), json);
        text("title", asset.title(), json);
        text("format", asset.mimeType(), json);
        for (String name : MORE_METADATA) {
            text(name, node.text(name), json);
        }
        json.writeEndObject();
    }

    private static void text(String name, String text, JsonGenerator json) {
        if (!text.isEmpty()) {
            json.writeStringProperty(name, text);
        }
    }

    private void renditions(List<String> names, Asset asset, JsonGenerator json) {
        json.writeObjectPropertyStart("renditions");
        for (String name : names) {
            json.writeObjectPropertyStart(name);
            json.writeStringProperty("mimeType", asset.mimeType());
            json.writeStringProperty("link", links.rendition(asset, name));
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
