package org.bocage.editorial.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.PropertyIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.search.ContentIndex;
import org.bocage.editorial.publishing.bootstrap.ContentTypeNodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reads which field of somebody in the address book, once it is published. */
class ReadersOfFieldsTests {

    private static final Workspace PEOPLE = new Workspace("personnes");
    private static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
    private static final Identity VISITOR = Identity.anonymous(Set.of("visiteur"));
    private static final Identity MEMBER = Identity.of("roue", Set.of("visiteur"), Set.of(Audience.MEMBERS));
    private static final Identity BOARD =
            Identity.of("lea", Set.of("visiteur"), Set.of(Audience.MEMBERS, Audience.BOARD));

    private static DefinitionRegistry registry;

    @TempDir
    Path home;

    private Stores stores;
    private ContentIndex index;
    private Publisher publisher;
    private PublishedProjection projection;

    @BeforeAll
    static void load() {
        registry = DefinitionRegistry.watching(List.of(Path.of("light-modules")));
    }

    @AfterAll
    static void unload() throws Exception {
        registry.close();
    }

    @BeforeEach
    void open() {
        stores = BareStores.withTypes(home);
        index = new ContentIndex(stores.published(), home.resolve("index"));
        publisher = BareStores.publisher(stores, registry::current, index);
        projection = BareStores.follow(stores, registry::current, index, Clock.systemUTC());
        ContentTypeNodes.ensure(stores, registry.current());
        new PublishedWriter(stores).write(session -> {
            NodeTypes.ensureWorkspace(session, PEOPLE);
            AccessControl.setRole(session, PEOPLE, "visiteur", List.of(new AccessRule("/*", 8)));
        });
        stores.author().update(Identity.SYSTEM, session -> {
            Node person = PEOPLE.root(session).addNode("rozenn", "bocage:personne");
            person.setProperty("titre", "Rozenn");
            person.setProperty("visibilite", "public");
            Node contact = person.addNode("contact", "mgnl:contentNode");
            contact.setProperty("courriel", "rozenn@exemple.invalid");
            contact.setProperty("courrielVisible", "adherents");
            contact.setProperty("telephone", "06 39 98 00 08");
            contact.setProperty("telephoneVisible", "ca");
            Node consents = person.addNode("accords", "mgnl:contentNode");
            consents.setProperty("fiche", true);
            consents.setProperty("moyens", true);
        });
    }

    @AfterEach
    void close() throws Exception {
        projection.close();
        index.close();
        stores.author().close();
        stores.published().close();
    }

    @Test
    void what_is_for_the_members_is_read_by_them_and_what_is_for_the_board_never_leaves_the_author_store() {
        publish();

        assertThat(read(VISITOR)).contains("titre=Rozenn").noneMatch(one -> one.contains("@exemple"));
        assertThat(read(MEMBER)).contains("adherents/contact/courriel=rozenn@exemple.invalid");
        assertThat(read(Identity.SYSTEM)).noneMatch(one -> one.contains("06 39 98"));
    }

    @Test
    void a_way_that_opens_to_everybody_no_longer_lies_with_the_members() {
        publish();
        edit(person -> person.getNode("contact").setProperty("courrielVisible", "public"));
        publish();

        assertThat(read(VISITOR)).contains("contact/courriel=rozenn@exemple.invalid");
        assertThat(read(Identity.SYSTEM)).noneMatch(one -> one.startsWith("adherents/"));
    }

    @Test
    void all_consents_must_be_given_for_a_way_to_be_shown() {
        edit(person -> person.getNode("accords").setProperty("moyens", false));
        publish();

        assertThat(read(Identity.SYSTEM)).contains("titre=Rozenn").noneMatch(one -> one.contains("@exemple"));
    }

    @Test
    void who_takes_their_consent_back_is_seen_by_the_board_alone() {
        publish();
        edit(person -> person.getNode("accords").setProperty("fiche", false));
        publish();

        assertThat(read(VISITOR)).isEmpty();
        assertThat(read(MEMBER)).isEmpty();
        assertThat(read(BOARD)).contains("titre=Rozenn");
    }

