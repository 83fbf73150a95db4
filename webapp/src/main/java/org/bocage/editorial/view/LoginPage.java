package org.bocage.editorial.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code connexion.ftlh}. The form posts {@code username}, {@code password}, {@code suite} and the kept fields.
 *
 * @param action where the form posts
 * @param username what was typed before, so that it need not be typed again
 * @param problem null, {@code identifiants} (unknown name or wrong password, the same words for both), {@code ralenti} (too many
 *     attempts) or {@code inactif} (account closed)
 * @param minutes to wait when {@code ralenti}
 * @param suite local address to return to
 * @param kept the form that was on its way when the session ended; null when there is none
 * @param demo accounts shown in demo mode only, else null
 */
public record LoginPage(
        String action,
        String username,
        @Nullable String problem,
        int minutes,
        String suite,
        @Nullable KeptForm kept,
        @Nullable Demo demo) {

    /** Accounts of the demo, with the password they share. */
    public record Demo(List<String> names, String password) {}
}
