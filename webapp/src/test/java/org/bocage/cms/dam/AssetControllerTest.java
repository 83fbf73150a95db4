package org.bocage.cms.dam;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.GpsDirectory;
import jakarta.servlet.http.HttpServletRequest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.dam.decoding.DecodingSlots;
import org.bocage.cms.dam.renditions.Renditions;
import org.bocage.cms.dam.uploads.AcceptedFile;
import org.bocage.cms.dam.uploads.UploadGuard;
import org.bocage.cms.dam.uploads.UploadGuardTest;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.BothStores;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.PublishedWriter;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.access.AccessRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.result.MockMvcResultMatchers;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Real stores, real HTTP. Who asks is told by a header. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class AssetControllerTest {

    private static final byte[] PHOTO = TestPictures.encoded(TestPictures.photo(1600, 1200, 7), "jpg");
    private static final String WEBP = "image/avif,image/webp,*/*";

    @TempDir
    static Path home;

    @LocalServerPort
    int port;

    @Autowired
    Stores stores;

    @Autowired
    Assets assets;

    @Autowired
    DefinitionRegistry registry;

    @Autowired
    UploadGuard guard;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AssetAddresses addresses = new AssetAddresses("");

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        registry.add("bocage.home", home::toString);
    }

    @BeforeEach
    void emptyLibrary() {
        for (WritableStore store : BothStores.of(stores)) {
            store.update(Identity.SYSTEM, session -> {
                if (Workspace.DAM.exists(session)) {
                    Workspace.DAM.root(session).remove();
                }
            });
            store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, Workspace.DAM));
            store.update(
                    Identity.SYSTEM,
                    session -> AccessControl.setRole(
                            session, Workspace.DAM, "visiteur", List.of(new AccessRule("/*", 8))));
        }
    }

    @Test
    void a_rendition_has_the_size_of_its_variation_and_the_format_the_browser_accepts() throws Exception {
        String card = addresses.rendition(add(BothStores.published(stores), "photo.jpg"), "portail", "carte");

        HttpResponse<byte[]> webp = get(card, "Accept", WEBP);
        assertThat(webp.statusCode()).isEqualTo(200);
        assertThat(header(webp, "Content-Type")).isEqualTo("image/webp");
        assertThat(header(webp, "Cache-Control")).isEqualTo("max-age=600, public");
        assertThat(header(webp, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(webp.headers().allValues("Vary")).contains("Accept");
        assertSize(webp.body(), 640, 400);

        HttpResponse<byte[]> jpeg = get(card, "Accept", "image/*");
        assertThat(header(jpeg, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(jpeg, "ETag")).isNotEqualTo(header(webp, "ETag"));
        assertSize(jpeg.body(), 640, 400);
    }

    @Test
    void each_variation_of_the_theme_is_served() throws Exception {
        Asset asset = add(BothStores.published(stores), "photo.jpg");

        assertSize(get(addresses.rendition(asset, "portail", "vignette")).body(), 320, 200);
        assertSize(get(addresses.rendition(asset, "portail", "large")).body(), 1067, 800);
        assertSize(get(addresses.rendition(asset, "portail", "pleine")).body(), 1600, 1200);
    }

    @Test
    void PH_06_no_position_and_no_serial_number_is_in_any_byte_that_a_visitor_gets() throws Exception {
        byte[] taken = TestPictures.portraitOfPhone(TestPictures.photo(1600, 1200, 3));
        assertThat(new String(taken, StandardCharsets.ISO_8859_1))
                .as("what the phone sent")
                .contains("Exif", TestPictures.CAMERA_SERIAL);
        Asset asset = add(BothStores.published(stores), "photo.jpg", taken);

        List<String> all = Stream.concat(
                        Stream.of("vignette", "carte", "partage", "large", "pleine")
                                .map(variation -> addresses.rendition(asset, "portail", variation)),
                        Stream.of(addresses.original(asset), "/dam/" + asset.key()))
                .toList();
        for (String address : all) {
            for (String accepted : List.of(WEBP, "image/*")) {
                HttpResponse<byte[]> answer = get(address, "Accept", accepted);
                assertThat(answer.statusCode()).as(address).isEqualTo(200);
                assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1))
                        .as(address)
                        .doesNotContain(TestPictures.CAMERA_SERIAL, "Exif", "EXIF");
                assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(answer.body()))
                                .getDirectoriesOfType(GpsDirectory.class))
                        .as(address)
                        .isEmpty();
            }
        }
    }

    @Test
    void PH_07_a_photo_is_there_in_three_widths_as_webp_and_jpeg_and_never_as_it_was_taken() throws Exception {
        byte[] taken = TestPictures.encoded(TestPictures.photo(4000, 2500, 4), "jpg");
        Asset asset = add(BothStores.published(stores), "photo.jpg", taken);

        Map.of("vignette", 320, "carte", 640, "large", 1280).forEach((variation, width) -> {
            String address = addresses.rendition(asset, "portail", variation);
            for (String accepted : List.of(WEBP, "image/*")) {
                HttpResponse<byte[]> answer = got(address, accepted);
                assertThat(header(answer, "Content-Type"))
                        .isEqualTo(accepted.equals(WEBP) ? "image/webp" : "image/jpeg");
                assertThat(width(answer.body())).as(address).isEqualTo(width);
            }
        });
        HttpResponse<byte[]> whole = get(addresses.original(asset));
        assertThat(whole.body()).as("what was sent by the camera is not kept").isNotEqualTo(taken);
        assertThat(width(whole.body())).isEqualTo(2560);
    }

    private HttpResponse<byte[]> got(String address, String accepted) {
        try {
            return get(address, "Accept", accepted);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static int width(byte[] bytes) {
        try {
            return ImageIO.read(new ByteArrayInputStream(bytes)).getWidth();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_rendition_is_made_once_and_not_sent_again_to_who_has_it() throws Exception {
        String card = addresses.rendition(add(BothStores.published(stores), "photo.jpg"), "portail", "carte");
        HttpResponse<byte[]> first = get(card, "Accept", WEBP);
        List<Path> made = renditions();
        FileTime stamp = Files.getLastModifiedTime(made.get(0));

        HttpResponse<byte[]> second = get(card, "Accept", WEBP);
        HttpResponse<byte[]> known = get(card, "Accept", WEBP, "If-None-Match", header(first, "ETag"));

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(renditions()).isEqualTo(made);
        assertThat(Files.getLastModifiedTime(made.get(0))).isEqualTo(stamp);
    }

    @Test
    void an_original_is_served_by_key_and_by_path_with_or_without_extension() throws Exception {
        Asset asset = add(BothStores.published(stores), "photo.jpg");
        byte[] kept = get(addresses.original(asset)).body();

        assertSize(kept, 1600, 1200);
        assertThat(get("/dam/" + asset.key()).body()).isEqualTo(kept);
        assertThat(get("/dam/2026/11/photo.jpg").body()).isEqualTo(kept);
        assertThat(get("/dam/jcr/2026/11/photo.jpg").body()).isEqualTo(kept);
        assertThat(get("/dam/2026/11/photo.jpg.jpg").body()).isEqualTo(kept);
        assertThat(header(get(addresses.original(asset)), "Cache-Control")).isEqualTo("max-age=600, public");
        assertThat(get(addresses.original(asset)).headers().firstValue("Content-Disposition"))
                .isEmpty();
    }

    @Test
    void a_part_of_an_original_is_sent_when_asked_for() throws Exception {
        String address = addresses.original(add(BothStores.published(stores), "photo.jpg"));
        HttpResponse<byte[]> whole = get(address);

        HttpResponse<byte[]> part = get(address, "Range", "bytes=100-199");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 100, 200));
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 100-199/" + whole.body().length);
        assertThat(get(address, "Range", "bytes=999999999-").statusCode()).isEqualTo(416);
        assertThat(get(address, "Range", "bytes=0-9", "If-Range", header(whole, "ETag"))
                        .statusCode())
                .isEqualTo(206);
        HttpResponse<byte[]> changed = get(address, "Range", "bytes=0-9", "If-Range", "\"other\"");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).isEqualTo(whole.body());
    }

    @Test
    void what_only_the_board_may_read_is_absent_for_a_visitor_and_kept_from_shared_caches() throws Exception {
        Asset asset = add(BothStores.published(stores), "plan.jpg");
        new PublishedWriter(stores)
                .write(session -> AccessControl.setAudience(
                        assets.byKey(session, asset.key()).orElseThrow(), Audience.BOARD));
        String card = addresses.rendition(asset, "portail", "carte");

        assertThat(get(card, "X-Reader", "ca").statusCode()).isEqualTo(200);
        HttpResponse<byte[]> original = get(addresses.original(asset), "X-Reader", "ca");
        assertThat(original.statusCode()).isEqualTo(200);
        assertThat(header(original, "Cache-Control")).isEqualTo("no-cache, private");
        for (String address : List.of(card, addresses.original(asset), "/dam" + asset.path())) {
            assertThat(get(address).statusCode()).as(address).isEqualTo(404);
        }
    }

    @Test
    void a_draft_is_served_below_author_to_who_may_read_it_and_nowhere_else() throws Exception {
        Asset draft = add(stores.author(), "brouillon.jpg");
        AssetAddresses author = new AssetAddresses("/author");

        for (String address : List.of(author.original(draft), author.rendition(draft, "portail", "vignette"))) {
            HttpResponse<byte[]> served = get(address, "X-Reader", "ca");
            assertThat(served.statusCode()).as(address).isEqualTo(200);
            assertThat(header(served, "Cache-Control")).isEqualTo("no-cache, private");
            assertThat(get(address).statusCode()).as(address).isEqualTo(404);
            String onTheSite = address.substring("/author".length());
            assertThat(get(onTheSite, "X-Reader", "ca").statusCode())
                    .as(onTheSite)
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dam/../../pom.xml",
                "/dam/%2e%2e/%2e%2e/pom.xml",
                "/dam/2026/..%2f..%2fpom.xml",
                "/dam/2026/..%5c..%5cpom.xml",
                "/dam//2026/11/photo.jpg",
                "/dam/2026%2f11/photo.jpg",
                "/dam/2026/11/photo.jpg/jcr:content",
                "/dam/2026/11/*",
                "/dam/2026/11/photo.jpg%00",
                "/dam/jcr:../photo.jpg",
                "/dam/jcr:%2f2026%2f11/photo.jpg",
                "/dam",
                "/.imaging/mte/portail/carte/dam/../../../../pom.xml/jcr:content/x",
                "/.imaging/mte/portail/..%2f..%2fcarte/dam/2026/11/photo.jpg/jcr:content/photo.jpg",
                "/.imaging/mte/portail/carte/dam/jcr:content/photo.jpg",
                "/.imaging/mte/portail/carte/dam/2026/11/photo.jpg/photo.jpg",
                "/.imaging/mte/portail/carte/actus/2026/11/photo.jpg/jcr:content/photo.jpg",
                "/.imaging/mte/portail/carte",
                "/.imaging/mte/portail/inconnue/dam/2026/11/photo.jpg/jcr:content/photo.jpg",
                "/.imaging/mte/inconnu/carte/dam/2026/11/photo.jpg/jcr:content/photo.jpg"
            })
    void an_address_that_names_no_asset_finds_nothing(String address) throws Exception {
        add(BothStores.published(stores), "photo.jpg");

        assertThat(get(address).statusCode()).isIn(400, 404);
    }

    @Test
    void a_drawing_is_a_download_in_a_sandbox() throws Exception {
        byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.UTF_8);
        Asset drawing = imported("haie.svg", "image/svg+xml", svg);

        HttpResponse<byte[]> served = get(addresses.rendition(drawing, "portail", "carte"));
        assertThat(served.body()).isEqualTo(svg);
        assertThat(header(served, "Content-Type")).isEqualTo("image/svg+xml;charset=UTF-8");
        assertThat(header(served, "Content-Disposition"))
                .startsWith("attachment")
                .contains("haie.svg");
        assertThat(header(served, "Content-Security-Policy")).contains("sandbox");
        assertThat(get("/.imaging/mte/portail/carte/dam/haie.svg/jcr:content/haie.svg")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_imported_picture_passes_as_it_is_and_a_damaged_one_has_no_rendition() throws Exception {
        Asset whole = imported("rue.jpg", "image/jpeg", PHOTO);
        Asset damaged = imported("abimee.jpg", "image/jpeg", "not a picture".getBytes(StandardCharsets.UTF_8));

        assertThat(get(addresses.original(whole)).body()).isEqualTo(PHOTO);
        assertSize(get(addresses.rendition(whole, "portail", "carte")).body(), 640, 400);
        assertThat(get(addresses.rendition(damaged, "portail", "carte")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_replaced_picture_has_new_renditions_at_the_same_address() throws Exception {
        Asset asset = imported("rue.jpg", "image/jpeg", PHOTO);
        String card = addresses.rendition(asset, "portail", "carte");
        HttpResponse<byte[]> before = get(card);
        byte[] other = TestPictures.encoded(TestPictures.photo(320, 200, 9), "jpg");
        new PublishedWriter(stores)
                .write(session -> content(assets.byPath(session, "/rue.jpg").orElseThrow(), other));

        HttpResponse<byte[]> after = get(card, "If-None-Match", header(before, "ETag"));
        assertThat(after.statusCode()).isEqualTo(200);
        assertSize(after.body(), 320, 200);
    }

    @Test
    void while_too_many_pictures_wait_a_new_one_is_to_be_asked_for_later() throws Exception {
        DecodingSlots taken = new DecodingSlots(0, Duration.ZERO);
        Renditions busy = new Renditions(UploadGuardTest.options(Map.of()), home.resolve("busy"), taken);
        MockMvc portal = MockMvcBuilders.standaloneSetup(
                        new AssetController(stores, registry, assets, busy, new DamConfiguration().visitorsOnly()))
                .build();
        String card = addresses.rendition(add(BothStores.published(stores), "photo.jpg"), "portail", "carte");

        portal.perform(MockMvcRequestBuilders.get(URI.create(card)))
                .andExpect(MockMvcResultMatchers.status().isServiceUnavailable())
                .andExpect(MockMvcResultMatchers.header().string("Retry-After", "5"))
                .andExpect(MockMvcResultMatchers.header().string("Cache-Control", "no-store"));
    }

    private Asset add(WritableStore store, String fileName) {
        return add(store, fileName, PHOTO);
    }

    private Asset add(WritableStore store, String fileName, byte[] taken) {
        try (AcceptedFile file = (AcceptedFile) guard.check(fileName, new ByteArrayInputStream(taken))) {
            return store.write(Identity.SYSTEM, session -> added(session, file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Asset added(Session session, AcceptedFile file) throws RepositoryException {
        try {
            return Asset.of(assets.add(session, file, "/2026/11", "Photo", "Une place", false, "Léa"));
        } catch (IOException e) {
            throw new RepositoryException(e);
        }
    }

    private Asset imported(String name, String mimeType, byte[] bytes) {
        return BothStores.published(stores).write(Identity.SYSTEM, session -> {
            Node asset = Workspace.DAM.root(session).addNode(name, "mgnl:asset");
            Node content = asset.addNode("jcr:content", "mgnl:resource");
            content.setProperty("jcr:mimeType", mimeType);
            content(asset, bytes);
            return Asset.of(asset);
        });
    }

    private static void content(Node asset, byte[] bytes) throws RepositoryException {
        asset.getNode("jcr:content")
                .setProperty(
                        "jcr:data", asset.getSession().getValueFactory().createBinary(new ByteArrayInputStream(bytes)));
    }

    private HttpResponse<byte[]> get(String address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static void assertSize(byte[] bytes, int width, int height) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(picture).as("a picture").isNotNull();
        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
    }

    private static List<Path> renditions() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("renditions"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan({"org.bocage.cms.repository", "org.bocage.cms.definition", "org.bocage.cms.dam"})
    static class Portal {

        @Bean
        AssetReader byHeader() {
            return new AssetReader() {
                @Override
                public Identity published(HttpServletRequest request) {
                    return "ca".equals(request.getHeader("X-Reader"))
                            ? Identity.of("lea", Set.of("visiteur"), Set.of(Audience.BOARD))
                            : Identity.anonymous(Set.of("visiteur"));
                }

                @Override
                public Identity author(HttpServletRequest request) {
                    return "ca".equals(request.getHeader("X-Reader"))
                            ? published(request)
                            : new Identity("nobody", Set.of());
                }
            };
        }

        @Bean
        SecurityFilterChain open(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                    .build();
        }
    }
}
