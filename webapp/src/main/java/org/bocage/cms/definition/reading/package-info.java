/**
 * How does a YAML map become a typed definition? One reader a kind of definition, with the rules of Magnolia's specification.
 */
@NullMarked
package org.bocage.cms.definition.reading;

import org.jspecify.annotations.NullMarked;
