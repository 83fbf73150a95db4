package org.bocage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Arrows between packages only point down. */
@Tag("fast")
class ModularityTests {

    @Test
    void no_package_depends_on_one_above_it() {
        ApplicationModules.of(Bocage.class).verify();
    }
}
