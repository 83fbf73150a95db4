package org.bocage.portal.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.ModuleWorkspace;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Log of requests on personal data, by whom and when: three years long, so that it can be shown that a request was answered. Of
 * the address two letters and the domain are kept.
 */
@Component
class PersonRequests {

    static final Workspace WORKSPACE = new Workspace("demandes");

    private static final Duration KEPT = Duration.ofDays(3 * 365);
    private static final int SHOWN = 50;

    private final Stores stores;
    private final Clock clock;

    /** Requests of people are no contents. */
    @Bean
    static ModuleWorkspace requestsOfPeople() {
        return new ModuleWorkspace(WORKSPACE.name(), ModuleWorkspace.Kind.TECHNICAL);
    }

    PersonRequests(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
        stores.author().update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, WORKSPACE));
    }

    /** Action taken on the data of a person. */
    enum Gesture {
        LOOKED("vu"),
        GIVEN("emporte"),
        ERASED("efface");

        private final String key;

        Gesture(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /** A request, as it is kept. */
    record Request(Instant at, String gesture, String about, String by, long found) {}

    void note(Gesture gesture, String email, String by, int found) {
        Instant now = clock.instant();
        stores.author().update(Identity.SYSTEM, session -> {
            Node root = WORKSPACE.root(session);
            for (Node old : children(root)) {
                if (read(old).at().isBefore(now.minus(KEPT))) {
                    old.remove();
                }
            }
            Node node = root.addNode(UUID.randomUUID().toString(), "mgnl:contentNode");
            node.setProperty("le", Dates.utc(now));
            node.setProperty("geste", gesture.key());
            node.setProperty("pour", masked(email));
            node.setProperty("par", by);
            node.setProperty("trouve", (long) found);
        });
    }

    /** Two letters and the domain: « no…@exemple.org ». */
    private static String masked(String email) {
        int at = email.indexOf('@');
        return email.substring(0, Math.min(2, at)) + "…" + email.substring(at);
    }

    /** The latest first. */
    List<Request> latest() {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Request> all = new ArrayList<>();
            for (Node one : children(WORKSPACE.root(session))) {
                all.add(read(one));
            }
            all.sort(Comparator.comparing(Request::at).reversed());
            return List.copyOf(all.subList(0, Math.min(SHOWN, all.size())));
        });
    }

    private static List<Node> children(Node root) throws RepositoryException {
        List<Node> children = new ArrayList<>();
        for (NodeIterator nodes = root.getNodes(); nodes.hasNext(); ) {
            children.add(nodes.nextNode());
        }
        return children;
    }

    private static Request read(Node node) throws RepositoryException {
        return new Request(
                node.getProperty("le").getDate().toInstant(),
                node.getProperty("geste").getString(),
                node.getProperty("pour").getString(),
                node.getProperty("par").getString(),
                node.getProperty("trouve").getLong());
    }
}
