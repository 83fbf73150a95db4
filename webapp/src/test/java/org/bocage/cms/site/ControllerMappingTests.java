package org.bocage.cms.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A controller is looked at for each path that its patterns may take. */
class ControllerMappingTests {

    @Test
    void patterns_take_paths_that_begin_as_they_do() {
        assertThat(ControllerMapping.firsts(Set.of("/espace/{type:[a-z/]+}", "/agenda.ics", "/", "")))
                .hasValue(Set.of("espace", "agenda.ics", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/{type}/flux", "/**", "/*.ics", "/{name:[a-z]+}.json", "/être", "/a b", "/a%20b"})
    void a_pattern_that_may_begin_otherwise_takes_any(String pattern) {
        assertThat(ControllerMapping.firsts(Set.of(pattern, "/agenda"))).isEmpty();
    }

    @Test
    void no_pattern_takes_any() {
        assertThat(ControllerMapping.firsts(Set.of())).isEmpty();
    }
}
