package org.bocage.cms.repository.access;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.jcr.AccessDeniedException;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import javax.jcr.security.AccessControlEntry;
import javax.jcr.security.Privilege;
import org.apache.jackrabbit.api.security.JackrabbitAccessControlEntry;
import org.apache.jackrabbit.api.security.JackrabbitAccessControlList;
import org.apache.jackrabbit.commons.jackrabbit.authorization.AccessControlUtils;
import org.apache.jackrabbit.oak.api.Root;
import org.apache.jackrabbit.oak.api.Tree;
import org.apache.jackrabbit.oak.plugins.tree.TreeUtil;
import org.apache.jackrabbit.oak.spi.security.authorization.accesscontrol.AccessControlConstants;
import org.apache.jackrabbit.oak.spi.security.principal.PrincipalImpl;
import org.apache.jackrabbit.oak.spi.security.privilege.PrivilegeBits;
import org.apache.jackrabbit.oak.spi.security.privilege.PrivilegeBitsProvider;
import org.apache.jackrabbit.oak.spi.security.privilege.PrivilegeConstants;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.TreeRepository;
import org.bocage.cms.repository.Workspace;

/** Magnolia's roles and our audiences, as Oak's access control. */
public final class AccessControl {

    private static final String READ = Privilege.JCR_READ;
    private static final String[] WRITE = {
        Privilege.JCR_READ,
        Privilege.JCR_MODIFY_PROPERTIES,
        Privilege.JCR_ADD_CHILD_NODES,
        Privilege.JCR_REMOVE_CHILD_NODES,
        Privilege.JCR_REMOVE_NODE,
        Privilege.JCR_NODE_TYPE_MANAGEMENT
    };

    private static final PrivilegeBits MODIFY =
            Objects.requireNonNull(PrivilegeBits.BUILT_IN.get(PrivilegeConstants.JCR_MODIFY_PROPERTIES));

    private AccessControl() {}

    /** Replaces what a role may do in a workspace. The longest path wins; at one path a denial comes before a grant. */
    public static void setRole(Session session, Workspace workspace, String role, List<AccessRule> rules)
            throws RepositoryException {
        JackrabbitAccessControlList list = list(session, "/" + workspace.name());
        removeEntries(list, Identity.role(role));
        List<AccessRule> inOrder = new ArrayList<>(rules);
        inOrder.sort(Comparator.comparingInt((AccessRule rule) -> rule.path().length())
                .thenComparing(rule -> rule.permissions() != 0));
        for (AccessRule rule : inOrder) {
            addRule(session, list, role, rule);
        }
        session.getAccessControlManager().setPolicy("/" + workspace.name(), list);
    }

    /** As {@link #setRole}, unless something is said of the role in that workspace. */
    public static void ensureRole(Session session, Workspace workspace, String role, List<AccessRule> rules)
            throws RepositoryException {
        if (!names(session, workspace, Set.of(Identity.role(role)))) {
            setRole(session, workspace, role, rules);
        }
    }

    /**
     * Whether the rules of a workspace speak of one of these principals.
     *
     * @param session one that may read access control
     */
    public static boolean names(Session session, Workspace workspace, Set<String> principals) {
        return entries(TreeRepository.root(session).getTree("/" + workspace.name()))
                .map(AccessControl::principal)
                .anyMatch(principals::contains);
    }

    /** Lets only an audience read an item; {@link Audience#PUBLIC} takes its own policy away. */
    public static void setAudience(Node item, Audience audience) throws RepositoryException {
        Session session = item.getSession();
        String path = item.getPath();
        AccessControlUtils.clear(session, path);
        if (audience == Audience.PUBLIC) {
            return;
        }
        JackrabbitAccessControlList list = list(session, path);
        list.addEntry(new PrincipalImpl(Audience.PUBLIC.principal()), privileges(session, READ), false);
        list.addEntry(new PrincipalImpl(audience.principal()), privileges(session, READ), true);
        session.getAccessControlManager().setPolicy(path, list);
    }

