/**
 * What do the YAML files say, once inclusions, inheritance and decorations are resolved? Raw values that remember their place,
 * and the report of what is wrong with them.
 */
@NullMarked
package org.bocage.cms.definition.yaml;

import org.jspecify.annotations.NullMarked;
