package org.bocage.editorial.publishing.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.exchange.Bootstrap;
import org.bocage.cms.repository.exchange.BootstrapFile;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.editorial.publishing.Publisher;
import org.bocage.editorial.publishing.exchange.Bulk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;

/**
 * Fills a new portal: node types of the content types, the pages of the site, the demo content. Each bootstrap file is
 * imported once; what somebody removed afterwards does not come back. When light modules change, it looks again: a new
 * module comes with its pages and its items while the portal runs.
 */
public final class Installation {

    private static final Logger log = LoggerFactory.getLogger(Installation.class);
    private static final Workspace CONFIG = new Workspace("config");
    /** Of several machines that see new light modules one at a time imports what comes with them. */
    private static final String TURN = "installation";

    private static final String DONE = "files";
    private static final String BEGUN = "begun";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Stores stores;
    private final Publisher publisher;
    private final DefinitionRegistry registry;
    private final InstallationProperties properties;
    private final Clock clock;
    private final Runnable before;
    private final Runnable afterwards;

    /**
     * Prepares what is not run yet.
     *
     * @param before what is to come before an import
     * @param afterwards what is to follow an import, and a change of the light modules
     */
    public Installation(
            Stores stores,
            Publisher publisher,
            DefinitionRegistry registry,
            InstallationProperties properties,
            Clock clock,
            Runnable before,
            Runnable afterwards) {
        this.stores = stores;
        this.publisher = publisher;
        this.registry = registry;
        this.properties = properties;
        this.clock = clock;
        this.before = before;
        this.afterwards = afterwards;
    }

    public void run() {
        if (fill()) {
            afterwards.run();
        }
        registry.onReload(definitions -> {
            fill();
            afterwards.run();
        });
    }

    /** Imports the items of the demo now, to be looked at and taken away again; nothing when they came before. */
    public void addDemo() {
        stores.author().alone(TURN, () -> {
            try {
                if (importAll(new BootstrapFolders(properties.config()).demo(), Optional.empty(), shift(), true)) {
                    afterwards.run();
                }
            } catch (IOException e) {
                throw new RepositoryFailure("Bootstrap files cannot be read", e);
            }
        });
    }

    /** Whether something was imported: it may hold roles, or workspaces that roles speak of. */
    private boolean fill() {
        return stores.author().<Boolean>alone(TURN, this::fillInTurn);
    }

    private boolean fillInTurn() {
        before.run();
        ensureContentTypes();
        try {
            BootstrapFolders folders = new BootstrapFolders(properties.config());
            boolean demo = properties.demo().equals("true");
            boolean imported = importAll(
                    demo ? folders.baseOfDemo() : folders.base(),
                    demo ? folders.demoTexts() : Optional.empty(),
                    Duration.ZERO,
                    true);
            if (demo) {
                imported |= importAll(folders.demo(), Optional.empty(), shift(), true);
            }
            for (Path folder : properties.bootstrap()) {
                imported |= importAll(
                        BootstrapFolders.of(folder), Optional.empty(), Duration.ZERO, properties.bootstrapPublish());
            }
            return imported;
        } catch (IOException e) {
            throw new RepositoryFailure("Bootstrap files cannot be read", e);
        }
    }

    private void ensureContentTypes() {
        ContentTypeNodes.ensure(stores, registry.current());
    }

    private Duration shift() {
        return Duration.ofDays(
                ChronoUnit.DAYS.between(properties.demoReferenceDay(), LocalDate.now(clock.withZone(PARIS))));
    }

    /**
     * Imports what was not imported before and publishes it. Saved in parts, for Oak walks all pending changes to find
     * an identifier; the files are noted as begun until all is on line, so that the next start goes on after a stop.
     *
     * @param texts put over those of the files, in the same save
     */
    private boolean importAll(List<Resource> files, Optional<Resource> texts, Duration shift, boolean publish)
            throws IOException {
        Session session = stores.author().login(Identity.SYSTEM);
        try {
            Set<String> done = noted(session, DONE);
            Set<String> begun = noted(session, BEGUN);
            boolean first = done.isEmpty();
            Set<BootstrapFile> imported = new LinkedHashSet<>();
            Bootstrap bootstrap = new Bootstrap(session, shift);
            TextOverlay overlay = texts.isPresent() ? TextOverlay.read(bootstrap, texts.get()) : TextOverlay.NONE;
            for (Resource file : files) {
                String name = Objects.requireNonNull(file.getFilename());
                try {
                    if (done.add(name) && run(bootstrap, overlay, name, file, session, begun)) {
                        imported.add(BootstrapFile.of(name));
                    }
                } catch (IOException | IllegalArgumentException e) {
                    // one bad file never stops the others; it has its chance again once it is mended
                    log.error("Bootstrap file {} was left out: {}", name, e.getMessage());
                    session.refresh(false);
                    done.remove(name);
                }
            }
            if (imported.isEmpty()) {
                return false;
            }
            bootstrap
                    .replacedIdentifiers()
                    .forEach((from, to) -> log.warn("Identifier {} was taken, now {}", from, to));
            for (BootstrapFile file : imported) {
                Bulk.derive(publisher, node(session, file));
            }
            if (publish) {
                publish(session, imported);
            }
            if (first) {
                overlay.applySettings(session);
            }
            note(session, DONE, done);
            note(session, BEGUN, Set.of());
            stores.author().save(session);
            log.info("Imported {} of {} bootstrap files", imported.size(), files.size());
            return true;
        } catch (RepositoryException e) {
            throw new RepositoryFailure("Bootstrap files cannot be imported", e);
        } finally {
            session.logout();
        }
    }

    /** Whether something was imported, by this call or by one that did not come to its end. */
    private boolean run(
            Bootstrap bootstrap, TextOverlay overlay, String name, Resource file, Session session, Set<String> begun)
            throws RepositoryException, IOException {
        try (InputStream yaml = file.getInputStream()) {
            boolean added = bootstrap.run(name, yaml);
            if (added) {
                overlay.apply(session, BootstrapFile.of(name));
            }
            boolean imported = added || begun.contains(name);
            if (imported) {
                begun.add(name);
                note(session, BEGUN, begun);
                stores.author().save(session);
            }
            return imported;
        }
    }

    private void publish(Session author, Set<BootstrapFile> files) throws RepositoryException {
        Bulk bulk = new Bulk(stores.author(), author, publisher);
        for (BootstrapFile file : files) {
            if (!file.workspace().equals(Workspace.DAM)) {
                bulk.publish(node(author, file));
            }
        }
        bulk.save();
    }

    private static Node node(Session session, BootstrapFile file) throws RepositoryException {
        return session.getNode(file.workspace().storePath(file.path()));
    }

    private static Set<String> noted(Session session, String property) throws RepositoryException {
        Set<String> names = new LinkedHashSet<>();
        var node = CONFIG.node(session, "/bootstrap");
        if (node.isPresent() && node.get().hasProperty(property)) {
            for (Value value : node.get().getProperty(property).getValues()) {
                names.add(value.getString());
            }
        }
        return names;
    }

    private static void note(Session session, String property, Set<String> names) throws RepositoryException {
        NodeTypes.ensureWorkspace(session, CONFIG);
        Node root = CONFIG.root(session);
        Node node =
                root.hasNode("bootstrap") ? root.getNode("bootstrap") : root.addNode("bootstrap", "mgnl:contentNode");
        node.setProperty(property, names.toArray(new String[0]));
    }
}
