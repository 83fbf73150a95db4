package org.bocage.cms.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.exchange.Bootstrap;
import org.bocage.cms.repository.exchange.BootstrapRefused;
import org.bocage.cms.repository.exchange.BootstrapRefused.Reason;
import org.bocage.cms.repository.segment.PreparedStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits of a bootstrap file: one that exceeds them is refused while it is read, before anything is made of it. */
@Tag("fast")
class ImportLimitTests {

    @TempDir
    Path home;

    private Store store;
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
    void one_string_of_400_megabytes_is_refused_after_its_first_megabytes() {
        Endless letters = new Endless("x: {titre: \"", 400L << 20);

        assertThat(refusal("actus.x.yaml", letters).reason()).isEqualTo(Reason.LONG_LINE);
        assertThat(letters.read).isLessThan(4L << 20);
    }

    @Test
    void a_node_that_holds_itself_is_refused() {
        assertThat(refusal("actus.x.yaml", stream("x: &a {y: *a}")).reason()).isEqualTo(Reason.ALIAS);
        assertThat(refusal("actus.x.yaml", stream("x: {a: &a [1, *a]}")).reason())
                .isEqualTo(Reason.ALIAS);
    }

    @Test
    void a_node_that_holds_twice_what_holds_twice_another_is_refused() {
        StringBuilder laughs = new StringBuilder("x:\n  n0: &n0 {a: 1}\n");
        for (int i = 1; i < 40; i++) {
            laughs.append("  n%d: &n%d {a: *n%d, b: *n%d}\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(refusal("actus.x.yaml", stream(laughs.toString())).reason()).isEqualTo(Reason.ALIAS);
    }

    @Test
    void a_yaml_file_too_deep_or_with_too_much_is_refused() {
        String deep = "{a: ".repeat(70) + "1" + "}".repeat(70);
        assertThat(refusal("actus.x.yaml", stream("x: " + deep)).reason()).isEqualTo(Reason.TOO_LARGE);
        String many = "x:\n  m:\n" + "  - \n".repeat(500_001);
        assertThat(refusal("actus.x.yaml", stream(many)).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void a_picture_in_one_line_of_base64_comes_byte_by_byte() throws Exception {
        byte[] picture = new byte[3 << 20];
        new Random(7).nextBytes(picture);
        String line = Base64.getEncoder().encodeToString(picture);
        String yaml = """
                x:
                  jcr:primaryType: mgnl:content
                  bloc: !!binary |-
                    %s
                  apres: oui
                  place: {jcr:primaryType: mgnl:contentNode, suite: !Binary %s, fin: oui}
                  simple: !Binary %s
                  entre: !Binary '%s'
                  mots: oui
                """.formatted(line, line, line, line);
        new Bootstrap(session, Duration.ZERO).run("actus.x.yaml", stream(yaml));

        Node node = session.getNode("/actus/x");
        for (String name : new String[] {"bloc", "place/suite", "simple", "entre"}) {
            assertThat(bytes(node, name)).as(name).isEqualTo(picture);
        }
        assertThat(node.getProperty("apres").getString()).isEqualTo("oui");
        assertThat(node.getProperty("place/fin").getString()).isEqualTo("oui");
        assertThat(node.getProperty("mots").getString()).isEqualTo("oui");
    }

    @Test
    void a_long_word_that_is_no_binary_stays_in_one_piece() throws Exception {
        String word = "mot".repeat(2_000);
        String yaml = "x:\n  jcr:primaryType: mgnl:content\n  un: " + word + "\n  deux: |-\n    !!binary\n    " + word
                + "\n  trois: \"!!binary " + word + "\"\n";
        new Bootstrap(session, Duration.ZERO).run("actus.x.yaml", stream(yaml));

        Node node = session.getNode("/actus/x");
        assertThat(node.getProperty("un").getString()).isEqualTo(word);
        assertThat(node.getProperty("deux").getString()).isEqualTo("!!binary\n" + word);
        assertThat(node.getProperty("trois").getString()).isEqualTo("!!binary " + word);
    }

    private static byte[] bytes(Node node, String name) throws RepositoryException, IOException {
        try (InputStream bytes = node.getProperty(name).getBinary().getStream()) {
            return bytes.readAllBytes();
        }
    }

    private BootstrapRefused refusal(String file, InputStream content) {
        Bootstrap bootstrap = new Bootstrap(session, Duration.ZERO);
        return assertThatThrownBy(() -> bootstrap.run(file, content))
                .asInstanceOf(type(BootstrapRefused.class))
                .actual();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A beginning, then one letter again and again. */
    private static final class Endless extends InputStream {

        private final InputStream beginning;
        private final long letters;
        private long read;

        Endless(String beginning, long letters) {
            this.beginning = stream(beginning);
            this.letters = letters;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int some = beginning.read(into, offset, length);
            if (some > 0 || read >= letters) {
                return some;
            }
            Arrays.fill(into, offset, offset + length, (byte) 'a');
            read += length;
            return length;
        }
    }
}
