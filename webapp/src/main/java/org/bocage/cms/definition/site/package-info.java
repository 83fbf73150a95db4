/**
 * What does the site consist of? Templates, areas, the theme, virtual URIs and REST endpoints, as typed definitions.
 */
@NullMarked
@NamedInterface("site")
package org.bocage.cms.definition.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
