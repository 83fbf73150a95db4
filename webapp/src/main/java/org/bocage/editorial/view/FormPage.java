package org.bocage.editorial.view;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code formulaire.ftlh}: one item being written. Everything is posted as multipart to {@code address}; the button pressed is
 * posted as "action": one of {@code actions}, or a gesture on a field (see {@link FormField}) after which the form comes back.
 * "rester", sent by Enter in a field when there is no draft to save, brings the form back as it is. What may not be written has no
 * form: it is read.
 * Hidden fields: {@code revision} and {@code jeton}.
 *
 * @param title heading: the item's title, or the words of {@link CreateLink} when it is new
 * @param type label of the type in the plural, with {@code listAddress} for the way back
 * @param isNew true until the first save
 * @param state key of the state, null when new
 * @param revision of the item as it was read; empty when new; after a conflict the other person's, so that the next save passes
 * @param token one-time token: a second post with it answers with the first one's result
 * @param keepKey names this form in the browser's own copy, {@code <account>:<type>:<uuid or nouveau>}
 * @param sections first the one that is always open
 * @param actions keys, the main one first: {@code enregistrer}, {@code proposer}, {@code publier}, {@code archiver},
 *     {@code retirer} (« Retirer ma proposition »), {@code supprimer}
 * @param problems all errors, in the order of the fields; each field carries its own too
 * @param care what keeps the text safe while it is written
 * @param published public address, null when not on line
 * @param preview address where those who write read the last saved version, null when it has no page
 * @param asides what else is known of the item
 * @param advice what would make it better written
 */
public record FormPage(
        String address,
        String title,
        String type,
        String listAddress,
        boolean isNew,
        @Nullable String state,
        String revision,
        String token,
        String keepKey,
        List<Section> sections,
        List<String> actions,
        List<Problem> problems,
        List<Comment> comments,
        @Nullable Conflict conflict,
        Care care,
        @Nullable Moment changed,
        @Nullable String changedBy,
        @Nullable String published,
        @Nullable String preview,
        List<Aside> asides,
        Advice advice) {

    private static final Set<String> WRITING = Set.of("enregistrer", "proposer", "publier");

    /** Returns whether what is typed could be kept: what may only be read is shown without a form. */
    public boolean isEditable() {
        return isWriting(actions);
    }

    /** Returns whether one of some actions keeps what is typed. */
    public static boolean isWriting(List<String> actions) {
        return actions.stream().anyMatch(WRITING::contains);
    }

    /**
     * Something that is known of an item besides what it holds.
     *
     * @param title heading
     * @param lines sentences
     * @param differences fields of which somewhere else something different is said
     * @param other who says so
     * @param gestures what may be done about it
     */
    public record Aside(
            String title,
            List<String> lines,
            List<Difference> differences,
            String other,
            List<AsideGesture> gestures) {}

    /** A button with its words, and where it posts; or a link, where there is something to look at. */
    public record AsideGesture(String label, String address, boolean link) {

        public AsideGesture(String label, String address) {
            this(label, address, false);
        }

        public static AsideGesture look(String label, String address) {
            return new AsideGesture(label, address, true);
        }
    }

    /**
     * A part of the form.
     *
     * @param title null for the first part
     * @param folded shown folded; the template opens it when a field in it has an error
     */
    public record Section(@Nullable String title, boolean folded, boolean hasProblem, List<FormField> fields) {}

    /**
     * An error: name of the field in the form, its label, and the sentence.
     *
     * @param typed of what may be right all the same: the value that is posted as "confirme.<field>" to say so; empty otherwise
     */
    public record Problem(String field, String label, String message, String typed) {

        public Problem(String field, String label, String message) {
            this(field, label, message, "");
        }
    }

    /**
     * Someone saved meanwhile. For each field that both changed a choice {@code conflit.<field>} is posted, {@code mine}, {@code theirs}
     * or {@code both}.
     *
     * @param outcome key of the state that their step led to; empty where there are no steps
     * @param joined labels of the fields that the other person alone changed, which stand in the form as they have them
     * @param wrote whether the one who reads this had changed anything, or only pressed a button
     */
    public record Conflict(
            String who,
            Moment when,
            String outcome,
            List<Difference> differences,
            List<String> joined,
            boolean wrote) {}

    /**
     * A field on which the two versions differ, as plain text.
     *
     * @param joinable whether both can be kept, one after the other
     */
    public record Difference(String field, String label, String mine, String theirs, boolean joinable) {}

    /**
     * Safeguards of the text while it is written.
     *
     * @param keepAddress where what is typed is posted every few seconds
     * @param presenceAddress where the form asks who else has it open; null for a new item
     * @param others names of those who have it open now
     * @param offer what was typed before and not sent, null when nothing
     * @param resumed when what is shown was typed, null when it is what was saved
     * @param back whether what is shown was just sent, and not taken
     * @param history address of the item's history, null when it has none
     * @param gestures what else may be done with the item, each by its own small form
     * @param commentAddress where a remark is posted as "texte", null for those who may not
     * @param answerWithin working days within which a proposal is answered
     */
    public record Care(
            String keepAddress,
            @Nullable String presenceAddress,
            List<String> others,
            @Nullable Offer offer,
            @Nullable Moment resumed,
            boolean back,
            @Nullable String history,
            List<Gesture> gestures,
            @Nullable String commentAddress,
            int answerWithin) {}

    /** A gesture on the whole item that changes no field: {@code archiver}, {@code jeter} or {@code double}, and where it posts. */
    public record Gesture(String key, String address) {}

    /** Text typed and not sent: when, where it is taken up again; it is forgotten by posting "oublier" to {@link Care#keepAddress}. */
    public record Offer(Moment when, String address) {}
}
