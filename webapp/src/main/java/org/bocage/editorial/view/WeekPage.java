package org.bocage.editorial.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code semaine.ftlh}, « Ma semaine ».
 *
 * @param moment {@code matin}, {@code apres-midi} or {@code soir}: chooses the greeting
 * @param firstName as greeted
 * @param tasks proposals that wait for this person's yes, the first ones
 * @param waiting how many wait
 * @param corrections what came back to this person with a comment
 * @param drafts what this person began and did not send
 * @param mine what this person sent, and what became of it
 * @param coming what goes on line or off by itself in the coming days
 * @param failedMails mails that could not be sent, for those who may see them
 * @param notices what those who review should know
 * @param others what else this person may write, behind the main action
 * @param create the main action; null for someone who may not write
 * @param sections of other parts of the portal, in their order
 * @param delay for the board; null for others, and while there is nothing to tell
 * @param newPicture address of « Ajouter une photo », null when not allowed
 */
public record WeekPage(
        String moment,
        String firstName,
        List<Task> tasks,
        int waiting,
        List<Correction> corrections,
        List<Draft> drafts,
        List<Sent> mine,
        List<ComingPage.Event> coming,
        int failedMails,
        List<Notice> notices,
        List<CreateLink> others,
        @Nullable CreateLink create,
        @Nullable String newPicture,
        List<Section> sections,
        @Nullable Delay delay) {

    /** Whether a section waits for this person. */
    public boolean isToFinish() {
        return sections.stream().anyMatch(Section::toDo);
    }

    /** How many proposals were accepted in the last ninety days, and how many whole days they took on average. */
    public record Delay(int proposals, int days) {}

    /**
     * A section of another part of the portal.
     *
     * @param id of its heading
     * @param links where more of it is, below the lines
     * @param toDo whether its lines wait for this person
     * @param dismissal null for a section that stays as long as it has lines
     */
    public record Section(
            String id,
            String title,
            List<Line> lines,
            List<Link> links,
            boolean toDo,
            @Nullable Dismissal dismissal) {

        public Section(String id, String title, List<Line> lines, List<Link> links, boolean toDo) {
            this(id, title, lines, links, toDo, null);
        }
    }

    /** Button by which a section goes: a sentence above it, and where a press is sent to. */
    public record Dismissal(String sentence, String address) {}

    /** A line of a section: what it is about in words; where it is read, empty when it has no page. */
    public record Line(String title, String about, String address) {}

    /** Words that lead somewhere. */
    public record Link(String words, String address) {}

    /** A sentence, and where to see about it. */
    public record Notice(String sentence, String link, String address) {}

    /**
     * A proposal to read: type in words (« Actu »), who sent it and when.
     *
     * @param comments how much was said about it
     * @param choice what a list of several posts for it
     */
    public record Task(
            String title,
            String type,
            String who,
            Moment since,
            String address,
            boolean late,
            int comments,
            String choice) {}

    /** An item to take up again, with the reviewer's words. */
    public record Correction(
            String title, String type, String reviewer, String comment, Moment since, String address) {}

    /** An item that was sent: where it stands. */
    public record Sent(String title, String type, String state, Moment changed, String address) {}

    /** An unfinished item. */
    public record Draft(String title, String type, Moment changed, String address) {}
}
