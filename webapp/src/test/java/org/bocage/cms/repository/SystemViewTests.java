package org.bocage.cms.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import javax.jcr.Node;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.exchange.Bootstrap;
import org.bocage.cms.repository.exchange.BootstrapFile;
import org.bocage.cms.repository.exchange.BootstrapRefused;
import org.bocage.cms.repository.exchange.BootstrapRefused.Reason;
import org.bocage.cms.repository.exchange.BootstrapYaml;
import org.bocage.cms.repository.exchange.NodeTypeFiles;
import org.bocage.cms.repository.exchange.SystemViewWriter;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.segment.PreparedStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports of another Magnolia as JCR system view: what is taken of them, and what is refused. */
@Tag("fast")
class SystemViewTests {

    private static final String HEAD = "<sv:node xmlns:sv=\"http://www.jcp.org/jcr/sv/1.0\""
            + " xmlns:jcr=\"http://www.jcp.org/jcr/1.0\" xmlns:mgnl=\"http://www.magnolia.info/jcr/mgnl\"";

    @TempDir
    Path home;

    private WritableStore store;
    private Session session;

    @BeforeEach
    void open() {
        store = PreparedStores.open("author", home);
        session = store.login(Identity.SYSTEM);
    }

    @AfterEach
    void close() throws IOException {
        session.logout();
        store.close();
    }

