package org.bocage.editorial.pages;

import java.util.List;
import org.bocage.editorial.view.Comment;
import org.bocage.editorial.view.FieldChange;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.PhotoPage;
import org.jspecify.annotations.Nullable;

/**
 * {@code editeur.ftlh}: the editor of a page. Gestures are posted to {@code address} as {@code geste}, with {@code revision} and
 * what the gesture is about; the answer is this screen again, of which scripts take {@code #volet-dedans} and {@code #barre}.
 *
 * @param frame address of the page drawn for editing
 * @param path of the page, with its leading slash
 * @param published public address, null when not on line
 * @param actions steps of the review one may take, the main one first
 * @param reason why nothing can be changed, in a sentence; null when it can
 * @param settings what edits the page itself; null when nothing does
 * @param chosen key of what is selected, empty for nothing
 * @param panel what is beside the page instead of its outline; null: the outline
 * @param problem sentence about what was refused
 * @param unfinished what is missing before the page may be proposed or published
 * @param changes address of what the newest version changes of the one on line; null when they are the same, or none is
 * @param views who one may look at the page as
 * @param history address of its versions
 * @param next the proposal to read after this one; null when none waits, or for who decides nothing
 * @param others names of those who have the page open to edit it too
 * @param notices what is known of the page besides what it holds
 */
public record EditorPage(
        String address,
        String title,
        String path,
        String state,
        String revision,
        String frame,
        @Nullable String published,
        String token,
        List<String> actions,
        @Nullable String reason,
        @Nullable String settings,
        List<Zone> zones,
        String chosen,
        @Nullable Panel panel,
        @Nullable String problem,
        List<Unfinished> unfinished,
        List<Comment> comments,
        @Nullable Done done,
        @Nullable String changes,
        Moment changed,
        String changedBy,
        List<View> views,
        String history,
        @Nullable String next,
        List<String> others,
        boolean mayRemark,
        List<String> notices) {

    /**
     * An area.
     *
     * @param id of its element
     * @param settings address of its own form; null when it has none
     * @param add address of what may be added; null when nothing may now
     * @param full whether something could be added if there were room
     * @param offer {@code creer} or {@code retirer} for one that may be chosen; null otherwise
     */
    public record Zone(
            String key,
            String id,
            String label,
            @Nullable String settings,
            @Nullable String add,
            boolean full,
            @Nullable String offer,
            List<Brick> bricks) {}

    /**
     * A component.
     *
     * @param excerpt its first words
     * @param settings address of its form; null when it has none, or is another page's
     * @param origin address of the editor of the page it comes from; null when it is this page's
     * @param up whether it may go one place up
     * @param move address of the other places it may go to; null when there is none
     * @param zones areas in it
     */
    public record Brick(
            String key,
            String id,
            String label,
            String excerpt,
            @Nullable String settings,
            @Nullable String origin,
            boolean up,
            boolean down,
            boolean copy,
            boolean delete,
            @Nullable String move,
            List<Zone> zones) {}

    /** Part of the screen beside the page. {@link #kind()} names the macro that draws it. */
    public sealed interface Panel {
        String kind();
    }

    /**
     * The form of the page, an area or a component, saved while one types.
     *
     * @param seen what tells the values it started from
     * @param keepKey names it in the browser's own copy
     * @param saved whether it was just saved
     */
    public record Form(
            String key,
            String heading,
            String seen,
            String keepKey,
            List<FormPage.Section> sections,
            List<FormPage.Problem> problems,
            FormPage.@Nullable Conflict conflict,
            boolean saved)
            implements Panel {
        @Override
        public String kind() {
            return "fiche";
        }
    }

    /**
     * Components that may be added to an area.
     *
     * @param taken a copy of what was taken on another page; null when there is none that fits
     */
    public record Choice(
            String key,
            String area,
            List<Offer> offers,
            @Nullable Offer taken) implements Panel {
        @Override
        public String kind() {
            return "choix";
        }
    }

    /** A component to add: name, a sentence, and a picture when the module gives one. */
    public record Offer(
            String template,
            String label,
            String description,
            @Nullable String picture) {}

    /** Where a component may go. */
    public record Destinations(String key, String label, List<Destination> places) implements Panel {
        @Override
        public String kind() {
            return "places";
        }
    }

    /** An area that takes the component. */
    public record Destination(String key, String label) {}

    /** Texts that somebody had typed about something that is gone. */
    public record Lost(List<Typed> texts) implements Panel {
        @Override
        public String kind() {
            return "perdu";
        }
    }

    /** A field as it was typed. */
    public record Typed(String name, String text) {}

    /** A link by which somebody without an account sees the page, and until when. */
    public record Share(String link, Moment until) implements Panel {
        @Override
        public String kind() {
            return "partage";
        }
    }

    /** Differences between the newest version and the one on line. */
    public record Changes(List<Change> all) implements Panel {
        @Override
        public String kind() {
            return "changements";
        }
    }

    /** Saved states of the page, the latest first. */
    public record Versions(List<Version> all) implements Panel {
        @Override
        public String kind() {
            return "versions";
        }
    }

    /**
     * A saved state of the page, with those that led to it.
     *
     * @param state what the page became then; null when somebody only wrote
     * @param savings how many in a row it stands for
     * @param present whether the page is so now
     */
    public record Version(
            long number,
            Moment when,
            String who,
            @Nullable String state,
            int savings,
            boolean present,
            String address) {}

    /**
     * A version that is looked at.
     *
     * @param since what changed between it and now
     * @param frame address of the page as it was
     * @param restorable whether one may go back to it
     */
    public record Earlier(Version version, List<Change> since, String frame, boolean restorable) implements Panel {
        @Override
        public String kind() {
            return "version";
        }
    }

    /**
     * Others name the page that is to be put away.
     *
     * @param step what would put it away
     * @param hidden how many more there are that this person may not read
     */
    public record Uses(String step, List<PhotoPage.Use> all, int hidden) implements Panel {
        @Override
        public String kind() {
            return "usages";
        }
    }

    /**
     * One change.
     *
     * @param kind {@code ajoute}, {@code retire}, {@code deplace} or {@code modifie}
     * @param label of the component, or of what holds the fields
     * @param excerpt its first words; empty when the fields tell it
     * @param fields on which the versions differ
     * @param address where it stands in the editor; null when it is gone
     */
    public record Change(
            String kind,
            String label,
            String excerpt,
            List<FieldChange> fields,
            @Nullable String address) {}

    /** Something missing: what of, the sentence, the form in which to mend it and the name of the field there. */
    public record Unfinished(String of, String message, String address, String field) {}

    /**
     * Action that was just carried out.
     *
     * @param key chooses the words
     * @param undo key of what may be brought back, null when nothing may
     * @param from revision that has it
     */
    public record Done(
            String key, @Nullable String undo, @Nullable String from) {}

    /** Somebody as whom one may look at the page: the words, and the address for the frame. */
    public record View(String label, String address) {}
}
