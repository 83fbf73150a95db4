package org.bocage.cms.repository.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Where the stores are kept.
 *
 * @param home the folder of everything the portal keeps
 * @param config the config folder
 * @param store the kind of store: {@code segment}, files in the home, or {@code postgresql}, in a database
 */
@ConfigurationProperties("bocage")
public record StoreProperties(
        @DefaultValue("./data") Path home,
        @DefaultValue("./config") Path config,
        @DefaultValue("segment") String store) {

    private static final String POSTGRESQL = "postgresql";
    private static final List<String> KINDS = List.of("segment", POSTGRESQL);

    /** Behind it are the packaged files: it need not be there. */
    private static final Path USUAL_CONFIG = Path.of("config");

    public StoreProperties {
        if (!KINDS.contains(store)) {
            throw new InvalidConfigurationPropertyValueException("bocage.store", store, "accepted are " + KINDS);
        }
        if (!config.normalize().equals(USUAL_CONFIG) && !Files.isDirectory(config)) {
            throw new InvalidConfigurationPropertyValueException("bocage.config", config, "there is no such folder");
        }
        if (!isUsable(home.toAbsolutePath().normalize())) {
            throw new InvalidConfigurationPropertyValueException(
                    "bocage.home", home, "it is no folder that can be read and written");
        }
    }

    /** Whether the stores are kept in a database, which {@link DatabaseProperties} name. */
    public boolean isInDatabase() {
        return store.equals(POSTGRESQL);
    }

    /** Whether a folder can be read and written, or made. */
    private static boolean isUsable(Path folder) {
        if (Files.exists(folder)) {
            return Files.isDirectory(folder) && Files.isReadable(folder) && Files.isWritable(folder);
        }
        Path above = folder.getParent();
        return above != null && isUsable(above);
    }
}