    /**
     * The audience that an item was given; {@link Audience#PUBLIC} when none.
     *
     * @throws AccessDeniedException when the session of the item may not read access control
     */
    public static Audience audienceOf(Node item) throws RepositoryException {
        Session session = item.getSession();
        Privilege[] reading = privileges(session, Privilege.JCR_READ_ACCESS_CONTROL);
        if (!session.getAccessControlManager().hasPrivileges(item.getPath(), reading)) {
            throw new AccessDeniedException("Access control of " + item.getPath() + " may not be read");
        }
        Set<String> granted = entries(TreeRepository.tree(item))
                .filter(AccessControl::isGrant)
                .map(AccessControl::principal)
                .collect(Collectors.toSet());
        for (Audience audience : Audience.values()) {
            if (granted.contains(audience.principal())) {
                return audience;
            }
        }
        return Audience.PUBLIC;
    }

    /** Lets an audience read an item besides those whose role does, or no longer. */
    public static void setReaders(Node item, Audience audience, boolean may) throws RepositoryException {
        Session session = item.getSession();
        JackrabbitAccessControlList list = list(session, item.getPath());
        int before = list.getAccessControlEntries().length;
        removeEntries(list, audience.principal());
        if (may) {
            list.addEntry(new PrincipalImpl(audience.principal()), privileges(session, READ), true);
        }
        if (may || list.getAccessControlEntries().length != before) {
            session.getAccessControlManager().setPolicy(item.getPath(), list);
        }
    }

    /** Lets an account read and write an item of its own. */
    public static void setOwner(Node item, String userId) throws RepositoryException {
        Session session = item.getSession();
        JackrabbitAccessControlList list = list(session, item.getPath());
        list.addEntry(new PrincipalImpl(Identity.owner(userId)), privileges(session, WRITE), true);
        session.getAccessControlManager().setPolicy(item.getPath(), list);
    }

    /** Whether an account reads and writes an item as one of its own. */
    public static boolean isOwner(Node item, String userId) throws RepositoryException {
        String owner = Identity.owner(userId);
        return entries(TreeRepository.tree(item))
                .anyMatch(entry -> isGrant(entry) && principal(entry).equals(owner));
    }

    /** Takes an item of its own from an account; what its roles and audiences let it do stays. */
    public static void removeOwner(Node item, String userId) throws RepositoryException {
        Session session = item.getSession();
        JackrabbitAccessControlList list = list(session, item.getPath());
        int before = list.getAccessControlEntries().length;
        removeEntries(list, Identity.owner(userId));
        if (list.isEmpty() && before > 0) {
            session.getAccessControlManager().removePolicy(item.getPath(), list);
        } else if (list.getAccessControlEntries().length != before) {
            session.getAccessControlManager().setPolicy(item.getPath(), list);
        }
    }

    /**
     * Keeps an item to its owner and to the roles that write all of its workspace, as long as it is a draft; else whoever reads
     * there reads it.
     */
    public static void setDraft(Node item, boolean draft) throws RepositoryException {
        if (draft ? isDraftForWriters(item) : !isDraft(item)) {
            return;
        }
        Session session = item.getSession();
        JackrabbitAccessControlList list = list(session, item.getPath());
        AccessControlEntry[] others = list.getAccessControlEntries();
        for (AccessControlEntry entry : others) {
            list.removeAccessControlEntry(entry);
        }
        if (draft) {
            list.addEntry(new PrincipalImpl(Audience.PUBLIC.principal()), privileges(session, READ), false);
            for (String role : writers(session, Workspace.of(item))) {
                list.addEntry(new PrincipalImpl(role), privileges(session, READ), true);
            }
        }
        // of two that bear on somebody the last one counts: their own come after the denial
        for (AccessControlEntry entry : others) {
            if (entry instanceof JackrabbitAccessControlEntry one && !isOfDraft(one)) {
                list.addEntry(one.getPrincipal(), one.getPrivileges(), one.isAllow());
            }
        }
        if (list.isEmpty()) {
            session.getAccessControlManager().removePolicy(item.getPath(), list);
        } else {
            session.getAccessControlManager().setPolicy(item.getPath(), list);
        }
    }

    /** Whether an item is {@linkplain #setDraft kept} to its owner and to those who write everything. */
    private static boolean isDraft(Node item) throws RepositoryException {
        return entries(TreeRepository.tree(item)).anyMatch(AccessControl::closes);
    }

