/**
 * How is the delivery described? Its OpenAPI document, for programs and as a page for people.
 */
@NullMarked
package org.bocage.cms.rest.openapi;

import org.jspecify.annotations.NullMarked;
