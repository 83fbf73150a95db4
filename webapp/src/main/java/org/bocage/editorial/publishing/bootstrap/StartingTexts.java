package org.bocage.editorial.publishing.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.exchange.BootstrapFile;
import org.bocage.cms.repository.exchange.BootstrapYaml;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Texts that a new portal starts with and each association writes its own way, listed in {@code bootstrap/textes/depart.yaml}. A text
 * stands as long as it is word for word that of the base file, unless somebody said that it is good as it is.
 */
@Component
public class StartingTexts {

    private static final Workspace CONFIG = new Workspace("config");
    private static final String NODE = "depart";
    private static final String ACCEPTED = "acceptes";

    private final Stores stores;
    private final BootstrapFolders folders;
    private volatile Map<String, Map<String, String>> texts = Map.of();

    StartingTexts(Stores stores, InstallationProperties properties) {
        this.stores = stores;
        this.folders = new BootstrapFolders(properties.config());
    }

    /** Returns the paths of the nodes whose starting text stands, within {@code website}. */
    public List<String> standing() {
        return stores.author().read(Identity.SYSTEM, this::standing);
    }

    private List<String> standing(Session session) throws RepositoryException {
        Set<String> accepted = accepted(session);
        List<String> standing = new ArrayList<>();
        for (Map.Entry<String, Map<String, String>> one : texts().entrySet()) {
            Optional<Node> node = Workspace.WEBSITE.node(session, one.getKey());
            if (node.isPresent() && !accepted.contains(one.getKey()) && stands(node.get(), one.getValue())) {
                standing.add(one.getKey());
            }
        }
        return standing;
    }

    /** Returns the places of starting texts, as the list of the base files names them: by path, the properties. */
    public Map<String, Set<String>> places() {
        Map<String, Set<String>> places = new LinkedHashMap<>();
        texts().forEach((path, text) -> places.put(path, text.keySet()));
        return places;
    }

    /** Returns the base files, each by the node that it holds, as they were before anybody wrote on them. */
    public Map<BootstrapFile, Map<String, Object>> baseFiles() {
        try {
            Map<BootstrapFile, Map<String, Object>> files = new LinkedHashMap<>();
            for (Resource resource : folders.base()) {
                files.put(BootstrapFile.of(Objects.requireNonNull(resource.getFilename())), values(resource));
            }
            return files;
        } catch (IOException e) {
            throw new RepositoryFailure("Bootstrap files cannot be read", e);
        }
    }

    /** Takes starting texts as good as they are: they stand no more. */
    public void accept(Collection<String> paths) {
        stores.author().update(Identity.SYSTEM, session -> {
            Set<String> accepted = new LinkedHashSet<>(accepted(session));
            accepted.addAll(paths);
            accepted.retainAll(texts().keySet());
            NodeTypes.ensureWorkspace(session, CONFIG);
            Node root = CONFIG.root(session);
            Node node = root.hasNode(NODE) ? root.getNode(NODE) : root.addNode(NODE, "mgnl:contentNode");
            node.setProperty(ACCEPTED, accepted.toArray(new String[0]));
        });
    }

    private static Set<String> accepted(Session session) throws RepositoryException {
        Set<String> accepted = new LinkedHashSet<>();
        Optional<Node> node = CONFIG.node(session, "/" + NODE);
        if (node.isPresent() && node.get().hasProperty(ACCEPTED)) {
            for (Value value : node.get().getProperty(ACCEPTED).getValues()) {
                accepted.add(value.getString());
            }
        }
        return accepted;
    }

    private static boolean stands(Node node, Map<String, String> text) throws RepositoryException {
        for (Map.Entry<String, String> one : text.entrySet()) {
            if (node.hasProperty(one.getKey())
                    && node.getProperty(one.getKey()).getString().equals(one.getValue())) {
                return true;
            }
        }
        return false;
    }

    /** The texts of the base files, by path and property; read once, when somebody asks first. */
    private Map<String, Map<String, String>> texts() {
        if (texts.isEmpty()) {
            try {
                texts = read();
            } catch (IOException e) {
                throw new RepositoryFailure("Bootstrap files cannot be read", e);
            }
        }
        return texts;
    }

    private Map<String, Map<String, String>> read() throws IOException {
        Optional<Resource> list = folders.startingTexts();
        if (list.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> pages = new LinkedHashMap<>();
        Map<String, Map<String, String>> read = new LinkedHashMap<>();
        Map<String, Object> listed = values(list.get());
        for (Resource resource : folders.base()) {
            BootstrapFile file = BootstrapFile.of(Objects.requireNonNull(resource.getFilename()));
            String place = file.path();
            if (file.workspace().equals(Workspace.WEBSITE)
                    && listed.keySet().stream().anyMatch(path -> path.equals(place) || path.startsWith(place + "/"))) {
                pages.put(place.substring(1), values(resource));
            }
        }
        listed.forEach((path, properties) -> {
            Map<String, Object> node = pages;
            for (String step : path.substring(1).split("/", -1)) {
                node = BootstrapYaml.asMap(node.getOrDefault(step, Map.of()));
            }
            Map<String, String> text = new LinkedHashMap<>();
            for (Object property : (List<?>) properties) {
                Object value = node.get(String.valueOf(property));
                if (value != null) {
                    text.put(String.valueOf(property), String.valueOf(value));
                }
            }
            read.put(path, text);
        });
        return read;
    }

    private static Map<String, Object> values(Resource file) throws IOException {
        try (InputStream yaml = file.getInputStream()) {
            return BootstrapYaml.values(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
