package org.bocage.editorial.workflow;

import java.util.Set;

/**
 * Who moves a content.
 *
 * @param name the account
 * @param displayName as people know it
 * @param roles its roles
 */
public record Actor(String name, String displayName, Set<String> roles) {

    /** The portal itself, when a date has come. */
    public static final Actor CLOCK = new Actor("horloge", "", Set.of());
}
