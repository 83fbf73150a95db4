/**
 * In which database does a store lie? Oak's documents in PostgreSQL: the server looked at, opened, cleaned up, and moved there from
 * segment files and back.
 */
@NullMarked
package org.bocage.cms.repository.document;

import org.jspecify.annotations.NullMarked;
