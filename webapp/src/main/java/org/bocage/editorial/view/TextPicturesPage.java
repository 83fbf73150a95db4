package org.bocage.editorial.view;

import java.util.List;

/**
 * {@code medias-choix.ftlh}: pictures that may stand in a text.
 *
 * @param query words that they were asked for by; empty for the latest
 */
public record TextPicturesPage(String query, List<Choice> pictures) {

    /**
     * A picture to put into a text.
     *
     * @param address the one the text keeps
     * @param thumbnail address of a small rendition
     */
    public record Choice(String address, String thumbnail, String alt, String title) {}
}
