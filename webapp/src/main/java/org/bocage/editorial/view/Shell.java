package org.bocage.editorial.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Frame of every screen of the private space, model attribute {@code shell}.
 *
 * @param base context path of the application, empty at the root
 * @param association name shown in the header
 * @param version version of the portal, at the foot
 * @param cspNonce nonce of this answer's {@code script-src}; only the import map of the rich text editor carries it
 * @param viewer who is signed in; null on the sign-in screen and on errors met before it
 * @param nav what this person does each week, most used first; a phone shows the first four within thumb's reach
 * @param groups everything else this person may open; on a phone, behind « Plus » with the rest of {@code nav}
 * @param flash what just happened, said once
 * @param late whether something was just saved that lists do not show yet; said once
 * @param notice what holds for all that is on this screen: {@code definition-ancienne} when a file of its type is broken and the last
 *     good definition stays, {@code definition-retenue} when nothing of its type goes on line; null when nothing does
 * @param guide way through several screens, of which this is one; null when it is not
 */
public record Shell(
        String base,
        String association,
        String version,
        String cspNonce,
        Csrf csrf,
        @Nullable Viewer viewer,
        List<NavEntry> nav,
        List<NavGroup> groups,
        @Nullable Flash flash,
        boolean late,
        @Nullable String notice,
        @Nullable Guide guide) {

    private static final int WITHIN_REACH = 4;

    /** Returns the entries that a phone shows in its bar. */
    public List<NavEntry> withinReach() {
        return nav.subList(0, Math.min(WITHIN_REACH, nav.size()));
    }

    /** Returns the entries that a phone shows behind « Plus », before the groups. */
    public List<NavEntry> beyondReach() {
        return nav.subList(withinReach().size(), nav.size());
    }

    /** Whether the place one is at stands behind « Plus » on a phone. */
    public boolean isBeyondReach() {
        return beyondReach().stream().anyMatch(NavEntry::current)
                || groups.stream().anyMatch(NavGroup::isCurrent);
    }

    /**
     * Way through several screens.
     *
     * @param steps in their order; none is current on a screen that only leads to them
     * @param next to go on with; null on the last one
     */
    public record Guide(
            String title, List<GuideStep> steps, @Nullable GuideStep next) {

        /** Returns the number of the current step, from 1; 0 when there is none. */
        public int at() {
            return steps.stream()
                            .filter(GuideStep::current)
                            .map(steps::indexOf)
                            .findFirst()
                            .orElse(-1)
                    + 1;
        }
    }

    /** One screen of a guide. */
    public record GuideStep(String label, String address, boolean done, boolean current) {}

    /** The hidden field every form carries. */
    public record Csrf(String parameterName, String token) {}

    /** The person signed in: account name, and the name the header and the greeting show. */
    public record Viewer(String account, String displayName) {}

    /**
     * An entry of the navigation.
     *
     * @param key {@code semaine}, {@code taches}, {@code medias}, {@code reglages}, {@code definitions}, {@code courriers}, or the name
     *     of a content type; it chooses the icon, and the words unless there is a label
     * @param label words of a content type, from its app's label
     * @param icon Magnolia's icon class, of its app; null of what is no content type
     * @param count how many things wait there; 0 shows nothing
     */
    public record NavEntry(
            String key, @Nullable String label, @Nullable String icon, String address, boolean current, int count) {}

    /**
     * Entries that belong together.
     *
     * @param key {@code site}, {@code reseau}, {@code interne} or {@code coulisses}; it chooses the words
     */
    public record NavGroup(String key, List<NavEntry> entries) {

        private static final int FEW = 2;

        /** Whether it is folded under its name: one or two entries stand open as they are. */
        public boolean isFolded() {
            return entries.size() > FEW;
        }

        /** Whether one is at one of its places: it is then open. */
        public boolean isCurrent() {
            return entries.stream().anyMatch(NavEntry::current);
        }
    }

    /**
     * Message about what just happened. The words are in {@code includes/textes.ftlh}, under the key, or in a message of a module.
     *
     * @param key {@code enregistre}, {@code propose}, {@code publie}, {@code programme}, {@code deprogramme}, {@code archive}, {@code retire}, {@code supprime},
     *     {@code accepte}, {@code repris}, {@code refuse}, {@code deja-envoye}, {@code photo-ajoutee}, {@code photo-enregistree},
     *     {@code photo-retiree}, {@code index-reconstruit}, {@code deconnecte}
     * @param sentence the words, where they are a message of a module
     * @param title title of the content it is about
     * @param address where to see the result, usually the public page
     * @param savedKey {@link FormPage#keepKey()} of the form that was received: the browser then forgets its own copy
     */
    public record Flash(
            String key,
            @Nullable String sentence,
            @Nullable String title,
            @Nullable String address,
            @Nullable String savedKey) {}
}
