package org.bocage.editorial.workflow.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.SettableClock;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.e2e.DemoHome;
import org.bocage.editorial.security.Browser;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What goes on line and off at a minute that was chosen, as a visitor sees it. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "bocage.demo=accounts")
class PublicationDatesTests {

    private static final Actor NOOR = new Actor("salariee", "Noor", Set.of("salariee"));
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @TempDir
    static Path home;

    @LocalServerPort
    private int port;

    @Autowired
    private Stores stores;

    @Autowired
    private Review review;

    @Autowired
    private ScheduledPublications due;

    @Autowired
    private SettableClock clock;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        String data = DemoHome.emptyAt(home);
        properties.add("bocage.home", () -> data);
    }

    @TestConfiguration
    static class Time {

        @Bean
        SettableClock clock() {
            return new SettableClock();
        }
    }

    @Test
    void AC_09_at_07_59_nobody_reads_it_at_08_01_everybody_does_and_after_its_end_nobody() {
        Instant morning = clock.instant()
                .atZone(PARIS)
                .plusDays(1)
                .withHour(8)
                .withMinute(0)
                .withSecond(0)
                .withNano(0)
                .toInstant();
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = new Workspace("actus").root(session).addNode("a-huit-heures", "bocage:actu");
            item.setProperty("auteur", NOOR.name());
            item.setProperty("name", "a-huit-heures");
            item.setProperty("origine", "territoire");
            item.setProperty("publierLe", Dates.utc(morning));
            item.setProperty("depublierLe", Dates.utc(morning.plus(Duration.ofDays(2))));
            review.move(session, item, "publier", NOOR, 0, "", node -> node.setProperty("titre", "À huit heures"));
        });

        lookAt(morning.minusSeconds(60));
        assertThat(page()).isEqualTo(404);
        assertThat(feed()).doesNotContain("À huit heures");

        lookAt(morning.plusSeconds(60));
        assertThat(page()).isEqualTo(200);
        assertThat(feed()).contains("À huit heures");

        lookAt(morning.plus(Duration.ofDays(2)).plusSeconds(1));
        assertThat(page()).isEqualTo(410);
        assertThat(feed()).doesNotContain("À huit heures");
    }

    @Test
    void UX_25_the_address_of_what_is_on_line_changes_at_the_hour_at_which_the_version_that_asks_for_it_comes_out() {
        Instant hour = clock.instant().plus(Duration.ofHours(1));
        stores.author().update(Identity.SYSTEM, session -> {
            Node item = new Workspace("actus").root(session).addNode("soupe", "bocage:actu");
            item.setProperty("auteur", NOOR.name());
            item.setProperty("name", "soupe");
            item.setProperty("origine", "territoire");
            review.move(session, item, "publier", NOOR, 0, "", node -> node.setProperty("titre", "La soupe"));
            review.move(session, item, "publier", NOOR, Revisions.number(item), "", node -> {
                node.setProperty("name", "grande-soupe");
                node.setProperty("publierLe", Dates.utc(hour));
            });
        });
        String news = "/actualites/" + clock.instant().atZone(PARIS).getYear() + "/";
        assertThat(visit(news + "soupe")).isEqualTo(200);
        assertThat(visit(news + "grande-soupe")).isEqualTo(404);

        lookAt(hour.plusSeconds(60));
        assertThat(visit(news + "grande-soupe")).isEqualTo(200);
        assertThat(visit(news + "soupe")).isEqualTo(301);
    }

    @Test
    void AC_09_what_was_taken_back_before_its_hour_does_not_come_out() {
        Instant hour = clock.instant().plus(Duration.ofHours(1));
        String path = stores.author().write(Identity.SYSTEM, session -> {
            Node item = new Workspace("actus").root(session).addNode("reprise-avant", "bocage:actu");
            item.setProperty("auteur", NOOR.name());
            item.setProperty("name", "reprise-avant");
            item.setProperty("publierLe", Dates.utc(hour));
            review.move(session, item, "publier", NOOR, 0, "", node -> node.setProperty("titre", "Reprise avant"));
            assertThat(ItemState.of(item)).isEqualTo(State.PROGRAMME);
            review.move(session, item, "enregistrer", NOOR, Revisions.number(item), "", node -> {});
            return item.getPath();
        });

        lookAt(hour.plusSeconds(60));

        State after = stores.author().read(Identity.SYSTEM, session -> ItemState.of(session.getNode(path)));
        assertThat(after).isEqualTo(State.BROUILLON);
        assertThat(feed()).doesNotContain("Reprise avant");
    }

    @Test
    void AC_09_a_page_comes_and_goes_at_its_hours_but_not_from_above_a_page_that_is_read() {
        Instant comes = clock.instant().plus(Duration.ofHours(1));
        Instant goes = comes.plus(Duration.ofHours(1));
        stores.author().update(Identity.SYSTEM, session -> {
            Node page = page(Workspace.WEBSITE.root(session), "fete");
            page.setProperty("publierLe", Dates.utc(comes));
            page.setProperty("depublierLe", Dates.utc(goes));
            review.move(session, page, "publier", NOOR, 0, "", node -> {});
        });
        assertThat(visit("/fete")).isEqualTo(404);
        lookAt(comes.plusSeconds(60));
        assertThat(visit("/fete")).isEqualTo(200);
        stores.author().update(Identity.SYSTEM, session -> {
            Node below = page(Workspace.WEBSITE.node(session, "/fete").orElseThrow(), "programme");
            review.move(session, below, "publier", NOOR, 0, "", node -> {});
        });

        lookAt(goes.plusSeconds(60));
        assertThat(visit("/fete/programme")).isEqualTo(200);
        assertThat(visit("/fete")).isEqualTo(200);

        stores.author().update(Identity.SYSTEM, session -> {
            Node below = Workspace.WEBSITE.node(session, "/fete/programme").orElseThrow();
            review.move(session, below, "archiver", NOOR, Revisions.number(below), "", node -> {});
        });
        due.look();
        assertThat(visit("/fete")).isNotEqualTo(200);
    }

    private static Node page(Node above, String name) throws RepositoryException {
        Node page = above.addNode(name, "mgnl:page");
        page.setProperty("mgnl:template", "portail:pages/page");
        page.setProperty("title", name);
        page.setProperty("auteur", NOOR.name());
        return page;
    }

    private int visit(String path) {
        return new Browser(port).get(path).statusCode();
    }

    private void lookAt(Instant moment) {
        clock.forward(Duration.between(clock.instant(), moment));
        due.look();
    }

    private int page() {
        int year = clock.instant().atZone(PARIS).getYear();
        return new Browser(port).get("/actualites/" + year + "/a-huit-heures").statusCode();
    }

    private String feed() {
        return new Browser(port).get("/actualites/flux.xml").body();
    }
}
