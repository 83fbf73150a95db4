package org.bocage.cms.repository.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The config folder of an association: {@code bocage.config}, looked up file by file, with the packaged files behind
 * it. A file of the folder hides the packaged one of the same name.
 */
public final class ConfigFiles {

    private static final String PACKAGED = "classpath*:config-defaults/";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*\\.[a-z]+");
    private static final long MAX_BYTES = 1_000_000;

    private final Path folder;
    private final PathMatchingResourcePatternResolver packaged = new PathMatchingResourcePatternResolver();

    public ConfigFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * The text of one file, {@code mail/publiee.ftl}.
     *
     * @throws IllegalArgumentException when the path is not a plain one, or the file is larger than a megabyte
     */
    public Optional<String> text(String path) {
        Optional<String> own = own(path);
        return own.isPresent() ? own : packaged(path);
    }

    /** The text of one file of the folder itself; empty where it has none, whatever is packaged. */
    Optional<String> own(String path) {
        Path file = place(path);
        try {
            return Files.isRegularFile(file) ? Optional.of(read(path, Files.newInputStream(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Config file " + path + " cannot be read", e);
        }
    }

    /** A file of the folder itself, of any size; empty where it has none, whatever is packaged. */
    public Optional<Path> ownFile(String path) {
        return Optional.of(place(path)).filter(Files::isRegularFile);
    }

    /** The files of a folder that say something else than the packaged ones, by their name, with their text. */
    public SortedMap<String, String> ownFolder(String name, String extension) {
        SortedMap<String, String> files = new TreeMap<>();
        for (String file : names(name, "." + extension)) {
            String path = name + "/" + file;
            if (PLAIN.matcher(path).matches()) {
                own(path)
                        .filter(text -> !packaged(path).equals(Optional.of(text)))
                        .ifPresent(text -> files.put(file, text));
            }
        }
        return files;
    }

    /**
     * The files of the folder and below it that say something else than the packaged ones, by their path in it; hidden ones are left
     * out.
     */
    public SortedMap<String, Path> ownFiles() {
        SortedMap<String, Path> own = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return own;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!("/" + path).contains("/.") && !isPackaged(path, file)) {
                    own.put(path, file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The config folder cannot be listed", e);
        }
        return own;
    }

    private boolean isPackaged(String path, Path file) throws IOException {
        for (Resource resource : packaged.getResources(PACKAGED + path)) {
            if (resource.exists()) {
                try (InputStream mine = Files.newInputStream(file);
                        InputStream theirs = resource.getInputStream()) {
                    return Arrays.equals(mine.readAllBytes(), theirs.readAllBytes());
                }
            }
        }
        return false;
    }

    /** Where a file of the folder lies, or would. */
    Path place(String path) {
        if (!PLAIN.matcher(path).matches()) {
            throw new IllegalArgumentException("Not the path of a config file: " + path);
        }
        return folder.resolve(path);
    }

    private Optional<String> packaged(String path) {
        try {
            for (Resource resource : packaged.getResources(PACKAGED + path)) {
                if (resource.exists()) {
                    return Optional.of(read(path, resource.getInputStream()));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Config file " + path + " cannot be read", e);
        }
    }

    /**
     * Reads one file, such as {@code contact.yaml}.
     *
     * @throws IllegalStateException when there is none, or it is not made of names with values
     */
    public Map<?, ?> yaml(String path) {
        return parse(path, text(path).orElseThrow(() -> new IllegalStateException("config/" + path + " is missing")));
    }

    /** @throws IllegalStateException when the text is not made of names with values */
    static Map<?, ?> parse(String path, String text) {
        Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        if (root instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalStateException("config/" + path + " is not made of names with values");
    }

    /** The files of a folder with an extension, by their name, with their text. */
    public SortedMap<String, String> folder(String name, String extension) {
        SortedMap<String, String> files = new TreeMap<>();
        for (String file : names(name, "." + extension)) {
            text(name + "/" + file).ifPresent(text -> files.put(file, text));
        }
        return files;
    }

    private Iterable<String> names(String name, String suffix) {
        SortedMap<String, Boolean> names = new TreeMap<>();
        try {
            for (Resource resource : packaged.getResources(PACKAGED + name + "/*" + suffix)) {
                names.put(String.valueOf(resource.getFilename()), true);
            }
            Path own = folder.resolve(name);
            if (Files.isDirectory(own)) {
                try (Stream<Path> files = Files.list(own)) {
                    files.map(file -> String.valueOf(file.getFileName()))
                            .filter(file -> file.endsWith(suffix))
                            .forEach(file -> names.put(file, true));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Config folder " + name + " cannot be listed", e);
        }
        return names.keySet();
    }

    private static String read(String path, InputStream stream) throws IOException {
        try (stream) {
            byte[] bytes = stream.readNBytes((int) MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IllegalArgumentException("Config file " + path + " is larger than a megabyte");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