    @Test
    void a_page_that_magnolia_exported_comes_with_all_it_holds() throws Exception {
        Bootstrap bootstrap = importer();
        try (var xml = Files.newInputStream(Path.of("webapp/src/test/resources/exchange/website.demo.xml"))) {
            assertThat(bootstrap.run("website.demo.xml", xml)).isTrue();
        }

        Node page = session.getNode("/website/demo");
        assertThat(page.getPrimaryNodeType().getName()).isEqualTo("mgnl:page");
        assertThat(page.getIdentifier()).isEqualTo("1a000000-0000-4000-8000-000000000001");
        assertThat(page.isNodeType("mgnl:deleted")).isTrue();
        assertThat(page.getProperty("mgnl:template").getString()).isEqualTo("demo:pages/home");
        assertThat(page.getProperty("mgnl:created").getString()).isEqualTo("2026-01-15T10:00:00.000+01:00");
        assertThat(page.getProperty("mgnl:activationStatus").getBoolean()).isTrue();
        assertThat(page.getProperty("places").getLong()).isEqualTo(40);
        assertThat(page.getProperty("prix").getDouble()).isEqualTo(2.5);
        assertThat(page.getProperty("somme").getType()).isEqualTo(PropertyType.DECIMAL);
        assertThat(page.getProperty("sorte").getType()).isEqualTo(PropertyType.NAME);
        assertThat(page.getProperty("sorte").getString()).isEqualTo("mgnl:area");
        assertThat(page.getProperty("voisine").getType()).isEqualTo(PropertyType.WEAKREFERENCE);
        assertThat(page.getProperty("texte").getString()).isEqualTo("<p>Fête & communs</p>\n");
        assertThat(page.getProperty("mots").getValues())
                .extracting(Value::getString)
                .containsExactly("un", "deux");
        assertThat(page.getProperty("seul").isMultiple()).isTrue();
        assertThat(page.getProperty("cloche").getString()).isEqualTo("a\u0007b");
        assertThat(page.getNode("main/0").getPrimaryNodeType().getName()).isEqualTo("mgnl:component");
        try (var bytes = page.getProperty("fichier").getBinary().getStream()) {
            assertThat(bytes.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("bonjour");
        }
    }

    @Test
    void what_is_written_reads_as_it_was() throws Exception {
        try (var xml = Files.newInputStream(Path.of("webapp/src/test/resources/exchange/website.demo.xml"))) {
            importer().run("website.demo.xml", xml);
        }
        ByteArrayOutputStream first = new ByteArrayOutputStream();
        Node page = session.getNode("/website/demo");
        BootstrapFile.of(page, BootstrapFile.Format.XML).write(page, first, true);
        page.remove();

        importer().run("website.demo.xml", new ByteArrayInputStream(first.toByteArray()));

        ByteArrayOutputStream again = new ByteArrayOutputStream();
        SystemViewWriter.write(session.getNode("/website/demo"), again, true);
        assertThat(again).hasToString(first.toString(StandardCharsets.UTF_8));
    }

    @Test
    void yaml_keeps_the_zone_of_dates_and_the_tags_of_magnolia() throws Exception {
        String yaml = """
                x:
                  jcr:primaryType: mgnl:content
                  quand: 2026-01-15T10:00:00.000+01:00
                  chemin: !Path '/a/b'
                  vers: !WeakReference '1a000000-0000-4000-8000-000000000009'
                  octets: !Binary Ym9uam91cg==
                """;
        importer().run("actus.x.yaml", stream(yaml));

        Node node = session.getNode("/actus/x");
        assertThat(node.getProperty("quand").getString()).isEqualTo("2026-01-15T10:00:00.000+01:00");
        assertThat(node.getProperty("chemin").getType()).isEqualTo(PropertyType.PATH);
        assertThat(node.getProperty("octets").getType()).isEqualTo(PropertyType.BINARY);
        assertThat(BootstrapYaml.export(node))
                .contains("+01:00", "!Path '/a/b'", "!WeakReference '1a000000-0000-4000-8000-000000000009'");
    }

    @Test
    void a_gzipped_file_is_read() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(page("").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(importer().run("website.x.xml.gz", new ByteArrayInputStream(bytes.toByteArray())))
                .isTrue();
        assertThat(session.nodeExists("/website/x")).isTrue();
    }

    @Test
    void an_identifier_taken_in_another_workspace_is_replaced_and_references_follow_even_from_earlier_files()
            throws Exception {
        String id = "1a000000-0000-4000-8000-000000000005";
        importer().run("actus.la.yaml", stream("la: {jcr:primaryType: mgnl:content, jcr:uuid: " + id + "}"));
        String naming = "<sv:property sv:name=\"lien\" sv:type=\"String\"><sv:value>${link:{uuid:{" + id
                + "}}}</sv:value></sv:property>";
        String taken =
                "<sv:property sv:name=\"jcr:uuid\" sv:type=\"String\"><sv:value>" + id + "</sv:value></sv:property>";
        Bootstrap bootstrap = importer();
        bootstrap.look("website.un.xml", stream(page(naming)));
        bootstrap.look("website.deux.xml", stream(page(taken)));
        bootstrap.run("website.un.xml", stream(page(naming)));
        bootstrap.run("website.deux.xml", stream(page(taken)));

        String other = session.getNode("/website/deux").getIdentifier();
        assertThat(bootstrap.replacedIdentifiers()).containsEntry(id, other);
        assertThat(session.getNode("/website/un").getProperty("lien").getString())
                .isEqualTo("${link:{uuid:{" + other + "}}}");
        assertThat(session.getNode("/actus/la").getIdentifier()).isEqualTo(id);
    }

    @Test
    void what_is_replaced_keeps_identifier_and_sub_pages_and_its_history() throws Exception {
        importer()
                .run(
                        "website.p.yaml",
                        stream("p: {jcr:primaryType: mgnl:page, jcr:uuid: 1a000000-0000-4000-8000-000000000006,"
                                + " titre: Avant, vieux: oui, zone: {jcr:primaryType: mgnl:area},"
                                + " sous: {jcr:primaryType: mgnl:page, titre: Sous}}"));
        store.save(session);
        Bootstrap replacing =
                Bootstrap.replacing(session, Revisions.keeping("admin", Instant.parse("2026-06-01T10:00:00Z")));
        String after = "p: {jcr:primaryType: mgnl:page, jcr:uuid: 1a000000-0000-4000-8000-000000000007, titre: Après}";
        assertThat(replacing.look("website.p.yaml", stream(after)).change()).isEqualTo(Bootstrap.Change.REPLACED);
        replacing.run("website.p.yaml", stream(after));

        Node page = session.getNode("/website/p");
        assertThat(page.getIdentifier()).isEqualTo("1a000000-0000-4000-8000-000000000006");
        assertThat(page.getProperty("titre").getString()).isEqualTo("Après");
        assertThat(page.hasProperty("vieux")).isFalse();
        assertThat(page.hasNode("zone")).isFalse();
        assertThat(page.hasNode("sous")).isTrue();
        assertThat(Revisions.of(session, page.getIdentifier()).get(1).snapshot())
                .contains("titre: Avant");
    }

    @Test
    void a_document_type_is_refused_and_with_it_bombs_and_external_entities() {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
        String external = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
        String value = "<sv:property sv:name=\"t\" sv:type=\"String\"><sv:value>&a;</sv:value></sv:property>";
        refuses("website.x.xml", bomb + page(value), Reason.DOCTYPE);
        refuses("website.x.xml", external + page(value), Reason.DOCTYPE);
        refuses("website.x.xml", page(value), Reason.UNREADABLE);
    }

    @Test
    void a_truncated_file_is_refused_and_nothing_of_it_is_kept() {
        String whole = page("<sv:node sv:name=\"a\"></sv:node>");
        refuses("website.x.xml", whole.substring(0, whole.length() - 12), Reason.UNREADABLE);
        refuses("website.x.xml.gz", "no gzip at all", Reason.UNREADABLE);
    }

    @Test
    void a_file_too_deep_or_with_too_much_is_refused() {
        String deep = "<sv:node sv:name=\"a\">".repeat(70) + "</sv:node>".repeat(70);
        refuses("website.x.xml", page(deep), Reason.TOO_LARGE);
        String many =
                "<sv:property sv:name=\"m\" sv:type=\"String\">" + "<sv:value/>".repeat(500_001) + "</sv:property>";
        refuses("website.x.xml", page(many), Reason.TOO_LARGE);
    }

    @Test
    void an_unknown_node_type_is_refused_and_a_node_type_file_makes_it_known() throws Exception {
        String xml =
                page("").replace("mgnl:page", "acme:fiche").replace("xmlns:jcr", "xmlns:acme=\"urn:acme\" xmlns:jcr");
        refuses("fiches.x.xml", xml, Reason.NAMESPACE);
        String cnd =
                "<acme = 'urn:acme'>\n<mgnl = 'https://www.magnolia-cms.com/jcr/mgnl'>\n[acme:fiche] > mgnl:content\n";
        refuses("fiches.x.yaml", "x: {jcr:primaryType: acme:fiche}", Reason.NODE_TYPE);

        Bootstrap looking = importer();
        looking.assume(NodeTypeFiles.read(session, "acme.cnd", cnd));
        assertThat(looking.look("fiches.x.xml", stream(xml)).nodes()).isEqualTo(1);

        NodeTypeFiles.declare(session, "acme.cnd", cnd);
        NodeTypeFiles.declare(session, "acme.cnd", cnd);
        assertThat(importer().run("fiches.x.xml", stream(xml))).isTrue();
        assertThatThrownBy(() -> NodeTypeFiles.read(session, "x.cnd", "<mgnl = 'urn:x'>\n[mgnl:y]\n"))
                .isInstanceOf(BootstrapRefused.class);
    }

    @Test
    void a_file_that_declares_no_prefix_but_its_own_as_magnolias_exports_has_those_of_the_store()
            throws RepositoryException {
        String xml =
                page("<sv:property sv:name=\"mgnl:template\" sv:type=\"String\"><sv:value>a:b</sv:value></sv:property>"
                                + "<sv:node sv:name=\"main\"><sv:property sv:name=\"jcr:primaryType\" sv:type=\"Name\">"
                                + "<sv:value>mgnl:area</sv:value></sv:property></sv:node>")
                        .replaceAll(" xmlns:(?!sv|xsi)[a-z]+=\"[^\"]*\"", "");
        assertThat(xml).contains("xmlns:sv").doesNotContain("xmlns:jcr");
        assertThat(importer().run("website.x.xml", stream(xml))).isTrue();
        assertThat(session.getNode("/website/x/main").getPrimaryNodeType().getName())
                .isEqualTo("mgnl:area");
    }

    @Test
    void an_unknown_namespace_is_refused_by_name() {
        String xml = page("<sv:property sv:name=\"acme:t\" sv:type=\"String\"><sv:value>x</sv:value></sv:property>")
                .replace("xmlns:jcr", "xmlns:acme=\"urn:acme\" xmlns:jcr");
        assertThat(refuses("website.x.xml", xml, Reason.NAMESPACE).detail()).isEqualTo("acme = urn:acme");
        refuses("website.x.xml", xml.replace(" xmlns:acme=\"urn:acme\"", ""), Reason.NAMESPACE);
    }

    @Test
    void values_names_and_files_that_cannot_be_are_refused() {
        String value = "<sv:property sv:name=\"n\" sv:type=\"%s\"><sv:value>%s</sv:value></sv:property>";
        refuses("website.x.xml", page(value.formatted("Long", "douze")), Reason.VALUE);
        refuses("website.x.xml", page(value.formatted("Date", "hier")), Reason.VALUE);
        refuses("website.x.xml", page(value.formatted("Binary", "?")), Reason.VALUE);
        refuses("website.x.xml", page(value.formatted("Couleur", "bleu")), Reason.VALUE);
        refuses("website.x.xml", page("<sv:node sv:name=\"a\"/><sv:node sv:name=\"a\"/>"), Reason.NAME);
        refuses("website.x.xml", page("<sv:node sv:name=\"a/b\"/>"), Reason.NAME);
        refuses("website.x.xml", "<html/>", Reason.NOT_ONE_NODE);
        refuses(
                "website.x.xml",
                "<x xmlns:jcr=\"http://www.jcp.org/jcr/1.0\" jcr:primaryType=\"mgnl:page\"/>", // a document view
                Reason.NOT_ONE_NODE);
        refuses("website.x.docx", page(""), Reason.FILE_NAME);
        refuses("..x.xml", page(""), Reason.FILE_NAME);
    }

    private BootstrapRefused refuses(String file, String content, Reason reason) {
        var thrown = assertThatThrownBy(() -> importer().run(file, stream(content)))
                .asInstanceOf(type(BootstrapRefused.class));
        thrown.extracting(BootstrapRefused::reason).isEqualTo(reason);
        return thrown.actual();
    }

    private Bootstrap importer() {
        return new Bootstrap(session, Duration.ZERO);
    }

    private static String page(String inside) {
        return HEAD + " sv:name=\"x\"><sv:property sv:name=\"jcr:primaryType\" sv:type=\"Name\">"
                + "<sv:value>mgnl:page</sv:value></sv:property>" + inside + "</sv:node>";
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
