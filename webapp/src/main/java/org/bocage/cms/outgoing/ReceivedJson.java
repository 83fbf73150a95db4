package org.bocage.cms.outgoing;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of other servers, read within limits of size and depth. */
public final class ReceivedJson {

    /** Longest document that is read, in bytes. */
    public static final int MOST_BYTES = 256 * 1024;

    private static final int DEEPEST = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();

    private ReceivedJson() {}

    /** Reads an object; empty when it is none, too long or too deep. */
    public static Optional<JsonNode> object(byte[] bytes) {
        return bytes.length > MOST_BYTES ? Optional.empty() : whole(bytes).filter(JsonNode::isObject);
    }

    /** Reads a document whose length was limited where it was asked for; empty when it is none, or too deep. */
    public static Optional<JsonNode> whole(byte[] bytes) {
        try {
            return Optional.of(MAPPER.readTree(bytes));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Returns a text that an object holds, without what surrounds it; empty when there is none. */
    public static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.stringValue().strip() : "";
    }
}
