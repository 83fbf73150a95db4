package org.bocage.portal.entries;

import java.util.List;
import org.bocage.editorial.screens.extension.AccountStructures;
import org.bocage.editorial.view.CreateLink;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Moment;
import org.jspecify.annotations.Nullable;

/**
 * {@code ma-structure.ftlh}: the structures of who is signed in. To {@code address} are posted a "structure", to ask for one, or
 * {@code retirer}, to take a request back.
 *
 * @param structures with their fiche; empty for who has none
 * @param requests that wait, or were refused
 * @param choices structures that may be asked for
 * @param chosen identifier of the one that was chosen; empty for none
 * @param missing where a structure is proposed that is not in the directory; null for who may not
 */
public record OwnStructurePage(
        String address,
        List<Structure> structures,
        List<Asked> requests,
        List<AccountStructures.Structure> choices,
        String chosen,
        @Nullable String missing,
        List<FormPage.Problem> problems) {

    /**
     * A structure and what is of it.
     *
     * @param state key of the state of its fiche
     * @param changed when the fiche was last written
     * @param address where the fiche is written
     * @param online where it is read; null while it is not on line
     * @param create what may be proposed on its behalf
     * @param news what it tells, by kind
     * @param membership null when it has none in force
     */
    public record Structure(
            String id,
            String title,
            String state,
            Moment changed,
            String address,
            @Nullable String online,
            List<CreateLink> create,
            List<News> news,
            @Nullable Membership membership) {}

    /** Items of one kind, « Actus ». */
    public record News(String label, List<Line> lines) {}

    /** An item: where it is written, or read when it is somebody else's. */
    public record Line(String title, String state, String address) {}

    /** A membership in force: its number, its last day, where one sees what it brings. */
    public record Membership(String number, Moment until, String address) {}

    /** A request: since when it waits, or the words with which it was refused. */
    public record Asked(String structure, String title, Moment since, String refusal) {}

    /**
     * {@code demande-structure.ftlh}: somebody's wish to keep a fiche. {@code decision}, {@code accorder} or {@code refuser}, is posted
     * to {@code address}, with a {@code phrase} to refuse.
     *
     * @param who display name of the person, and where their account is seen
     * @param fiche where the fiche is written
     * @param onFile mail address on file; empty when there is none
     * @param keepers display names of those who keep it already
     */
    public record Question(
            String address,
            String title,
            String fiche,
            String who,
            String account,
            String email,
            String onFile,
            List<String> keepers,
            Moment since,
            String words,
            List<FormPage.Problem> problems) {}
}
