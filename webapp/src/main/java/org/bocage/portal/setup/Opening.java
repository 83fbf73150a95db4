package org.bocage.portal.setup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bocage.editorial.publishing.bootstrap.Installation;
import org.springframework.stereotype.Component;

/** The end of the set-up: the rubriques that stay in the menu, and what the portal starts with. */
@Component
class Opening {

    /** Content that a portal starts with. */
    enum Start {
        /** The starting texts, each to be rewritten. */
        TEXTES,
        /** Pages without them. */
        VIDE,
        /** The items of the demo besides, to be looked at. */
        DEMO;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Start> of(String key) {
            return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
        }
    }

    private final Setup setup;
    private final SiteMenu menu;
    private final StartingPages texts;
    private final Installation installation;

    Opening(Setup setup, SiteMenu menu, StartingPages texts, Installation installation) {
        this.setup = setup;
        this.menu = menu;
        this.texts = texts;
        this.installation = installation;
    }

    /**
     * Opens the portal. Each part can be done twice, and the end comes last: what was cut is done again from the start.
     *
     * @param rubriques identifiers of the pages that stay in the menu
     */
    void open(Start start, Set<String> rubriques) {
        menu.keep(rubriques);
        if (start == Start.VIDE) {
            texts.remove();
        } else if (start == Start.DEMO) {
            installation.addDemo();
        }
        setup.end();
    }
}
