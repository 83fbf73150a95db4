@NullMarked
package org.bocage.cms.definition;

import org.jspecify.annotations.NullMarked;
