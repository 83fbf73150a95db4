/**
 * What is in a picture's file? Formats, headers, pixels, read within limits whoever sent them.
 */
@NullMarked
@NamedInterface("decoding")
package org.bocage.cms.dam.decoding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
