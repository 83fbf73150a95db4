package org.bocage.portal.sources.reading;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of other servers, read within limits. */
final class ReceivedJson {

    private static final int DEEPEST = 32;
    private static final int LONGEST_NAME = 200;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNameLength(LONGEST_NAME)
                            .build())
                    .build())
            .build();

    private ReceivedJson() {}

    /**
     * Reads a document.
     *
     * @param problem key of the sentence for what is none, or nested too deep
     */
    static JsonNode read(byte[] bytes, String problem) throws Unreadable {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw new Unreadable(problem);
        }
    }

    /** Returns a text or a number in one line; empty when there is neither. */
    static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() || value.isNumber()
                ? value.asString().replaceAll("[\\p{Cntrl}\\s]+", " ").strip()
                : "";
    }
}
