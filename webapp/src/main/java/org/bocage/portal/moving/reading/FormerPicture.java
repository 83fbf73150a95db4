package org.bocage.portal.moving.reading;

/**
 * A file of the former site's library, of which something is known.
 *
 * @param address of the file as it was sent
 * @param alt what the picture shows; may be empty
 * @param caption what stood below it, often who made it; may be empty
 */
public record FormerPicture(String address, String title, String alt, String caption) {}
