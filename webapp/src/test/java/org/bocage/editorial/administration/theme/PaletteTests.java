package org.bocage.editorial.administration.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("fast")
class PaletteTests {

    private static final Map<String, String> USUAL = new LinkedHashMap<>();
    private static final List<String> LEADING = List.of("meadow", "sun");
    private static final List<String> AWKWARD = List.of(
            "#000000", "#ffffff", "#808080", "#0b1f4b", "#e6ff00", "#ff0000", "#00ff00", "#0000ff", "#fff9c4",
            "#fffaf0", "#15201b", "#1e2b25", "#ff8800", "#7f7f00");

    static {
        USUAL.put("sun", "#ffc83d");
        USUAL.put("poppy", "#ff7a59");
        USUAL.put("cornflower", "#6fa0ff");
        USUAL.put("meadow", "#43c67f");
        USUAL.put("wisteria", "#b08cff");
        USUAL.put("pond", "#35bdb6");
        USUAL.put("rose", "#ff82b2");
    }

    /** Grounds, quiet ink and words of the foot of the page, as tokens.css has them. */
    private record Theme(Set<String> grounds, String ink, String quiet, String onHedge) {}

    private static final Map<Light, Theme> THEME = Map.of(
            Light.DAY, new Theme(Set.of("#fffaf0", "#ffffff"), "#1e2b25", "#4b5a52", "#fffaf0"),
            Light.NIGHT, new Theme(Set.of("#15201b", "#1f2c26"), "#f4efe3", "#bcc6bd", "#f4efe3"));

    static Stream<ColourPair> pairs() {
        Random random = new Random(20261129);
        Stream<ColourPair> drawn = IntStream.range(0, 500).mapToObj(i -> new ColourPair(any(random), any(random)));
        return Stream.concat(
                drawn, AWKWARD.stream().flatMap(one -> AWKWARD.stream().map(other -> new ColourPair(one, other))));
    }

    private static String of(Map<String, String> palette, String name) {
        return Objects.requireNonNull(palette.get(name), name);
    }

    private static String any(Random random) {
        return "#%06x".formatted(random.nextInt(0x1000000));
    }

    @ParameterizedTest
    @EnumSource(Light.class)
    void every_pair_gives_a_palette_that_is_read_by_day_and_by_night(Light light) {
        SoftAssertions all = new SoftAssertions();
        Theme theme = Objects.requireNonNull(THEME.get(light));
        pairs().forEach(pair -> {
            Map<String, String> palette = Palette.of(light, pair, USUAL, LEADING);
            Set<String> behind = new HashSet<>(theme.grounds());
            USUAL.keySet().forEach(name -> behind.add(of(palette, name + "-soft")));
            behind.add(of(palette, "sky"));
            for (String name : USUAL.keySet()) {
                String fill = of(palette, name);
                holds(all, pair, name, of(palette, "on-" + name), fill, 4.5);
                holds(all, pair, name + "-plot", "#1e2b25", of(palette, name + "-plot"), 4.5);
                holds(all, pair, name + " on the page", fill, light.ground(), light == Light.DAY ? 1.35 : 3);
                behind.forEach(one -> holds(all, pair, name + "-text", of(palette, name + "-text"), one, 4.5));
            }
            behind.forEach(one -> holds(all, pair, "ink", theme.ink(), one, 7));
            behind.forEach(one -> holds(all, pair, "quiet ink", theme.quiet(), one, 4.5));
            behind.forEach(one -> holds(all, pair, "hedge", of(palette, "hedge"), one, 3));
            holds(all, pair, "foot", theme.onHedge(), of(palette, "hedge-deep"), 7);
            holds(all, pair, "mark", of(palette, "hedge-mark"), of(palette, "hedge-deep"), 3);
        });
        all.assertAll();
    }

