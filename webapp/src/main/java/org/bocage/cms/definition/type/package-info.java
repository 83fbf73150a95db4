/**
 * What is a content? Content types, with what this host adds to them: addresses, readers of fields, rules, advice.
 */
@NullMarked
@NamedInterface("type")
package org.bocage.cms.definition.type;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
