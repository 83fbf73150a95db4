package org.bocage.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.bocage.Bocage;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.publishing.PublishedProjection;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/** A portal on a server whose clock is wrong for a while. */
class WrongClockTests {

    private static final Actor NOOR = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(366);

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock();

    @SuppressWarnings("NullAway.Init")
    private Portal portal;

    @BeforeEach
    void start() {
        SpringApplication application = new SpringApplication(Bocage.class);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("clock", clock));
        portal = new Portal(application.run(
                "--server.port=0",
                "--management.server.port=0",
                "--bocage.demo=true",
                "--bocage.home=" + DemoHome.at(home.resolve("data"))));
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    @Test
    void what_was_published_before_and_meanwhile_stays_on_line_while_the_clock_goes_back_a_day_and_is_set_right() {
        Set<String> before = online();
        publish("avant");

        clock.forward(DAY.negated());
        lives("la-veille", before);
        clock.forward(DAY);
        lives("a-l-heure", before);

        assertThat(online()).contains("/actus/avant", "/actus/la-veille", "/actus/a-l-heure");
    }

    @Test
    void what_was_published_before_and_meanwhile_stays_on_line_while_the_clock_goes_a_year_ahead_and_is_set_right() {
        Set<String> before = online();
        publish("avant");

        clock.forward(YEAR);
        lives("dans-un-an", before);
        clock.forward(YEAR.negated());
        lives("a-l-heure", before);

        assertThat(online()).contains("/actus/avant", "/actus/dans-un-an", "/actus/a-l-heure");
    }

    /** Does the work of a day and of a night. */
    private void lives(String name, Set<String> before) {
        Job.runAll(portal.context());
        assertThat(Browser.signedIn(portal.port(), "salariee").get("/espace").statusCode())
                .isEqualTo(200);
        publish(name);
        assertThat(new Browser(portal.port()).get("/actualites").body()).contains(name);
        assertThat(online()).containsAll(before);
        assertThat(portal.context().getBean(PublishedProjection.class).late()).isEmpty();
        portal.context().getBean(PublishedProjection.class).reconcile();
        assertThat(portal.context()
                        .getBean(PublishedProjection.class)
                        .lastReconciliation()
                        .mended())
                .isZero();
    }

    private void publish(String name) {
        portal.context().getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            Node item = session.getNode("/actus").addNode(name, "bocage:actu");
            item.setProperty("auteur", NOOR.name());
            portal.context()
                    .getBean(Review.class)
                    .move(session, item, "publier", NOOR, 0, "", node -> node.setProperty("titre", name));
        });
    }

    /** Contents on line that no day takes off. */
    private Set<String> online() {
        return portal.context().getBean(Stores.class).published().read(Identity.SYSTEM, session -> {
            Set<String> paths = new TreeSet<>();
            for (String workspace : Set.of("/actus", "/acteurs", "/website", "/ressources")) {
                collect(session.getNode(workspace), paths);
            }
            return paths;
        });
    }

    private static void collect(Node parent, Set<String> paths) throws RepositoryException {
        for (NodeIterator nodes = parent.getNodes(); nodes.hasNext(); ) {
            Node node = nodes.nextNode();
            if (!node.isNodeType("mgnl:contentNode")) {
                paths.add(node.getPath());
                collect(node, paths);
            }
        }
    }
}
