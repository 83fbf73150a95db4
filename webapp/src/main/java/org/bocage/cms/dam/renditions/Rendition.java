package org.bocage.cms.dam.renditions;

import java.nio.file.Path;
import org.bocage.cms.dam.decoding.PictureFormat;

/**
 * A picture at the size of a variation, ready to send. Its content never changes under its path.
 *
 * @param file where its bytes are
 * @param format what they are
 * @param size in bytes
 */
public record Rendition(Path file, PictureFormat format, long size) {}
