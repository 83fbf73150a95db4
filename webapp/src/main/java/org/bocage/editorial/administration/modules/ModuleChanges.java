package org.bocage.editorial.administration.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.commons.codec.digest.DigestUtils;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.Definitions;
import org.bocage.cms.definition.files.Resource;
import org.bocage.cms.definition.files.Resources;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.config.KeptSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Files of the packaged light modules that files of an installation's own win over. Of each, the packaged file is remembered as it was
 * when somebody last looked at it, so that an upgrade that changes it can be told, with what changed.
 */
@Component
class ModuleChanges {

    private static final Logger log = LoggerFactory.getLogger(ModuleChanges.class);

    /** Changed files that are remembered; who changes more has a fork. */
    static final int MOST = 500;

    /** Bytes of a file that is shown as a text; of a larger one, only whether it changed is known. */
    private static final int LONGEST = 200_000;

    private static final String NODE = "modules";
    private static final String TYPE = "mgnl:contentNode";
    private static final String PATH = "chemin";
    private static final String DIGEST = "empreinte";
    private static final String TEXT = "texte";

    private final DefinitionRegistry registry;
    private final Stores stores;

    ModuleChanges(DefinitionRegistry registry, Stores stores) {
        this.registry = registry;
        this.stores = stores;
    }

    /**
     * Packaged file that another one wins over.
     *
     * @param path in the light modules, {@code /portail/templates/pages/accueil.ftl}
     * @param own text of the file in force; empty when it cannot be shown
     * @param packaged text of the packaged file
     * @param seen text of the packaged file when somebody last looked; empty while that is the one of now
     * @param isUpgraded whether the packaged file changed since
     */
    record ChangedFile(
            String path, Optional<String> own, Optional<String> packaged, Optional<String> seen, boolean isUpgraded) {}

    private record Remembered(String digest, Optional<String> text) {}

    /** Remembers the packaged files that are changed for the first time, and forgets those that are packaged no more. */
    @EventListener(ApplicationReadyEvent.class)
    void follow() {
        remember(registry.current());
        registry.onReload(this::remember);
    }

    /** Remembers, or says in the log that it could not: the portal runs without. */
    private void remember(Definitions definitions) {
        try {
            rememberNew(definitions);
        } catch (RuntimeException e) {
            log.warn("The packaged light modules that are changed could not be noted", e);
        }
    }

    /** The changed files, by path. */
    List<ChangedFile> changed() {
        Resources resources = registry.current().resources();
        Map<String, Remembered> remembered = remembered();
        return overridden(resources).entrySet().stream()
                .map(one -> changed(one.getKey(), one.getValue(), resources, former(remembered, one)))
                .toList();
    }

    private static ChangedFile changed(
            String path, Resource packaged, Resources resources, Optional<Remembered> before) {
        return new ChangedFile(
                path,
                text(resources.get(path).orElseThrow()),
                text(packaged),
                before.flatMap(Remembered::text),
                before.isPresent());
    }

    /** Returns how many packaged files changed under a changed one since somebody last looked. */
    int upgraded() {
        Map<String, Remembered> remembered = remembered();
        return (int) overridden(registry.current().resources()).entrySet().stream()
                .filter(one -> former(remembered, one).isPresent())
                .count();
    }

    /** Returns a packaged file as it was when somebody last looked; empty while it is that one. */
    private static Optional<Remembered> former(
            Map<String, Remembered> remembered, Map.Entry<String, Resource> packaged) {
        return Optional.ofNullable(remembered.get(packaged.getKey()))
                .filter(one -> !one.digest().equals(digest(packaged.getValue())));
    }

    /** Files of an installation's own that no packaged file stands behind, by path. */
    List<String> added() {
        Resources resources = registry.current().resources();
        return resources.own().stream()
                .map(Resource::path)
                .filter(path -> resources.base(path).isEmpty())
                .toList();
    }

    /** Takes note that somebody looked at a packaged file as it is now. */
    void see(String path) {
        Resource packaged = overridden(registry.current().resources()).get(path);
        if (packaged != null) {
            stores.author().update(Identity.SYSTEM, session -> write(folder(session), path, packaged));
        }
    }

    /** The packaged files that others win over with another content, by path. */
    private static Map<String, Resource> overridden(Resources resources) {
        Map<String, Resource> overridden = new TreeMap<>();
        for (Resource own : resources.own()) {
            Optional<Resource> packaged = resources.base(own.path());
            if (packaged.isPresent()
                    && overridden.size() < MOST
                    && !digest(packaged.get()).equals(digest(own))) {
                overridden.put(own.path(), packaged.get());
            }
        }
        return overridden;
    }

    private void rememberNew(Definitions definitions) {
        Resources resources = definitions.resources();
        Map<String, Resource> overridden = overridden(resources);
        Map<String, Remembered> remembered = remembered();
        if (remembered.keySet().containsAll(overridden.keySet())
                && remembered.keySet().stream()
                        .allMatch(path -> resources.base(path).isPresent())) {
            return;
        }
        stores.author().update(Identity.SYSTEM, session -> {
            Node folder = folder(session);
            for (NodeIterator nodes = folder.getNodes(); nodes.hasNext(); ) {
                Node node = nodes.nextNode();
                if (resources.base(node.getProperty(PATH).getString()).isEmpty()) {
                    node.remove();
                }
            }
            for (Map.Entry<String, Resource> one : overridden.entrySet()) {
                if (!remembered.containsKey(one.getKey())) {
                    write(folder, one.getKey(), one.getValue());
                }
            }
        });
    }

    private Map<String, Remembered> remembered() {
        return stores.author().read(Identity.SYSTEM, session -> {
            Map<String, Remembered> remembered = new HashMap<>();
            Optional<Node> folder = KeptSettings.WORKSPACE.exists(session)
                    ? KeptSettings.WORKSPACE.node(session, "/" + NODE)
                    : Optional.empty();
            if (folder.isPresent()) {
                for (NodeIterator nodes = folder.get().getNodes(); nodes.hasNext(); ) {
                    Node node = nodes.nextNode();
                    remembered.put(
                            node.getProperty(PATH).getString(),
                            new Remembered(
                                    node.getProperty(DIGEST).getString(),
                                    node.hasProperty(TEXT)
                                            ? Optional.of(node.getProperty(TEXT).getString())
                                            : Optional.empty()));
                }
            }
            return remembered;
        });
    }

    private static Node folder(Session session) throws RepositoryException {
        NodeTypes.ensureWorkspace(session, KeptSettings.WORKSPACE);
        return child(KeptSettings.WORKSPACE.root(session), NODE);
    }

    private static void write(Node folder, String path, Resource packaged) throws RepositoryException {
        Node node = child(folder, DigestUtils.sha1Hex(path));
        node.setProperty(PATH, path);
        node.setProperty(DIGEST, digest(packaged));
        node.setProperty(TEXT, text(packaged).orElse(null));
    }

    private static Node child(Node parent, String name) throws RepositoryException {
        return parent.hasNode(name) ? parent.getNode(name) : parent.addNode(name, TYPE);
    }

    private static String digest(Resource file) {
        try {
            return file.hash();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file; empty when it is too long, or none. */
    private static Optional<String> text(Resource file) {
        try (InputStream in = file.open()) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            return bytes.length > LONGEST
                    ? Optional.empty()
                    : Optional.of(StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
