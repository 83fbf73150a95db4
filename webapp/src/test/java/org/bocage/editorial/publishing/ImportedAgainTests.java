package org.bocage.editorial.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.revisions.Revision;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.editorial.publishing.exchange.Exchange;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of items that are here already, by an import before it, and were worked on since. */
class ImportedAgainTests {

    private static final Exchange.Options ONLINE = new Exchange.Options("noor", true, true, false);
    private static final Exchange.Options NOT_ONLINE = new Exchange.Options("noor", true, false, false);
    private static final Actor NOOR = new Actor("noor", "Noor", Set.of("salariee"));

    private static final long READ = 8;
    private static final String ID = "1a000000-0000-4000-8000-00000000000";

    @TempDir
    Path home;

    private BareStores portal;
    private Review review;

    /** The import before: all of it goes on line. */
    @BeforeEach
    void imports() throws IOException {
        portal = BareStores.open(home.resolve("stores"));
        review = portal.review(Clock.systemUTC());
        Exchange.Report first =
                imported(ONLINE, item(1, "haie", "La haie", "publie"), item(2, "mare", "La mare", "publie"));
        assertThat(first.count(Exchange.Verdict.ADDED)).isEqualTo(1);
        assertThat(online()).isEqualTo(Map.of("haie", "La haie", "mare", "La mare"));
    }

    @AfterEach
    void close() throws IOException {
        portal.close();
    }

    @Test
    void items_keep_their_identifiers_and_nothing_is_there_twice() throws IOException {
        Map<String, String> before = ids();

        Exchange.Report again =
                imported(ONLINE, item(1, "haie", "La haie taillée", "publie"), item(2, "mare", "La mare", "publie"));

        assertThat(again.count(Exchange.Verdict.REPLACED)).isEqualTo(1);
        assertThat(again.replaced()).isEmpty();
        assertThat(ids()).isEqualTo(before).isEqualTo(Map.of("haie", ID + 1, "mare", ID + 2));
        assertThat(online()).isEqualTo(Map.of("haie", "La haie taillée", "mare", "La mare"));
    }

    @Test
    void an_item_that_came_with_another_identifier_keeps_the_one_it_has_and_what_names_it_follows() throws IOException {
        Exchange.Report again = imported(
                ONLINE,
                item(8, "haie", "La haie", "publie"),
                item(2, "mare", "La mare", "publie") + "    lien: " + ID + "8\n");

        assertThat(again.replaced()).isEqualTo(Map.of(ID + 8, ID + 1));
        assertThat(ids()).isEqualTo(Map.of("haie", ID + 1, "mare", ID + 2));
        assertThat(property(portal.stores().author(), "mare", "lien")).isEqualTo(ID + 1);
    }

