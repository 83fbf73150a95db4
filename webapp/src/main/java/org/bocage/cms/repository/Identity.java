package org.bocage.cms.repository;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * On whose behalf a session reads and writes: a name for the record, and the principals that Oak's access control
 * knows. Every identity carries the public audience.
 *
 * @param userId the account's name; {@code anonymous} for a visitor
 * @param principals names of principals, sorted
 */
public record Identity(String userId, Set<String> principals) {

    /** The host itself: unrestricted. For work that no person asked for, never for a request's reading. */
    public static final Identity SYSTEM = new Identity("system", Set.of());

    /** The role of whoever has no account, as long as nobody says otherwise. */
    public static final String VISITOR_ROLE = "visiteur";

    private static final String ANONYMOUS = "anonymous";

    public Identity {
        principals = java.util.Collections.unmodifiableSet(new TreeSet<>(principals));
    }

    /** Somebody with these roles and audiences. */
    public static Identity of(String userId, Collection<String> roles, Collection<Audience> audiences) {
        Set<String> names = new TreeSet<>();
        names.add(Audience.PUBLIC.principal());
        names.add(owner(userId));
        roles.forEach(role -> names.add(role(role)));
        audiences.forEach(audience -> names.add(audience.principal()));
        return new Identity(userId, names);
    }

    /** A visitor with these roles. */
    public static Identity anonymous(Collection<String> roles) {
        Set<String> names = new TreeSet<>();
        names.add(Audience.PUBLIC.principal());
        roles.forEach(role -> names.add(role(role)));
        return new Identity(ANONYMOUS, names);
    }

    /** A visitor of whom nobody says which roles they have. */
    public static Identity visitor() {
        return anonymous(Set.of(VISITOR_ROLE));
    }

    /**
     * The principals that it has in common with others of the same rights: all but that of the account itself, which owns drafts and
     * nothing that is published.
     */
    public Set<String> sharedPrincipals() {
        String own = owner(userId);
        return principals.stream()
                .filter(name -> !name.equals(own))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** The principal of a role. */
    public static String role(String name) {
        return "role:" + name;
    }

    /** The principal of one account, for what it owns. */
    public static String owner(String userId) {
        return "user:" + userId;
    }

    boolean isAnonymous() {
        return userId.equals(ANONYMOUS);
    }

    boolean isSystem() {
        return this.equals(SYSTEM);
    }
}
