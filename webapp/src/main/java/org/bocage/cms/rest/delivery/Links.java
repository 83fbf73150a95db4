package org.bocage.cms.rest.delivery;

import java.util.Optional;
import javax.jcr.Session;
import org.bocage.cms.dam.Asset;
import org.bocage.cms.dam.AssetAddresses;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.rendering.NodeAddresses;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.rest.RestRequest;

/** Addresses that an answer tells: of pages, items and assets. */
final class Links {

    private final Session session;
    private final Definitions definitions;
    private final RestRequest request;
    private final String extension;
    private final AssetAddresses assetAddresses;

    Links(Session session, Definitions definitions, RestRequest request, String extension) {
        this.session = session;
        this.definitions = definitions;
        this.request = request;
        this.extension = extension;
        this.assetAddresses = new AssetAddresses(request.contextPath());
    }

    Optional<String> of(Workspace workspace, StoredNode node) {
        return addresses(request.contextPath()).of(workspace, node.path());
    }

    /** A rich text, the links in it being addresses; with scheme and host when {@code complete}. */
    String inText(String text, boolean complete) {
        return addresses(complete ? request.baseUrl() : request.contextPath()).withLinks(text);
    }

    private NodeAddresses addresses(String prefix) {
        return new NodeAddresses(session, definitions, prefix, extension);
    }

    String original(Asset asset) {
        return assetAddresses.original(asset);
    }

    String rendition(Asset asset, String variation) {
        return assetAddresses.rendition(asset, definitions.site().theme(), variation);
    }
}
