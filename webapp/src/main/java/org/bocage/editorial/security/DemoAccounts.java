package org.bocage.editorial.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The accounts of the demo: made and open while the demo is on, closed otherwise. */
@Component
public class DemoAccounts {

    public static final String PASSWORD = "demo-bocage";
    private static final String MAIL_DOMAIN = "@exemple.invalid";

    private final List<String> shown;

    DemoAccounts(Accounts accounts, SecurityProperties properties) {
        accounts.openDemo(properties.hasDemoAccounts());
        if (!properties.hasDemoAccounts()) {
            this.shown = List.of();
            return;
        }
        List<Demo> absent = read().stream()
                .filter(one -> accounts.find(one.name()).isEmpty())
                .toList();
        if (!absent.isEmpty()) {
            // one hash for all: the password is public
            String encoded = accounts.encode(PASSWORD);
            absent.forEach(one -> accounts.create(
                    one.name(), one.title(), one.name() + MAIL_DOMAIN, List.of(one.role()), encoded, true));
        }
        read().forEach(one -> one.structure().ifPresent(id -> accounts.keepFirst(one.name(), id)));
        this.shown = read().stream().map(Demo::name).toList();
    }

    private record Demo(String name, String role, String title, Optional<String> structure) {}

    /** Names and the password they share, for the login form; empty without the demo. */
    public Optional<Map<String, Object>> shown() {
        return names().map(names -> Map.of("names", names, "password", PASSWORD));
    }

    /** Names of the accounts that are open; empty without the demo. */
    public Optional<List<String>> names() {
        return shown.isEmpty() ? Optional.empty() : Optional.of(shown);
    }

    private static List<Demo> read() {
        try (InputStream yaml = Objects.requireNonNull(DemoAccounts.class.getResourceAsStream("demo-accounts.yaml"))) {
            List<Map<String, String>> accounts = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return accounts.stream()
                    .map(one -> new Demo(
                            value(one, "name"),
                            value(one, "role"),
                            value(one, "title"),
                            Optional.ofNullable(one.get("structure"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("demo-accounts.yaml cannot be read", e);
        }
    }

    private static String value(Map<String, String> account, String key) {
        return Objects.requireNonNull(account.get(key), key);
    }
}
