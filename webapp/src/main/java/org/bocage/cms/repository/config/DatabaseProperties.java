package org.bocage.cms.repository.config;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Database of the stores, with {@code bocage.store=postgresql}: options {@code bocage.store.url}, {@code .username} and
 * {@code .password}, and {@code bocage.node}. Spring takes no record for {@code bocage.store}, which has a value of its own; each
 * option is named whole instead.
 *
 * @param url as JDBC writes it, {@code jdbc:postgresql://host/database}; empty: there is none
 * @param username of an account that owns the database
 * @param password empty when the server asks for none
 * @param node the number of this machine among those that share the database; empty: it wants the database for itself
 */
@ConfigurationProperties("bocage")
public record DatabaseProperties(
        @Name("store.url") @DefaultValue("") String url,
        @Name("store.username") @DefaultValue("") String username,
        @Name("store.password") @DefaultValue("") String password,
        @DefaultValue("") String node) {

    private static final Pattern URL = Pattern.compile("jdbc:postgresql:.+");
    private static final Pattern NODE = Pattern.compile("[1-9][0-9]{0,5}");

    public DatabaseProperties {
        if (!url.isEmpty() && !URL.matcher(url).matches()) {
            throw refused(url);
        }
        if (!node.isEmpty() && !NODE.matcher(node).matches()) {
            throw new InvalidConfigurationPropertyValueException("bocage.node", node, "accepted is a number from 1");
        }
    }

    /**
     * Makes sure that a database is named.
     *
     * @throws InvalidConfigurationPropertyValueException when none is
     */
    public void require() {
        if (url.isEmpty()) {
            throw refused(url);
        }
    }

    /** The number of this machine; empty when the database is to give one. */
    public OptionalInt nodeNumber() {
        return node.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(node));
    }

    /** The address without what follows a question mark, where a password may be. */
    public String shownUrl() {
        return shown(url);
    }

    private static InvalidConfigurationPropertyValueException refused(String url) {
        return new InvalidConfigurationPropertyValueException(
                "bocage.store.url", shown(url), "accepted is jdbc:postgresql://host/database");
    }

    private static String shown(String url) {
        return url.replaceAll("[?].*", "");
    }

    /** Without the password, which no log is to hold. */
    @Override
    public String toString() {
        return "DatabaseProperties[url=" + shownUrl() + ", username=" + username + ", node=" + node + "]";
    }
}
