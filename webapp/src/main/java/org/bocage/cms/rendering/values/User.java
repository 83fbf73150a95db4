package org.bocage.cms.rendering.values;

import java.util.ArrayList;
import java.util.List;
import org.bocage.cms.repository.Identity;
import org.jspecify.annotations.Nullable;

/** {@code ctx.user} (spec 7.3). Public because FreeMarker calls public classes only. */
public final class User {

    private static final String ROLE = Identity.role("");
    private static final String ADMINISTRATOR = "admin";
    /** Name of Magnolia's administrator, which light modules look for. */
    private static final String SUPERUSER = "superuser";
    /** Name of Magnolia's visitor, and of the role it has there. */
    private static final String ANONYMOUS = "anonymous";

    private final Identity identity;

    User(Identity identity) {
        this.identity = identity;
    }

    public String getName() {
        return hasRole(ADMINISTRATOR) ? SUPERUSER : identity.userId();
    }

    public String getIdentifier() {
        return identity.userId();
    }

    public String getLanguage() {
        return java.util.Locale.getDefault().getLanguage();
    }

    public boolean isEnabled() {
        return true;
    }

    public List<String> getRoles() {
        List<String> roles = new ArrayList<>();
        identity.principals().stream()
                .filter(name -> name.startsWith(ROLE))
                .map(name -> name.substring(ROLE.length()))
                .forEach(roles::add);
        if (roles.contains(ADMINISTRATOR)) {
            roles.add(SUPERUSER);
        }
        if (isVisitor()) {
            roles.add(ANONYMOUS);
        }
        return List.copyOf(roles);
    }

    public List<String> getAllRoles() {
        return getRoles();
    }

    /** Accounts of this host have roles, not groups. */
    public List<String> getGroups() {
        return List.of();
    }

    public List<String> getAllGroups() {
        return List.of();
    }

    public boolean hasRole(String role) {
        return getRoles().contains(role);
    }

    private boolean isVisitor() {
        return identity.userId().equals(ANONYMOUS);
    }

    /** Empty: pages do not show what else an account holds. */
    public String getEmail() {
        return "";
    }

    public String getTitle() {
        return getName();
    }

    public boolean inGroup(String group) {
        return false;
    }

    /** Returns the name only: pages do not show what else an account holds. */
    public @Nullable String getProperty(String name) {
        return name.equals("name") ? getName() : null;
    }

    @Override
    public String toString() {
        return getName();
    }
}
