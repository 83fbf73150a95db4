package org.bocage.portal.sources.reading;

import java.util.List;

/**
 * Result of reading a source.
 *
 * @param entries in the order of the source, each once
 * @param ignored how many were left out: private, without a title or a date
 * @param complete whether what is not among the entries is no more; a feed of news tells the latest only
 */
public record Reading(List<Entry> entries, int ignored, boolean complete, List<Warning> warnings) {}
