/**
 * What do the light modules declare? YAML read into typed definitions, with their problems, reloaded on change.
 * Offers {@link org.bocage.cms.definition.DefinitionRegistry} and the snapshot {@link org.bocage.cms.definition.Definitions},
 * and {@link org.bocage.cms.definition.ReadableFields}, who reads which field where it is written.
 * Depends on the repository, for who reads.
 *
 * <p>The watch over the folders is our own: it waits for the events of the system and for a pause between them, and follows a folder
 * that was moved away and made again; a monitor that polls would walk all files every second.
 */
@NullMarked
@ApplicationModule(
        displayName = "Definition",
        allowedDependencies = {"cms.repository", "cms.repository :: maintenance", "cms.repository :: state"})
package org.bocage.cms.definition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
