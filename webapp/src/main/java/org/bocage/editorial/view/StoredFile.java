package org.bocage.editorial.view;

/**
 * A file of the library, as a chooser shows it.
 *
 * @param key asset item key, {@code jcr:<uuid>}
 * @param title name people know it by, usually the file name
 * @param details format and weight in words, « PDF, 28 ko »
 * @param address where it is read
 */
public record StoredFile(String key, String title, String details, String address) {}
