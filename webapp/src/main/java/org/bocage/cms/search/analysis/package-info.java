/**
 * What is a word? French texts as the words of the index, and the fields that hold them.
 */
@NullMarked
package org.bocage.cms.search.analysis;

import org.jspecify.annotations.NullMarked;