    private static void holds(
            SoftAssertions all, ColourPair pair, String what, String colour, String behind, double least) {
        double contrast = Oklch.contrast(colour, behind);
        if (contrast < least) {
            all.fail("%s: %s %s on %s is %.2f, needs %.2f", pair, what, colour, behind, contrast, least);
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void rubriques_that_are_not_chosen_are_gay_and_differ(ColourPair pair) {
        Map<String, String> palette = Palette.of(Light.DAY, pair, USUAL, LEADING);
        List<Oklch> turned = new ArrayList<>();
        USUAL.keySet().stream()
                .filter(name -> !LEADING.contains(name))
                .forEach(name -> turned.add(Oklch.of(of(palette, name))));
        assertThat(turned).hasSize(5).allSatisfy(one -> assertThat(one.chroma()).isGreaterThan(0.07));
        for (Oklch one : turned) {
            assertThat(turned).filteredOn(other -> one.distance(other) < 0.04).containsExactly(one);
        }
    }

    @ParameterizedTest
    @CsvSource({"#0b1f4b, #ff8800", "#43c67f, #ffc83d", "#000000, #b00020"})
    void a_colour_on_which_one_reads_and_that_is_seen_is_used_as_it_is(String first, String second) {
        Map<String, String> palette = Palette.of(Light.DAY, new ColourPair(first, second), USUAL, LEADING);
        assertThat(palette).containsEntry("meadow", first).containsEntry("sun", second);
    }

    @Test
    void a_navy_carries_bright_text_by_day_and_is_lighter_by_night_and_in_drawings() {
        ColourPair pair = new ColourPair("#0b1f4b", "#ff8800");
        Map<String, String> day = Palette.of(Light.DAY, pair, USUAL, LEADING);
        Map<String, String> night = Palette.of(Light.NIGHT, pair, USUAL, LEADING);
        assertThat(day).containsEntry("on-meadow", "#ffffff").containsEntry("on-sun", "#1e2b25");
        assertThat(of(day, "meadow-text")).isEqualTo("#0b1f4b");
        double navy = Oklch.of("#0b1f4b").lightness();
        assertThat(Oklch.of(of(night, "meadow")).lightness()).isGreaterThan(navy + 0.1);
        assertThat(Oklch.of(of(day, "meadow-plot")).lightness()).isGreaterThan(navy + 0.1);
        assertThat(Oklch.of(of(night, "meadow")).hue())
                .isCloseTo(Oklch.of("#0b1f4b").hue(), within(4.0));
    }

    @Test
    void colours_are_alike_when_one_hardly_tells_them_apart() {
        assertThat(new ColourPair("#fff9c4", "#fff9c4").isAlike()).isTrue();
        assertThat(new ColourPair("#0b1f4b", "#10244f").isAlike()).isTrue();
        assertThat(new ColourPair("#0b1f4b", "#ff8800").isAlike()).isFalse();
        assertThat(new ColourPair("#43c67f", "#0f6b3c").isAlike()).isFalse();
    }

    @Test
    void a_colour_comes_back_from_its_lightness_chroma_and_hue() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            String hex = any(random);
            assertThat(Oklch.of(hex).hex()).isEqualTo(hex);
        }
        assertThat(Oklch.contrast("#000000", "#ffffff")).isEqualTo(21, within(0.01));
        assertThat(Oklch.of("#ff0000").lightness()).isCloseTo(0.628, within(0.001));
        assertThat(Oklch.of("#ff0000").hue()).isCloseTo(29.23, within(0.05));
    }

    @ParameterizedTest
    @EnumSource(Light.class)
    void one_fill_alone_is_read_on_the_page_on_paper_and_on_its_own_tint(Light light) {
        Theme theme = Objects.requireNonNull(THEME.get(light));
        for (String hex : AWKWARD) {
            Map<String, String> one = Palette.fill(light, "sun", Oklch.of(hex), theme.grounds());
            assertThat(one.keySet()).containsExactly("sun", "on-sun", "sun-plot", "sun-soft", "sun-text");
            assertThat(Oklch.contrast(of(one, "sun"), of(one, "on-sun"))).isGreaterThanOrEqualTo(4.5);
            for (String behind : List.of(light.ground(), of(one, "sun-soft"))) {
                assertThat(Oklch.contrast(of(one, "sun-text"), behind)).isGreaterThanOrEqualTo(4.5);
            }
        }
    }
}
