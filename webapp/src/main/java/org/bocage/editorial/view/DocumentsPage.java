package org.bocage.editorial.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code documents.ftlh}: the internal documents, by folder, by tag, by year for the minutes, or found by words.
 *
 * @param query what is searched, empty when nothing is
 * @param folder the folder one looks into; empty for all
 * @param tag the tag they have; empty for all
 * @param folders all there are, with how many documents lie in each
 * @param tags all there are, with how many documents have each
 * @param years of the minutes, the last first; one of them may be chosen
 * @param deposit address of the form that takes a document; null for who may not
 * @param access who reads the folder, {@code ca}, {@code adherents}, or {@code divers}; null for who may not change it
 */
public record DocumentsPage(
        String address,
        String query,
        String folder,
        String tag,
        List<Choice> folders,
        List<Choice> tags,
        List<Choice> years,
        List<Row> rows,
        long total,
        Paging paging,
        @Nullable String deposit,
        @Nullable String access) {

    /** A folder, a tag or a year. */
    public record Choice(String label, int count, String address, boolean current) {}

    /**
     * A document.
     *
     * @param about kind, day and folder in words
     * @param forMembers whether every adhérent·e reads it
     * @param excerpt what of its text was found, the words looked for marked; empty without search
     */
    public record Row(String title, String address, String about, boolean forMembers, List<Piece> excerpt) {}

    /** A piece of text, a word looked for or what is around it. */
    public record Piece(String text, boolean found) {}
}
