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

    /** Returns the portal, which brings what somebody or something else gave: a source, by its title. */
    public static Actor portalFor(String giver) {
        return new Actor(CLOCK.name(), giver, Set.of());
    }

    public boolean isPortal() {
        return name.equals(CLOCK.name());
    }
}
