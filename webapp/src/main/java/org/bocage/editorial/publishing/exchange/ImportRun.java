package org.bocage.editorial.publishing.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.exchange.Bootstrap;
import org.bocage.cms.repository.exchange.BootstrapArchive;
import org.bocage.cms.repository.exchange.BootstrapFile;
import org.bocage.cms.repository.exchange.BootstrapRefused;
import org.bocage.cms.repository.exchange.NodeTypeFiles;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.editorial.publishing.Publisher;
import org.bocage.editorial.publishing.exchange.Exchange.Line;
import org.bocage.editorial.publishing.exchange.Exchange.Options;
import org.bocage.editorial.publishing.exchange.Exchange.Report;
import org.bocage.editorial.publishing.exchange.Exchange.Verdict;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Roles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One import: looked at as a whole first, so that identifiers are decided before anything is put. */
final class ImportRun {

    private static final Logger log = LoggerFactory.getLogger(ImportRun.class);
    private static final int MAX_NODE_TYPES = 1_000_000;
    private static final int MAX_DEPTH = 5;
    private static final long ALL = 63;

    private final Session session;
    private final Stores stores;
    private final Publisher publisher;
    private final Roles roles;
    private final Accounts accounts;
    private final Options options;
    private final Bootstrap bootstrap;

    private final List<Line> lines = new ArrayList<>();
    private final Set<String> taken = new LinkedHashSet<>();
    /** Users by path, and names of the import's roles by identifier. */
    private final Map<String, Map<String, Object>> users = new LinkedHashMap<>();

    private final Map<String, String> roleNames = new HashMap<>();
    /** Whether what lies in a workspace may come in. */
    private final Predicate<String> exchanged;

    ImportRun(
            Session session,
            Stores stores,
            Publisher publisher,
            Roles roles,
            Accounts accounts,
            Options options,
            Instant now,
            Predicate<String> exchanged) {
        this.exchanged = exchanged;
        this.session = session;
        this.stores = stores;
        this.publisher = publisher;
        this.roles = roles;
        this.accounts = accounts;
        this.options = options;
        this.bootstrap = Bootstrap.replacing(session, Revisions.keeping(options.by(), now));
    }

    Report report() {
        return new Report(List.copyOf(lines), bootstrap.replacedIdentifiers());
    }

    /** Decides on each file; node type files first, what follows may need them. */
    void look(BootstrapArchive archive) throws RepositoryException {
        try {
            archive.each((name, content) -> {
                if (isNodeTypes(name)) {
                    guarded(name, () -> bootstrap.assume(NodeTypeFiles.read(session, name, text(name, content))));
                }
            });
            archive.each((name, content) -> {
                if (!isNodeTypes(name)) {
                    guarded(name, () -> look(BootstrapFile.of(name), content));
                }
            });
        } catch (BootstrapRefused e) {
            refuse(e.file(), e.reason().key(), e.detail());
        }
    }

    private interface Work {
        void run() throws RepositoryException, IOException;
    }

    private void guarded(String name, Work work) throws RepositoryException, IOException {
        try {
            work.run();
        } catch (BootstrapRefused e) {
            refuse(name, e.reason().key(), e.detail());
        }
    }

    private void refuse(String what, String reason, String detail) {
        lines.add(new Line(what, Verdict.REFUSED, 0, reason, detail));
    }

