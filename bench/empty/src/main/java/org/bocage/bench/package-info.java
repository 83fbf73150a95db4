/** What the start of the portal is measured against: the least that a web application of its kind can be. */
@org.jspecify.annotations.NullMarked
package org.bocage.bench;
