package org.bocage.cms.repository.maintenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bocage.cms.repository.config.ConfigFiles;
import org.bocage.cms.repository.config.StoreProperties;
import org.springframework.stereotype.Component;

/**
 * The files of the config folder that are the association's own. Options of the portal, answers of its set-up and keys may hold
 * passwords: they go along with a passphrase alone.
 */
@Component
record ConfigBackup(ConfigFiles config, StoreProperties properties) implements BackedUpFiles {

    static final String FOLDER = "config";

    private static final Pattern OPTIONS = Pattern.compile("application[^/]*");
    private static final Pattern SECRET =
            Pattern.compile("(.*/)?(application[^/]*|installation[^/]*|[^/]*\\.(p12|jks|pem|key))");

    /** Whether a folder has options of the portal in it. */
    static boolean hasOptions(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(
                    file -> OPTIONS.matcher(String.valueOf(file.getFileName())).matches());
        }
    }

    @Override
    public List<BackedUpFile> backedUpFiles() {
        Path home = properties.home().toAbsolutePath().normalize();
        return config.ownFiles().entrySet().stream()
                .filter(file -> !file.getValue().toAbsolutePath().normalize().startsWith(home))
                .map(file -> new BackedUpFile(
                        FOLDER + "/" + file.getKey(),
                        SECRET.matcher(file.getKey()).matches(),
                        () -> Files.newInputStream(file.getValue())))
                .toList();
    }
}
