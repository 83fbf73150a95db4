package org.bocage.cms.rendering.functions;

import java.util.List;
import java.util.Map;
import org.bocage.cms.rendering.RenderContext;
import org.bocage.cms.rendering.RenderFailure;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code restfn}: JSON for scripts. No page of this host waits for another one while it is rendered, so calls are
 * refused. Public because FreeMarker calls public classes only.
 */
public final class RestFunctions extends Functions {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 1_000_000;

    RestFunctions(RenderContext context) {
        super(context);
    }

    public @Nullable Map<String, Object> asMap(@Nullable Object json) {
        return json == null ? null : read(json, new TypeReference<Map<String, Object>>() {});
    }

    public @Nullable List<Object> asList(@Nullable Object json) {
        return json == null ? null : read(json, new TypeReference<List<Object>>() {});
    }

    private static <T> T read(Object json, TypeReference<T> type) {
        String text = String.valueOf(json);
        if (text.length() > LONGEST) {
            throw new RenderFailure("JSON of " + text.length() + " characters is too long for a script");
        }
        try {
            return json instanceof JsonNode node ? JSON.convertValue(node, type) : JSON.readValue(text, type);
        } catch (JacksonException e) {
            throw new RenderFailure("Not the JSON a script asked for: " + e.getOriginalMessage(), e);
        }
    }

    public Object call(String client, String call) {
        return call(client, call, Map.of());
    }

    // scripts call it, and are told
    @SuppressWarnings("DoNotCallSuggester")
    public Object call(String client, String call, Map<String, Object> values) {
        throw new RenderFailure("restfn calls no other host while a page is rendered: " + client + "/" + call);
    }

    public Object callForResponse(String client, String call) {
        return call(client, call, Map.of());
    }

    public Object callForResponse(String client, String call, Map<String, Object> values) {
        return call(client, call, values);
    }
}
