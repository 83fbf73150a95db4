package org.bocage.cms.repository.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.config.MaintenanceOptions;
import org.bocage.cms.repository.maintenance.Nights;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

@Tag("fast")
class RevisionRetentionTests {

    private static final Workspace ACTUS = new Workspace("actus");
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    @TempDir
    Path home;

    private Nights nights;
    private WritableStore author;

    @BeforeEach
    void open() {
        nights = new Nights(home);
        author = nights.stores.author();
        author.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, ACTUS));
    }

    @AfterEach
    void close() throws Exception {
        nights.close();
    }

    @Test
    void the_last_revisions_those_of_the_last_months_and_the_one_on_line_are_kept() {
        String busy = item("souvent", 100, Duration.ofDays(10));
        String quiet = item("autrefois", 30, Duration.ofDays(100));
        author.update(
                Identity.SYSTEM, session -> session.getNodeByIdentifier(busy).setProperty(Revisions.ONLINE, 3L));

        forgetOld(new MaintenanceOptions("0 30 1 * * *", "0 0 1 * * *", 10, 6, 12));

        // those of the last 180 days
        assertThat(numbers(busy))
                .containsExactlyElementsOf(Stream.concat(
                                LongStream.rangeClosed(82, 100).boxed().sorted((a, b) -> Long.compare(b, a)),
                                Stream.of(3L))
                        .toList());
        assertThat(numbers(quiet)).hasSize(10).startsWith(30L).endsWith(21L);
        author.update(
                Identity.SYSTEM,
                session -> Revisions.record(session, session.getNodeByIdentifier(quiet), 30, "lea", NOW));
        assertThat(numbers(quiet)).startsWith(31L);
    }

    @Test
    void the_history_of_what_was_deleted_goes_when_it_is_old() {
        String old = item("efface-jadis", 300, Duration.ofDays(10));
        String fresh = item("efface-hier", 3, Duration.ofDays(10));
        author.update(Identity.SYSTEM, session -> {
            session.getNodeByIdentifier(old).remove();
            session.getNodeByIdentifier(fresh).remove();
        });

        forgetOld(new MaintenanceOptions("0 30 1 * * *", "0 0 1 * * *", 50, 6, 12));

        assertThat(numbers(old)).hasSize(19);
        assertThat(numbers(fresh)).hasSize(3);
    }

    @Test
    void a_revision_and_a_history_that_cannot_be_read_keep_no_others() {
        String spoilt = item("abime", 30, Duration.ofDays(100));
        String numberless = item("sans-numero", 30, Duration.ofDays(100));
        String whole = item("entier", 30, Duration.ofDays(100));
        author.update(Identity.SYSTEM, session -> {
            session.getNode(history(spoilt) + "/5").getProperty("bocage:at").remove();
            session.getNode(history(numberless)).addNode("x", "bocage:workspace");
        });

        forgetOld(new MaintenanceOptions("0 30 1 * * *", "0 0 1 * * *", 10, 6, 12));

        assertThat(kept(spoilt)).isEqualTo(11);
        assertThat(kept(numberless)).isEqualTo(31);
        assertThat(kept(whole)).isEqualTo(10);
    }

    private static String history(String id) {
        return "/" + Revisions.VERSIONS.name() + "/" + id.substring(0, 2) + "/" + id;
    }

    private long kept(String id) {
        return author.read(
                Identity.SYSTEM,
                session -> session.getNode(history(id)).getNodes().getSize());
    }

    private void forgetOld(MaintenanceOptions options) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("clock", Clock.fixed(NOW, ZoneOffset.UTC));
        new RevisionRetention(nights.stores, options, beans.getBeanProvider(Clock.class)).forgetOld();
    }

    private String item(String name, int revisions, Duration between) {
        return author.write(Identity.SYSTEM, session -> {
            Node item = ACTUS.root(session).addNode(name, "mgnl:content");
            for (int number = 0; number < revisions; number++) {
                item.setProperty("titre", name + number);
                Instant at = NOW.minus(between.multipliedBy(revisions - number - 1));
                Revisions.record(session, item, number, "lea", at);
            }
            return item.getIdentifier();
        });
    }

    private List<Long> numbers(String id) {
        return author.read(Identity.SYSTEM, session -> Revisions.of(session, id)).stream()
                .map(Revision::number)
                .toList();
    }
}
