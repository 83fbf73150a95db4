package org.bocage.cms.repository.revisions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bocage.cms.repository.exchange.BootstrapYaml;

/**
 * One saved state of an item.
 *
 * @param number counted from 1 for each item
 * @param by the account that saved
 * @param at when
 * @param changed the properties and sub nodes that differ from the revision before
 * @param snapshot the item as Magnolia bootstrap YAML
 */
public record Revision(long number, String by, Instant at, List<String> changed, String snapshot) {

    /**
     * Returns the identifier that a node of the item had; empty when there was none.
     *
     * @param below path of the node in the item, with its leading slash; empty: of the item itself
     */
    public Optional<String> identifier(String below) {
        Object at = BootstrapYaml.values(snapshot);
        for (String name : below.isEmpty() ? new String[0] : below.substring(1).split("/")) {
            at = at instanceof Map<?, ?> node ? node.get(name) : null;
        }
        return at instanceof Map<?, ?> node && node.get("jcr:uuid") instanceof String id
                ? Optional.of(id)
                : Optional.empty();
    }

    /** Returns a property of the item as text; empty when it had none. */
    public String text(String property) {
        return String.valueOf(BootstrapYaml.values(snapshot).getOrDefault(property, ""));
    }
}
