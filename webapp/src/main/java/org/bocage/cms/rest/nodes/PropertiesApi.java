package org.bocage.cms.rest.nodes;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.ReadableFields;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.rest.RestAnswer;
import org.bocage.cms.rest.RestError;
import org.bocage.cms.rest.RestRequest;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** {@code /properties/v1/<workspace>/<path>/<name>}: properties of the author store, one by one (spec 6.5). */
@Component
public class PropertiesApi {

    private static final String BASE = "/properties/v1/";
    private static final int MOST_VALUES = 1_000;

    private final WritableStore store;
    private final DefinitionRegistry registry;

    public PropertiesApi(Stores stores, DefinitionRegistry registry) {
        this.registry = registry;
        this.store = stores.author();
    }

    public static boolean isFor(String path) {
        return path.startsWith(BASE);
    }

    public RestAnswer answer(RestRequest request) {
        NodePath path = NodePath.of(request.path().substring(BASE.length()));
        NodesApi.requireWorkspace(store, path.workspace());
        return switch (request.method()) {
            case "GET" -> read(request, path);
            case "PUT" -> create(request, path);
            case "POST" -> update(request, path);
            case "DELETE" -> NodesApi.change(store, request, session -> remove(property(path, session)));
            default -> throw RestError.methodNotAllowed(request.method());
        };
    }

    private static Property property(NodePath path, Session session) throws RepositoryException {
        Node node = path.parent().node(session).orElseThrow(() -> RestError.bare(404));
        if (!PropertyTexts.isName(path.name()) || !node.hasProperty(path.name())) {
            throw RestError.bare(404);
        }
        return node.getProperty(path.name());
    }

    private RestAnswer read(RestRequest request, NodePath path) {
        PropertyTexts values = store.read(request.reader(), session -> {
            Property property = property(path, session);
            ReadableFields fields = ReadableFields.at(property.getParent(), registry.current(), request.reader());
            if (!fields.contains(property.getName())) {
                throw RestError.bare(404);
            }
            return PropertyTexts.of(property);
        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = JsonMapper.shared().createGenerator(bytes)) {
            NodeDocument.write(values, json);
        }
        return RestAnswer.json(bytes.toByteArray());
    }

    private RestAnswer create(RestRequest request, NodePath path) {
        String name = request.parameter("name").orElse("");
        if (!PropertyTexts.isName(name)) {
            throw RestError.sentence(400, "Property name not specified");
        }
        PropertyTexts values = values(request, name);
        return NodesApi.change(store, request, session -> {
            Node node = path.node(session).orElseThrow(() -> RestError.bare(404));
            if (node.hasProperty(name)) {
                throw RestError.sentence(400, "Property already exists");
            }
            ModificationMarks.changed(node, request.reader().userId());
            values.write(node);
            NodesApi.outdateItem(store, node);
        });
    }

    private RestAnswer update(RestRequest request, NodePath path) {
        PropertyTexts values = values(request, path.name());
        return NodesApi.change(store, request, session -> {
            Node node = property(path, session).getParent();
            ModificationMarks.changed(node, request.reader().userId());
            values.write(node);
            NodesApi.outdateItem(store, node);
        });
    }

    private void remove(Property property) throws RepositoryException {
        PropertyTexts.requireWritable(property.getName());
        Node node = property.getParent();
        property.remove();
        NodesApi.outdateItem(store, node);
    }

    private static PropertyTexts values(RestRequest request, String name) {
        String[] given = request.http().getParameterValues("value");
        List<String> values = given == null ? List.of() : Arrays.asList(given);
        if (values.size() > MOST_VALUES) {
            throw RestError.sentence(400, "A property has at most " + MOST_VALUES + " values");
        }
        boolean multiple = request.parameter("multiple").orElse("").equals("true");
        return new PropertyTexts(name, request.parameter("type").orElse(""), multiple, values);
    }
}
