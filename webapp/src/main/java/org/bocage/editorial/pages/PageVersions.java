package org.bocage.editorial.pages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.jcr.Node;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.revisions.Revision;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.editorial.pages.PageGestures.Hand;
import org.bocage.editorial.pages.outline.Outline;
import org.bocage.editorial.publishing.Publisher;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.NotFoundException;
import org.bocage.editorial.screens.WorkAddress;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.view.Moment;
import org.springframework.stereotype.Component;

/** Versions of a page, and the way back to one of them. Each gesture makes one: those of one hand are told together. */
@Component
class PageVersions {

    private static final Duration ONE_SITTING = Duration.ofMinutes(30);
    private static final int SHOWN = 100;
    private static final Set<State> WRITTEN = Set.of(State.NOUVEAU, State.BROUILLON);

    private final Desk desk;
    private final Contents contents;
    private final Stores stores;
    private final Pages pages;
    private final PageChanges changes;
    private final Publisher publisher;
    private final Accounts accounts;

    PageVersions(
            Desk desk,
            Contents contents,
            Stores stores,
            Pages pages,
            PageChanges changes,
            Publisher publisher,
            Accounts accounts) {
        this.desk = desk;
        this.contents = contents;
        this.stores = stores;
        this.pages = pages;
        this.changes = changes;
        this.publisher = publisher;
        this.accounts = accounts;
    }

    EditorPage.Versions of(Pages.Page page) {
        List<EditorPage.Version> versions = new ArrayList<>();
        List<Revision> sitting = new ArrayList<>();
        for (Revision revision : contents.revisions(page.item().id())) {
            if (!sitting.isEmpty() && !isOneSitting(revision, sitting.get(sitting.size() - 1))) {
                versions.add(version(page, sitting.get(0), sitting.size()));
                sitting.clear();
            }
            sitting.add(revision);
        }
        if (!sitting.isEmpty()) {
            versions.add(version(page, sitting.get(0), sitting.size()));
        }
        return new EditorPage.Versions(versions.stream().limit(SHOWN).toList());
    }

    /** Whether nobody would look for the first of two: the same person went on, and the page did not go on line with it. */
    private static boolean isOneSitting(Revision before, Revision after) {
        return before.by().equals(after.by())
                && isDraft(before)
                && Duration.between(before.at(), after.at()).compareTo(ONE_SITTING) < 0;
    }

    /** Whether somebody only wrote: neither proposed the page, nor put it on line, nor took it off. */
    private static boolean isDraft(Revision revision) {
        return !revision.changed().contains(ItemState.PROPERTY) || WRITTEN.contains(ItemState.of(revision));
    }

    private EditorPage.Version version(Pages.Page page, Revision one, int savings) {
        return new EditorPage.Version(
                one.number(),
                Moment.of(one.at(), desk.clock()),
                accounts.nameOf(one.by()),
                isDraft(one) ? null : ItemState.of(one).key(),
                savings,
                one.number() == page.item().revision(),
                WorkAddress.page(page.path()) + "?version=" + one.number());
    }

    /** One of them, beside the page as it is; empty when there is no such version. */
    Optional<EditorPage.Earlier> one(Pages.Page page, Outline outline, long number) {
        return contents.revisions(page.item().id()).stream()
                .filter(revision -> revision.number() == number)
                .findFirst()
                .map(revision -> new EditorPage.Earlier(
                        version(page, revision, 1),
                        since(page, outline, number),
                        WorkAddress.page(page.path()) + "?comme=" + Audience.BOARD.id() + "&etait=" + number,
                        page.editable() && number != page.item().revision()));
    }

    private List<EditorPage.Change> since(Pages.Page page, Outline outline, long number) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Node then = Workspace.WEBSITE.nodeById(session, page.item().id()).orElseThrow(NotFoundException::new);
            // nothing of this is saved
            publisher.restore(then, number);
            return changes.since(then, page, outline);
        });
    }

    /** Makes the page what it was; what is on line stays until this is published. */
    void restore(Hand hand, long number) {
        pages.change(hand.path(), hand.who(), hand.actor(), OptionalLong.of(hand.revision()), (session, page) -> {
            if (!publisher.restore(page, number)) {
                throw PageRefused.outdated("plus-la");
            }
            return true;
        });
    }
}
