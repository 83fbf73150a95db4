package org.bocage.portal.setup;

import java.util.List;
import org.bocage.editorial.view.FormPage;
import org.bocage.editorial.view.Shell;

/**
 * {@code ouvrir.ftlh}: the last step of the set-up.
 *
 * @param open whether the portal was opened already
 * @param left steps in which nothing was kept
 * @param rubriques top-level pages of the site
 * @param choices what the portal may start with
 */
public record OpeningPage(
        String address,
        boolean open,
        List<Shell.GuideStep> left,
        List<Rubrique> rubriques,
        List<Choice> choices,
        List<FormPage.Problem> problems) {

    /** A rubrique of the site, ticked to be on line. */
    public record Rubrique(String id, String title, boolean ticked) {}

    /** A way to start. */
    public record Choice(String key, boolean chosen) {}
}
