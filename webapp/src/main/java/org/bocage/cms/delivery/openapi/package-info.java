/**
 * How is the delivery described? Its OpenAPI document, for programs and as a page for people.
 */
@NullMarked
package org.bocage.cms.delivery.openapi;

import org.jspecify.annotations.NullMarked;
