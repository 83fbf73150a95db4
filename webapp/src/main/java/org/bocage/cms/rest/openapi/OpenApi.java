package org.bocage.cms.rest.openapi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.site.RestEndpointDefinition;
import org.bocage.cms.definition.site.RestEndpointDefinition.Reference;
import org.bocage.cms.definition.site.RestEndpointDefinition.Resolver;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.definition.type.FieldReaders;
import org.bocage.cms.rest.RestRequest;
import org.bocage.cms.rest.delivery.Endpoints;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** OpenAPI 3.1 description of the loaded definitions: made anew for each request, so that a new field is in it at once. */
@Component
public class OpenApi {

    private static final String NODE = "node";
    private static final List<String> FRAME = List.of("@name", "@path", "@id", "@nodeType");

    /** The description of the delivery of one store. */
    public byte[] describe(Definitions definitions, RestRequest request) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.put("openapi", "3.1.0");
        root.putObject("info").put("title", "Bocage").put("version", "2");
        root.putArray("servers").addObject().put("url", request.baseUrl() + "/.rest");
        ObjectNode paths = root.putObject("paths");
        ObjectNode schemas = root.putObject("components").putObject("schemas");
        schemas.set("error", error());
        schemas.set(NODE, frame());
        for (RestEndpointDefinition endpoint : Endpoints.of(definitions)) {
            Optional<ContentType> type = type(endpoint, definitions);
            String schema = schemaName(endpoint);
            schemas.set(schema, schema(endpoint, type, request.author()));
            String base = "/" + endpoint.path();
            paths.putObject(base).set("get", list(endpoint, type, schema, request.author()));
            paths.putObject(base + "/{path}").set("get", one(endpoint, schema));
            paths.putObject(base + "/{path}@nodes").set("get", children(endpoint, schema));
        }
        return JsonMapper.shared().writeValueAsBytes(root);
    }

    /** The content type of what an endpoint serves, where one is declared. */
    static Optional<ContentType> type(RestEndpointDefinition endpoint, Definitions definitions) {
        return definitions.contentTypes().stream()
                .filter(type -> type.workspace().equals(endpoint.workspace())
                        && endpoint.nodeTypes().contains(type.nodeType()))
                .findFirst();
    }

    /** The properties an endpoint tells, without those that never leave the author store. */
    static List<ContentType.Property> properties(RestEndpointDefinition endpoint, ContentType type, boolean author) {
        return type.properties().stream()
                .filter(property ->
                        endpoint.properties().isEmpty() || endpoint.properties().contains(property.name()))
                .filter(property -> !endpoint.excludeProperties().contains(property.name()))
                .filter(property -> author || isPublished(type, property.name()))
                .toList();
    }

    private static boolean isPublished(ContentType type, String field) {
        FieldReaders.Audience audience = type.extension().readersOf(field).audience();
        return audience != FieldReaders.Audience.STAFF && audience != FieldReaders.Audience.BOARD;
    }

    private static String schemaName(RestEndpointDefinition endpoint) {
        return endpoint.path().replaceAll("[^A-Za-z0-9._-]", ".");
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }

    private static ObjectNode error() {
        ObjectNode schema = object().put("type", "object");
        ObjectNode error = schema.putObject("properties").putObject("error").put("type", "object");
        ObjectNode properties = error.putObject("properties");
        properties.putObject("code").put("type", "string");
        properties.putObject("message").put("type", "string");
        return schema;
    }

    private static ObjectNode frame() {
        ObjectNode schema = object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (String name : FRAME) {
            properties.putObject(name).put("type", "string");
            required.add(name);
        }
        properties.set("@nodes", array(text()));
        required.add("@nodes");
        return schema;
    }

    private static ObjectNode text() {
        return object().put("type", "string");
    }

    private static ObjectNode array(ObjectNode items) {
        ObjectNode schema = object().put("type", "array");
        schema.set("items", items);
        return schema;
    }

    private static ObjectNode reference(String schema) {
        return object().put("$ref", "#/components/schemas/" + schema);
    }

    private static ObjectNode schema(RestEndpointDefinition endpoint, Optional<ContentType> type, boolean author) {
        ObjectNode schema = object();
        ArrayNode all = schema.putArray("allOf");
        all.add(reference(NODE));
        if (type.isPresent()) {
            ObjectNode own = all.addObject().put("type", "object");
            ObjectNode properties = own.putObject("properties");
            Model model = new Model(endpoint, type.get(), author);
            for (ContentType.Property property : properties(endpoint, type.get(), author)) {
                model.property("", property).ifPresent(value -> properties.set(property.name(), value));
            }
        }
        return schema;
    }

    /** Schemas of the properties of a content type, as an endpoint tells them. */
    private record Model(RestEndpointDefinition endpoint, ContentType type, boolean author) {

        Optional<ObjectNode> property(String parent, ContentType.Property property) {
            ContentType.SubModel sub = type.subModels().get(property.type());
            boolean isChild =
                    sub != null || (property.multiple() && !property.options().isEmpty());
            if (isChild && endpoint.depth() == 0) {
                return Optional.empty();
            }
            ObjectNode schema = sub == null ? value(property) : object(parent + property.name() + "/", sub);
            if (isChild && property.multiple()) {
                // entries of a list are nodes named 0, 1…
                ObjectNode entries = reference(NODE);
                entries.set("additionalProperties", sub == null ? reference(NODE) : schema);
                return Optional.of(entries);
            }
            return Optional.of(property.multiple() ? array(schema) : schema);
        }

        private ObjectNode object(String path, ContentType.SubModel sub) {
            ObjectNode schema = OpenApi.object();
            ArrayNode all = schema.putArray("allOf");
            all.add(reference(NODE));
            ObjectNode properties = all.addObject().put("type", "object").putObject("properties");
            for (ContentType.Property property : sub.properties()) {
                if (author || isPublished(type, path + property.name())) {
                    properties.set(property.name(), property.multiple() ? array(value(property)) : value(property));
                }
            }
            return schema;
        }

        private ObjectNode value(ContentType.Property property) {
            Optional<Resolver> resolver = endpoint.references().stream()
                    .filter(reference -> property.name().equals(reference.propertyName()))
                    .map(Reference::resolver)
                    .findFirst();
            if (resolver.isPresent() && isExpanded(resolver.get())) {
                ObjectNode either = OpenApi.object();
                either.putArray("anyOf")
                        .add(OpenApi.object().put("type", "object"))
                        .add(text());
                return either;
            }
            ObjectNode schema = plain(property.type());
            if (!property.options().isEmpty()) {
                ArrayNode values = schema.putArray("enum");
                property.options().forEach(option -> values.add(option.value()));
            }
            return schema;
        }

        private static boolean isExpanded(Resolver resolver) {
            return (resolver instanceof Resolver.Jcr jcr && jcr.expand())
                    || (resolver instanceof Resolver.Asset asset && asset.expand());
        }

        private static ObjectNode plain(String type) {
            return switch (type) {
                case "Boolean" -> OpenApi.object().put("type", "boolean");
                case "Long" -> OpenApi.object().put("type", "integer").put("format", "int64");
                case "Double", "Decimal" -> OpenApi.object().put("type", "number");
                case "Date" -> text().put("format", "date-time");
                case "richText" -> text().put("contentMediaType", "text/html");
                default -> text();
            };
        }
    }

    private static ObjectNode list(
            RestEndpointDefinition endpoint, Optional<ContentType> type, String schema, boolean author) {
        ObjectNode operation = operation(endpoint, "list");
        ArrayNode parameters = operation.putArray("parameters");
        Map<String, ObjectNode> known = new LinkedHashMap<>();
        known.put("q", text());
        known.put("orderBy", text());
        known.put("offset", object().put("type", "integer").put("minimum", 0));
        known.put(
                "limit",
                object().put("type", "integer")
                        .put("minimum", 0)
                        .put("maximum", endpoint.maxLimit())
                        .put("default", endpoint.limit()));
        known.put("lang", text());
        known.put("@name", text());
        known.put("@ancestor", text());
        known.forEach((name, value) -> parameter(parameters, name, "query", value));
        type.map(one -> properties(endpoint, one, author)).orElse(List.of()).stream()
                .filter(property -> !known.containsKey(property.name()))
                .filter(property -> type.get().subModels().get(property.type()) == null)
                .forEach(property -> parameter(parameters, property.name(), "query", text()));
        ObjectNode result = object().put("type", "object");
        ObjectNode properties = result.putObject("properties");
        for (String number : List.of("total", "offset", "limit")) {
            properties.putObject(number).put("type", "integer");
        }
        properties.set("results", array(reference(schema)));
        answers(operation, result, List.of("400"));
        return operation;
    }

    private static ObjectNode one(RestEndpointDefinition endpoint, String schema) {
        ObjectNode operation = operation(endpoint, "node");
        ArrayNode parameters = operation.putArray("parameters");
        parameter(parameters, "path", "path", text());
        parameter(parameters, "lang", "query", text());
        answers(operation, reference(schema), List.of("404"));
        return operation;
    }

    private static ObjectNode children(RestEndpointDefinition endpoint, String schema) {
        ObjectNode operation = operation(endpoint, "children");
        parameter(operation.putArray("parameters"), "path", "path", text());
        answers(operation, array(reference(schema)), List.of("404"));
        return operation;
    }

    private static ObjectNode operation(RestEndpointDefinition endpoint, String what) {
        ObjectNode operation = object();
        operation.put("operationId", schemaName(endpoint) + "." + what);
        operation.putArray("tags").add(endpoint.workspace());
        return operation;
    }

    private static void parameter(ArrayNode parameters, String name, String where, ObjectNode schema) {
        ObjectNode parameter = parameters.addObject().put("name", name).put("in", where);
        if (where.equals("path")) {
            parameter.put("required", true);
        }
        parameter.set("schema", schema);
    }

    private static void answers(ObjectNode operation, ObjectNode body, Collection<String> errors) {
        ObjectNode responses = operation.putObject("responses");
        answer(responses, "200", "OK", body);
        errors.forEach(status -> answer(responses, status, "error", reference("error")));
    }

    private static void answer(ObjectNode responses, String status, String description, ObjectNode body) {
        ObjectNode answer = responses.putObject(status).put("description", description);
        answer.putObject("content").putObject("application/json").set("schema", body);
    }
}
