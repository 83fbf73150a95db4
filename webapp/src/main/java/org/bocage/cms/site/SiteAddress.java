package org.bocage.cms.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.changes.StateCached;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Public address of the portal: that of the option {@code bocage.address}, else the one that an administrator kept, in the author
 * store at {@code config:/site-address}. What a request says of itself is never taken for it: mails lead there, links that let their
 * readers in among them.
 */
@Component
public class SiteAddress {

    /** Longest address, in characters. */
    public static final int LONGEST = 200;

    private static final Pattern FORM = Pattern.compile("https?://[^/\\s?#@]+(/[^\\s?#]*[^/\\s?#])?");
    private static final Workspace CONFIG = new Workspace("config");
    private static final String NODE = "site-address";
    private static final String PROPERTY = "address";

    private final String option;
    private final Environment environment;
    private final StateCached<String> kept;

    SiteAddress(SiteProperties properties, Stores stores, Environment environment) {
        this.option = properties.address();
        this.environment = environment;
        this.kept = new StateCached<>(
                () -> stores.author().state(), () -> stores.author().read(Identity.SYSTEM, SiteAddress::read));
    }

    private static String read(Session session) throws RepositoryException {
        Optional<Node> node = CONFIG.exists(session) ? CONFIG.node(session, "/" + NODE) : Optional.empty();
        return node.isPresent() && node.get().hasProperty(PROPERTY)
                ? node.get().getProperty(PROPERTY).getString()
                : "";
    }

    /** Whether a text is an address of a site: scheme, host, perhaps port and path, without final slash. */
    public static boolean isOne(String text) {
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            return false;
        }
        try {
            return new URI(text).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Returns the address, without final slash; until it is known, that of the portal on this machine. */
    public String get() {
        return known().orElseGet(this::ofThisMachine);
    }

    /** Returns the address that was given, without final slash; empty until somebody gave it. */
    public Optional<String> known() {
        return Optional.of(isFixed() ? option : kept.get()).filter(address -> !address.isEmpty());
    }

    /** Returns the address that was given, as far as the context path of the application; empty until somebody gave it. */
    Optional<String> origin(String contextPath) {
        return known().map(address -> address.endsWith(contextPath)
                ? address.substring(0, address.length() - contextPath.length())
                : address);
    }

    /** Whether the option gives it, which wins over what is kept. */
    public boolean isFixed() {
        return !option.isEmpty();
    }

    /**
     * Keeps the address. The caller saves.
     *
     * @param address empty: it is no longer known
     * @throws IllegalArgumentException when it is neither empty nor an address
     */
    public void write(Session session, String address) throws RepositoryException {
        if (!address.isEmpty() && !isOne(address)) {
            throw new IllegalArgumentException("no address of a site: " + address);
        }
        NodeTypes.ensureWorkspace(session, CONFIG);
        Node root = CONFIG.root(session);
        Node node = root.hasNode(NODE) ? root.getNode(NODE) : root.addNode(NODE, "mgnl:contentNode");
        node.setProperty(PROPERTY, address);
    }

    private String ofThisMachine() {
        return "http://localhost:" + environment.getProperty("local.server.port", "8080")
                + environment.getProperty("server.servlet.context-path", "");
    }
}
