/**
 * What has this installation changed of the light modules that the application comes with, and what did an upgrade change in the same
 * files?
 */
@NullMarked
package org.bocage.editorial.administration.modules;

import org.jspecify.annotations.NullMarked;