    @Test
    void what_it_was_before_stays_in_its_history_and_can_be_had_back() throws IOException {
        imported(ONLINE, item(1, "haie", "La haie taillée", "publie"));

        portal.stores().author().update(Identity.SYSTEM, session -> {
            Node haie = session.getNode("/actus/f/haie");
            long before = Revisions.of(session, haie.getIdentifier()).stream()
                    .mapToLong(Revision::number)
                    .filter(number -> {
                        try {
                            return number < Revisions.number(haie);
                        } catch (RepositoryException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .max()
                    .orElseThrow();
            review.move(
                    session,
                    haie,
                    "publier",
                    NOOR,
                    Revisions.number(haie),
                    "",
                    node -> portal.publisher().restore(node, before));
        });

        assertThat(online()).containsEntry("haie", "La haie");
    }

    @Test
    void what_the_import_does_not_speak_of_stays_as_it_is_and_on_line() throws IOException {
        String id = portal.stores().author().write(Identity.SYSTEM, session -> {
            Node ours = session.getNode("/actus/f").addNode("a-nous", "bocage:actu");
            review.move(session, ours, "publier", NOOR, 0, "", node -> node.setProperty("titre", "À nous"));
            return ours.getIdentifier();
        });
        long revision = revision("a-nous");

        imported(ONLINE, item(1, "haie", "La haie taillée", "publie"));

        assertThat(ids()).isEqualTo(Map.of("haie", ID + 1, "mare", ID + 2, "a-nous", id));
        assertThat(revision("a-nous")).isEqualTo(revision);
        assertThat(online()).isEqualTo(Map.of("haie", "La haie taillée", "mare", "La mare", "a-nous", "À nous"));
    }

    @Test
    void what_goes_on_line_is_what_the_file_says_whatever_was_in_preparation_archived_or_on_line_here()
            throws IOException {
        move("haie", "enregistrer", "Une haie en chantier");
        move("mare", "archiver", "La mare");
        assertThat(online()).isEqualTo(Map.of("haie", "La haie"));

        imported(
                ONLINE,
                item(1, "haie", "La haie taillée", "publie"),
                item(2, "mare", "La mare remplie", "publie"),
                item(3, "talus", "Le talus", "brouillon"));
        assertThat(online()).isEqualTo(Map.of("haie", "La haie taillée", "mare", "La mare remplie"));

        imported(ONLINE, item(1, "haie", "La haie taillée", "brouillon"));
        assertThat(online()).isEqualTo(Map.of("mare", "La mare remplie"));
    }

    @Test
    void what_is_not_to_go_on_line_changes_nothing_there_and_is_a_version_in_preparation() throws IOException {
        imported(
                NOT_ONLINE,
                item(1, "haie", "La haie taillée", "publie"),
                item(2, "mare", "La mare", "brouillon"),
                item(3, "talus", "Le talus", "publie"));

        assertThat(online()).isEqualTo(Map.of("haie", "La haie", "mare", "La mare"));
        assertThat(property(portal.stores().author(), "haie", "titre")).isEqualTo("La haie taillée");
        portal.projection().reconcile();
        assertThat(online()).isEqualTo(Map.of("haie", "La haie", "mare", "La mare"));
    }

    @Test
    void what_stayed_on_line_is_known_to_be_so_and_can_be_taken_off_or_stay_when_the_version_that_came_is_refused()
            throws IOException {
        imported(
                NOT_ONLINE,
                item(1, "haie", "La haie taillée", "publie"),
                item(2, "mare", "La mare remplie", "propose"));

        assertThat(isOnline("haie")).isTrue();
        assertThat(isOnline("mare")).isTrue();
        move("haie", "archiver", "La haie taillée");
        move("mare", "refuser", "La mare remplie");

        assertThat(online()).isEqualTo(Map.of("mare", "La mare"));
        assertThat(property(portal.stores().author(), "mare", "titre")).isEqualTo("La mare");
    }

    @Test
    void what_is_not_on_line_is_not_said_to_be_so_by_a_file_that_comes_from_where_it_was() throws IOException {
        move("mare", "archiver", "La mare");

        imported(NOT_ONLINE, item(2, "mare", "La mare remplie", "publie") + "    surLeSite: true\n");

        assertThat(isOnline("mare")).isFalse();
        assertThat(online()).isEqualTo(Map.of("haie", "La haie"));
    }

    @Test
    void a_draft_that_is_imported_is_read_by_those_who_read_drafts_and_by_nobody_else() throws IOException {
        Identity board = Identity.of("karim", Set.of("ca"), Set.of());
        portal.stores()
                .author()
                .update(
                        Identity.SYSTEM,
                        session -> AccessControl.setRole(
                                session, new Workspace("actus"), "ca", List.of(new AccessRule("/*", READ))));

        imported(NOT_ONLINE, item(3, "talus", "Le talus", "brouillon"), item(4, "pre", "Le pré", "propose"));

        assertThat(portal.stores().author().<Boolean>read(board, session -> session.nodeExists("/actus/f/pre")))
                .isTrue();
        assertThat(portal.stores().author().<Boolean>read(board, session -> session.nodeExists("/actus/f/talus")))
                .isFalse();
    }

    private Exchange.Report imported(Exchange.Options options, String... items) throws IOException {
        Path file = Files.writeString(
                home.resolve("actus.f.yaml"), "f:\n  jcr:primaryType: mgnl:folder\n" + String.join("", items));
        Exchange.Report report = portal.exchange().apply(file, "actus.f.yaml", options);
        portal.stores().author().await();
        return report;
    }

    private static String item(int number, String name, String title, String state) {
        return """
                  %s:
                    jcr:primaryType: bocage:actu
                    jcr:uuid: %s
                    etat: %s
                    titre: %s
                """.formatted(name, ID + number, state, title);
    }

    private void move(String name, String action, String title) {
        portal.stores().author().update(Identity.SYSTEM, session -> {
            Node item = session.getNode("/actus/f/" + name);
            review.move(
                    session,
                    item,
                    action,
                    NOOR,
                    Revisions.number(item),
                    "Voilà pourquoi.",
                    node -> node.setProperty("titre", title));
        });
    }

    private boolean isOnline(String name) {
        return portal.stores()
                .author()
                .<Boolean>read(Identity.SYSTEM, session -> ItemState.isOnSite(session.getNode("/actus/f/" + name)));
    }

    private long revision(String name) {
        return portal.stores()
                .author()
                .<Long>read(Identity.SYSTEM, session -> Revisions.number(session.getNode("/actus/f/" + name)));
    }

    private static String property(Store store, String name, String property) {
        return store.read(
                Identity.SYSTEM,
                session -> session.getNode("/actus/f/" + name)
                        .getProperty(property)
                        .getString());
    }

    private Map<String, String> ids() {
        return each(portal.stores().author(), Node::getIdentifier);
    }

    /** Titles of what is on line, by name. */
    private Map<String, String> online() {
        return each(
                portal.stores().published(), node -> node.getProperty("titre").getString());
    }

    private interface Reading {
        String of(Node node) throws RepositoryException;
    }

    private static Map<String, String> each(Store store, Reading reading) {
        return store.read(Identity.SYSTEM, session -> {
            Map<String, String> all = new TreeMap<>();
            if (session.nodeExists("/actus/f")) {
                for (NodeIterator items = session.getNode("/actus/f").getNodes(); items.hasNext(); ) {
                    Node item = items.nextNode();
                    all.put(item.getName(), reading.of(item));
                }
            }
            return all;
        });
    }
}
