package org.bocage.portal.proposals;

import java.util.List;
import org.bocage.portal.forms.PublicFormPage;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@code templates/site/suivi.ftlh}: a proposal, for who made it.
 *
 * @param state key of the state it is in
 * @param address where it is read; null when it is not on line
 * @param found where one says that one found what an annonce was for; null for what is none, or not on line
 * @param others pages that go with it
 * @param correction the form to change it; null when it cannot be changed now
 * @param withdrawable whether it may be taken back
 */
public record FollowPage(
        String action,
        String title,
        String state,
        List<Comment> comments,
        @Nullable String address,
        @Nullable String found,
        List<Link> others,
        @Nullable PublicFormPage correction,
        boolean withdrawable,
        String revision,
        @Nullable String notice) {

    /** A remark of the review. */
    public record Comment(String by, String day, String text) {}

    /** Link to another page. */
    public record Link(String label, String address) {}
}
