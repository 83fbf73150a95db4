package org.bocage.editorial.authoring.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code semaine.ftlh}, « Ma semaine ».
 *
 * @param moment {@code matin}, {@code apres-midi} or {@code soir}: chooses the greeting
 * @param firstName as greeted
 * @param tasks proposals that wait for this person's yes
 * @param corrections what came back to this person with a comment
 * @param drafts what this person began and did not send
 * @param create the main action; null for someone who may not write
 * @param newPicture address of « Ajouter une photo », null when not allowed
 */
public record WeekPage(
        String moment,
        String firstName,
        List<Task> tasks,
        List<Correction> corrections,
        List<Draft> drafts,
        @Nullable CreateLink create,
        @Nullable String newPicture) {

    /** A proposal to read: type in words (« Actu »), who sent it and when. */
    public record Task(String title, String type, String who, Moment since, String address, boolean late) {}

    /** An item to take up again, with the reviewer's words. */
    public record Correction(
            String title, String type, String reviewer, String comment, Moment since, String address) {}

    /** An unfinished item. */
    public record Draft(String title, String type, Moment changed, String address) {}
}
