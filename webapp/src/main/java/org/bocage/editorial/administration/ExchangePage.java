package org.bocage.editorial.administration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code importer.ftlh}: content that comes in, looked at first, then taken.
 *
 * @param address where the file is posted, then the yes
 * @param largest bytes that a file may have when it comes piece by piece, without a script 20 MB
 * @param administrator whether users and roles may come too
 * @param problem a sentence about the file that was sent; null when there is none
 * @param report what it would do, or did; null before
 */
public record ExchangePage(
        String address,
        long largest,
        boolean administrator,
        @Nullable String problem,
        @Nullable Report report) {

    /**
     * Effects of an import.
     *
     * @param file how whoever sent it calls it
     * @param token names it in the yes; null when it is done
     * @param counts sentences, « 12 fichiers s’ajoutent »
     * @param replaced how many identifiers were taken
     * @param hidden how many lines are not shown
     */
    public record Report(
            String file, @Nullable String token, List<String> counts, List<Line> lines, int replaced, int hidden) {}

    /** One file or user: verdict {@code ajoute}, {@code remplace} or {@code refuse}, and a sentence, maybe empty. */
    public record Line(String what, String verdict, int nodes, String sentence) {}
}
