package org.bocage.editorial.security;

import java.util.List;
import java.util.Set;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;

/**
 * Somebody who may sign in.
 *
 * @param name of the account, unique
 * @param displayName what others read
 * @param email where mails go; empty when unknown
 * @param roles names of roles, those of a visitor included
 * @param audiences for whom published contents are that this person may read
 * @param enabled whether signing in is allowed
 * @param structures identifiers of the structures whose entry this person keeps, in the order in which they were given; one that
 *     was deleted since may be among them
 */
public record Account(
        String name,
        String displayName,
        String email,
        Set<String> roles,
        Set<Audience> audiences,
        boolean enabled,
        List<String> structures) {

    public Account {
        roles = Set.copyOf(roles);
        audiences = Set.copyOf(audiences);
        structures = List.copyOf(structures);
    }

    /** On whose behalf the stores are read and written. */
    public Identity identity() {
        return Identity.of(name, roles, audiences);
    }
}
