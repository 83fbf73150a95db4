package org.bocage.editorial.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code aide.ftlh}: the help of the private space.
 *
 * @param topics all of them, in order
 * @param topic the one that is read; null for the list
 * @param next the one after it; null when there is none
 */
public record HelpPage(
        List<Topic> topics, @Nullable Topic topic, @Nullable Topic next) {

    /**
     * A page of the help.
     *
     * @param key name of its file in {@code aide}
     * @param about what it is good for, in a sentence
     */
    public record Topic(String key, String title, String about, String address) {}
}
