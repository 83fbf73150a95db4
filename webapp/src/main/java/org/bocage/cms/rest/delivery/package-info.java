/**
 * What does a visitor's application read? Magnolia's delivery endpoints: nodes, lists, references, as JSON.
 */
@NullMarked
package org.bocage.cms.rest.delivery;

import org.jspecify.annotations.NullMarked;
