/**
 * How is a node written as a file, and read back? Magnolia's bootstrap YAML, JCR system views, node type files, imports.
 */
@NullMarked
@NamedInterface("exchange")
package org.bocage.cms.repository.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
