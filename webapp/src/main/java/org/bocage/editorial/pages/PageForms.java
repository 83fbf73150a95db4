package org.bocage.editorial.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.revisions.Revision;
import org.bocage.editorial.form.Errors;
import org.bocage.editorial.form.ItemForm;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.items.FormPages;
import org.bocage.editorial.pages.PageGestures.Hand;
import org.bocage.editorial.pages.outline.Mark;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.view.FormPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Saves the form of a page, an area or a component, with what somebody else wrote in it meanwhile. */
@Component
class PageForms {

    /** Revisions among which the one that somebody saw is looked for. */
    private static final int EARLIER = 100;

    private final Pages pages;
    private final PageGestures gestures;
    private final Contents contents;
    private final FormPages formPages;

    PageForms(Pages pages, PageGestures gestures, Contents contents, FormPages formPages) {
        this.pages = pages;
        this.gestures = gestures;
        this.contents = contents;
        this.formPages = formPages;
    }

    /** Words of somebody in a form that was drawn at the revision of the hand. */
    record Written(Pages.Page page, Hand hand, Mark mark, ItemForm form, FormValues values) {}

    /**
     * Result of a save.
     *
     * @param values that the form shows now
     * @param stored that the page has
     * @param conflict what somebody else wrote meanwhile; null when nobody did
     */
    record Outcome(
            FormValues values, FormValues stored, Errors errors, FormPage.@Nullable Conflict conflict, boolean saved) {}

    /** Returns the values that a form has in the page. */
    FormValues stored(Hand hand, Mark mark, ItemForm form) {
        return pages.read(hand.who(), session -> form.read(PageGestures.read(session, hand, mark)));
    }

    /**
     * Saves a form.
     *
     * @param seen tells the values that it started from
     */
    Outcome save(Written mine, String seen) {
        PageGestures.Saved saved = gestures.save(mine.hand(), mine.mark(), mine.form(), mine.values(), seen);
        return saved instanceof PageGestures.Saved.Conflict conflict
                ? both(mine, seen, conflict.theirs())
                : done(mine, null);
    }

    private Outcome done(Written mine, FormPage.@Nullable Conflict conflict) {
        FormValues stored = stored(mine.hand(), mine.mark(), mine.form());
        return new Outcome(stored, stored, Errors.NONE, conflict, true);
    }

    /** Saves what two people changed, where it is not the same; else both are asked, and of what only one changed the form has that. */
    private Outcome both(Written mine, String seen, FormValues theirs) {
        ItemForm form = mine.form();
        Optional<FormValues> before = before(mine, seen);
        if (before.isEmpty()) {
            return asked(mine, mine.values(), theirs, Errors.NONE, form.differences(mine.values(), theirs), List.of());
        }
        ItemForm.Merge merge = form.merge(before.get(), mine.values(), theirs);
        // fields are bound to each other: each version may be right, and both together wrong
        Errors wrong = new Errors(form.check(merge.values(), false).problems());
        if (!merge.both().isEmpty() || !wrong.isEmpty()) {
            return asked(mine, merge.values(), theirs, wrong, merge.both(), merge.theirs());
        }
        PageGestures.Saved saved =
                gestures.save(mine.hand(), mine.mark(), form, merge.values(), PageGestures.print(theirs));
        if (saved instanceof PageGestures.Saved.Conflict third) {
            // a third person was first: with theirs, too
            return both(mine, seen, third.theirs());
        }
        return done(mine, formPages.conflict(mine.page().item(), List.of(), merge.theirs(), true));
    }

    private Outcome asked(
            Written mine,
            FormValues values,
            FormValues theirs,
            Errors errors,
            List<FormPage.Difference> differences,
            List<String> joined) {
        FormPage.Conflict conflict = formPages.conflict(mine.page().item(), differences, joined, true);
        return new Outcome(values, theirs, errors, conflict, false);
    }

    /**
     * Returns the values that somebody had before them: those of the last revision with what they saw. A form that was drawn anew, or brought
     * back from the browser's own copy, is older than the revision it is sent with. Empty when no revision has them, or when another node
     * has the place of the one that had: all is asked then.
     */
    private Optional<FormValues> before(Written mine, String seen) {
        String id = mine.page().item().id();
        String path = mine.mark().content().substring(mine.mark().content().indexOf(':') + 1);
        String below = path.substring(mine.hand().path().length());
        String present = pages.read(
                mine.hand().who(),
                session -> PageGestures.read(session, mine.hand(), mine.mark()).getIdentifier());
        return contents.revisions(id).stream()
                .filter(one -> one.number() <= mine.hand().revision())
                .sorted(Comparator.comparingLong(Revision::number).reversed())
                .limit(EARLIER)
                .filter(one -> one.identifier(below).filter(present::equals).isPresent())
                .flatMap(one -> contents
                        .before(
                                Workspace.WEBSITE,
                                id,
                                one.number(),
                                page -> mine.form()
                                        .readEarlier(below.isEmpty() ? page : page.getNode(below.substring(1))))
                        .stream())
                .filter(values -> PageGestures.print(values).equals(seen))
                .findFirst();
    }
}
