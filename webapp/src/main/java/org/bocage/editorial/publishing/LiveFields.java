package org.bocage.editorial.publishing;

import java.util.Set;

/**
 * Fields of the contents of a workspace that no version owns: a count of seats, a badge, a colour. They are written beside
 * every version, in the author store, and count on line at once.
 *
 * @param workspace by its name
 * @param paths properties and child nodes, by their path from the content; a step {@code *} is any one
 */
public record LiveFields(String workspace, Set<String> paths) {}
