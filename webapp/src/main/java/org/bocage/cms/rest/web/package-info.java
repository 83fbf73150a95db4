/**
 * Which address answers what? The mapping of REST requests and their handler.
 */
@NullMarked
package org.bocage.cms.rest.web;

import org.jspecify.annotations.NullMarked;
