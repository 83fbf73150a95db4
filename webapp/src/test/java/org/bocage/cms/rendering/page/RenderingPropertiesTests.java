package org.bocage.cms.rendering.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Limits of a page: what an administrator may choose. */
@Tag("fast")
class RenderingPropertiesTests {

    @Test
    void a_page_has_a_second_to_ten_minutes_and_ten_thousand_to_a_hundred_million_characters() {
        assertThat(properties(Duration.ofSeconds(1), 10_000).largestPage()).isEqualTo(10_000);
        assertThat(properties(Duration.ofMinutes(10), 100_000_000).renderingTime())
                .isEqualTo(Duration.ofMinutes(10));
        refused(Duration.ofMillis(999), 10_000);
        refused(Duration.ofMinutes(11), 10_000);
        refused(Duration.ofSeconds(10), 9_999);
        refused(Duration.ofSeconds(10), 100_000_001);
    }

    @Test
    void without_a_choice_a_page_has_ten_seconds_and_ten_million_characters() {
        RenderingProperties usual =
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("bocage", RenderingProperties.class);
        assertThat(usual.renderingTime()).isEqualTo(Duration.ofSeconds(10));
        assertThat(usual.largestPage()).isEqualTo(10_000_000);
    }

    private static RenderingProperties properties(Duration time, int largest) {
        return new RenderingProperties("", true, true, time, largest);
    }

    private static void refused(Duration time, int largest) {
        assertThatThrownBy(() -> properties(time, largest))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class);
    }
}
