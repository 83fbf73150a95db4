package org.bocage.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.config.DatabaseProperties;
import org.bocage.cms.repository.document.Database;
import org.bocage.cms.repository.document.DocumentStores;
import org.bocage.cms.repository.document.PostgresServer;
import org.bocage.cms.repository.segment.SegmentStores;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Stores of the portals of tests, in a database with {@code -Dstore=postgresql}: one for each folder of data, unless a test names
 * a kind of store or has prepared the files of one.
 */
public final class OtherStore implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final boolean IS_ASKED = "postgresql".equals(System.getProperty("store"));

    private static final Map<Path, DatabaseProperties> DATABASES = new ConcurrentHashMap<>();

    @Override
    public void initialize(ConfigurableApplicationContext portal) {
        ConfigurableEnvironment environment = portal.getEnvironment();
        String home = environment.getProperty("bocage.home");
        if (home != null && !environment.containsProperty("bocage.store") && isInDatabase(Path.of(home))) {
            Map<String, Object> options = new LinkedHashMap<>();
            for (String option : PostgresServer.options(database(Path.of(home)))) {
                String[] nameAndValue = option.substring("--".length()).split("=", 2);
                options.put(nameAndValue[0], nameAndValue[1]);
            }
            environment.getPropertySources().addFirst(new MapPropertySource("store of tests", options));
        }
    }

    private static boolean isInDatabase(Path home) {
        return IS_ASKED && !Files.exists(home.resolve("repository"));
    }

    private static DatabaseProperties database(Path home) {
        return DATABASES.computeIfAbsent(home.toAbsolutePath(), first -> PostgresServer.database());
    }

    /** Opens both stores of a portal that has stopped. */
    static Stores of(Path home) {
        return new Stores(of(home, "author"), of(home, "published"));
    }

    static WritableStore of(Path home, String name) {
        return isInDatabase(home)
                ? DocumentStores.open(name, Database.reach(database(home)), () -> {})
                : SegmentStores.open(name, home.resolve("repository").resolve(name));
    }

    /** Whether a text is anywhere in what one of the stores keeps. */
    static boolean holds(Path home, String name, String text) throws IOException {
        if (isInDatabase(home)) {
            return PostgresServer.holds(database(home), name, text);
        }
        try (Stream<Path> files = Files.walk(home.resolve("repository").resolve(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
            return false;
        }
    }
}
