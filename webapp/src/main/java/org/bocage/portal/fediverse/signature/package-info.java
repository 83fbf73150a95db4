/** Signatures of HTTP requests, of the draft that Mastodon made usual and of the standard that came of it. */
@NullMarked
package org.bocage.portal.fediverse.signature;

import org.jspecify.annotations.NullMarked;
