package org.bocage.cms.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bocage.cms.definition.files.Problem;
import org.bocage.cms.definition.type.ContentType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The light modules of this project, as they are. */
@Tag("fast")
class LightModulesTests {

    @Test
    void declare_what_they_should_and_lack_only_magnolia_s_own_modules() {
        try (DefinitionRegistry registry = DefinitionRegistry.watching(List.of(Path.of("light-modules")))) {
            // MINOR: modules of Magnolia that the light modules name as dependencies, and that are not here
            assertThat(registry.current().problems())
                    .allMatch(problem -> problem.severity() == Problem.Severity.MINOR
                            && problem.location().equals("dependencies"));
            assertThat(registry.current().contentTypes())
                    .extracting(ContentType::name)
                    .contains("actus", "acteurs", "vocabulaires");
        }
    }
}
