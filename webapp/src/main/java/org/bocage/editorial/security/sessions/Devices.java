package org.bocage.editorial.security.sessions;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.WritableStore;
import org.bocage.editorial.security.AccountAccess;
import org.springframework.stereotype.Component;

/** Where people are signed in, and how it ends there. */
@Component
public class Devices implements AccountAccess {

    /** Names of browsers, and below of systems, by their mark in the user agent; of several that match the first is meant. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser",
            "Samsung Internet",
            "Firefox/",
            "Firefox",
            "FxiOS",
            "Firefox",
            "CriOS",
            "Chrome",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "Android",
            "Android",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Windows",
            "Windows",
            "CrOS",
            "ChromeOS",
            "Macintosh",
            "Mac",
            "Linux",
            "Linux");

    private final WritableStore store;
    private final StoredSessions sessions;

    Devices(Stores stores, StoredSessions sessions) {
        this.store = stores.author();
        this.sessions = sessions;
    }

    /** Returns the devices of an account, the one that asks first, then the last seen. */
    public List<Device> of(String account, HttpServletRequest request) {
        String current = StoredSessions.identifier(request);
        return store.read(Identity.SYSTEM, session -> {
            List<Device> devices = new ArrayList<>();
            for (Node node : nodes(session, account)) {
                if (sessions.isOpen(session, node)) {
                    devices.add(device(node, current));
                }
            }
            devices.sort(Comparator.comparing(Device::current)
                    .thenComparing(Device::seen)
                    .reversed());
            return devices;
        });
    }

    /** Ends one; nothing when it is not that account's. */
    public void end(String account, String id) {
        store.update(Identity.SYSTEM, session -> {
            for (Node node : nodes(session, account)) {
                if (node.getName().equals(id)) {
                    node.remove();
                }
            }
        });
    }

    /** Ends all but the one that asks. */
    public void endOthers(String account, HttpServletRequest request) {
        String current = StoredSessions.identifier(request);
        store.update(Identity.SYSTEM, session -> {
            for (Node node : nodes(session, account)) {
                if (!node.getName().equals(current)) {
                    node.remove();
                }
            }
        });
    }

    @Override
    public void endAll(Session session, String account) throws RepositoryException {
        for (Node node : nodes(session, account)) {
            node.remove();
        }
    }

    private static List<Node> nodes(Session session, String account) throws RepositoryException {
        List<Node> found = new ArrayList<>();
        if (StoredSessions.SESSIONS.exists(session)) {
            for (NodeIterator nodes = StoredSessions.SESSIONS.root(session).getNodes(); nodes.hasNext(); ) {
                Node node = nodes.nextNode();
                if (node.hasProperty("account")
                        && node.getProperty("account").getString().equals(account)) {
                    found.add(node);
                }
            }
        }
        return found;
    }

    private static Device device(Node node, String current) throws RepositoryException {
        String agent = node.hasProperty("agent") ? node.getProperty("agent").getString() : "";
        Instant since = node.getProperty("created").getDate().toInstant();
        Instant seen =
                node.hasProperty("seen") ? node.getProperty("seen").getDate().toInstant() : since;
        return new Device(
                node.getName(),
                named(agent, BROWSERS),
                named(agent, SYSTEMS),
                since,
                seen,
                node.getName().equals(current));
    }

    /** The browser that asks and what it runs on, as far as they are known. */
    public static String words(HttpServletRequest request) {
        String agent = StoredSessions.agent(request);
        return Stream.of(named(agent, BROWSERS), named(agent, SYSTEMS))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String named(String agent, Map<String, String> names) {
        return names.entrySet().stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
