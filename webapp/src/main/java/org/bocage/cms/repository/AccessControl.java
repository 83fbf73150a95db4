package org.bocage.cms.repository;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import javax.jcr.security.AccessControlEntry;
import javax.jcr.security.AccessControlPolicy;
import javax.jcr.security.Privilege;
import org.apache.jackrabbit.api.security.JackrabbitAccessControlEntry;
import org.apache.jackrabbit.api.security.JackrabbitAccessControlList;
import org.apache.jackrabbit.commons.jackrabbit.authorization.AccessControlUtils;
import org.apache.jackrabbit.oak.spi.security.principal.PrincipalImpl;

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
     * Whether the rules of a workspace speak of one of these principals: read from the nodes that keep them, for it is
     * asked of every workspace at each start, and Oak's list resolves every privilege.
     *
     * @param session one that may read access control
     */
    public static boolean names(Session session, Workspace workspace, Set<String> principals)
            throws RepositoryException {
        String policy = "/" + workspace.name() + "/rep:policy";
        if (!session.nodeExists(policy)) {
            return false;
        }
        for (NodeIterator entries = session.getNode(policy).getNodes(); entries.hasNext(); ) {
            if (principals.contains(
                    entries.nextNode().getProperty("rep:principalName").getString())) {
                return true;
            }
        }
        return false;
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

    /** The audience that an item was given; {@link Audience#PUBLIC} when none. */
    public static Audience audienceOf(Node item) throws RepositoryException {
        for (AccessControlPolicy policy :
                item.getSession().getAccessControlManager().getPolicies(item.getPath())) {
            if (policy instanceof JackrabbitAccessControlList list) {
                for (AccessControlEntry entry : list.getAccessControlEntries()) {
                    for (Audience audience : Audience.values()) {
                        if (entry instanceof JackrabbitAccessControlEntry one
                                && one.isAllow()
                                && one.getPrincipal().getName().equals(audience.principal())) {
                            return audience;
                        }
                    }
                }
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

    /**
     * Whether an item is {@linkplain #setDraft kept} to its owner and to those who write everything: read from the nodes, as it is
     * asked at each save.
     */
    private static boolean isDraft(Node item) throws RepositoryException {
        if (item.hasNode("rep:policy")) {
            for (NodeIterator entries = item.getNode("rep:policy").getNodes(); entries.hasNext(); ) {
                Node entry = entries.nextNode();
                if (entry.isNodeType("rep:DenyACE")
                        && entry.getProperty("rep:principalName").getString().equals(Audience.PUBLIC.principal())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a draft is read by the roles that write everything now: others may have done so when it was kept to them. */
    public static boolean isDraftForWriters(Node item) throws RepositoryException {
        if (!isDraft(item)) {
            return false;
        }
        Set<String> readers = new TreeSet<>();
        for (AccessControlEntry entry : list(item.getSession(), item.getPath()).getAccessControlEntries()) {
            if (entry.getPrincipal().getName().startsWith(Identity.role(""))) {
                readers.add(entry.getPrincipal().getName());
            }
        }
        return readers.equals(writers(item.getSession(), Workspace.of(item)));
    }

    private static boolean isOfDraft(JackrabbitAccessControlEntry entry) {
        String principal = entry.getPrincipal().getName();
        return principal.startsWith(Identity.role(""))
                || (!entry.isAllow() && principal.equals(Audience.PUBLIC.principal()));
    }

    /** Principals of the roles that may write wherever they like in a workspace. */
    private static Set<String> writers(Session session, Workspace workspace) throws RepositoryException {
        Set<String> writers = new TreeSet<>();
        for (AccessControlEntry entry : list(session, "/" + workspace.name()).getAccessControlEntries()) {
            if (entry instanceof JackrabbitAccessControlEntry one
                    && one.isAllow()
                    && one.getRestrictionNames().length == 0
                    && one.getPrincipal().getName().startsWith(Identity.role(""))
                    && Stream.of(one.getPrivileges())
                            .flatMap(AccessControl::withParts)
                            .anyMatch(privilege -> privilege.getName().equals("jcr:modifyProperties"))) {
                writers.add(one.getPrincipal().getName());
            }
        }
        return writers;
    }

    private static Stream<Privilege> withParts(Privilege privilege) {
        return Stream.concat(Stream.of(privilege), Stream.of(privilege.getAggregatePrivileges()));
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
