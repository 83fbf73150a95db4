package org.bocage.portal.sources;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.commons.codec.digest.DigestUtils;
import org.bocage.cms.repository.tree.TreeWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Latest statement of a source on an item, kept on the item: a field that differs was written by hand, and is locked (AG-15).
 *
 * @param fields what the source said, by field
 */
record SourceStatement(Map<String, String> fields) {

    static final String PROPERTY = "importe";
    private static final Logger log = LoggerFactory.getLogger(SourceStatement.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    SourceStatement {
        fields = new TreeMap<>(fields);
    }

    /** Returns the statement kept on an item; empty if no source told of it, or it cannot be read. */
    static SourceStatement of(Node item) throws RepositoryException {
        if (!item.hasProperty(PROPERTY)) {
            return new SourceStatement(Map.of());
        }
        try {
            return new SourceStatement(
                    JSON.readValue(item.getProperty(PROPERTY).getString(), new TypeReference<>() {}));
        } catch (JacksonException e) {
            log.warn("What a source told of {} cannot be read", item.getPath(), e);
            return new SourceStatement(Map.of());
        }
    }

    /** The fields that stand otherwise than the source told. */
    List<String> locked(Node item) throws RepositoryException {
        List<String> locked = new ArrayList<>();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (!SourceFields.same(field.getKey(), SourceFields.read(item, field.getKey()), field.getValue())) {
                locked.add(field.getKey());
            }
        }
        return locked;
    }

    /** Writes what the source says, but for some fields. */
    void write(Node item, List<String> locked) throws RepositoryException {
        Map<String, String> written = new TreeMap<>(fields);
        written.keySet().removeAll(locked);
        SourceFields.write(item, written);
        TreeWriter.put(item, Map.of(PROPERTY, json()));
    }

    private String json() {
        return JSON.writeValueAsString(fields);
    }

    /** Returns an annonce, to compare others with. */
    AdDuplicates.Told ad(Source source) {
        return new AdDuplicates.Told(
                fields.getOrDefault("titre", ""),
                fields.getOrDefault("type", ""),
                fields.getOrDefault("commune", ""),
                source.id());
    }

    /** The same for the same fields. */
    String fingerprint() {
        return HexFormat.of().formatHex(DigestUtils.sha256(json()), 0, 16);
    }
}
