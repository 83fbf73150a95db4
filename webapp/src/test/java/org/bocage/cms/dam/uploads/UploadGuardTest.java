package org.bocage.cms.dam.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.bocage.cms.dam.TestDocuments;
import org.bocage.cms.dam.TestPictures;
import org.bocage.cms.dam.decoding.ContentSniffer;
import org.bocage.cms.dam.decoding.DamOptions;
import org.bocage.cms.dam.decoding.DecodingSlots;
import org.bocage.cms.dam.decoding.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@Tag("fast")
public class UploadGuardTest {

    @TempDir
    Path folder;

    private UploadGuard guard;

    public static DamOptions options(Map<String, ?> values) {
        return new Binder(new MapConfigurationPropertySource(values)).bindOrCreate("bocage.dam", DamOptions.class);
    }

    @BeforeEach
    void setUp() {
        guard = new UploadGuard(options(Map.of()), folder, new DecodingSlots(2, Duration.ofSeconds(20)));
    }

    @Test
    void a_portrait_of_a_phone_comes_in_upright_and_without_metadata() throws Exception {
        BufferedImage lying = TestPictures.photo(800, 600, 1);
        byte[] original = TestPictures.portraitOfPhone(lying);
        assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(original))
                        .getFirstDirectoryOfType(GpsDirectory.class))
                .as("the position is in the original")
                .isNotNull();

        try (AcceptedFile file = accepted("IMG_2041.JPG", original)) {
            assertThat(file.mimeType()).isEqualTo("image/jpeg");
            assertThat(file.fileName()).isEqualTo("img-2041.jpg");
            assertThat(file.isPicture()).isTrue();
            assertThat(file.width()).isEqualTo(600);
            assertThat(file.height()).isEqualTo(800);
            assertThat(file.size()).isEqualTo(Files.size(file.file()));
            // turned a quarter clockwise: the top left corner comes from the bottom left
            assertClose(read(file).getRGB(150, 100), lying.getRGB(100, 449));
            assertNoTrace(file);
        }
    }

    @Test
    void a_webp_with_exif_comes_in_upright_and_without_metadata() throws Exception {
        try (AcceptedFile file = accepted("photo.webp", TestPictures.portraitAsWebp(TestPictures.photo(400, 300, 1)))) {
            assertThat(file.mimeType()).isEqualTo("image/jpeg");
            assertThat(file.width()).isEqualTo(300);
            assertThat(file.height()).isEqualTo(400);
            assertNoTrace(file);
        }
    }

    @Test
    void a_webp_that_claims_a_huge_metadata_chunk_is_just_a_picture() throws Exception {
        byte[] webp = TestPictures.portraitAsWebp(TestPictures.photo(40, 30, 1));
        int exif = new String(webp, StandardCharsets.ISO_8859_1).indexOf("EXIF");
        Arrays.fill(webp, exif + 4, exif + 8, (byte) 0x7F);

        try (AcceptedFile file = accepted("photo.webp", webp)) {
            assertThat(file.isPicture()).isTrue();
        }
    }

    @Test
    void a_large_photo_is_kept_at_2560_pixels() throws Exception {
        try (AcceptedFile file = accepted("a.jpg", TestPictures.encoded(TestPictures.photo(5200, 3000, 1), "jpg"))) {
            assertThat(file.width()).isEqualTo(2560);
            assertThat(file.height()).isEqualTo(1477);
        }
    }

    @Test
    void a_small_photo_keeps_its_size() throws Exception {
        try (AcceptedFile file = accepted("a.jpg", TestPictures.encoded(TestPictures.photo(90, 50, 1), "jpg"))) {
            assertThat(file.width()).isEqualTo(90);
            assertThat(file.height()).isEqualTo(50);
        }
    }

    @Test
    void a_png_keeps_its_transparency() throws Exception {
        Color veil = new Color(200, 30, 60, 120);
        try (AcceptedFile file = accepted("logo.png", TestPictures.encoded(TestPictures.plain(60, 40, veil), "png"))) {
            assertThat(file.extension()).isEqualTo("png");
            assertThat(new Color(read(file).getRGB(10, 10), true)).isEqualTo(veil);
        }
    }

    @Test
    void a_png_of_few_colours_stays_a_png_and_a_photo_becomes_a_jpeg() throws Exception {
        byte[] logo = TestPictures.encoded(TestPictures.plain(60, 40, Color.BLUE), "png");
        byte[] photo = TestPictures.encoded(TestPictures.photo(300, 200, 3), "png");
        try (AcceptedFile keptLogo = accepted("logo.png", logo);
                AcceptedFile keptPhoto = accepted("photo.png", photo)) {
            assertThat(keptLogo.mimeType()).isEqualTo("image/png");
            assertThat(keptPhoto.mimeType()).isEqualTo("image/jpeg");
            assertThat(keptPhoto.fileName()).isEqualTo("photo.jpg");
        }
    }

    @Test
    void the_first_frame_of_a_gif_becomes_a_png() throws Exception {
        try (AcceptedFile file =
                accepted("a.gif", TestPictures.encoded(TestPictures.plain(60, 40, Color.BLUE), "gif"))) {
            assertThat(file.mimeType()).isEqualTo("image/png");
        }
    }

    @Test
    void colours_of_a_profile_are_those_one_sees() throws Exception {
        byte[] linear = TestPictures.withLinearProfile(TestPictures.plainOpaque(64, 64, new Color(55, 55, 55)));
        try (AcceptedFile file = accepted("a.jpg", linear)) {
            // 55 of 255 in linear light is 128 in sRGB
            assertThat(read(file).getRGB(32, 32) & 0xFF).isBetween(124, 132);
        }
    }

    @Test
    void printers_colours_are_read() throws Exception {
        try (AcceptedFile file = accepted("affiche.jpg", TestPictures.printersJpeg(64, 64))) {
            Color colour = new Color(read(file).getRGB(32, 32));
            assertThat(colour.getRed()).as("cyan ink swallows red").isLessThan(100);
            assertThat(colour.getBlue()).isGreaterThan(120);
        }
    }

    @Test
    void grey_with_transparency_is_not_brightened() throws Exception {
        try (AcceptedFile file = accepted("gris.png", TestPictures.greyWithAlpha(16, 16, 100, 200))) {
            assertThat(read(file).getRGB(8, 8)).isEqualTo(0xC8646464);
        }
    }

    @Test
    void a_png_that_claims_400_megapixels_is_refused_before_decoding() throws Exception {
        byte[] bomb = TestPictures.pngClaiming(20_000, 20_000);
        assertThat(bomb.length).isLessThan(2_000);
        RefusedFile refused = refused("bombe.png", bomb);
        assertThat(refused.reason()).isEqualTo(Refusal.TOO_MANY_PIXELS);
        assertThat(refused.limits()).containsExactly(50, 12_000);
    }

    @Test
    void a_png_that_is_one_pixel_high_and_very_wide_is_refused() throws Exception {
        assertThat(refused("a.png", TestPictures.pngClaiming(12_001, 1)).reason())
                .isEqualTo(Refusal.TOO_MANY_PIXELS);
    }

    @Test
    void compressed_texts_of_a_png_are_not_even_unfolded() throws Exception {
        byte[] png = TestPictures.pngWithGarbledText(TestPictures.plain(60, 40, Color.BLUE));
        try (AcceptedFile file = accepted("a.png", png)) {
            assertThat(file.isPicture()).isTrue();
        }
    }

    @Test
    void a_jpeg_of_hundreds_of_scans_is_refused() throws Exception {
        byte[] jpeg = TestPictures.encoded(TestPictures.photo(60, 40, 1), "jpg");
        byte[] scans = new byte[120 * 4];
        for (int i = 0; i < scans.length; i += 4) {
            System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 2}, 0, scans, i, 4);
        }
        byte[] end = {(byte) 0xFF, (byte) 0xD9};
        byte[] open = TestPictures.concat(Arrays.copyOf(jpeg, jpeg.length - 2), scans);
        assertThat(refused("a.jpg", TestPictures.concat(open, end)).reason()).isEqualTo(Refusal.UNFOLDS_TOO_LARGE);
    }

    @Test
    void a_photo_with_a_film_behind_it_is_just_the_photo() throws Exception {
        byte[] film = new byte[14 * 1024 * 1024];
        new Random(11).nextBytes(film);
        byte[] photo = TestPictures.encoded(TestPictures.photo(600, 400, 1), "jpg");
        try (AcceptedFile file = accepted("MVIMG.jpg", TestPictures.concat(photo, film))) {
            assertThat(file.size()).isLessThan(2L * photo.length);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg> | photo.jpg | SVG",
                "<?xml version='1.0'?><!-- --><svg><script>alert(1)</script></svg> | photo.jpg | SVG",
                "<!DOCTYPE html><html><script>alert(1)</script></html> | photo.png | NOT_ACCEPTED",
                "<!-- %PDF-1.4 --><html><script>alert(1)</script></html> | notice.pdf | NOT_ACCEPTED",
                "MZ\u0090\u0000 | notice.pdf | NOT_ACCEPTED",
                "#!/bin/sh | notice.docx | NOT_ACCEPTED",
                "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1 | compte-rendu.doc | OLD_OFFICE",
                "'\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic' | photo.heic | HEIC"
            })
    void content_decides_and_the_name_has_no_say(String content, String name, Refusal reason) throws Exception {
        assertThat(refused(name, content.getBytes(StandardCharsets.ISO_8859_1)).reason())
                .isEqualTo(reason);
    }

    @Test
    void an_empty_file_is_refused() throws Exception {
        assertThat(refused("vide.jpg", new byte[0]).reason()).isEqualTo(Refusal.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"jpg", "png", "gif", "webp"})
    void a_picture_cut_short_is_refused(String format) throws Exception {
        byte[] whole = TestPictures.encoded(TestPictures.photo(400, 300, 2), format);
        assertThat(refused("a." + format, Arrays.copyOf(whole, whole.length / 2))
                        .reason())
                .isEqualTo(Refusal.UNREADABLE);
        assertThat(refused("a." + format, Arrays.copyOf(whole, 40)).reason()).isEqualTo(Refusal.UNREADABLE);
    }

    @Test
    void a_stream_of_50_megabytes_is_stopped_at_the_limit() throws Exception {
        byte[] head = TestPictures.encoded(TestPictures.photo(60, 40, 2), "jpg");
        CountingStream stream = new CountingStream(head, 50L * 1024 * 1024);

        RefusedFile refused = (RefusedFile) guard.check("film.jpg", stream);

        assertThat(refused.reason()).isEqualTo(Refusal.TOO_LARGE);
        assertThat(refused.limits()).containsExactly(15L);
        assertThat(stream.read).isBetween(15L * 1024 * 1024, 15L * 1024 * 1024 + 2L * ContentSniffer.HEAD);
        assertNothingLeft();
    }

    @Test
    void a_stream_of_no_accepted_type_is_stopped_at_once() throws Exception {
        CountingStream stream = new CountingStream("MZ".getBytes(UTF_8), 50L * 1024 * 1024);

        assertThat(((RefusedFile) guard.check("film.jpg", stream)).reason()).isEqualTo(Refusal.NOT_ACCEPTED);
        assertThat(stream.read).isEqualTo(ContentSniffer.HEAD);
    }

    @Test
    void a_document_may_be_larger_than_a_picture() throws Exception {
        byte[] pdf = Arrays.copyOf(TestDocuments.pdf(), 19 * 1024 * 1024);
        try (AcceptedFile file = accepted("rapport.pdf", pdf)) {
            assertThat(file.size()).isEqualTo(pdf.length);
        }
        RefusedFile refused = refused("rapport.pdf", Arrays.copyOf(pdf, 21 * 1024 * 1024));
        assertThat(refused.limits()).containsExactly(20L);
    }

    @Test
    void documents_are_told_by_what_they_hold() throws Exception {
        assertDocument(TestDocuments.pdf(), "pdf");
        assertDocument(TestDocuments.openDocument(TestDocuments.ODT), "odt");
        assertDocument(TestDocuments.openDocument(TestDocuments.ODS), "ods");
        assertDocument(TestDocuments.office(TestDocuments.WORD), "docx");
        assertDocument(TestDocuments.office(TestDocuments.EXCEL), "xlsx");
    }

    @Test
    void other_archives_are_refused() throws Exception {
        assertThat(refused("a.docx", TestDocuments.zip()).reason()).isEqualTo(Refusal.NOT_ACCEPTED);
        byte[] word = TestDocuments.office(TestDocuments.WORD);
        assertThat(refused("a.docx", Arrays.copyOf(word, word.length / 2)).reason())
                .isEqualTo(Refusal.UNREADABLE);
    }

    @Test
    void documents_that_carry_programs_are_refused() throws Exception {
        byte[][] documents = {
            TestDocuments.office(TestDocuments.WORD_WITH_MACROS),
            TestDocuments.office(TestDocuments.WORD, "word/vbaProject.bin"),
            TestDocuments.openDocument(TestDocuments.ODT, "Basic/Standard/Module1.xml")
        };
        for (byte[] document : documents) {
            assertThat(refused("a.docx", document).reason()).isEqualTo(Refusal.MACROS);
        }
    }

    @Test
    void an_archive_that_unfolds_without_end_is_refused() throws Exception {
        byte[] bomb = TestDocuments.bomb(300);
        assertThat(bomb.length).isLessThan(400_000);
        assertThat(refused("a.docx", bomb).reason()).isEqualTo(Refusal.UNFOLDS_TOO_LARGE);
    }

    @Test
    void pictures_wait_for_their_turn_and_say_so_when_it_does_not_come() throws Exception {
        DecodingSlots none = new DecodingSlots(1, Duration.ofMillis(20));
        UploadGuard busy = new UploadGuard(options(Map.of()), folder, none);
        byte[] photo = TestPictures.encoded(TestPictures.photo(60, 40, 2), "jpg");

        CheckedFile checked = none.run(() -> busy.check("a.jpg", new ByteArrayInputStream(photo)));

        assertThat(((RefusedFile) checked).reason()).isEqualTo(Refusal.BUSY);
        assertNothingLeft();
    }

    private AcceptedFile accepted(String name, byte[] content) throws IOException {
        CheckedFile checked = guard.check(name, new ByteArrayInputStream(content));
        assertThat(checked).isInstanceOf(AcceptedFile.class);
        return (AcceptedFile) checked;
    }

    private RefusedFile refused(String name, byte[] content) throws IOException {
        CheckedFile checked = guard.check(name, new ByteArrayInputStream(content));
        assertThat(checked).isInstanceOf(RefusedFile.class);
        assertNothingLeft();
        return (RefusedFile) checked;
    }

    private void assertDocument(byte[] content, String extension) throws IOException {
        try (AcceptedFile file = accepted("Compte rendu.bin", content)) {
            assertThat(file.extension()).isEqualTo(extension);
            assertThat(file.fileName()).isEqualTo("compte-rendu." + extension);
            assertThat(file.isPicture()).isFalse();
            assertThat(Files.readAllBytes(file.file())).isEqualTo(content);
        }
        assertNothingLeft();
    }

    private void assertNothingLeft() {
        assertThat(folder).isEmptyDirectory();
    }

    static void assertNoTrace(AcceptedFile file) throws Exception {
        Metadata metadata = ImageMetadataReader.readMetadata(file.file().toFile());
        assertThat(metadata.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
        assertThat(metadata.getDirectoriesOfType(ExifDirectoryBase.class)).isEmpty();
        assertThat(Files.readString(file.file(), StandardCharsets.ISO_8859_1))
                .doesNotContain(TestPictures.CAMERA_SERIAL, "Exif");
    }

    private static BufferedImage read(AcceptedFile file) throws IOException {
        return ImageIO.read(file.file().toFile());
    }

    private static void assertClose(int actual, int expected) {
        for (int shift : new int[] {0, 8, 16}) {
            assertThat((actual >> shift & 0xFF) - (expected >> shift & 0xFF)).isBetween(-24, 24);
        }
    }

    /** A beginning, then zeros, and a count of what was read. */
    private static final class CountingStream extends InputStream {

        private final byte[] head;
        private final long length;
        private long read;

        CountingStream(byte[] head, long length) {
            this.head = head;
            this.length = length;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int wanted) {
            if (read >= length) {
                return -1;
            }
            int count = (int) Math.min(wanted, length - read);
            for (int i = 0; i < count; i++) {
                long at = read + i;
                target[from + i] = at < head.length ? head[(int) at] : 0;
            }
            read += count;
            return count;
        }
    }
}
