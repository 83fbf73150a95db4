@NullMarked
package org.bocage.cms.site;

import org.jspecify.annotations.NullMarked;
