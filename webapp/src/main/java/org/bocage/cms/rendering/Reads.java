package org.bocage.cms.rendering;

import java.util.Set;

/**
 * What a rendering depends on in its store.
 *
 * @param nodes paths in the store of the nodes read, those looked for in vain included
 * @param workspaces names of the workspaces that were listed: any change in them counts
 */
public record Reads(Set<String> nodes, Set<String> workspaces) {}
