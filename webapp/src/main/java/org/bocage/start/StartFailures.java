package org.bocage.start;

import java.io.FileNotFoundException;
import java.net.SocketException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.cms.repository.NotEnoughRoom;
import org.bocage.cms.repository.failures.DatabaseRefused;
import org.bocage.cms.repository.failures.LostJournal;
import org.bocage.cms.repository.failures.StoppedStart;
import org.bocage.cms.repository.upgrade.NewerContent;
import org.bocage.cms.repository.upgrade.StoppedUpgrade;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in one line which option keeps the portal from starting, what it was and what is accepted. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailures implements FailureAnalyzer {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("i18n/start-messages", Locale.FRENCH);

    /** End of what Java says of a file that may not be opened. */
    private static final String DENIED = " (Permission denied)";

    /** A connector in a message of Tomcat: {@code Connector["http-nio-127.0.0.1-8080"]}. */
    private static final Pattern CONNECTOR = Pattern.compile("Connector\\[\"http[^\"]*-([0-9]+)\"\\]");

    private static final String SERVER = "server.port";
    private static final String MANAGEMENT = "management.server.port";
    private static final String DEFAULT_HOME = "./data";

    private final @Nullable Environment environment;

    StartFailures(@Nullable Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        BindException binding = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidConfigurationPropertyValueException bad) {
                return line(failure, refused(bad.getName(), bad.getValue()));
            }
            if (cause instanceof UnknownOption unknown) {
                return line(failure, unknown(unknown));
            }
            if (cause instanceof DatabaseRefused refused) {
                return line(failure, say("database-" + refused.reason().key(), refused.url(), refused.found(), home()));
            }
            if (cause instanceof StoppedStart) {
                return line(failure, say("told-to-stop"));
            }
            if (cause instanceof NewerContent newer) {
                return line(failure, say("newer", home(), newer.found(), newer.known()));
            }
            if (cause instanceof LostJournal lost) {
                return line(failure, say("journal", home(), lost.file()));
            }
            if (cause instanceof NotEnoughRoom full) {
                return line(failure, say("room", home(), full.neededMegabytes(), full.freeMegabytes()));
            }
            if (cause instanceof StoppedUpgrade stopped) {
                return line(failure, say("stopped", home(), stopped.migration(), reason(stopped)));
            }
            if (cause instanceof PortInUseException taken) {
                return line(
                        failure, say("port", option(String.valueOf(taken.getPort())), String.valueOf(taken.getPort())));
            }
            if (cause instanceof SocketException) {
                String port = unopened(failure);
                return line(failure, say("port-refused", option(port), port));
            }
            if (cause instanceof FileSystemException bad && bad.getFile() != null && isInHome(Path.of(bad.getFile()))) {
                return line(failure, say("home", home(), bad.getFile()));
            }
            Optional<String> unreadable = unreadable(cause);
            if (unreadable.isPresent()) {
                return line(failure, say("unreadable", unreadable.get()));
            }
            if (cause instanceof MarkedYAMLException bad && environment == null) {
                return line(failure, say("yaml", line(bad), bad.getProblem()));
            }
            if (cause instanceof IllegalStateException && isOnePort()) {
                return line(failure, say("ports", port(MANAGEMENT)));
            }
            binding = cause instanceof BindException one ? one : binding;
        }
        return binding != null && binding.getProperty() != null
                ? line(
                        failure,
                        refused(
                                binding.getName().toString(),
                                binding.getProperty().getValue()))
                : null;
    }

    /** The file or folder that may not be read; empty for another failure. */
    private static Optional<String> unreadable(Throwable cause) {
        if (cause instanceof AccessDeniedException denied) {
            return Optional.ofNullable(denied.getFile());
        }
        String message = cause instanceof FileNotFoundException ? cause.getMessage() : null;
        return message != null && message.endsWith(DENIED)
                ? Optional.of(message.substring(0, message.length() - DENIED.length()))
                : Optional.empty();
    }

    private static String line(MarkedYAMLException bad) {
        Mark mark = bad.getProblemMark();
        return mark == null ? "?" : String.valueOf(mark.getLine() + 1);
    }

    private boolean isOnePort() {
        return !port(SERVER).isEmpty() && port(SERVER).equals(port(MANAGEMENT));
    }

    private String port(String option) {
        return environment == null ? "" : environment.getProperty(option, "");
    }

    private static String reason(StoppedUpgrade stopped) {
        Throwable cause = Objects.requireNonNull(stopped.getCause());
        return Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    }

    private boolean isInHome(Path file) {
        return file.toAbsolutePath()
                .normalize()
                .startsWith(Path.of(home()).toAbsolutePath().normalize());
    }

    private String home() {
        return environment == null ? DEFAULT_HOME : environment.getProperty("bocage.home", DEFAULT_HOME);
    }

    private static FailureAnalysis line(Throwable failure, String text) {
        return new FailureAnalysis(text, null, failure);
    }

    private static String refused(String name, @Nullable Object value) {
        String option = name.replaceAll("\\[.*", "");
        return WORDS.containsKey("accepted." + option)
                ? say("refused", option, value, WORDS.getString("accepted." + option))
                : say("refused-by-spring", name, value);
    }

    private static String unknown(UnknownOption option) {
        return option.closest() == null
                ? say("unknown", option.name())
                : say("unknown-closest", option.name(), option.closest());
    }

    /** The option that names a port. */
    private String option(String port) {
        return port.equals(port(MANAGEMENT)) ? MANAGEMENT : SERVER;
    }

    /** The port that could not be opened, from the name of its connector. */
    private String unopened(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Matcher connector = CONNECTOR.matcher(String.valueOf(cause.getMessage()));
            if (connector.find()) {
                return connector.group(1);
            }
        }
        return port(SERVER);
    }

    private static String say(String key, @Nullable Object... values) {
        return new MessageFormat(WORDS.getString("start." + key), Locale.FRENCH).format(values);
    }
}
