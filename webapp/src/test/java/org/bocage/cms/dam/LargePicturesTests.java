package org.bocage.cms.dam;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.bocage.cms.dam.decoding.DamOptions;
import org.bocage.cms.dam.uploads.AcceptedFile;
import org.bocage.cms.dam.uploads.UploadGuard;
import org.bocage.cms.dam.uploads.UploadGuardTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Large pictures in what is left of the heap that bin/portal gives, once the portal has its own. */
class LargePicturesTests {

    private static final int ORIENTATIONS = 8;

    /** The stored corner that is to be seen at each corner of the upright picture, by EXIF orientation. */
    private static final List<String> UPRIGHT = List.of("RGBW", "GRWB", "WBGR", "BWRG", "RBGW", "BRWG", "WGBR", "GWRB");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"4032,3024", "8160,6120"})
    void several_at_once_come_in_upright_however_they_were_held(int width, int height) throws Exception {
        byte[] photo = TestPictures.photoWithCorners(width, height);
        for (int orientation = 1; orientation <= ORIENTATIONS; orientation++) {
            Files.write(folder.resolve(orientation + ".jpg"), TestPictures.oriented(photo, orientation));
        }

        List<String> told = inSmallHeap();

        assertThat(told).hasSize(ORIENTATIONS);
        for (String line : told) {
            String[] words = line.split(" ", 3);
            assertThat(words[1]).as(line).isEqualTo("kept");
            int orientation = Integer.parseInt(words[0]);
            BufferedImage kept = ImageIO.read(Path.of(words[2]).toFile());
            assertThat(corners(kept)).as("orientation %s", orientation).isEqualTo(UPRIGHT.get(orientation - 1));
            boolean turned = orientation > 4;
            assertThat(kept.getWidth()).isEqualTo(2560);
            assertThat(kept.getHeight())
                    .isEqualTo(Math.round(2560.0 * (turned ? width : height) / (turned ? height : width)));
        }
    }

    @Test
    void a_large_drawing_with_transparency_comes_in_smaller() throws Exception {
        Files.write(
                folder.resolve("1.png"),
                TestPictures.encoded(TestPictures.plain(4000, 3000, new Color(10, 20, 30, 100)), "png"));

        assertThat(inSmallHeap()).singleElement().asString().startsWith("1 kept");
    }

    /** Has a child process take all pictures of the folder, and gives back what it said of each. */
    private List<String> inSmallHeap() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx136m",
                        "-Xmn32m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Taker.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> told;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            told = out.lines().filter(line -> line.matches("[1-8] .*")).toList();
        }
        child.waitFor();
        return told;
    }

    private static String corners(BufferedImage picture) {
        int margin = 60;
        int right = picture.getWidth() - margin;
        int bottom = picture.getHeight() - margin;
        return "" + colour(picture.getRGB(margin, margin)) + colour(picture.getRGB(right, margin))
                + colour(picture.getRGB(margin, bottom)) + colour(picture.getRGB(right, bottom));
    }

    private static char colour(int pixel) {
        boolean red = (pixel >> 16 & 0xFF) > 180;
        boolean green = (pixel >> 8 & 0xFF) > 180;
        boolean blue = (pixel & 0xFF) > 180;
        if (red && green && blue) {
            return 'W';
        }
        return red ? 'R' : green ? 'G' : blue ? 'B' : '?';
    }

    /** The child: takes all at once, as many people send them. */
    static final class Taker {

        private Taker() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            DamOptions options = UploadGuardTest.options(Map.of());
            UploadGuard guard =
                    new UploadGuard(options, folder.resolve("taken"), new DamConfiguration().decodingSlots(options));
            ExecutorService people = Executors.newFixedThreadPool(ORIENTATIONS);
            List<Future<String>> answers = new ArrayList<>();
            try (DirectoryStream<Path> pictures = Files.newDirectoryStream(folder, "?.*")) {
                for (Path picture : pictures) {
                    char name = String.valueOf(picture.getFileName()).charAt(0);
                    answers.add(people.submit((Callable<String>) () -> name + take(guard, picture)));
                }
            }
            for (Future<String> answer : answers) {
                System.out.println(answer.get());
            }
            people.shutdown();
        }

        private static String take(UploadGuard guard, Path picture) throws IOException {
            try (InputStream bytes = Files.newInputStream(picture)) {
                return guard.check(String.valueOf(picture.getFileName()), bytes) instanceof AcceptedFile kept
                        ? " kept " + kept.file()
                        : " refused";
            } catch (OutOfMemoryError e) {
                return " " + e;
            }
        }
    }
}
