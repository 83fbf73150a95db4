package org.bocage.cms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The light modules of this project, as they are. */
class LightModulesTests {

    @Test
    void declare_what_they_should_without_a_problem() {
        try (DefinitionRegistry registry = DefinitionRegistry.watching(List.of(Path.of("light-modules")))) {
            assertThat(registry.current().problems()).isEmpty();
            assertThat(registry.current().contentTypes())
                    .extracting(ContentType::name)
                    .contains("actus", "acteurs", "vocabulaires");
        }
    }
}