    private static boolean isNodeTypes(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".cnd");
    }

    private static String text(String name, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MAX_NODE_TYPES + 1);
        if (bytes.length > MAX_NODE_TYPES) {
            throw new BootstrapRefused(BootstrapRefused.Reason.TOO_LARGE, name, "1 Mo");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void look(BootstrapFile file, InputStream content) throws RepositoryException {
        String workspace = file.workspace().name();
        if (!exchanged.test(workspace)) {
            refuse(file.name(), workspace.equals("usergroups") ? "groupes" : "technique", workspace);
        } else if (file.workspace().equals(Workspace.USERS)) {
            lookAtUsers(file, content);
        } else if (file.workspace().equals(Workspace.USERROLES)) {
            lookAtRole(file, content);
        } else {
            accept(bootstrap.look(file.name(), content));
        }
    }

    private void accept(Bootstrap.Outcome outcome) {
        taken.add(outcome.file().name());
        Verdict verdict = outcome.change() == Bootstrap.Change.ADDED ? Verdict.ADDED : Verdict.REPLACED;
        String mixins = String.join(", ", outcome.mixins());
        lines.add(new Line(
                outcome.file().name(), verdict, outcome.nodes(), mixins.isEmpty() ? "" : "mixins-ignores", mixins));
    }

    private void lookAtRole(BootstrapFile file, InputStream content) throws RepositoryException {
        Map<String, Object> node = bootstrap.read(file, content);
        if (file.steps().isEmpty() || !"mgnl:role".equals(node.get("jcr:primaryType"))) {
            refuse(file.name(), "role-seul", "");
            return;
        }
        String name = file.steps().get(file.steps().size() - 1);
        if (node.get("jcr:uuid") != null) {
            roleNames.put(String.valueOf(node.get("jcr:uuid")), name);
        }
        Optional<String> refusal = options.administrator() ? roles.refusal(name, node) : Optional.of("administrateur");
        if (refusal.isPresent()) {
            refuse(file.name(), refusal.get(), name);
        } else {
            taken.add(file.name());
            lines.add(new Line(file.name(), Verdict.ADDED, 1, "role", name));
        }
    }

    private void lookAtUsers(BootstrapFile file, InputStream content) throws RepositoryException {
        if (!options.administrator()) {
            refuse(file.name(), "administrateur", "");
            return;
        }
        Map<String, Map<String, Object>> found = new LinkedHashMap<>();
        collect(file.steps().isEmpty() ? "" : file.path(), bootstrap.read(file, content), found, 0);
        found.forEach((path, values) -> {
            Optional<String> refusal = accounts.refusal(path, values);
            if (refusal.isPresent()) {
                refuse("users:" + path, refusal.get(), "");
            } else if (users.putIfAbsent(path, values) == null) {
                String note = options.passwords() ? "compte-mot-de-passe" : "compte-ferme";
                lines.add(new Line("users:" + path, Verdict.ADDED, 1, note, String.join(", ", unknownRoles(values))));
            }
        });
    }

    private static void collect(String path, Map<?, ?> node, Map<String, Map<String, Object>> found, int depth) {
        if ("mgnl:user".equals(node.get("jcr:primaryType"))) {
            Map<String, Object> values = new HashMap<>();
            node.forEach((key, value) -> values.put(String.valueOf(key), value));
            found.put(path, values);
        } else if (depth < MAX_DEPTH) {
            node.forEach((name, child) -> {
                if (child instanceof Map<?, ?> below) {
                    collect(path + "/" + name, below, found, depth + 1);
                }
            });
        }
    }

    private Set<String> rolesOf(Map<String, Object> user) {
        Set<String> named = new TreeSet<>();
        if (user.get("roles") instanceof Map<?, ?> assigned) {
            assigned.forEach((key, value) -> {
                if (String.valueOf(key).matches("[0-9]+")) {
                    named.add(roleNames.getOrDefault(String.valueOf(value), String.valueOf(value)));
                }
            });
        }
        return named;
    }

    private Set<String> unknownRoles(Map<String, Object> user) {
        Set<String> unknown = rolesOf(user);
        unknown.removeAll(roles.names());
        unknown.removeAll(roleNames.values());
        return unknown;
    }

    /** Puts what was accepted, file by file; one that fails nevertheless never stops the others. */
    void apply(BootstrapArchive archive) throws RepositoryException {
        Set<BootstrapFile> put = new LinkedHashSet<>();
        archive.each((name, content) -> {
            if (isNodeTypes(name)) {
                String cnd = text(name, content);
                guarded(name, () -> declare(name, cnd));
            }
        });
        archive.each((name, content) -> {
            if (taken.contains(name) && put(name, content)) {
                put.add(BootstrapFile.of(name));
            }
        });
        for (BootstrapFile file : put) {
            Bulk.derive(publisher, node(file));
        }
        stores.author().save(session);
        if (options.publish()) {
            publish(put);
        }
        roles.apply();
        users.forEach(this::takeIn);
    }

    private void declare(String name, String cnd) throws RepositoryException {
        NodeTypeFiles.declare(session, name, cnd);
        new PublishedWriter(stores).write(published -> NodeTypeFiles.declare(published, name, cnd));
    }

    private boolean put(String name, InputStream content) throws RepositoryException {
        Workspace workspace = Bootstrap.workspace(name);
        try {
            boolean isNew = !workspace.exists(session);
            boolean put = bootstrap.run(name, content);
            if (put) {
                Bulk.settle(publisher, node(BootstrapFile.of(name)));
            }
            if (isNew) {
                AccessControl.ensureRole(session, workspace, "admin", List.of(new AccessRule("/*", ALL)));
            }
            stores.author().save(session);
            return put;
        } catch (RepositoryException | RuntimeException e) {
            log.error("The import of {} failed", name, e);
            session.refresh(false);
            lines.removeIf(line -> line.what().equals(name));
            refuse(name, isDiskFull(e) ? "disque" : "echec", "");
            return false;
        }
    }

    private static boolean isDiskFull(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof IOException && String.valueOf(at.getMessage()).contains("No space left")) {
                return true;
            }
        }
        return false;
    }

    private Node node(BootstrapFile file) throws RepositoryException {
        return session.getNode(file.workspace().storePath(file.path()));
    }

    private void publish(Set<BootstrapFile> files) throws RepositoryException {
        Bulk bulk = new Bulk(stores.author(), session, publisher);
        for (BootstrapFile file : files) {
            if (!file.workspace().equals(Workspace.DAM)) {
                bulk.publish(node(file));
            }
        }
        bulk.save();
    }

    private void takeIn(String path, Map<String, Object> values) {
        Set<String> known = rolesOf(values);
        known.retainAll(roles.names());
        accounts.takeIn(path, values, known, options.passwords());
    }
}
