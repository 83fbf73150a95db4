package org.bocage.cms.repository.revisions;

import java.time.Instant;
import java.util.List;
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

    /** Returns a property of the item as text; empty when it had none. */
    public String text(String property) {
        return String.valueOf(BootstrapYaml.values(snapshot).getOrDefault(property, ""));
    }
}
