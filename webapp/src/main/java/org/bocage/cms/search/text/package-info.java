/**
 * How is the whole site searched? Weighted texts, synonyms, corrections, excerpts.
 */
@NullMarked
package org.bocage.cms.search.text;

import org.jspecify.annotations.NullMarked;
