package org.bocage.editorial.view;

import java.util.List;

/**
 * Model of {@code templates/site/adresse.ftlh}: where one pastes the address of a page, and what was read there.
 *
 * @param action address of the form
 * @param typed the address as typed
 * @param problem why nothing was read; empty when something was, or nothing was asked
 * @param read names of what was read
 * @param missing names of what is left to fill in
 */
public record PastePage(String action, String typed, String problem, List<String> read, List<String> missing) {}
