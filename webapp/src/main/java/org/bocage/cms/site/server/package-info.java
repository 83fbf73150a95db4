/**
 * What does Tomcat answer by itself? Requests that arrive too slowly, and errors before any page is looked up.
 */
@NullMarked
package org.bocage.cms.site.server;

import org.jspecify.annotations.NullMarked;
