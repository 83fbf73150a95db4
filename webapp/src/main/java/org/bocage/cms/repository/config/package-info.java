/**
 * Where do the data and the settings of an association lie? The options of the stores, the config folder.
 */
@NullMarked
@NamedInterface("config")
package org.bocage.cms.repository.config;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
