package org.bocage.portal.fediverse;

import java.util.List;
import java.util.stream.Stream;
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
        List<String> ids = ids(node, name);
        return ids.size() == 1 ? ids.get(0) : "";
    }

    /** The addresses that a property names, one or a list of them, each itself or by the {@code id} of what stands there. */
    static List<String> ids(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return (value.isArray() ? value.valueStream() : Stream.of(value))
                .map(one -> one.isObject()
                        ? ReceivedJson.text(one, "id")
                        : one.stringValue("").strip())
                .filter(id -> !id.isEmpty() && id.length() <= LONGEST_ADDRESS)
                .toList();
    }
}
