package org.bocage.cms.repository.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Settings of one file: those of the config folder of the association, else those that were kept on a screen, else those that come
 * with the module. Read anew each time.
 */
public final class SettingsFile {

    private static final String TEXT = "texte";
    private static final String BY = "par";
    private static final String AT = "le";
    private static final int LINE = 130;

    private final String name;
    private final Class<?> module;
    private final ConfigFiles files;
    private final Stores stores;

    SettingsFile(String name, Class<?> module, ConfigFiles files, Stores stores) {
        this.name = name;
        this.module = module;
        this.files = files;
        this.stores = stores;
    }

    /** Where the settings that count come from. */
    public enum Origin {
        /** From the config folder: they are changed there, and nowhere else. */
        FILE,
        /** From a screen. */
        KEPT,
        /** From the module: nobody made others. */
        DEFAULT
    }

    /** The last change on a screen. */
    public record Change(String by, Instant at) {}

    /** Name of the file, {@code contact.yaml}. */
    public String name() {
        return name;
    }

    /** Where the file lies, or would, as {@code bocage.config} says it. */
    public String place() {
        return files.place(name).normalize().toString();
    }

    /** Where the settings come from at this moment. */
    public Origin origin() {
        if (files.own(name).isPresent()) {
            return Origin.FILE;
        }
        return kept().isPresent() ? Origin.KEPT : Origin.DEFAULT;
    }

    /**
     * The settings that count at this moment.
     *
     * @throws IllegalStateException when they are not made of names with values
     */
    public Map<?, ?> yaml() {
        String text = files.own(name).or(this::kept).orElseGet(this::usual);
        return ConfigFiles.parse(name, text);
    }

    /** The last change on a screen; empty when there was none. */
    public Optional<Change> lastChange() {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = node(session);
            return node.isPresent() && node.get().hasProperty(AT)
                    ? Optional.of(new Change(
                            node.get().getProperty(BY).getString(),
                            node.get().getProperty(AT).getDate().toInstant()))
                    : Optional.empty();
        });
    }

    /** Keeps other settings; they count unless the config folder has the file. The caller saves. */
    public void keep(Session session, Map<String, ?> settings, String by, Instant at) throws RepositoryException {
        Node node = KeptSettings.node(session, name);
        node.setProperty(TEXT, text(settings));
        node.setProperty(BY, by);
        node.setProperty(AT, Dates.utc(at));
    }

    /** Keeps the first settings of a new portal, unless some are kept. The caller saves. */
    public static void begin(Session session, String name, Map<String, ?> settings) throws RepositoryException {
        Node node = KeptSettings.node(session, name);
        if (!node.hasProperty(TEXT)) {
            node.setProperty(TEXT, text(settings));
        }
    }

    /** Forgets settings that stand as they began. The caller saves. */
    public static void forgetUnchanged(Session session, String name, Map<String, ?> settings)
            throws RepositoryException {
        Node node = KeptSettings.node(session, name);
        if (!node.hasProperty(TEXT) || node.getProperty(TEXT).getString().equals(text(settings))) {
            node.remove();
        }
    }

    private Optional<String> kept() {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = node(session);
            return node.isPresent() && node.get().hasProperty(TEXT)
                    ? Optional.of(node.get().getProperty(TEXT).getString())
                    : Optional.empty();
        });
    }

    private Optional<Node> node(Session session) throws RepositoryException {
        return KeptSettings.WORKSPACE.exists(session)
                ? KeptSettings.WORKSPACE.node(session, KeptSettings.path(name))
                : Optional.empty();
    }

    private String usual() {
        try (InputStream text = Objects.requireNonNull(module.getResourceAsStream(name), name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Settings " + name + " cannot be read", e);
        }
    }

    private static String text(Map<String, ?> settings) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(LINE);
        return new Yaml(options).dump(settings);
    }
}
