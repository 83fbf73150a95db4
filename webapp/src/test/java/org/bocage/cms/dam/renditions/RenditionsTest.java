package org.bocage.cms.dam.renditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bocage.cms.dam.TestPictures;
import org.bocage.cms.dam.decoding.DamOptions;
import org.bocage.cms.dam.decoding.DecodingBusyException;
import org.bocage.cms.dam.decoding.DecodingSlots;
import org.bocage.cms.dam.decoding.PictureFormat;
import org.bocage.cms.dam.decoding.PictureReader;
import org.bocage.cms.dam.decoding.PictureSize;
import org.bocage.cms.dam.decoding.PictureWriter;
import org.bocage.cms.dam.decoding.Refusal;
import org.bocage.cms.dam.decoding.UnreadableFileException;
import org.bocage.cms.dam.uploads.UploadGuardTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;

@Tag("fast")
class RenditionsTest {

    private static final String HASH = "3f786850e387550fdab836ed7e6dc881de23001b";
    private static final Variation CARD = Variation.cropped("carte", 640, 400);
    private static final Variation LARGE = Variation.within("large", 1280, 800);
    private static final byte[] PHOTO = TestPictures.encoded(TestPictures.photo(1600, 1200, 7), "jpg");

    @TempDir
    Path folder;

    private final DamOptions options = UploadGuardTest.options(Map.of());
    private final DecodingSlots slots = new DecodingSlots(2, Duration.ofSeconds(20));
    private Renditions renditions;

    @BeforeEach
    void setUp() {
        renditions = new Renditions(options, folder, slots);
    }

    @Test
    void a_webp_has_the_size_of_its_variation_and_is_lighter_than_the_jpeg() throws Exception {
        Rendition webp = rendition(PHOTO, CARD, PictureView.PLAIN, RenditionFormat.WEBP);
        Rendition jpeg = rendition(PHOTO, CARD, PictureView.PLAIN, RenditionFormat.UNIVERSAL);

        assertThat(webp.format()).isEqualTo(PictureFormat.WEBP);
        assertThat(jpeg.format()).isEqualTo(PictureFormat.JPEG);
        assertSize(webp, 640, 400);
        assertSize(jpeg, 640, 400);
        assertThat(webp.size()).isLessThan(jpeg.size()).isEqualTo(Files.size(webp.file()));
    }

    @Test
    void a_variation_without_crop_shows_all_within_its_frame() throws Exception {
        assertSize(rendition(PHOTO, LARGE, PictureView.PLAIN, RenditionFormat.WEBP), 1067, 800);
        Variation full = Variation.wide("pleine", 800);
        assertSize(rendition(PHOTO, full, PictureView.PLAIN, RenditionFormat.WEBP), 800, 600);
    }

    @Test
    void every_rendition_shows_the_part_that_was_chosen_and_no_more() throws Exception {
        byte[] original = TestPictures.encoded(TestPictures.photoWithRedSquare(1600, 1200, 0.1, 0.1), "png");
        PictureView right = new PictureView(new Crop(0.5, 0, 0.5, 1), new FocalPoint(0.1, 0.1));
        PictureView left = new PictureView(new Crop(0, 0, 0.5, 0.5), FocalPoint.CENTRE);

        assertSize(rendition(original, LARGE, right, RenditionFormat.UNIVERSAL), 533, 800);
        assertThat(redPixels(read(rendition(original, LARGE, right, RenditionFormat.UNIVERSAL))))
                .as("what was cut off")
                .isZero();
        assertThat(redPixels(read(rendition(original, CARD, right, RenditionFormat.UNIVERSAL))))
                .isZero();
        assertThat(redPixels(read(rendition(original, LARGE, left, RenditionFormat.UNIVERSAL))))
                .as("what was kept")
                .isGreaterThan(20);
        assertThatIllegalArgumentException().isThrownBy(() -> new Crop(0.6, 0, 0.5, 1));
    }

