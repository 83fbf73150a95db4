package org.bocage.editorial.people;

import java.util.List;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.Paging;
import org.jspecify.annotations.Nullable;

/**
 * {@code comptes.ftlh}: the people who may sign in.
 *
 * @param people those of the page
 * @param total how many there are in all
 * @param inviteAddress where somebody is invited
 */
public record AccountsPage(List<Line> people, int total, Paging paging, String inviteAddress) {

    /**
     * One person.
     *
     * @param roles what people call them
     * @param state {@code ouvert}, {@code invite} (has not answered the invitation) or {@code ferme}
     * @param lastVisit null when never
     */
    public record Line(
            String name,
            String email,
            List<String> roles,
            String state,
            @Nullable Moment lastVisit,
            String address) {}
}
