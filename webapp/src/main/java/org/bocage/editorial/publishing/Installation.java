package org.bocage.editorial.publishing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Bootstrap;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.RepositoryFailure;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.security.Roles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Fills a new portal: node types of the content types, the pages of the site, the demo content. Each bootstrap file is
 * imported once; what somebody removed afterwards does not come back.
 */
final class Installation {

    private static final Logger log = LoggerFactory.getLogger(Installation.class);
    private static final Workspace CONFIG = new Workspace("config");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Stores stores;
    private final Publisher publisher;
    private final DefinitionRegistry registry;
    private final InstallationProperties properties;
    private final Clock clock;
    private final Roles roles;

    Installation(
            Stores stores,
            Publisher publisher,
            DefinitionRegistry registry,
            InstallationProperties properties,
            Clock clock,
            Roles roles) {
        this.stores = stores;
        this.publisher = publisher;
        this.registry = registry;
        this.properties = properties;
        this.clock = clock;
        this.roles = roles;
    }

    void run() {
        ensureContentTypes();
        registry.onReload(definitions -> ensureContentTypes());
        try {
            importAll(files("bootstrap/base"), Duration.ZERO, true);
            if (properties.demo().equals("true")) {
                importAll(files("bootstrap/demo"), shift(), true);
            }
            for (Path folder : properties.bootstrap()) {
                importAll(folder(folder), Duration.ZERO, properties.bootstrapPublish());
            }
        } catch (IOException e) {
            throw new RepositoryFailure("Bootstrap files cannot be read", e);
        }
        // what was imported may hold roles, or workspaces that roles speak of
        roles.apply();
    }

    private void ensureContentTypes() {
        ContentTypeNodes.ensure(stores.author(), registry.current());
        ContentTypeNodes.ensure(stores.published(), registry.current());
    }

    private Duration shift() {
        return Duration.ofDays(
                ChronoUnit.DAYS.between(properties.demoReferenceDay(), LocalDate.now(clock.withZone(PARIS))));
    }

    private List<Resource> files(String folder) throws IOException {
        Path here = properties.config().resolve(folder);
        return Files.isDirectory(here)
                ? folder(here)
                : sorted(new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:config-defaults/" + folder + "/*.yaml"));
    }

    private static List<Resource> folder(Path folder) throws IOException {
        try (var paths = Files.list(folder)) {
            return sorted(paths.filter(path -> path.toString().endsWith(".yaml"))
                    .map(FileSystemResource::new)
                    .toArray(Resource[]::new));
        }
    }

    private static List<Resource> sorted(Resource[] resources) {
        return Arrays.stream(resources)
                .sorted(Comparator.comparing(resource -> Objects.requireNonNull(resource.getFilename())))
                .toList();
    }

    private void importAll(List<Resource> files, Duration shift, boolean publish) {
        stores.author().update(Identity.SYSTEM, session -> {
            Set<String> done = done(session);
            Set<Workspace> touched = new LinkedHashSet<>();
            Bootstrap bootstrap = new Bootstrap(session, shift);
            for (Resource file : files) {
                String name = Objects.requireNonNull(file.getFilename());
                if (done.add(name) && run(bootstrap, name, file)) {
                    touched.add(Bootstrap.workspace(name));
                }
            }
            if (touched.isEmpty()) {
                return;
            }
            bootstrap
                    .replacedIdentifiers()
                    .forEach((from, to) -> log.warn("Identifier {} was taken, now {}", from, to));
            note(session, done);
            for (Workspace workspace : touched) {
                deriveBelow(workspace.root(session));
            }
            if (publish) {
                publish(session, touched);
            }
            log.info("Imported {} of {} bootstrap files", touched.size(), files.size());
        });
    }

    private static boolean run(Bootstrap bootstrap, String name, Resource file) throws RepositoryException {
        try (InputStream yaml = file.getInputStream()) {
            return bootstrap.run(name, yaml);
        } catch (IOException | IllegalArgumentException e) {
            // one bad file never stops the others
            log.error("Bootstrap file {} was left out: {}", name, e.getMessage());
            return false;
        }
    }

    private void deriveBelow(Node parent) throws RepositoryException {
        for (NodeIterator children = parent.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (child.isNodeType("mgnl:content")) {
                publisher.derive(child);
            }
            if (child.isNodeType("mgnl:content") || child.isNodeType("mgnl:folder")) {
                deriveBelow(child);
            }
        }
    }

    private void publish(Session author, Set<Workspace> workspaces) throws RepositoryException {
        Session published = stores.published().login(Identity.SYSTEM);
        try {
            for (Workspace workspace : workspaces) {
                if (!workspace.equals(Workspace.DAM)) {
                    publishBelow(workspace.root(author), published);
                }
            }
            stores.published().save(published);
        } finally {
            published.logout();
        }
    }

    private void publishBelow(Node parent, Session published) throws RepositoryException {
        for (NodeIterator children = parent.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (child.isNodeType("mgnl:content")) {
                if (isToPublish(child)) {
                    publisher.copy(child, published);
                }
                publishBelow(child, published);
            } else if (child.isNodeType("mgnl:folder")) {
                publishBelow(child, published);
            }
        }
    }

    private static boolean isToPublish(Node item) throws RepositoryException {
        if (!item.hasProperty("etat")) {
            return true;
        }
        boolean online = item.getProperty("etat").getString().equals("publie");
        item.setProperty("enLigne", online);
        return online;
    }

    private static Set<String> done(Session session) throws RepositoryException {
        Set<String> names = new LinkedHashSet<>();
        var node = CONFIG.node(session, "/bootstrap");
        if (node.isPresent()) {
            for (Value value : node.get().getProperty("files").getValues()) {
                names.add(value.getString());
            }
        }
        return names;
    }

    private static void note(Session session, Set<String> done) throws RepositoryException {
        NodeTypes.ensureWorkspace(session, CONFIG);
        Node root = CONFIG.root(session);
        Node node =
                root.hasNode("bootstrap") ? root.getNode("bootstrap") : root.addNode("bootstrap", "mgnl:contentNode");
        node.setProperty("files", done.toArray(new String[0]));
    }
}
