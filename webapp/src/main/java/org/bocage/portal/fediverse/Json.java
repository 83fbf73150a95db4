package org.bocage.portal.fediverse;

import org.bocage.cms.outgoing.ReceivedJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of activities. */
final class Json {

    private static final int LONGEST_ADDRESS = 1_000;

    private Json() {}

    static String write(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    /** The address that a property names, itself or by the {@code id} of what it holds; empty when it names none, or several. */
    static String id(JsonNode node, String name) {
        JsonNode value = node.path(name);
        String id = value.isObject() ? ReceivedJson.text(value, "id") : ReceivedJson.text(node, name);
        return id.length() <= LONGEST_ADDRESS ? id : "";
    }
}
