package org.bocage.editorial.publishing.exchange;

import java.io.IOException;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.failures.RepositoryFailure;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Contents as JSON: of each workspace a list of its items and pages, with their identifier, path and type, their properties and
 * parts. Files are not in it.
 */
final class PlainJson implements Takeaway {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final Stores stores;
    private final Workspaces workspaces;

    /** Which workspaces somebody may read. */
    @FunctionalInterface
    interface Workspaces {
        List<String> of(Identity reader);
    }

    PlainJson(Stores stores, Workspaces workspaces) {
        this.stores = stores;
        this.workspaces = workspaces;
    }

    @Override
    public void write(Identity reader, String base, Archive archive) throws IOException {
        Session session = stores.author().login(reader);
        try {
            for (String name : workspaces.of(reader)) {
                if (!name.equals(Workspace.DAM.name())) {
                    JsonGenerator json = MAPPER.writerWithDefaultPrettyPrinter()
                            .createGenerator(archive.file("json/" + name + ".json"));
                    json.writeStartArray();
                    below(new Workspace(name).root(session), json);
                    json.writeEndArray();
                    json.close();
                }
            }
        } catch (RepositoryException e) {
            throw new RepositoryFailure("Contents cannot be exported", e);
        } finally {
            session.logout();
        }
    }

    /** Items, with the pages or items below them one after the other. */
    private static void below(Node parent, JsonGenerator json) throws RepositoryException {
        for (NodeIterator nodes = parent.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (!node.getName().startsWith("rep:") && !isPart(node)) {
                if (!node.isNodeType("mgnl:folder")) {
                    json.writeStartObject();
                    json.writeStringProperty("jcr:uuid", node.getIdentifier());
                    json.writeStringProperty("jcr:path", Workspace.path(node));
                    inside(node, json);
                    json.writeEndObject();
                }
                below(node, json);
            }
        }
    }

    private static boolean isPart(Node node) throws RepositoryException {
        return !node.isNodeType("mgnl:content") && !node.isNodeType("mgnl:folder");
    }

    private static void inside(Node node, JsonGenerator json) throws RepositoryException {
        json.writeStringProperty("jcr:primaryType", node.getPrimaryNodeType().getName());
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (!NodeTypes.isProtected(property.getName()) && property.getType() != PropertyType.BINARY) {
                json.writeName(property.getName());
                value(property, json);
            }
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (!child.getName().startsWith("rep:") && isPart(child)) {
                json.writeObjectPropertyStart(child.getName());
                inside(child, json);
                json.writeEndObject();
            }
        }
    }

    private static void value(Property property, JsonGenerator json) throws RepositoryException {
        if (!property.isMultiple()) {
            value(property.getValue(), json);
            return;
        }
        json.writeStartArray();
        for (Value value : property.getValues()) {
            value(value, json);
        }
        json.writeEndArray();
    }

    private static void value(Value value, JsonGenerator json) throws RepositoryException {
        switch (value.getType()) {
            case PropertyType.BOOLEAN -> json.writeBoolean(value.getBoolean());
            case PropertyType.LONG -> json.writeNumber(value.getLong());
            case PropertyType.DOUBLE -> json.writeNumber(value.getDouble());
            case PropertyType.DECIMAL -> json.writeNumber(value.getDecimal());
            case PropertyType.DATE ->
                json.writeString(value.getDate().toInstant().toString());
            default -> json.writeString(value.getString());
        }
    }
}