    @Test
    void a_version_that_is_dropped_takes_no_field_along_that_the_public_never_saw() {
        publish();
        edit(person -> person.setProperty("titre", "Rozenn la Verte"));

        stores.author().update(Identity.SYSTEM, session -> publisher.restorePublished(person(session)));

        List<String> author = stores.author().read(Identity.SYSTEM, session -> values(person(session)));
        assertThat(author)
                .contains("titre=Rozenn", "contact/telephone=06 39 98 00 08", "contact/courriel=rozenn@exemple.invalid")
                .noneMatch(one -> one.startsWith("adherents/"));
    }

    @Test
    void a_version_in_preparation_opens_nothing_to_others() {
        edit(person -> person.setProperty("visibilite", "adherents"));
        publish();
        edit(person -> {
            person.setProperty("visibilite", "public");
            person.getNode("contact").setProperty("courrielVisible", "public");
            person.getNode("contact").setProperty("telephoneVisible", "public");
        });

        assertThat(read(VISITOR)).isEmpty();
        assertThat(read(MEMBER)).contains("titre=Rozenn");
        assertThat(read(Identity.SYSTEM)).noneMatch(one -> one.contains("06 39 98"));
    }

    @Test
    void a_version_in_preparation_that_closes_a_field_puts_no_new_value_of_it_on_line() {
        Workspace structures = new Workspace("acteurs");
        stores.author().update(Identity.SYSTEM, session -> {
            Node structure = structures.root(session).addNode("fournil", "bocage:acteur");
            structure.setProperty("titre", "Le fournil");
            structure.setProperty("adresse", "3 place du Four");
            structure.setProperty("adressePublique", true);
            Revisions.record(session, structure, 0, "noor", NOW);
            publisher.publish(structure, NOW, "noor");
        });
        stores.author().update(Identity.SYSTEM, session -> {
            Node structure = structures.root(session).getNode("fournil");
            structure.setProperty("adresse", "chez Léa");
            structure.setProperty("adressePublique", false);
            Revisions.record(session, structure, 1, "noor", NOW);
        });

        List<String> online = stores.published()
                .read(
                        Identity.SYSTEM,
                        session -> values(structures.root(session).getNode("fournil")));
        assertThat(online).contains("adresse=3 place du Four").noneMatch(one -> one.contains("Léa"));
    }

    @Test
    void a_version_that_is_dropped_takes_along_what_it_said_of_readers() {
        edit(person -> person.setProperty("visibilite", "adherents"));
        publish();
        edit(person -> {
            person.setProperty("visibilite", "public");
            person.getNode("contact").setProperty("telephoneVisible", "public");
            person.getNode("accords").setProperty("fiche", false);
        });

        stores.author().update(Identity.SYSTEM, session -> {
            publisher.restorePublished(person(session));
            Revisions.record(session, person(session), Revisions.number(person(session)), "noor", NOW);
            publisher.publish(person(session), NOW, "noor");
        });

        assertThat(read(VISITOR)).isEmpty();
        assertThat(read(MEMBER)).contains("titre=Rozenn");
        assertThat(read(Identity.SYSTEM)).noneMatch(one -> one.contains("06 39 98"));
    }

    private void publish() {
        edit(person -> {});
        stores.author().update(Identity.SYSTEM, session -> publisher.publish(person(session), NOW, "noor"));
    }

    private interface Edit {
        void of(Node person) throws RepositoryException;
    }

    private void edit(Edit edit) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node person = person(session);
            edit.of(person);
            Revisions.record(session, person, Revisions.number(person), "noor", NOW);
        });
    }

    private static Node person(javax.jcr.Session session) throws RepositoryException {
        return PEOPLE.node(session, "/rozenn").orElseThrow();
    }

    private List<String> read(Identity reader) {
        return stores.published().read(reader, session -> {
            var found = PEOPLE.node(session, "/rozenn");
            return found.isEmpty() ? List.of() : values(found.get());
        });
    }

    private static List<String> values(Node node) throws RepositoryException {
        TreeSet<String> values = new TreeSet<>();
        collect(node, "", values);
        return List.copyOf(values);
    }

    private static void collect(Node node, String prefix, Set<String> values) throws RepositoryException {
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            var property = properties.nextProperty();
            if (!property.isMultiple()) {
                values.add(prefix + property.getName() + "=" + property.getString());
            }
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            Node child = children.nextNode();
            if (!child.getName().startsWith("rep:")) {
                collect(child, prefix + child.getName() + "/", values);
            }
        }
    }
}
