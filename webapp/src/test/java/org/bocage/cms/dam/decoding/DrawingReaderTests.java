package org.bocage.cms.dam.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawings become pictures: in their shape and colours, and with nothing of what else they hold. */
class DrawingReaderTests {

    private static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 50'>%s</svg>";
    private static final String DISC = "<circle cx='25' cy='25' r='25' fill='#1d3557'/>";

    private static BufferedImage read(String svg) throws IOException {
        return DrawingReader.read(svg.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_drawing_fills_the_frame_in_its_own_shape_on_a_transparent_ground() throws IOException {
        BufferedImage picture = read(SVG.formatted(DISC));

        assertThat(picture.getWidth()).isEqualTo(DrawingReader.WIDTH);
        assertThat(picture.getHeight()).isEqualTo(DrawingReader.WIDTH / 4);
        assertThat(picture.getRGB(200, 200)).isEqualTo(0xff1d3557);
        assertThat(picture.getRGB(1_500, 200) >>> 24).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='50'><rect width='200' height='50'/></svg>",
                "<?xml version='1.0' encoding='UTF-8'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN'"
                        + " 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg xmlns='http://www.w3.org/2000/svg'"
                        + " viewBox='0 0 200 50'><rect width='200' height='50'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 50'><style>.a{fill:#000}</style>"
                        + "<rect class='a' width='200' height='50'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 50'><defs><linearGradient id='g'><stop"
                        + " stop-color='#000'/></linearGradient></defs><rect fill='url(#g)' width='200' height='50'/></svg>"
            })
    void drawings_as_programs_write_them_are_read(String svg) throws IOException {
        assertThat(read(svg).getRGB(800, 200)).isEqualTo(0xff000000);
    }

    @Test
    void scripts_and_what_lies_elsewhere_are_left_behind(@TempDir Path folder) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        elsewhere.start();
        Path secret = Files.writeString(folder.resolve("secret"), "un secret");
        String there = "http://127.0.0.1:" + elsewhere.getAddress().getPort();
        try {
            BufferedImage picture = read(SVG.formatted(DISC
                    + "<script>fetch('" + there + "/script')</script><script href='" + there + "/a.js'/>"
                    + "<image href='" + there + "/image.png' width='200' height='50'/>"
                    + "<image href='" + secret.toUri() + "' width='200' height='50'/>"
                    + "<use href='" + there + "/use.svg#a'/><style>@import url(" + there + "/style.css);</style>"
                    + "<a href='" + there + "/lien' onclick='x()'><rect x='190' width='10' height='10'/></a>"));

            assertThat(picture.getRGB(200, 200)).isEqualTo(0xff1d3557);
            assertThat(asked).hasValue(0);
        } finally {
            elsewhere.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<svg",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 50'></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 0'><rect width='9' height='9'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90000 1'><rect width='90000' height='1'/></svg>",
                "<html><body><p>Bonjour</p></body></html>",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 50'><rect width='200' height=",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='a b c d'><use href='#a' id='a'/></svg>"
            })
    void what_cannot_be_drawn_is_refused(String svg) {
        assertThatThrownBy(() -> read(svg))
                .isInstanceOf(UnreadableFileException.class)
                .extracting(refused -> ((UnreadableFileException) refused).reason())
                .isEqualTo(Refusal.UNREADABLE);
    }

    @Test
    void entities_that_unfold_without_end_are_not_unfolded() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE svg [<!ENTITY a0 'laborieux'>");
        for (int i = 1; i < 12; i++) {
            bomb.append("<!ENTITY a%d '%s'>".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        bomb.append("]>").append(SVG.formatted("<desc>&a11;</desc>"));

        assertThatThrownBy(() -> read(bomb.toString())).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void a_file_of_this_machine_is_not_read_through_an_entity(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "<rect width='200' height='50' fill='#f00'/>");
        String svg = "<!DOCTYPE svg [<!ENTITY lu SYSTEM '" + secret.toUri() + "'>]>" + SVG.formatted(DISC + "&lu;");

        try {
            assertThat(read(svg).getRGB(1_500, 200) >>> 24).isZero();
        } catch (UnreadableFileException e) {
            assertThat(e.reason()).isEqualTo(Refusal.UNREADABLE);
        }
    }

    @Test
    void drawings_that_repeat_themselves_without_end_come_to_an_end() throws IOException {
        StringBuilder uses = new StringBuilder("<defs><g id='a0'>" + DISC + "</g>");
        for (int i = 1; i < 30; i++) {
            uses.append("<g id='a%d'>%s</g>"
                    .formatted(i, "<use href='#a%d'/>".formatted(i - 1).repeat(10)));
        }
        String svg = SVG.formatted(uses + "</defs>" + DISC + "<use href='#a29'/>");
        try {
            read(svg);
        } catch (UnreadableFileException e) {
            assertThat(e.reason()).isEqualTo(Refusal.UNREADABLE);
        }
    }
}