    @Test
    void a_picture_is_never_enlarged() throws Exception {
        byte[] small = TestPictures.encoded(TestPictures.photo(300, 300, 1), "jpg");
        assertSize(rendition(small, LARGE, PictureView.PLAIN, RenditionFormat.WEBP), 300, 300);
        // the shape of the card, at the size the picture has
        assertSize(rendition(small, CARD, PictureView.PLAIN, RenditionFormat.WEBP), 300, 188);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0.1", "0.9, 0.9", "0.5, 0.95", "0.03, 0.5", "0.97, 0.02"})
    void a_crop_keeps_the_focal_point(double x, double y) throws Exception {
        byte[] tall = TestPictures.encoded(TestPictures.photoWithRedSquare(600, 1500, x, y), "png");
        byte[] wide = TestPictures.encoded(TestPictures.photoWithRedSquare(1500, 400, x, y), "png");
        for (byte[] original : List.of(tall, wide)) {
            Rendition shown = renditions.rendition(
                    "00000000" + original.length,
                    new ByteArrayResource(original),
                    Variation.cropped("vignette", 320, 200),
                    focusedOn(x, y),
                    RenditionFormat.UNIVERSAL);
            assertThat(redPixels(read(shown))).isGreaterThan(20);
        }
    }

    @Test
    void a_crop_at_the_centre_loses_what_is_at_the_edge() throws Exception {
        byte[] tall = TestPictures.encoded(TestPictures.photoWithRedSquare(600, 1500, 0.1, 0.05), "png");
        assertThat(redPixels(read(rendition(tall, CARD, PictureView.PLAIN, RenditionFormat.UNIVERSAL))))
                .isZero();
    }

    @Test
    void a_lying_photo_is_shown_upright_and_without_metadata() throws Exception {
        byte[] portrait = TestPictures.portraitOfPhone(TestPictures.photo(800, 600, 1));
        for (RenditionFormat format : RenditionFormat.values()) {
            Rendition shown = rendition(portrait, LARGE, PictureView.PLAIN, format);
            assertSize(shown, 600, 800);
            assertThat(ImageMetadataReader.readMetadata(shown.file().toFile())
                            .getDirectoriesOfType(ExifDirectoryBase.class))
                    .isEmpty();
            assertThat(Files.readString(shown.file(), StandardCharsets.ISO_8859_1))
                    .doesNotContain(TestPictures.CAMERA_SERIAL, "Exif", "EXIF");
        }
    }

    @Test
    void transparency_stays_in_both_formats() throws Exception {
        byte[] logo = TestPictures.encoded(TestPictures.plain(900, 600, new Color(0, 90, 60, 0x80)), "png");
        for (RenditionFormat format : RenditionFormat.values()) {
            Rendition shown = rendition(logo, CARD, PictureView.PLAIN, format);
            assertThat(shown.format()).isNotEqualTo(PictureFormat.JPEG);
            assertThat(read(shown).getRGB(20, 20) >>> 24).isBetween(0x7E, 0x82);
            assertThat(rendition(logo, CARD, PictureView.PLAIN, format)).isEqualTo(shown);
        }
    }

    @Test
    void a_very_large_photo_is_decoded_at_a_fraction_of_its_size() throws Exception {
        assertThat(PictureReader.subsampling(new PictureSize(8000, 6000), 0.08, PictureReader.MOST_DECODED_PIXELS))
                .isEqualTo(6);
        assertThat(PictureReader.subsampling(new PictureSize(8000, 6000), 1, PictureReader.MOST_DECODED_PIXELS))
                .isEqualTo(2);
        assertThat(PictureReader.subsampling(new PictureSize(1600, 1200), 0.4, PictureReader.MOST_DECODED_PIXELS))
                .isEqualTo(1);

        byte[] large = TestPictures.encoded(TestPictures.photoWithRedSquare(5000, 3000, 0.8, 0.8), "jpg");
        Rendition shown = rendition(large, CARD, focusedOn(0.8, 0.8), RenditionFormat.UNIVERSAL);
        assertSize(shown, 640, 400);
        assertThat(redPixels(read(shown))).isGreaterThan(500);
    }

    @Test
    void many_callers_at_once_make_it_once() throws Exception {
        AtomicInteger openings = new AtomicInteger();
        InputStreamSource original = counted(openings);
        int callers = 16;
        CountDownLatch ready = new CountDownLatch(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        List<Future<Rendition>> answers = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            answers.add(threads.submit(() -> {
                ready.countDown();
                ready.await();
                return renditions.rendition(HASH, original, CARD, PictureView.PLAIN, RenditionFormat.WEBP);
            }));
        }
        Set<Rendition> made = new HashSet<>();
        for (Future<Rendition> answer : answers) {
            made.add(answer.get());
        }
        threads.shutdown();

        assertThat(made).hasSize(1);
        assertThat(openings).hasValue(1);
        assertThat(files()).hasSize(1);
    }

    @Test
    void it_is_kept_and_serves_the_next_start() throws Exception {
        AtomicInteger openings = new AtomicInteger();
        InputStreamSource original = counted(openings);
        Rendition first = renditions.rendition(HASH, original, CARD, PictureView.PLAIN, RenditionFormat.WEBP);
        Rendition second = new Renditions(options, folder, slots)
                .rendition(HASH, original, CARD, PictureView.PLAIN, RenditionFormat.WEBP);
        assertThat(second).isEqualTo(first);
        assertThat(openings).hasValue(1);

        renditions.rendition(HASH, original, CARD, focusedOn(0.2, 0.5), RenditionFormat.WEBP);
        assertThat(openings).as("another focal point is another rendition").hasValue(2);
        renditions.rendition(HASH, original, LARGE, PictureView.PLAIN, RenditionFormat.WEBP);
        renditions.rendition(HASH, original, LARGE, focusedOn(0.2, 0.5), RenditionFormat.WEBP);
        assertThat(openings).as("but not where all is shown").hasValue(3);
    }

    @ParameterizedTest
    @CsvSource({"WEBP", "UNIVERSAL"})
    void a_damaged_file_is_made_again(RenditionFormat format) throws Exception {
        Rendition sound = rendition(PHOTO, CARD, PictureView.PLAIN, format);
        byte[] bytes = Files.readAllBytes(sound.file());
        byte[][] damages = {new byte[0], Arrays.copyOf(bytes, bytes.length / 2), new byte[bytes.length]};
        for (byte[] damage : damages) {
            Files.write(sound.file(), damage);
            assertThat(rendition(PHOTO, CARD, PictureView.PLAIN, format)).isEqualTo(sound);
            assertThat(Files.readAllBytes(sound.file())).isEqualTo(bytes);
        }
    }

    @Test
    void without_the_native_encoder_it_falls_back_to_jpeg() throws Exception {
        Renditions plain = new Renditions(options, folder, slots, () -> new PictureWriter(false));
        Rendition shown =
                plain.rendition(HASH, new ByteArrayResource(PHOTO), CARD, PictureView.PLAIN, RenditionFormat.WEBP);
        assertThat(shown.format()).isEqualTo(PictureFormat.JPEG);
        assertSize(shown, 640, 400);
        assertThat(PictureWriter.ofThisMachine().canWriteWebp()).isTrue();
    }

    @Test
    void what_is_no_sound_picture_is_refused_each_time_and_leaves_nothing() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertRefused(TestPictures.pngClaiming(20_000, 20_000), Refusal.TOO_MANY_PIXELS);
            assertRefused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), Refusal.SVG);
            assertRefused(Arrays.copyOf(PHOTO, PHOTO.length / 2), Refusal.UNREADABLE);
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void a_caller_whose_turn_does_not_come_is_told() throws Exception {
        DecodingSlots one = new DecodingSlots(1, Duration.ofMillis(20));
        Renditions busy = new Renditions(options, folder, one);
        one.run(() -> {
            assertThatExceptionOfType(DecodingBusyException.class)
                    .isThrownBy(() -> busy.rendition(
                            HASH, new ByteArrayResource(PHOTO), CARD, PictureView.PLAIN, RenditionFormat.WEBP));
            return HASH;
        });
        // and served the next time
        busy.rendition(HASH, new ByteArrayResource(PHOTO), CARD, PictureView.PLAIN, RenditionFormat.WEBP);
    }

    @Test
    void a_forgotten_picture_leaves_nothing_behind() throws Exception {
        rendition(PHOTO, CARD, PictureView.PLAIN, RenditionFormat.WEBP);
        rendition(PHOTO, LARGE, PictureView.PLAIN, RenditionFormat.UNIVERSAL);
        assertThat(files()).hasSize(2);
        renditions.forget(HASH);
        renditions.forget("0000000000");
        assertThat(files()).isEmpty();
    }

    @Test
    void after_an_erasure_no_rendition_is_left_and_they_are_made_anew() throws Exception {
        rendition(PHOTO, CARD, PictureView.PLAIN, RenditionFormat.WEBP);
        assertThat(files()).isNotEmpty();
        renditions.dropErased();
        assertThat(files()).isEmpty();
        rendition(PHOTO, CARD, PictureView.PLAIN, RenditionFormat.WEBP);
        assertThat(files()).isNotEmpty();
    }

    @Test
    void hashes_names_and_sizes_out_of_reason_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> renditions.forget("../../etc"));
        assertThatIllegalArgumentException().isThrownBy(() -> Variation.wide("../carte", 10));
        assertThatIllegalArgumentException().isThrownBy(() -> Variation.wide("carte", 100_000));
        assertThatIllegalArgumentException().isThrownBy(() -> new Variation("carte", 10, null, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new FocalPoint(Double.NaN, 0));
        assertThatThrownBy(
                        () -> new DamOptions(options.maxPictureSize(), options.maxDocumentSize(), 50, 20_000, 2560, 2))
                .hasMessageContaining("bocage.dam.max-side")
                .hasMessageContaining("100 to 16383");
    }

    @Test
    void templates_know_the_size_without_making_it() throws Exception {
        PictureSize announced = CARD.sizeFor(new PictureSize(300, 300));
        assertThat(announced).isEqualTo(new PictureSize(300, 188));
        assertThat(LARGE.sizeFor(new PictureSize(1600, 1200))).isEqualTo(new PictureSize(1067, 800));
        assertThat(LARGE.sizeFor(new PictureSize(12_000, 1))).isEqualTo(new PictureSize(1280, 1));
    }

    @Test
    void the_browser_says_whether_it_reads_webp() {
        assertThat(RenditionFormat.acceptedBy("image/avif,image/webp,*/*")).isEqualTo(RenditionFormat.WEBP);
        assertThat(RenditionFormat.acceptedBy("*/*")).isEqualTo(RenditionFormat.UNIVERSAL);
        assertThat(RenditionFormat.acceptedBy(null)).isEqualTo(RenditionFormat.UNIVERSAL);
    }

    private static PictureView focusedOn(double x, double y) {
        return new PictureView(Crop.WHOLE, new FocalPoint(x, y));
    }

    private Rendition rendition(byte[] original, Variation variation, PictureView view, RenditionFormat format)
            throws IOException {
        return renditions.rendition(
                original == PHOTO ? HASH : "00000000" + original.length,
                new ByteArrayResource(original),
                variation,
                view,
                format);
    }

    private void assertRefused(byte[] original, Refusal reason) {
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> rendition(original, CARD, PictureView.PLAIN, RenditionFormat.WEBP))
                .extracting(UnreadableFileException::reason)
                .isEqualTo(reason);
    }

    private static InputStreamSource counted(AtomicInteger openings) {
        return () -> {
            openings.incrementAndGet();
            return new ByteArrayResource(PHOTO).getInputStream();
        };
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void assertSize(Rendition rendition, int width, int height) throws IOException {
        BufferedImage picture = read(rendition);
        assertThat(picture.getWidth() + "×" + picture.getHeight()).isEqualTo(width + "×" + height);
    }

    private static BufferedImage read(Rendition rendition) throws IOException {
        return ImageIO.read(rendition.file().toFile());
    }

    private static long redPixels(BufferedImage picture) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(pixels)
                .mapToObj(Color::new)
                .filter(colour -> colour.getRed() > 220 && colour.getGreen() < 40 && colour.getBlue() < 40)
                .count();
    }
}
