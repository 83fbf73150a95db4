package org.bocage.editorial.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.ProjectionRunner;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.config.ConfigFiles;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The roles of workspace {@code userroles}, applied as access control of the stores. Those of {@code config/roles} are
 * loaded at each start, and when light modules change, and win; others, imported by bootstrap files, count as well.
 */
@Component
public class Roles implements DisposableBean {

    /** Property with the rules of a role last applied: a policy that is set again would make every reader of it start over. */
    static final String APPLIED = "applied";

    /** Role with every right, as Magnolia's {@code superuser}: the roles of a visitor are not added to it. */
    public static final String ADMINISTRATOR = "admin";

    private static final String AUTHOR = "/author";
    private static final String REST = "/.rest";
    private static final Set<String> BOTH = Set.of("author", "published");
    private static final int MAX_DEPTH = 5;
    /** Magnolia's bit for changing what is there. */
    private static final long MODIFY = 2;

    private static final String TURN = "roles";

    private final Stores stores;
    private final ConfigFiles files;
    private final ProjectionRunner follower;
    private volatile Map<String, Role> byName = Map.of();

    Roles(Stores stores, ConfigFiles files) {
        this.stores = stores;
        this.files = files;
        reread();
        String roles = Workspace.USERROLES.storePath("/");
        this.follower = ProjectionRunner.start(
                stores.author(),
                "roles",
                changes -> {
                    if (changes.touches(roles)) {
                        learn();
                    }
                },
                null);
    }

    @Override
    public void destroy() {
        follower.close();
    }

    /** Reads {@code config/roles} and applies the roles anew: a new module comes with what may be done with its items. */
    public final void reread() {
        RoleFiles configured = new RoleFiles(files);
        stores.author().alone(TURN, () -> {
            both((store, session) -> {
                NodeTypes.ensureWorkspace(session, Workspace.USERROLES);
                configured.write(session);
            });
            apply();
        });
    }

    /** Applies the roles of the stores anew: for whoever adds a role or changes one. */
    public final void apply() {
        stores.author().alone(TURN, () -> both(Roles::applyTo));
        learn();
    }

    private synchronized void learn() {
        byName = stores.author().read(Identity.SYSTEM, session -> {
            Map<String, Role> roles = new HashMap<>();
            for (Node node : nodes(session)) {
                Role role = role(node);
                roles.put(role.name(), role);
            }
            return Map.copyOf(roles);
        });
    }

    @FunctionalInterface
    private interface StoreWork {
        void apply(String store, Session session) throws RepositoryException;
    }

    private void both(StoreWork work) {
        stores.author()
                .update(Identity.SYSTEM, session -> work.apply(stores.author().name(), session));
        new PublishedWriter(stores)
                .write(session -> work.apply(stores.published().name(), session));
    }

    /** Names of all roles, sorted. */
    public Set<String> names() {
        return new TreeSet<>(byName.keySet());
    }

