package org.bocage.portal.membership.joining;

import java.util.List;
import java.util.Map;
import org.bocage.portal.forms.Control;
import org.bocage.portal.forms.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * {@code templates/site/adherer.ftlh}: the form of those who join.
 *
 * @param token see {@link org.bocage.portal.forms.FormGuard#TOKEN}
 * @param resumed what the link that brought one here carries; empty when it began here
 * @param told what is wrong, in the order of the fields
 * @param notice a word about the whole form; null for none
 * @param groups what is asked, by its heading
 */
public record JoinPage(
        String action,
        String token,
        String resumed,
        List<FieldError> told,
        @Nullable String notice,
        List<Group> groups,
        int days,
        String who) {

    /** Questions that belong together. */
    public record Group(String title, List<Control> controls) {}

    /**
     * {@code templates/site/adherer-merci.ftlh}: after a request was sent.
     *
     * @param number of the membership; empty when it is not told
     * @param payment way that was chosen
     * @param way what is told of it
     * @param amount « 12,50 € »
     * @param otherSite whether one pays on a page that is not HelloAsso's
     * @param calendarYear whether the membership ends with the year
     */
    public record Thanks(
            String number,
            String payment,
            Map<String, String> way,
            String amount,
            int days,
            String who,
            boolean otherSite,
            boolean calendarYear) {}
}
