/**
 * What does one fill in? Apps, dialogs, forms, fields and their labels, as typed definitions.
 */
@NullMarked
@NamedInterface("form")
package org.bocage.cms.definition.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
