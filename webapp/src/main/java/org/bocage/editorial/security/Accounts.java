package org.bocage.editorial.security;

import java.text.Collator;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.apache.commons.codec.digest.DigestUtils;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The accounts: Magnolia's user nodes, {@code /admin/<name>} of workspace {@code users} of the author store. They are
 * found by their name or their mail address.
 */
@Component
public class Accounts implements UserDetailsService {

    /** The shortest password a person may choose. */
    public static final int MIN_PASSWORD = 12;

    private static final int MAX_PASSWORD = 200;
    public static final int MAX_TEXT = 200;

    /** Length of the name that is proposed for an account, in characters. */
    private static final int MAX_PROPOSED = 40;
    /** Magnolia's name for when somebody last came in. */
    public static final String LAST_VISIT = "lastaccess";
    /** On an account whose person has not chosen a password yet: when they were last asked to. */
    public static final String INVITED = "invited";

    private static final String STRUCTURES = "structures";

    static final String NAME = "[a-z0-9][a-z0-9._-]{0,63}";

    private final WritableStore store;
    private final Roles roles;
    private final PasswordEncoder encoder;
    private final List<String> anonymousRoles;
    private final ObjectProvider<AccountAccess> access;

    Accounts(
            Stores stores,
            Roles roles,
            PasswordEncoder encoder,
            SecurityProperties properties,
            ObjectProvider<AccountAccess> access) {
        this.store = stores.author();
        this.roles = roles;
        this.encoder = encoder;
        this.anonymousRoles = properties.security().anonymousRoles();
        this.access = access;
        store.update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, Workspace.USERS);
            realm(session);
        });
    }

    /** The account of a name or a mail address. */
    public Optional<Account> find(String nameOrEmail) {
        return store.read(Identity.SYSTEM, session -> {
            Optional<Node> user = user(session, nameOrEmail);
            return user.isPresent() ? Optional.of(account(user.get())) : Optional.empty();
        });
    }

    /** Returns the name that people read for an account, or the account itself when there is none any more. */
    public String nameOf(String account) {
        return find(account).map(Account::displayName).orElse(account);
    }

    /** Returns the enabled accounts with a role, by name: the recipients of a mail to that role. */
    public List<Account> withRole(String role) {
        return all().stream()
                .filter(account -> account.enabled() && account.roles().contains(role))
                .toList();
    }

    /** The roles that every account has without being given them: those of a visitor. */
    public Set<String> ofEverybody() {
        return Set.copyOf(anonymousRoles);
    }

    /** Every account, by name. */
    public List<Account> all() {
        return store.read(Identity.SYSTEM, session -> {
            List<Account> accounts = new ArrayList<>();
            for (Node user : users(session)) {
                accounts.add(account(user));
            }
            accounts.sort(Comparator.comparing(Account::name));
            return accounts;
        });
    }

    /**
     * An account as those see it who care for all of them.
     *
     * @param lastVisit when its person last came in, within ten minutes; empty when never
     * @param invited whether they have not answered the invitation yet
     */
    public record Listed(Account account, Optional<Instant> lastVisit, boolean invited) {}

    /** Every account with what is known of its use, by the name that people read. */
    public List<Listed> listed() {
        return store.read(Identity.SYSTEM, session -> {
            List<Listed> listed = new ArrayList<>();
            for (Node user : users(session)) {
                Optional<Instant> visit = user.hasProperty(LAST_VISIT)
                        ? Optional.of(user.getProperty(LAST_VISIT).getDate().toInstant())
                        : Optional.empty();
                listed.add(new Listed(account(user), visit, user.hasProperty(INVITED)));
            }
            Collator french = Collator.getInstance(Locale.FRENCH);
            listed.sort(Comparator.comparing(one -> one.account().displayName(), french));
            return listed;
        });
    }

    /**
     * Makes an account.
     *
     * @param name small letters, digits, {@code . _ -}
     * @throws IllegalArgumentException when the name is not one, or is taken, or the password is not one
     */
    public void create(String name, String displayName, String email, Collection<String> roleNames, String password) {
        checkPassword(password);
        create(name, displayName, email, roleNames, encode(password), false);
    }

    public void create(
            String name, String displayName, String email, Collection<String> roleNames, String encoded, boolean demo) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("Not the name of an account: " + name);
        }
        if (displayName.isBlank() || displayName.length() > MAX_TEXT || email.length() > MAX_TEXT) {
            throw new IllegalArgumentException("The display name or the mail address of " + name + " is not one");
        }
        store.update(Identity.SYSTEM, session -> {
            if (user(session, name).isPresent()
                    || (!email.isEmpty() && user(session, email).isPresent())) {
                throw new IllegalArgumentException("There is an account with this name or mail address: " + name);
            }
            Node user = realm(session).addNode(name, "mgnl:user");
            user.setProperty("name", name);
            user.setProperty("title", displayName);
            user.setProperty("email", email);
            user.setProperty("language", "fr");
            user.setProperty("enabled", "true");
            user.setProperty("pswd", encoded);
            if (demo) {
                user.setProperty("demo", true);
            }
            assign(user, roleNames);
        });
    }

    /** A name for an account that nobody has yet, made of what the person is called, or of their mail address. */
    public String freeName(String displayName, String email) {
        String plain = Normalizer.normalize(displayName, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String words = plain.isEmpty() ? email.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "") : plain;
        String wanted = words.isEmpty() ? "compte" : words.substring(0, Math.min(words.length(), MAX_PROPOSED));
        String name = wanted;
        for (int number = 2; find(name).isPresent(); number++) {
            name = wanted + "-" + number;
        }
        return name;
    }

    private void assign(Node user, Collection<String> roleNames) throws RepositoryException {
        if (user.hasNode("roles")) {
            user.getNode("roles").remove();
        }
        Node assigned = user.addNode("roles", "mgnl:contentNode");
        int number = 0;
        for (String role : new TreeSet<>(roleNames)) {
            Role known = roles.named(role).orElseThrow(() -> new IllegalArgumentException("No role " + role));
            assigned.setProperty(Integer.toString(number++), known.identifier());
        }
    }

    /**
     * Why a user of another Magnolia cannot become an account.
     *
     * @param path of its node in workspace {@code users}
     * @return {@code compte-systeme}, {@code compte-nom} or {@code compte-connu}
     */
    public Optional<String> refusal(String path, Map<?, ?> values) {
        return store.read(Identity.SYSTEM, session -> ImportedUser.refusal(session, path, values));
    }

    /**
     * Makes an account of a user of another Magnolia. It is closed, unless its password came along.
     *
     * @param roleNames those that are known here
     * @param withPassword whether its BCrypt hash is taken: it is replaced by ours when the person signs in
     */
    public void takeIn(String path, Map<?, ?> values, Collection<String> roleNames, boolean withPassword) {
        ImportedUser user = ImportedUser.of(path, values, withPassword);
        create(user.name(), user.title(), user.email(), roleNames, user.hash(), false);
        if (!user.enabled()) {
            setEnabled(user.name(), false);
        }
    }

    /** Gives an account another password; its sessions end. */
    public void setPassword(String name, String password) {
        checkPassword(password);
        String encoded = encode(password);
        change(name, user -> givePassword(user, encoded));
    }

    /** Within a save: the password that a person chose, which answers the invitation too. */
    public static void givePassword(Node user, String encoded) throws RepositoryException {
        user.setProperty("pswd", encoded);
        if (user.hasProperty(INVITED)) {
            user.getProperty(INVITED).remove();
        }
    }

    /** Lets an account in again, or not any more; then its sessions and its links end, for good. */
    public void setEnabled(String name, boolean enabled) {
        change(name, user -> {
            user.setProperty("enabled", Boolean.toString(enabled));
            if (!enabled) {
                for (AccountAccess one : access) {
                    one.endAll(user.getSession(), user.getName());
                }
            }
        });
    }

    /**
     * Gives an account other roles, from its next request on.
     *
     * @throws IllegalArgumentException when a role is unknown
     */
    public void setRoles(String name, Collection<String> roleNames) {
        change(name, user -> assign(user, roleNames));
    }

    /** Gives an account another name to be read by. */
    public void rename(String name, String displayName) {
        if (displayName.isBlank() || displayName.length() > MAX_TEXT) {
            throw new IllegalArgumentException("Not a name to be read by");
        }
        change(name, user -> user.setProperty("title", displayName.strip()));
    }

    /** Whether a text is long enough, and short enough, to be a password that a person chooses. */
    public static boolean isPassword(String text) {
        return text.codePointCount(0, text.length()) >= MIN_PASSWORD && text.length() <= MAX_PASSWORD;
    }

    @Override
    public UserDetails loadUserByUsername(String nameOrEmail) {
        return store.<Optional<UserDetails>>read(Identity.SYSTEM, session -> {
                    Optional<Node> user = user(session, nameOrEmail);
                    return user.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new AccountDetails(account(user.get()), string(user.get(), "pswd")));
                })
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** Ends accounts of the demo, or opens them again. */
    void openDemo(boolean open) {
        store.update(Identity.SYSTEM, session -> {
            for (Node user : users(session)) {
                if (user.hasProperty("demo") && user.getProperty("demo").getBoolean()) {
                    user.setProperty("enabled", Boolean.toString(open));
                }
            }
        });
    }

    public String encode(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    /** Returns the stamp whose change ends the sessions of an account: part of its password's hash, kept with each session. */
    public static String stamp(Node user) throws RepositoryException {
        return DigestUtils.sha256Hex(string(user, "pswd")).substring(0, 16);
    }

    public static Optional<Node> user(Session session, String nameOrEmail) throws RepositoryException {
        String wanted = nameOrEmail.strip().toLowerCase(Locale.ROOT);
        if (wanted.length() > MAX_TEXT) {
            return Optional.empty();
        }
        if (wanted.matches(NAME)) {
            return Workspace.USERS.node(session, "/admin/" + wanted);
        }
        for (Node user : users(session)) {
            if (!wanted.isEmpty()
                    && string(user, "email").toLowerCase(Locale.ROOT).equals(wanted)) {
                return Optional.of(user);
            }
        }
        return Optional.empty();
    }

    public Account account(Node user) throws RepositoryException {
        Set<String> names = new TreeSet<>();
        if (user.hasNode("roles")) {
            for (PropertyIterator ids = user.getNode("roles").getProperties(); ids.hasNext(); ) {
                Property id = ids.nextProperty();
                if (id.isMultiple() || !id.getName().matches("[0-9]+")) {
                    continue;
                }
                roles.identified(id.getString()).ifPresent(role -> names.add(role.name()));
            }
        }
        if (!names.contains(Roles.ADMINISTRATOR)) {
            names.addAll(anonymousRoles);
        }
        String title = string(user, "title");
        return new Account(
                user.getName(),
                title.isEmpty() ? user.getName() : title,
                string(user, "email"),
                names,
                roles.audiences(names),
                !string(user, "enabled").equals("false"),
                structures(user));
    }

    /** Identifiers of the structures that the person of a user node keeps. */
    public static List<String> structures(Node user) throws RepositoryException {
        List<String> ids = new ArrayList<>();
        if (user.hasProperty(STRUCTURES)) {
            for (Value id : user.getProperty(STRUCTURES).getValues()) {
                ids.add(id.getString());
            }
        }
        return ids;
    }

    /** Within a save: the structures that the person of a user node keeps from now on. */
    public static void setStructures(Node user, Collection<String> ids) throws RepositoryException {
        user.setProperty(STRUCTURES, ids.toArray(new String[0]));
    }

    /** Lets an account of the demo keep a structure, unless something was decided about its structures. */
    void keepFirst(String name, String structure) {
        store.update(Identity.SYSTEM, session -> {
            Optional<Node> user = user(session, name);
            if (user.isPresent()
                    && user.get().hasProperty("demo")
                    && !user.get().hasProperty(STRUCTURES)) {
                setStructures(user.get(), List.of(structure));
            }
        });
    }

    private interface UserChange {
        void on(Node user) throws RepositoryException;
    }

    private void change(String name, UserChange change) {
        store.update(Identity.SYSTEM, session -> {
            Node user = user(session, name).orElseThrow(() -> new IllegalArgumentException("No account " + name));
            change.on(user);
        });
    }

    private static void checkPassword(String password) {
        if (!isPassword(password)) {
            throw new IllegalArgumentException(
                    "A password has " + MIN_PASSWORD + " to " + MAX_PASSWORD + " characters");
        }
    }

    private static List<Node> users(Session session) throws RepositoryException {
        List<Node> users = new ArrayList<>();
        for (NodeIterator nodes = realm(session).getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (node.isNodeType("mgnl:user")) {
                users.add(node);
            }
        }
        return users;
    }

    private static Node realm(Session session) throws RepositoryException {
        Node root = Workspace.USERS.root(session);
        return root.hasNode("admin") ? root.getNode("admin") : root.addNode("admin", "mgnl:folder");
    }

    private static String string(Node node, String name) throws RepositoryException {
        return node.hasProperty(name) ? node.getProperty(name).getString() : "";
    }
}
