/**
 * What does the export of another site hold? Files of WordPress, YesWiki, SPIP, spreadsheets, calendars and address books, each read in
 * a stream into the same items, authors and pictures.
 */
@NullMarked
package org.bocage.portal.moving.reading;

import org.jspecify.annotations.NullMarked;
