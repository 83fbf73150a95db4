package org.bocage.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bocage.Bocage;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A running portal with the demo content, on a port of its own. A closed one lets go of all it held: the classes that tested it
 * stay, and would keep a portal each.
 */
public final class Portal implements AutoCloseable {

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
        return !OtherStore.IS_ASKED
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