    /** Returns the titles of the roles by role name, in the alphabetical order of the titles. */
    public Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        byName.values().stream()
                .sorted(Comparator.comparing(Role::title))
                .forEach(role -> titles.put(role.name(), role.title()));
        return titles;
    }

    /** Whether one of some roles lets its holders write the accounts: {@code acl_users}. */
    public boolean administer(Collection<String> names) {
        return names.stream()
                .flatMap(name -> named(name).stream())
                .flatMap(role -> role.rules("author").getOrDefault(Workspace.USERS.name(), List.of()).stream())
                .anyMatch(rule -> (rule.permissions() & MODIFY) != 0);
    }

    /**
     * Returns why a role of an import, in Magnolia's layout, is refused: one of that name that is there is never
     * replaced, and one whose rules cannot be applied would stop the next start.
     *
     * @param values what its node holds, child nodes as maps
     * @return {@code role-connu} or {@code role-regle}
     */
    public Optional<String> refusal(String name, Map<?, ?> values) {
        if (named(name).isPresent()) {
            return Optional.of("role-connu");
        }
        for (Map.Entry<?, ?> acl : values.entrySet()) {
            if (String.valueOf(acl.getKey()).startsWith("acl_")
                    && acl.getValue() instanceof Map<?, ?> rules
                    && !(isName(String.valueOf(acl.getKey())) && areRules(rules))) {
                return Optional.of("role-regle");
            }
        }
        return values.containsKey("stores") || values.containsKey("audiences")
                ? Optional.of("role-regle")
                : Optional.empty();
    }

    private static boolean isName(String acl) {
        return Workspace.isName(acl.substring("acl_".length()));
    }

    private static boolean areRules(Map<?, ?> rules) {
        for (Object rule : rules.values()) {
            if (rule instanceof Map<?, ?> entry && !isRule(entry)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRule(Map<?, ?> entry) {
        if (!(entry.get("path") instanceof String path) || !(entry.get("permissions") instanceof Number permissions)) {
            return false;
        }
        try {
            return new AccessRule(path, permissions.longValue()).permissions() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    Optional<Role> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<Role> identified(String identifier) {
        return byName.values().stream()
                .filter(role -> role.identifier().equals(identifier))
                .findFirst();
    }

    /** The audiences that some roles belong to. */
    Set<Audience> audiences(Collection<String> names) {
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        names.forEach(name -> named(name).ifPresent(role -> audiences.addAll(role.audiences())));
        return audiences;
    }

    /**
     * Magnolia's bits that some roles together have on an address: the longest path that matches decides, at equal
     * length the larger number; none is 0.
     */
    public long permissions(Collection<String> names, String address) {
        long granted = 0;
        int longest = -1;
        for (String name : names) {
            for (AccessRule one : named(name).map(Role::addresses).orElse(List.of())) {
                AccessRule rule = seenFrom(address, one);
                int length = rule.path().length();
                if (!matches(rule.path(), address) || length < longest) {
                    continue;
                }
                granted = length > longest ? rule.permissions() : Math.max(granted, rule.permissions());
                longest = length;
            }
        }
        return granted;
    }

    /** Rules on {@code /.rest} are of both stores: a Magnolia role knows no {@code /author} before it. */
    private static AccessRule seenFrom(String address, AccessRule rule) {
        return address.startsWith(AUTHOR + REST) && rule.path().startsWith(REST)
                ? new AccessRule(AUTHOR + rule.path(), rule.permissions())
                : rule;
    }

    private static boolean matches(String path, String address) {
        return path.endsWith("*") ? address.startsWith(path.substring(0, path.length() - 1)) : address.equals(path);
    }

    private static void applyTo(String store, Session session) throws RepositoryException {
        for (Node node : nodes(session)) {
            Role role = role(node);
            List<String> wanted = role.lines(store);
            List<String> applied = strings(node, APPLIED);
            if (wanted.equals(applied) && allExist(session, role.rules(store).keySet())) {
                continue;
            }
            Map<String, List<AccessRule>> rules = new TreeMap<>(Role.cleared(applied));
            rules.putAll(role.rules(store));
            for (Map.Entry<String, List<AccessRule>> rule : rules.entrySet()) {
                Workspace workspace = new Workspace(rule.getKey());
                NodeTypes.ensureWorkspace(session, workspace);
                AccessControl.setRole(session, workspace, role.name(), rule.getValue());
            }
            node.setProperty(APPLIED, wanted.toArray(new String[0]));
        }
    }

    private static boolean allExist(Session session, Set<String> workspaces) throws RepositoryException {
        for (String name : workspaces) {
            if (!new Workspace(name).exists(session)) {
                return false;
            }
        }
        return true;
    }

    private static List<Node> nodes(Session session) throws RepositoryException {
        List<Node> roles = new ArrayList<>();
        collect(Workspace.USERROLES.root(session), roles, 0);
        return roles;
    }

    private static void collect(Node parent, List<Node> roles, int depth) throws RepositoryException {
        for (NodeIterator children = parent.getNodes(); children.hasNext() && depth < MAX_DEPTH; ) {
            Node child = children.nextNode();
            if (child.isNodeType("mgnl:role")) {
                roles.add(child);
            } else if (child.isNodeType("mgnl:folder")) {
                collect(child, roles, depth + 1);
            }
        }
    }

    private static Role role(Node node) throws RepositoryException {
        Map<String, List<AccessRule>> workspaces = new TreeMap<>();
        List<AccessRule> addresses = List.of();
        for (NodeIterator acls = node.getNodes("acl_*"); acls.hasNext(); ) {
            Node acl = acls.nextNode();
            String name = acl.getName().substring("acl_".length());
            if (name.equals("uri")) {
                addresses = rules(node, acl);
            } else {
                workspaces.put(name, rules(node, acl));
            }
        }
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        for (String id : strings(node, "audiences")) {
            audiences.add(Audience.of(id)
                    .orElseThrow(() -> new IllegalArgumentException("Role " + name(node) + ": no audience " + id)));
        }
        List<String> named = strings(node, "stores");
        Set<String> where = named.isEmpty() ? BOTH : Set.copyOf(named);
        if (!BOTH.containsAll(where)) {
            throw new IllegalArgumentException(
                    "Role " + name(node) + ": stores are author and published, not " + where);
        }
        String title = node.hasProperty("title") ? node.getProperty("title").getString() : node.getName();
        return new Role(node.getIdentifier(), node.getName(), title, where, audiences, workspaces, addresses);
    }

    private static List<AccessRule> rules(Node role, Node acl) throws RepositoryException {
        List<AccessRule> rules = new ArrayList<>();
        for (NodeIterator entries = acl.getNodes(); entries.hasNext(); ) {
            Node entry = entries.nextNode();
            try {
                rules.add(new AccessRule(
                        entry.getProperty("path").getString(),
                        entry.getProperty("permissions").getLong()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "Role " + role.getName() + ", " + acl.getName() + ": " + e.getMessage(), e);
            }
        }
        return List.copyOf(rules);
    }

    private static List<String> strings(Node node, String name) throws RepositoryException {
        if (!node.hasProperty(name)) {
            return List.of();
        }
        if (!node.getProperty(name).isMultiple()) {
            return List.of(node.getProperty(name).getString());
        }
        List<String> strings = new ArrayList<>();
        for (Value value : Arrays.asList(node.getProperty(name).getValues())) {
            strings.add(value.getString());
        }
        return strings;
    }

    private static String name(Node node) {
        try {
            return node.getName();
        } catch (RepositoryException e) {
            throw new IllegalStateException(e);
        }
    }
}
