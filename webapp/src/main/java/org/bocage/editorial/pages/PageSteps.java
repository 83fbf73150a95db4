package org.bocage.editorial.pages;

import java.util.List;
import java.util.Set;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.pages.EditorPages.Beside;
import org.bocage.editorial.pages.PageGestures.Hand;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.view.PhotoPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The steps of the review that are taken with a page, which leave it as it is, and what holds them back. */
@Component
class PageSteps {

    private static final String ARCHIVE = "archiver";
    /** Steps that need all that is required. */
    private static final Set<String> COMPLETE = Set.of("proposer", "publier", "accepter");

    private static final Set<String> ALL =
            Set.of("proposer", "publier", "accepter", "reprendre", "refuser", "retirer", Pages.UNSCHEDULE, ARCHIVE);

    private final Desk desk;
    private final Pages pages;
    private final PageTree tree;
    private final PageDrawing drawing;
    private final EditorPages screens;
    private final Contents contents;

    PageSteps(Desk desk, Pages pages, PageTree tree, PageDrawing drawing, EditorPages screens, Contents contents) {
        this.desk = desk;
        this.pages = pages;
        this.tree = tree;
        this.drawing = drawing;
        this.screens = screens;
        this.contents = contents;
    }

    /** A step that was not taken: what stands beside the page instead. */
    static final class Withheld extends RuntimeException {
        private final transient Beside beside;
        private final HttpStatus status;

        Withheld(Beside beside, HttpStatus status) {
            super("A step of a page is withheld");
            this.beside = beside;
            this.status = status;
        }

        Beside beside() {
            return beside;
        }

        HttpStatus status() {
            return status;
        }
    }

    static boolean isStep(String gesture) {
        return ALL.contains(gesture);
    }

    /**
     * Takes a step; the answer is where to go on.
     *
     * @param confirmed whether the person knows that others lead to a page that leaves the site
     * @throws Withheld when something is missing, or others lead to the page
     */
    String take(Pages.Page page, Hand hand, String step, String comment, boolean confirmed) {
        boolean comes = COMPLETE.contains(step);
        if (comes) {
            requireWhole(page);
        }
        tree.requireFit(page, step);
        if (step.equals(ARCHIVE) && !confirmed) {
            requireUnused(page);
        }
        pages.move(hand.path(), hand.who(), hand.actor(), step, hand.revision(), comment);
        boolean waits = comes
                && pages.find(hand.path(), hand.who(), hand.actor())
                        .filter(after -> after.item().state() == State.PROGRAMME)
                        .isPresent();
        return WorkAddress.page(hand.path()) + "?apres=" + (waits ? "programme" : step);
    }

    private void requireWhole(Pages.Page page) {
        List<EditorPage.Unfinished> missing = screens.unfinished(page, drawing.outline(page.path(), desk.identity()));
        if (!missing.isEmpty()) {
            Beside beside = new Beside("", null, screens.say("authoring.page.incomplete"), missing, null);
            throw new Withheld(beside, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private void requireUnused(Pages.Page page) {
        Contents.Listed<PhotoPage.Use> uses = contents.uses(page.item().id(), desk.identity());
        if (uses.total() > 0) {
            int hidden = (int) uses.total() - uses.items().size();
            EditorPage.Uses panel = new EditorPage.Uses(ARCHIVE, uses.items(), hidden);
            throw new Withheld(new Beside("", panel, null, List.of(), null), HttpStatus.CONFLICT);
        }
    }
}
