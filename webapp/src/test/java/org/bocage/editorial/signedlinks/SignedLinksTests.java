package org.bocage.editorial.signedlinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.segment.PreparedStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link says what it said when it was signed, for its purpose alone. */
class SignedLinksTests {

    @TempDir
    Path home;

    private Stores stores;
    private SignedLinks links;

    @BeforeEach
    void begin() throws Exception {
        stores = new Stores(
                PreparedStores.open("author", home.resolve("author")),
                PreparedStores.open("published", home.resolve("published")));
        links = new SignedLinks(new LinkKeys(stores));
    }

    @AfterEach
    void end() throws Exception {
        stores.close();
    }

    @Test
    void a_link_is_read_for_its_purpose_alone() {
        String token = links.token(Purpose.PROPOSAL, "annonces", "une");

        assertThat(links.read(Purpose.PROPOSAL, token)).hasValue(List.of("annonces", "une"));
        assertThat(Stream.of(Purpose.values()).filter(purpose -> purpose != Purpose.PROPOSAL))
                .allSatisfy(other -> assertThat(links.read(other, token)).isEmpty());
        assertThat(links.read(Purpose.PROPOSAL, token.replace("une", "deux"))).isEmpty();
    }

    @Test
    void a_link_is_void_once_what_it_is_bound_to_has_changed() {
        String token = links.tokenBoundTo("zoe@exemple.fr", Purpose.CONSENT, "projet");

        assertThat(links.readBoundTo("zoe@exemple.fr", Purpose.CONSENT, token)).hasValue(List.of("projet"));
        assertThat(links.readBoundTo("lea@exemple.fr", Purpose.CONSENT, token)).isEmpty();
        assertThat(links.readBoundTo("", Purpose.CONSENT, token)).isEmpty();
    }

    @Test
    void links_outlive_the_portal_that_signed_them() {
        String token = links.token(Purpose.SEAT, "fete", "2026-12-24", "lea");
        String packed = links.packed(Purpose.NOTICES, bytes("hebdomadaire lea"));
        SignedLinks after = new SignedLinks(new LinkKeys(stores));

        assertThat(after.read(Purpose.SEAT, token)).isPresent();
        assertThat(after.unpacked(Purpose.NOTICES, packed)).hasValue(bytes("hebdomadaire lea"));
    }

    @Test
    void packed_links_are_read_for_their_purpose_alone() {
        for (Purpose purpose : List.of(Purpose.NOTICES, Purpose.PREVIEW)) {
            Purpose other = purpose == Purpose.NOTICES ? Purpose.PREVIEW : Purpose.NOTICES;
            String token = links.packed(purpose, bytes("quotidien jean.dupont"));

            assertThat(links.unpacked(purpose, token)).hasValue(bytes("quotidien jean.dupont"));
            assertThat(links.unpacked(other, token)).isEmpty();
            for (String wrong : List.of("", "é", "a", token.substring(4), token + "AAAA", "A".repeat(400))) {
                assertThat(links.unpacked(purpose, wrong)).as(wrong).isEmpty();
            }
        }
    }

    @Test
    void a_purpose_signs_what_it_was_made_for() {
        assertThatIllegalArgumentException().isThrownBy(() -> links.token(Purpose.AD, "une", "prolonger"));
        assertThatIllegalArgumentException().isThrownBy(() -> links.tokenBoundTo("lea", Purpose.PROPOSAL, "a", "b"));
        assertThatIllegalArgumentException().isThrownBy(() -> links.packed(Purpose.AD, bytes("une")));
        assertThat(Stream.of(Purpose.values()).map(Purpose::key)).doesNotHaveDuplicates();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
