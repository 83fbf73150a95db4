package org.bocage.cms.definition.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bocage.cms.definition.files.Problem.Severity;
import org.bocage.cms.definition.site.RestEndpointDefinition;
import org.bocage.cms.definition.site.RestEndpointDefinition.Kind;
import org.bocage.cms.definition.site.RestEndpointDefinition.Resolver;
import org.bocage.cms.definition.yaml.RawDefinitions;
import org.bocage.cms.definition.yaml.Report;

/** Reads REST endpoints (spec 6.1, 6.2). */
public final class RestEndpointReader {

    private static final String ALIASES = "jcrDeliveryEndpoint_v2, jcrPagesDeliveryEndpoint_v2";

    private static final Pattern VERSION = Pattern.compile("_(v[0-9]+)$");

    private RestEndpointReader() {}

    /**
     * Reads an endpoint.
     *
     * @param workspaces that are there, or that some module declares
     */
    public static RestEndpointDefinition read(
            RawDefinitions.Resolved definition, Set<String> workspaces, Report report) {
        Bean bean = new Bean(definition.raw(), definition.file().name(), report);
        Kind kind = kind(bean);
        boolean pages = kind == Kind.PAGES_DELIVERY;
        RestEndpointDefinition endpoint = new RestEndpointDefinition(
                path(bean.text("endpointPath", fromFile(definition.id()))),
                kind,
                bean.flag("enabled", true),
                bean.text("workspace", pages ? "website" : ""),
                bean.text("rootPath", "/"),
                bean.texts(
                        "nodeTypes",
                        pages ? List.of("mgnl:page", "mgnl:area", "mgnl:component") : List.of("mgnl:content")),
                bean.texts(
                        "childNodeTypes", pages ? List.of("mgnl:area", "mgnl:component") : List.of("mgnl:contentNode")),
                bean.flag("strict", false),
                bean.integer("depth", 0),
                bean.integer("limit", 10),
                bean.integer("maxLimit", 1000),
                bean.flag("includeSystemProperties", kind == Kind.DELIVERY_V1),
                bean.texts("systemProperties", pages ? List.of("mgnl:template") : List.of()),
                bean.texts("properties"),
                bean.texts("excludeProperties"),
                bean.flag("bypassWorkspaceAcls", false),
                references(bean),
                bean.integer("referenceDepth", 1),
                bean.flag("referenceRepeat", false),
                definition.file().source(),
                definition.raw().plain());
        bean.accept("implementationClass", "personalized", "params");
        if (kind != Kind.OTHER) {
            if (!workspaces.contains(endpoint.workspace())) {
                bean.problem(Severity.MINOR, bean.raw(), "workspace", "endpoint.workspace", endpoint.workspace());
            }
            bean.finish();
        }
        return endpoint;
    }

    /** The version at the end of a file's name is a step of the path: {@code tours_v1} is {@code tours/v1}. */
    private static String fromFile(String id) {
        return VERSION.matcher(id).replaceFirst("/$1");
    }

    private static String path(String path) {
        return path.replaceAll("^/+|/+$", "");
    }

    private static Kind kind(Bean bean) {
        String type = bean.type();
        Kind kind = switch (bean.kind()) {
            case "jcrdeliveryendpoint_v2", "deliveryendpoint_v2" -> Kind.DELIVERY;
            case "jcrpagesdeliveryendpoint_v2", "pagesdeliveryendpoint_v2" -> Kind.PAGES_DELIVERY;
            case "jcrpagesdeliveryendpoint" -> Kind.PAGES_DELIVERY;
            case "jcrdeliveryendpoint" -> type.contains(".v1.") ? Kind.DELIVERY_V1 : Kind.DELIVERY;
            default -> Kind.OTHER;
        };
        if (kind == Kind.OTHER) {
            bean.unknownType(ALIASES);
        }
        return kind;
    }

    private static List<RestEndpointDefinition.Reference> references(Bean bean) {
        List<RestEndpointDefinition.Reference> references = new ArrayList<>();
        for (Bean reference : bean.children("references")) {
            references.add(new RestEndpointDefinition.Reference(
                    reference.name(),
                    reference.text("propertyName"),
                    reference.text("nodeType"),
                    resolver(reference.child("referenceResolver"))));
            reference.finish();
        }
        return List.copyOf(references);
    }

    private static Resolver resolver(Bean bean) {
        Resolver resolver = switch (bean.kind()) {
            case "jcrreferenceresolver" ->
                new Resolver.Jcr(
                        bean.text("targetWorkspace"),
                        bean.flag("expand", true),
                        bean.flag("generateLink", false),
                        bean.integer("depthInReferencedNode", -1),
                        bean.texts("properties"),
                        bean.texts("excludeProperties"));
            case "assetreferenceresolver" ->
                new Resolver.Asset(
                        bean.flag("expand", true),
                        bean.texts("assetRenditions"),
                        bean.flag("includeAssetMetadata", true),
                        bean.flag("includeDownloadLink", true));
            case "richtextlinkreferenceresolver" -> new Resolver.RichTextLinks(bean.flag("completeUrl", true));
            default -> new Resolver.None();
        };
        if (resolver instanceof Resolver.None) {
            bean.unknownType("jcrReferenceResolver, assetReferenceResolver, richTextLinkReferenceResolver");
        } else {
            bean.accept("implementationClass").finish();
        }
        return resolver;
    }
}
