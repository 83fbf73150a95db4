package org.bocage.editorial.publishing.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.io.FilenameUtils;
import org.bocage.cms.repository.exchange.BootstrapFile;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Bootstrap files of the config folder, with the packaged ones for a folder that it does not have. */
final class BootstrapFolders {

    private static final String PACKAGED = "classpath*:config-defaults/";
    private static final String BASE = "bootstrap/base";
    private static final String DEMO = "bootstrap/demo";
    private static final String DEMO_TEXTS = "bootstrap/textes/demo.yaml";
    private static final String STARTING_TEXTS = "bootstrap/textes/depart.yaml";

    private final Path config;

    /** @param config the configuration folder */
    BootstrapFolders(Path config) {
        this.config = config;
    }

    /** The pages and vocabularies that every portal begins with. */
    List<Resource> base() throws IOException {
        return files(BASE);
    }

    /** As {@link #base}, but of a file that the demo has under the same name, that of the demo. */
    List<Resource> baseOfDemo() throws IOException {
        Map<String, Resource> ofDemo = new HashMap<>();
        for (Resource file : demo()) {
            ofDemo.put(name(file), file);
        }
        return base().stream()
                .map(file -> ofDemo.getOrDefault(name(file), file))
                .toList();
    }

    private static String name(Resource file) {
        return Objects.requireNonNull(file.getFilename());
    }

    /** The items of the demo. */
    List<Resource> demo() throws IOException {
        return files(DEMO);
    }

    /** The texts of the demo for the base pages; none for base files of one's own that have none beside them. */
    Optional<Resource> demoTexts() throws IOException {
        return besideBase(DEMO_TEXTS);
    }

    /** The list of the texts of the base files that each association writes its own way. */
    Optional<Resource> startingTexts() throws IOException {
        return besideBase(STARTING_TEXTS);
    }

    private Optional<Resource> besideBase(String file) throws IOException {
        if (Files.isDirectory(config.resolve(BASE))) {
            Path own = config.resolve(file);
            return Files.isRegularFile(own) ? Optional.of(new FileSystemResource(own)) : Optional.empty();
        }
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(PACKAGED + file))
                .findFirst();
    }

    private List<Resource> files(String folder) throws IOException {
        Path here = config.resolve(folder);
        return Files.isDirectory(here)
                ? of(here)
                : sorted(new PathMatchingResourcePatternResolver().getResources(PACKAGED + folder + "/*.yaml"));
    }

    /** The bootstrap files of any folder, by their name. */
    static List<Resource> of(Path folder) throws IOException {
        try (var paths = Files.list(folder)) {
            return sorted(paths.filter(path -> BootstrapFile.isOne(path.toString()))
                    .map(FileSystemResource::new)
                    .toArray(Resource[]::new));
        }
    }

    /** The files by their name, a node before those below it. */
    private static List<Resource> sorted(Resource[] resources) {
        return Arrays.stream(resources)
                .sorted(Comparator.comparing(file -> FilenameUtils.removeExtension(name(file))))
                .toList();
    }
}
