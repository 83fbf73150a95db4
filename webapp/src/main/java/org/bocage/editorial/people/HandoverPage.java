package org.bocage.editorial.people;

import java.util.List;
import org.bocage.editorial.view.FormPage;

/**
 * {@code passer-la-main.ftlh}: all that names an account, by kind. Posts {@code successeur}, {@code laisser} with each kind that stays,
 * and {@code vu}.
 *
 * @param account where the account is seen
 * @param name of its person
 * @param waiting proposals that wait for a review, which the person does by their role; 0 when they do not
 * @param people successors to choose from
 * @param seen all that the screen shows, for {@code vu}
 */
public record HandoverPage(
        String address,
        String account,
        String name,
        long waiting,
        List<Kind> kinds,
        List<Successor> people,
        String seen,
        List<FormPage.Problem> problems) {

    /**
     * Responsibilities of one kind.
     *
     * @param label says what they are, and how many
     * @param titles the first few
     * @param more how many others there are
     * @param left whether they stay where they are
     */
    public record Kind(String key, String label, String about, List<String> titles, int more, boolean left) {}

    /** An account that may take over, with its roles; those that review come first. */
    public record Successor(String account, String name, String roles, boolean reviews, boolean chosen) {}

    /**
     * {@code main-passee.ftlh}: what passed to whom, and what did not.
     *
     * @param account where the account is seen
     * @param successor where the other one is seen
     * @param to name of its person
     * @param notices sentences on what its person cannot do, or is not told
     * @param closes whether the account may be closed now
     */
    public record Report(
            String address,
            String account,
            String name,
            String successor,
            String to,
            List<Passed> passed,
            List<Stayed> stayed,
            List<String> notices,
            boolean closes) {}

    /** Responsibilities of a kind that passed, in words with their number, and the first few titles. */
    public record Passed(String label, List<String> titles, int more) {}

    /** A responsibility that did not pass, with a sentence that says why. */
    public record Stayed(String kind, String title, String why) {}
}
