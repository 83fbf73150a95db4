package org.bocage.cms.dam.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.bocage.cms.dam.uploads.RefusedFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.ResourceBundleMessageSource;

@Tag("fast")
class RefusalMessagesTest {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

    RefusalMessagesTest() {
        messages.setBasename("i18n/dam-messages");
        messages.setDefaultEncoding("UTF-8");
    }

    @ParameterizedTest
    @EnumSource
    void each_refusal_names_the_file_and_says_what_to_do(Refusal reason) {
        String sentence =
                messages.getMessage(new RefusedFile("L'été {0}.jpg", reason, List.of(50, 12_000)), Locale.FRENCH);
        assertThat(sentence)
                .contains("«\u00a0L'été {0}.jpg\u00a0»")
                .doesNotContain("'{", "~")
                .endsWith(".");
    }

    @Test
    void the_limit_is_quoted() {
        RefusedFile refused = new RefusedFile("a.jpg", Refusal.TOO_LARGE, List.of(15L));
        assertThat(messages.getMessage(refused, Locale.FRENCH)).contains("15\u00a0Mo");
    }
}
