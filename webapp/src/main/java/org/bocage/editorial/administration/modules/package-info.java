/**
 * Changes of an installation in the light modules that the application comes with, and changes of an upgrade in the same files.
 */
@NullMarked
package org.bocage.editorial.administration.modules;

import org.jspecify.annotations.NullMarked;
