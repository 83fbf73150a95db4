/**
 * What does an author's application read and write? Magnolia's nodes and properties APIs.
 */
@NullMarked
package org.bocage.cms.rest.nodes;

import org.jspecify.annotations.NullMarked;
