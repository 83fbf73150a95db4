/**
 * How do contents go out as a table, and come in as one? Files of a spreadsheet, read and written by the fields of the form.
 * Offers its screen alone. Depends on the contents and forms beside it.
 */
@NullMarked
package org.bocage.editorial.items.table;

import org.jspecify.annotations.NullMarked;
