package org.bocage.portal.forms;

import java.util.List;
import org.bocage.editorial.view.Advice;
import org.jspecify.annotations.Nullable;

/**
 * Model of {@code templates/site/proposer.ftlh}: a form to fill in.
 *
 * @param token see {@link FormGuard#TOKEN}
 * @param told what is wrong, in the order of the fields
 * @param notice a word about the whole form: {@code expired}, {@code too-many}, {@code too-many-today} or {@code changed}; null for none
 * @param advice what would make it better written
 * @param person who proposes; null where that is known already
 */
public record PublicFormPage(
        String action,
        String token,
        List<FieldError> told,
        @Nullable String notice,
        List<ProposalForm.Question> questions,
        ProposalForm.Question more,
        @Nullable Person person,
        String revision,
        Advice advice) {

    /** Proposer as typed, with the error of each field. */
    public record Person(
            String name,
            @Nullable String nameError,
            String email,
            @Nullable String emailError) {}

    /** Whether something folded has to be seen. */
    public boolean isMoreOpen() {
        return more.controls().stream().anyMatch(control -> !control.errors().isEmpty());
    }
}
