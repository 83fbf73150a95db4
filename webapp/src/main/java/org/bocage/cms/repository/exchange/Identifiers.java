package org.bocage.cms.repository.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Workspace;

/**
 * The identifiers of an import. Unique in a store, in Magnolia only in a workspace: one that is taken is replaced, and
 * what names it follows, in the texts of links too.
 */
public final class Identifiers {

    private static final Pattern UUIDS = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Session session;
    /** Where the import puts each identifier. */
    private final Map<String, String> claimed = new HashMap<>();
    /** Identifiers that replace a node's own, by its path in the store. */
    private final Map<String, String> given = new HashMap<>();
    /** Taken by the store: whoever names it in the import means the import's. */
    private final Map<String, String> everywhere = new HashMap<>();
    /** Two of the import have it, in two workspaces: whoever names it means the one of its own workspace. */
    private final Map<String, Map<String, String>> inWorkspace = new HashMap<>();

    /** Identifiers of nodes that the import has put. */
    private final Set<String> put = new HashSet<>();

    public Identifiers(Session session) {
        this.session = session;
    }

    /** Decides on the identifier of a node that is to come to a path of the store. */
    void claim(Workspace workspace, String path, String identifier) throws RepositoryException {
        String first = claimed.putIfAbsent(identifier, path);
        if (first != null && !first.equals(path)) {
            if (!given.containsKey(path)) {
                String other = UUID.randomUUID().toString();
                given.put(path, other);
                inWorkspace
                        .computeIfAbsent(workspace.name(), name -> new HashMap<>())
                        .put(identifier, other);
            }
            return;
        }
        Optional<String> there = path(identifier);
        if (first == null && there.isPresent() && !there.get().equals(path)) {
            replace(path, identifier, UUID.randomUUID().toString());
        }
    }

    /** Takes an identifier for a node that is put now; false when one has it already. */
    boolean put(String identifier) throws RepositoryException {
        return Workspace.savedById(session, identifier).isEmpty() && put.add(identifier);
    }

    /** The node that is there keeps its identifier, whatever the import says. */
    void keep(String path, String identifier, String present) {
        claimed.putIfAbsent(identifier, path);
        if (!identifier.equals(present)) {
            replace(path, identifier, present);
        }
    }

    private void replace(String path, String identifier, String other) {
        given.put(path, other);
        everywhere.put(identifier, other);
    }

    private Optional<String> path(String identifier) throws RepositoryException {
        var node = Workspace.byId(session, identifier);
        return node.isPresent() ? Optional.of(node.get().getPath()) : Optional.empty();
    }

    /** The identifier of the node at a path. */
    String of(String path, String identifier) {
        return given.getOrDefault(path, identifier);
    }

    /** A text with the identifiers that were replaced. */
    String follow(Workspace workspace, String text) {
        Map<String, String> here = inWorkspace.getOrDefault(workspace.name(), Map.of());
        if (text.length() < 36 || (here.isEmpty() && everywhere.isEmpty())) {
            return text;
        }
        Matcher matcher = UUIDS.matcher(text);
        return matcher.replaceAll(found -> {
            String identifier = found.group();
            return here.getOrDefault(identifier, everywhere.getOrDefault(identifier, identifier));
        });
    }

    /** Returns the identifiers that were taken, with those given instead. */
    Map<String, String> replaced() {
        Map<String, String> all = new HashMap<>(everywhere);
        inWorkspace.values().forEach(all::putAll);
        return Map.copyOf(all);
    }
}
