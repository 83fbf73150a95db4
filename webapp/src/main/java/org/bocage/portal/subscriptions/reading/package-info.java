/** Which mail addresses does a list hold that comes from another tool? Offers the list, read line by line; depends on spreadsheets. */
@NullMarked
package org.bocage.portal.subscriptions.reading;

import org.jspecify.annotations.NullMarked;
