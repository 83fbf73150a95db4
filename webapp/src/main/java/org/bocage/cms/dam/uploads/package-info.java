/**
 * May this file enter the store? Its check by content, the refusals, the text of documents.
 */
@NullMarked
@NamedInterface("uploads")
package org.bocage.cms.dam.uploads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
