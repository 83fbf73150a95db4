/**
 * What is in the index? Items as documents, who may read them, the files on disk.
 */
@NullMarked
package org.bocage.cms.search.index;

import org.jspecify.annotations.NullMarked;
