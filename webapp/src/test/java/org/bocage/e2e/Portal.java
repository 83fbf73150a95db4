package org.bocage.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bocage.Bocage;
import org.bocage.cms.repository.config.DatabaseProperties;
import org.bocage.cms.repository.document.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running portal with the demo content, on a port of its own. A closed one lets go of all it held: the classes that tested it
 * stay, and would keep a portal each. With {@code -Dstore=postgresql} its contents are in a database, one for each folder of data.
 */
public final class Portal implements AutoCloseable {

    private static final boolean IN_DATABASE = "postgresql".equals(System.getProperty("store"));
    private static final Map<Path, DatabaseProperties> DATABASES = new ConcurrentHashMap<>();

    private @Nullable ConfigurableApplicationContext context;
    /** Folder of its data when they began as those of {@link DemoHome}. */
    private @Nullable Path demo;

    public Portal(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public ConfigurableApplicationContext context() {
        return Objects.requireNonNull(context, "a closed portal");
    }

    /** Starts one whose data lie in a folder: those of {@link DemoHome} when it is a new one of the usual kind. */
    public static Portal start(Path home, String... options) {
        boolean isUsual = isUsual(home, options);
        if (isUsual) {
            DemoHome.at(home);
        }
        Portal portal = run(home, "true", options);
        portal.demo = isUsual ? home : null;
        return portal;
    }

    /** Starts one that imports the content itself, into files. */
    static Portal importing(Path home, String demo) {
        return run(home, demo, "--bocage.store=segment");
    }

    /** Whether one would begin there as it does without options. */
    private static boolean isUsual(Path home, String... options) {
        return !IN_DATABASE
                && !Files.exists(home.resolve("repository"))
                && Stream.of(options).noneMatch(Portal::bearsOnImport);
    }

    private static boolean bearsOnImport(String option) {
        return !option.equals("--bocage.light-modules=light-modules")
                && Stream.of(
                                "--bocage.light-modules",
                                "--bocage.config",
                                "--bocage.bootstrap",
                                "--bocage.demo",
                                "--bocage.store")
                        .anyMatch(option::startsWith);
    }

    /** Starts one with the accounts of the demo and without its content. */
    public static Portal startEmpty(Path home, String... options) {
        if (isUsual(home, options)) {
            DemoHome.emptyAt(home);
        }
        return run(home, "accounts", options);
    }

    /** Starts one as an association does that begins: nothing of the demo. */
    public static Portal startNobodys(Path home, String... options) {
        return run(home, "false", options);
    }

    /** Starts one with light modules and pages by others, written for Magnolia, and nothing of ours. */
    public static Portal startForeign(Path home) {
        Path magnolia = Path.of("webapp/src/test/resources/magnolia");
        return run(
                home,
                "accounts",
                "--bocage.light-modules=" + magnolia.resolve("foreign"),
                "--bocage.bootstrap=" + magnolia.resolve("foreign-content"),
                "--bocage.bootstrap-publish=true");
    }

    private static Portal run(Path home, String demo, String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0", "--management.server.port=0", "--bocage.demo=" + demo, "--bocage.home=" + home));
        arguments.addAll(List.of(options));
        // whoever chose a store, or prepared a folder of data, has that
        if (IN_DATABASE
                && arguments.stream().noneMatch(option -> option.startsWith("--bocage.store"))
                && !Files.exists(home.resolve("repository"))) {
            arguments.addAll(List.of(
                    PostgresServer.options(DATABASES.computeIfAbsent(home, first -> PostgresServer.database()))));
        }
        return new Portal(SpringApplication.run(Bocage.class, arguments.toArray(new String[0])));
    }

    public int port() {
        return context().getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** The address without final slash. */
    public String address() {
        return "http://localhost:" + port();
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
            context = null;
            if (demo != null) {
                DemoHome.keepRenditions(demo);
            }
        }
    }
}
