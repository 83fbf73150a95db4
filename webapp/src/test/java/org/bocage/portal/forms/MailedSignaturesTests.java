package org.bocage.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.segment.SegmentStores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that were mailed stay valid: the same key signs the same text the same way, release after release. */
@Tag("fast")
class MailedSignaturesTests {

    private static final String KEY = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final String SIGNATURE = "A-ZxwKtCdS9QXIQvU8uobz02YU73zcLV7KxKq8Ixa8o";

    @TempDir
    Path home;

    @Test
    void a_link_mailed_years_ago_is_still_the_portals() throws Exception {
        try (Stores stores = new Stores(
                SegmentStores.open("author", home.resolve("author")),
                SegmentStores.open("published", home.resolve("published")))) {
            stores.author().update(Identity.SYSTEM, session -> {
                NodeTypes.ensureWorkspace(session, UnconfirmedSubmissions.WORKSPACE);
                UnconfirmedSubmissions.WORKSPACE.root(session).setProperty("cle", KEY);
            });
            Signatures signatures = new Signatures(stores, new UnconfirmedSubmissions(stores));

            assertThat(signatures.of("suivi", "abc")).isEqualTo(SIGNATURE);
            assertThat(signatures.isOf(SIGNATURE, "suivi", "abc")).isTrue();
            assertThat(signatures.isOf(SIGNATURE, "autre", "abc")).isFalse();
        }
    }
}
