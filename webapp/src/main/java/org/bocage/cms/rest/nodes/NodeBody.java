package org.bocage.cms.rest.nodes;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.bocage.cms.rest.RestError;
import org.bocage.cms.rest.RestRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A node as somebody sends it.
 *
 * @param name empty when not said
 * @param type {@code mgnl:contentNode} when not said
 * @param hasNodes whether nodes below it were sent
 */
record NodeBody(String name, String type, List<PropertyTexts> properties, boolean hasNodes) {

    private static final int LARGEST = 1024 * 1024;
    private static final int MOST_PROPERTIES = 1_000;

    static NodeBody read(RestRequest request) throws IOException {
        if (request.http().getContentLengthLong() > LARGEST) {
            throw tooLarge();
        }
        InputStream in = request.http().getInputStream();
        byte[] bytes;
        try {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            // less came than its length said, or nothing for too long
            throw RestError.badRequest("The body of the request is not whole");
        }
        if (bytes.length > LARGEST) {
            throw tooLarge();
        }
        try {
            return of(JsonMapper.shared().readTree(bytes));
        } catch (JacksonException e) {
            throw RestError.badRequest(
                    e.getOriginalMessage() + "\n at [Source: (" + in.getClass().getName() + "); line: "
                            + e.getLocation().getLineNr() + ", column: "
                            + e.getLocation().getColumnNr() + "]");
        }
    }

    private static RestError tooLarge() {
        return RestError.tooLarge("The body of the request has more than " + LARGEST + " bytes");
    }

    private static NodeBody of(JsonNode json) {
        if (!json.isObject()) {
            throw RestError.sentence(400, "The body of the request is not a node");
        }
        List<PropertyTexts> properties = new ArrayList<>();
        for (JsonNode property : json.path("properties")) {
            properties.add(property(property));
        }
        if (properties.size() > MOST_PROPERTIES) {
            throw RestError.sentence(400, "A node has at most " + MOST_PROPERTIES + " properties");
        }
        JsonNode nodes = json.path("nodes");
        return new NodeBody(
                json.path("name").asString(""),
                json.path("type").asString("mgnl:contentNode"),
                properties,
                nodes.isArray() && !nodes.isEmpty());
    }

    private static PropertyTexts property(JsonNode json) {
        String name = json.path("name").asString("");
        if (!PropertyTexts.isName(name)) {
            throw RestError.sentence(400, "Property name not specified");
        }
        List<String> values = new ArrayList<>();
        for (JsonNode value : json.path("values")) {
            values.add(value.asString(""));
        }
        boolean multiple = json.path("multiple").asBoolean(false) || values.size() > 1;
        return new PropertyTexts(name, json.path("type").asString(""), multiple, values);
    }
}
