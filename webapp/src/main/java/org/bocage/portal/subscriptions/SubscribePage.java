package org.bocage.portal.subscriptions;

import java.util.List;
import org.bocage.portal.forms.Control;
import org.bocage.portal.forms.FieldError;
import org.bocage.portal.forms.FormGuard;
import org.jspecify.annotations.Nullable;

/**
 * View model of {@code templates/site/abonnement.ftlh}: an address to leave.
 *
 * @param token see {@link FormGuard#TOKEN}
 * @param told what is wrong, in the order of the fields
 * @param notice {@code expired}, {@code too-many}, or null
 * @param kind {@code annonces}, {@code projets}, {@code evenement} or {@code lettre}
 * @param about title of the event; empty for what is about none
 * @param explained whether the page around it says what it is
 */
public record SubscribePage(
        String action,
        String token,
        List<FieldError> told,
        @Nullable String notice,
        String kind,
        String about,
        boolean explained,
        List<Control> controls) {

    /**
     * View model of {@code templates/site/abonnement-suite.ftlh}: what a press would do, or did.
     *
     * @param step {@code envoye}, {@code confirmer}, {@code confirme}, {@code finir}, {@code fini} or {@code perdu}
     * @param kind as above; empty where it is told to nobody
     */
    public record Step(String step, String kind) {}
}
