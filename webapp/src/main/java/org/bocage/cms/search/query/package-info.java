/**
 * What can be asked of the index? Queries of lists and of the site, their results, and both in Lucene's terms.
 */
@NullMarked
@NamedInterface("query")
package org.bocage.cms.search.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
