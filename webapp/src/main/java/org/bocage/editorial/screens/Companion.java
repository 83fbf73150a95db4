package org.bocage.editorial.screens;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.SettingsPage;
import org.bocage.editorial.view.WeekPage;

/** Extension point of the screens where contents are written, for other parts of the portal. */
public interface Companion {

    /**
     * Something wrong with what was typed.
     *
     * @param field as the form names it
     */
    record Objection(String field, String sentence) {}

    /**
     * Returns a problem with what was typed in a form of a type, besides what the definitions say.
     *
     * @param before what the content held; nothing when it is new
     */
    default Optional<Objection> objection(String type, FormValues values, FormValues before) {
        return Optional.empty();
    }

    /** Returns the facts known of a content besides what it holds, for those who review. */
    default List<FormPage.Aside> asides(Node item) throws RepositoryException {
        return List.of();
    }

    /** The same, for whoever may write the content. */
    default List<FormPage.Aside> ownAsides(Node item) throws RepositoryException {
        return List.of();
    }

    /** The identifier of the structure for which somebody with an account writes, as far as is known. */
    default Optional<String> structure(Account account) {
        return Optional.empty();
    }

    /** Returns the tasks besides proposals that wait for a decision of those who review. */
    default List<WeekPage.Task> tasks(Clock clock) {
        return List.of();
    }

    /** Another screen of settings, for those who review. */
    default Optional<SettingsPage.Link> settings() {
        return Optional.empty();
    }

    /** The next dates of who sits at the desk that are not for the public, the nearest first. */
    default List<WeekPage.Appointment> appointments() {
        return List.of();
    }

    /** Returns the week's notices to those who review. */
    default List<WeekPage.Notice> notices() {
        return List.of();
    }
}
