/**
 * What do the light modules declare? YAML read into typed definitions, with their problems, reloaded on change.
 * Offers {@link org.bocage.cms.definition.DefinitionRegistry} and the snapshot {@link org.bocage.cms.definition.Definitions},
 * and {@link org.bocage.cms.definition.ReadableFields}, who reads which field where it is written.
 * Depends on the repository, for who reads.
 */
@NullMarked
@ApplicationModule(
        displayName = "Definition",
        allowedDependencies = {"cms.repository", "cms.repository :: state"})
package org.bocage.cms.definition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
