package org.bocage.cms.definition.site;

import java.util.List;
import java.util.Map;
import org.bocage.cms.definition.files.SourceFile;

/**
 * A REST endpoint, {@code restEndpoints/x.yaml} (spec 6.1, 6.2).
 *
 * @param path what follows {@code /.rest/}: folders and file name ({@code tours_v1} is {@code tours/v1}), or
 *     {@code endpointPath}; without slashes around
 * @param rootPath prefix of every path asked for; {@code /} by default
 * @param nodeTypes roots that may be served
 * @param childNodeTypes children included in the output
 * @param strict exact primary types only
 * @param depth levels of children
 * @param limit page size when the request gives none
 * @param maxLimit cap of what a request may ask for
 */
public record RestEndpointDefinition(
        String path,
        Kind kind,
        boolean enabled,
        String workspace,
        String rootPath,
        List<String> nodeTypes,
        List<String> childNodeTypes,
        boolean strict,
        int depth,
        int limit,
        int maxLimit,
        boolean includeSystemProperties,
        List<String> systemProperties,
        List<String> properties,
        List<String> excludeProperties,
        boolean bypassWorkspaceAcls,
        List<Reference> references,
        int referenceDepth,
        boolean referenceRepeat,
        SourceFile source,
        Map<String, Object> raw) {

    /** API that an endpoint serves. */
    public enum Kind {
        DELIVERY,
        PAGES_DELIVERY,
        DELIVERY_V1,
        OTHER
    }

    /**
     * A property that refers to something else.
     *
     * @param propertyName regular expression on the name
     * @param nodeType only in nodes of this type; empty: in all
     */
    public record Reference(String name, String propertyName, String nodeType, Resolver resolver) {}

    /** Way in which the reference is replaced in the answer. */
    public sealed interface Resolver {

        /** A node: its JSON, or its link. {@code depth} -1: as the endpoint. */
        record Jcr(
                String targetWorkspace,
                boolean expand,
                boolean generateLink,
                int depth,
                List<String> properties,
                List<String> excludeProperties)
                implements Resolver {}

        /** An asset. */
        record Asset(boolean expand, List<String> renditions, boolean includeMetadata, boolean includeDownloadLink)
                implements Resolver {}

        /** The internal links of a rich text. */
        record RichTextLinks(boolean completeUrl) implements Resolver {}

        /** A resolver this host does not know: values stay as they are. */
        record None() implements Resolver {}
    }
}
