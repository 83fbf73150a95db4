package org.bocage.editorial.desk;

import java.util.List;
import org.bocage.editorial.view.Moment;

/** {@code chercher.ftlh}: everything one may see in which some words occur; {@code query} is empty when nothing was asked. */
public record SearchPage(String address, String query, List<Found> found, long total) {

    /** A content: its type in words, key of its state, empty for a picture. */
    public record Found(String title, String type, String state, Moment changed, String address) {}
}
