package org.bocage.portal.words;

import java.util.List;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.PhotoPage;
import org.jspecify.annotations.Nullable;

/**
 * {@code mots.ftlh}: a list of words, or the lists.
 *
 * @param title of the list
 * @param typed word to be added, as it was typed
 * @param used a word that was not taken away, as contents name it
 */
public record WordsPage(
        String address,
        String title,
        List<ListLink> lists,
        List<Row> words,
        String typed,
        List<FormPage.Problem> problems,
        @Nullable Used used) {

    /** A list, with how many words it holds. */
    public record ListLink(String title, String about, String address, int size) {}

    /** A word, with how many contents name it. */
    public record Row(String id, String title, long uses) {}

    /** A word that contents name: the first few of them. */
    public record Used(String id, String title, List<PhotoPage.Use> contents, long total) {}
}
