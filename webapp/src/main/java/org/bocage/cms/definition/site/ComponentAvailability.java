package org.bocage.cms.definition.site;

import java.util.List;
import java.util.Map;

/**
 * A component that an area offers.
 *
 * @param name key in the area
 * @param id template id of the component
 * @param roles who may add it; empty: everyone
 * @param permissions roles by operation of the page editor: read, write, delete, move, add, execute
 */
public record ComponentAvailability(
        String name, String id, boolean enabled, List<String> roles, Map<String, List<String>> permissions) {}