    /** Whether a draft is read by the roles that write everything now: others may have done so when it was kept to them. */
    public static boolean isDraftForWriters(Node item) throws RepositoryException {
        List<Tree> entries = entries(TreeRepository.tree(item)).toList();
        return entries.stream().anyMatch(AccessControl::closes)
                && roles(entries.stream()).equals(writers(item.getSession(), Workspace.of(item)));
    }

    private static boolean isOfDraft(JackrabbitAccessControlEntry entry) {
        String principal = entry.getPrincipal().getName();
        return principal.startsWith(Identity.role(""))
                || (!entry.isAllow() && principal.equals(Audience.PUBLIC.principal()));
    }

    /** Principals of the roles that may write wherever they like in a workspace. */
    private static Set<String> writers(Session session, Workspace workspace) {
        Root root = TreeRepository.root(session);
        PrivilegeBitsProvider privileges = new PrivilegeBitsProvider(root);
        return roles(entries(root.getTree("/" + workspace.name()))
                .filter(entry -> isGrant(entry) && !entry.hasChild(AccessControlConstants.REP_RESTRICTIONS))
                .filter(entry -> privileges
                        .getBits(TreeUtil.getNames(entry, AccessControlConstants.REP_PRIVILEGES))
                        .includes(MODIFY)));
    }

    private static Set<String> roles(Stream<Tree> entries) {
        return entries.map(AccessControl::principal)
                .filter(name -> name.startsWith(Identity.role("")))
                .collect(Collectors.toSet());
    }

    /** Entries of the list of a node, as they are kept: they are read at each save, and Oak's list resolves every privilege. */
    private static Stream<Tree> entries(Tree node) {
        return stream(node.getChild(AccessControlConstants.REP_POLICY).getChildren());
    }

    private static <T> Stream<T> stream(Iterable<T> all) {
        return StreamSupport.stream(all.spliterator(), false);
    }

    private static String principal(Tree entry) {
        return Objects.requireNonNull(TreeUtil.getString(entry, AccessControlConstants.REP_PRINCIPAL_NAME));
    }

    private static boolean isGrant(Tree entry) {
        return AccessControlConstants.NT_REP_GRANT_ACE.equals(TreeUtil.getPrimaryTypeName(entry));
    }

    private static boolean closes(Tree entry) {
        return !isGrant(entry) && principal(entry).equals(Audience.PUBLIC.principal());
    }

    private static void addRule(Session session, JackrabbitAccessControlList list, String role, AccessRule rule)
            throws RepositoryException {
        Map<String, Value> restrictions = rule.path().equals("/*")
                ? Map.of()
                : Map.of("rep:glob", session.getValueFactory().createValue(rule.path()));
        boolean allow = rule.permissions() != 0;
        list.addEntry(
                new PrincipalImpl(Identity.role(role)),
                privileges(session, allow ? granted(rule.permissions()) : new String[] {Privilege.JCR_ALL}),
                allow,
                restrictions);
    }

    private static String[] granted(long permissions) {
        List<String> names = new ArrayList<>();
        if ((permissions & 1) != 0) {
            names.add(Privilege.JCR_ADD_CHILD_NODES);
            names.add(Privilege.JCR_NODE_TYPE_MANAGEMENT);
        }
        if ((permissions & 2) != 0) {
            names.add(Privilege.JCR_MODIFY_PROPERTIES);
        }
        if ((permissions & 4) != 0) {
            names.add(Privilege.JCR_REMOVE_CHILD_NODES);
            names.add(Privilege.JCR_REMOVE_NODE);
        }
        if ((permissions & 8) != 0) {
            names.add(READ);
        }
        return names.toArray(new String[0]);
    }

    private static JackrabbitAccessControlList list(Session session, String path) throws RepositoryException {
        JackrabbitAccessControlList list = AccessControlUtils.getAccessControlList(session, path);
        if (list == null) {
            throw new RepositoryException("No access control list can be set at " + path);
        }
        return list;
    }

    private static void removeEntries(JackrabbitAccessControlList list, String principal) throws RepositoryException {
        for (AccessControlEntry entry : list.getAccessControlEntries()) {
            if (entry.getPrincipal().getName().equals(principal)) {
                list.removeAccessControlEntry(entry);
            }
        }
    }

    private static Privilege[] privileges(Session session, String... names) throws RepositoryException {
        return AccessControlUtils.privilegesFromNames(session, names);
    }
}
