package org.bocage.portal.subscriptions;

import java.util.List;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Paging;
import org.jspecify.annotations.Nullable;

/**
 * View model of {@code templates/espace/abonnes.ftlh}: who gets the letter.
 *
 * @param added how many a list has just brought; 0 for none
 * @param total of all pages
 */
public record ReadersPage(
        String address, String table, String importing, int added, int total, List<Reader> readers, Paging paging) {

    /**
     * Somebody who gets the letter.
     *
     * @param id of the subscription, posted to end it
     * @param since day, in words
     * @param proof of who did not subscribe by themselves; null otherwise
     */
    public record Reader(
            String id, String email, String since, @Nullable Proof proof) {}

    /** Where and when somebody agreed, and who says so. */
    public record Proof(String source, String day, String by, String at) {}

    /**
     * View model of {@code templates/espace/abonnes-reprendre.ftlh}: a list that comes in.
     *
     * @param most lines, in words
     * @param largest size of a file, in bytes
     * @param seen what the list would do; null before it was looked at
     */
    public record Import(
            String address,
            String readers,
            String addresses,
            String source,
            String day,
            boolean agreed,
            String today,
            String most,
            int largest,
            List<FormPage.Problem> problems,
            @Nullable Seen seen) {}

    /**
     * Outcome that a list would have.
     *
     * @param added how many are new
     * @param counts in words, of all that is found
     * @param lines those that are left out, wrong ones first
     * @param hidden how many more of these there are
     */
    public record Seen(int added, List<String> counts, List<Left> lines, int hidden) {}

    /** A line that is left out: {@code wrong}, {@code refused}, {@code ended} or {@code bounced}. */
    public record Left(int number, String text, String why) {}
}
