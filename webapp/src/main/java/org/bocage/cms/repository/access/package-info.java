/**
 * Who may read and write a node? Magnolia's roles and our audiences as Oak's access control.
 */
@NullMarked
@NamedInterface("access")
package org.bocage.cms.repository.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
