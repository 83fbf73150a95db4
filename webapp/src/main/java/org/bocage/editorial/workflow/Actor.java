package org.bocage.editorial.workflow;

import java.util.Set;

/**
 * Person who moves a content, or the portal itself.
 *
 * @param name the account
 * @param displayName as people know it
 * @param roles its roles
 */
public record Actor(String name, String displayName, Set<String> roles) {

    /** The portal itself, when a date has come. */
    public static final Actor CLOCK = new Actor("horloge", "", Set.of());
}
