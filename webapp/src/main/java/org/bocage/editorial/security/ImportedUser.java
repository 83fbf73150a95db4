package org.bocage.editorial.security;

import java.util.Map;
import java.util.Optional;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/**
 * Account data read from a user node of another Magnolia. Groups do not exist here; the password is taken only on demand.
 *
 * @param hash BCrypt's; empty when the account has no password yet, then it is closed
 */
record ImportedUser(String name, String title, String email, String hash, boolean enabled) {

    private static final String REALM = "/admin/";
    private static final String BCRYPT = "\\$2[aby]?\\$\\d\\d\\$[./A-Za-z0-9]{53}";

    static Optional<String> refusal(Session session, String path, Map<?, ?> values) throws RepositoryException {
        if (!path.startsWith(REALM)) {
            return Optional.of("compte-systeme");
        }
        ImportedUser user = of(path, values, false);
        if (!user.name().matches(Accounts.NAME)
                || user.title().length() > Accounts.MAX_TEXT
                || user.email().length() > Accounts.MAX_TEXT) {
            return Optional.of("compte-nom");
        }
        boolean taken = Accounts.user(session, user.name()).isPresent()
                || (!user.email().isEmpty()
                        && Accounts.user(session, user.email()).isPresent());
        return taken ? Optional.of("compte-connu") : Optional.empty();
    }

    static ImportedUser of(String path, Map<?, ?> values, boolean withPassword) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String title = text(values, "title");
        String hash = text(values, "pswd");
        boolean taken = withPassword && hash.matches(BCRYPT);
        return new ImportedUser(
                name,
                title.isBlank() ? name : title,
                text(values, "email"),
                taken ? hash : "",
                taken && !text(values, "enabled").equals("false"));
    }

    private static String text(Map<?, ?> values, String key) {
        Object value = values.get(key);
        return value == null ? "" : String.valueOf(value);
    }
}
