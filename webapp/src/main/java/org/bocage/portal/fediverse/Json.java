package org.bocage.portal.fediverse;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of other servers, read within limits, and of ours. */
final class Json {

    /** Longest document that is read, in bytes. */
    static final int MOST_BYTES = 256 * 1024;

    private static final int DEEPEST = 32;
    private static final int LONGEST_ADDRESS = 1_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxDocumentLength(MOST_BYTES)
                            .build())
                    .build())
            .build();

    private Json() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Reads an object; empty when it is none, too long or too deep. */
    static Optional<JsonNode> object(byte[] bytes) {
        try {
            return Optional.of(MAPPER.readTree(bytes)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** A text; empty when there is none. */
    static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.stringValue().strip() : "";
    }

    /** The address that a property names, itself or by the {@code id} of what it holds; empty when it names none, or several. */
    static String id(JsonNode node, String name) {
        JsonNode value = node.path(name);
        String id = value.isObject() ? text(value, "id") : text(node, name);
        return id.length() <= LONGEST_ADDRESS ? id : "";
    }
}
