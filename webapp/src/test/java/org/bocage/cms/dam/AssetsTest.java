package org.bocage.cms.dam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.dam.decoding.DecodingSlots;
import org.bocage.cms.dam.uploads.AcceptedFile;
import org.bocage.cms.dam.uploads.UploadGuard;
import org.bocage.cms.dam.uploads.UploadGuardTest;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.bocage.cms.repository.exchange.Bootstrap;
import org.bocage.cms.repository.segment.PreparedStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;

@Tag("fast")
class AssetsTest {

    private static final Identity EDITOR = Identity.of("lea", Set.of("redaction"), Set.of());
    private static final byte[] PHOTO = TestPictures.encoded(TestPictures.photo(400, 300, 3), "jpg");
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir
    Path home;

    private WritableStore store;
    private UploadGuard guard;
    private final Assets assets = at(NOON);

    @BeforeEach
    void open() {
        store = PreparedStores.open("author", home.resolve("store"));
        store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, Workspace.DAM));
        store.update(
                Identity.SYSTEM,
                session ->
                        AccessControl.setRole(session, Workspace.DAM, "redaction", List.of(new AccessRule("/*", 15))));
        guard = new UploadGuard(
                UploadGuardTest.options(Map.of()),
                home.resolve("uploads"),
                new DecodingSlots(2, Duration.ofSeconds(20)));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Test
    void a_photo_that_an_editor_adds_is_found_again_with_all_that_was_said_of_it() {
        String key = add(assets, "Fête d'été.JPG", PHOTO, "/2026/11", "La fête", "Des gens dansent", "Léa");

        Asset asset = read(key);
        assertThat(asset.path()).isEqualTo("/2026/11/fete-d-ete.jpg");
        assertThat(asset.title()).isEqualTo("La fête");
        assertThat(asset.alt()).isEqualTo("Des gens dansent");
        assertThat(asset.credit()).isEqualTo("Léa");
        assertThat(asset.decorative()).isFalse();
        assertThat(asset.isPicture()).isTrue();
        assertThat(asset.width()).isEqualTo(400);
        assertThat(asset.height()).isEqualTo(300);
        assertThat(asset.mimeType()).isEqualTo("image/jpeg");
        assertThat(asset.size()).isPositive();
        store.update(EDITOR, session -> {
            Node node = assets.byPath(session, asset.path()).orElseThrow();
            assertThat(node.getPrimaryNodeType().getName()).isEqualTo("mgnl:asset");
            assertThat(node.getProperty("mgnl:createdBy").getString()).isEqualTo("lea");
            assertThat(node.getProperty("type").getString()).isEqualTo("jpg");
            Node content = node.getNode("jcr:content");
            assertThat(content.getPrimaryNodeType().getName()).isEqualTo("mgnl:resource");
            assertThat(content.getProperty("size").getLong()).isEqualTo(asset.size());
        });
    }

    @Test
    void two_files_of_one_name_keep_both_their_bytes() {
        add(assets, "photo.jpg", PHOTO, "/2026/11", "", "Une place", "");
        String second = add(assets, "photo.jpg", PHOTO, "/2026/11", "", "Une rue", "");

        assertThat(read(second).path()).isEqualTo("/2026/11/photo-2.jpg");
        assertThat(read(second).title()).isEqualTo("photo.jpg");
    }

    @Test
    void a_picture_without_alternative_is_refused_unless_it_is_decorative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> add(assets, "photo.jpg", PHOTO, "/2026/11", "", " ", ""))
                .withMessageContaining("alternative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> add(assets, "photo.jpg", PHOTO, "/2026/11", "t".repeat(501), "Une rue", ""))
                .withMessageContaining("501");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> add(assets, "photo.jpg", PHOTO, "/../actus", "", "Une rue", ""))
                .withMessageContaining("folder");
        assertThat(shelf(10)).isEmpty();
    }

    @Test
    void a_shelf_shows_the_newest_first_and_no_more_than_asked() {
        add(at(NOON.minus(Duration.ofDays(40))), "octobre.jpg", PHOTO, "/2026/10", "", "Une rue", "");
        add(assets, "matin.jpg", PHOTO, "/2026/11", "", "Une rue", "");
        add(at(NOON.plusSeconds(60)), "soir.jpg", PHOTO, "/2026/11", "", "Une rue", "");
        add(at(NOON.minus(Duration.ofDays(400))), "avant.jpg", PHOTO, "/2025/12", "", "Une rue", "");
        add(assets, "logo.jpg", PHOTO, "/logos", "", "Une rue", "");

        assertThat(shelf(10)).containsExactly("soir.jpg", "matin.jpg", "octobre.jpg", "avant.jpg", "logo.jpg");
        assertThat(shelf(3)).containsExactly("soir.jpg", "matin.jpg", "octobre.jpg");
    }

    @Test
    void what_is_for_the_board_is_absent_for_others() {
        String key = add(assets, "plan.jpg", PHOTO, "/2026/11", "", "Un plan", "");
        store.update(
                Identity.SYSTEM,
                session -> AccessControl.setAudience(assets.byKey(session, key).orElseThrow(), Audience.BOARD));

        Identity reader = Identity.of("roue", Set.of("lecture"), Set.of());
        store.update(
                Identity.SYSTEM,
                session -> AccessControl.setRole(session, Workspace.DAM, "lecture", List.of(new AccessRule("/*", 8))));
        assertThat(store.<Boolean>read(
                        reader, session -> assets.byKey(session, key).isPresent()))
                .isFalse();
    }

    @Test
    void until_accounts_are_known_nobody_reads_drafts() {
        AssetReader visitors = new DamConfiguration().visitorsOnly();
        HttpServletRequest request = new MockHttpServletRequest();
        String key = add(assets, "brouillon.jpg", PHOTO, "/2026/11", "", "Une rue", "");

        assertThat(store.<Boolean>read(
                        visitors.author(request),
                        session -> assets.byKey(session, key).isPresent()))
                .isFalse();
        assertThat(visitors.published(request)).isEqualTo(Identity.anonymous(Set.of("visiteur")));
    }

    @Test
    void only_assets_have_keys() {
        store.update(EDITOR, session -> {
            Node folder = Workspace.DAM.root(session).addNode("2026", "mgnl:folder");
            assertThat(assets.byKey(session, "jcr:" + folder.getIdentifier())).isEmpty();
            assertThat(assets.byKey(session, folder.getIdentifier())).isEmpty();
            assertThat(assets.byKey(session, "jcr:../../x")).isEmpty();
            assertThat(assets.byPath(session, "/2026")).isEmpty();
            assertThat(assets.byPath(session, "2026")).isEmpty();
        });
    }

    @Test
    void the_bytes_of_a_bootstrap_file_come_in_as_they_are() throws Exception {
        String yaml = """
                rue.png:
                  jcr:primaryType: mgnl:asset
                  jcr:uuid: b0ca0006-0000-4000-8000-000000000001
                  caption: Une rue
                  jcr:content:
                    jcr:primaryType: mgnl:resource
                    jcr:mimeType: image/jpeg
                    fileName: La rue.jpg
                    width: '400'
                    height: '300'
                    jcr:data: !!binary %s
                """.formatted(Base64.getEncoder().encodeToString(PHOTO));
        store.update(
                Identity.SYSTEM,
                session -> new Bootstrap(session, Duration.ZERO)
                        .run(
                                "dam.demo.rue..png.yaml",
                                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));

        Asset asset = read("jcr:b0ca0006-0000-4000-8000-000000000001");
        assertThat(asset.path()).isEqualTo("/demo/rue.png");
        assertThat(asset.width()).isEqualTo(400);
        AssetBytes bytes = store.read(
                EDITOR,
                session -> AssetBytes.of(assets.byKey(session, asset.key()).orElseThrow()));
        assertThat(bytes.getContentAsByteArray()).isEqualTo(PHOTO);
        AssetAddresses addresses = new AssetAddresses("/bocage");
        assertThat(addresses.original(asset))
                .isEqualTo("/bocage/dam/jcr:b0ca0006-0000-4000-8000-000000000001/La%20rue.jpg");
        assertThat(addresses.rendition(asset, "portail", "carte"))
                .isEqualTo("/bocage/.imaging/mte/portail/carte/dam/demo/rue.png/jcr:content/La%20rue.jpg");
    }

    private static Assets at(Instant instant) {
        return new Assets(Clock.fixed(instant, ZoneOffset.UTC));
    }

    private String add(
            Assets library, String fileName, byte[] bytes, String folder, String title, String alt, String credit) {
        try (AcceptedFile file = (AcceptedFile) guard.check(fileName, new ByteArrayInputStream(bytes))) {
            return store.write(EDITOR, session -> added(library, session, file, folder, title, alt, credit));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String added(
            Assets library, Session session, AcceptedFile file, String folder, String title, String alt, String credit)
            throws RepositoryException {
        try {
            return Asset.of(library.add(session, file, folder, title, alt, false, credit))
                    .key();
        } catch (IOException e) {
            throw new RepositoryException(e);
        }
    }

    private Asset read(String key) {
        return store.read(EDITOR, session -> Asset.of(assets.byKey(session, key).orElseThrow()));
    }

    private List<String> shelf(int limit) {
        return store.read(EDITOR, session -> {
            List<String> names = new ArrayList<>();
            for (Node node : assets.latest(session, limit)) {
                names.add(node.getName());
            }
            return names;
        });
    }

    @Test
    void a_month_folder_is_named_after_the_day() {
        assertThat(Assets.folderOf(LocalDate.of(2026, 3, 9))).isEqualTo("/2026/03");
    }
}
