package org.bocage.editorial.items.archive;

import java.util.List;
import org.bocage.editorial.view.PhotoPage;

/**
 * {@code utilise.ftlh}: other contents name the one that is to be put away. Going on posts "action", "revision", "jeton" and
 * "confirme=oui" to {@code address}.
 *
 * @param action {@code archiver} or {@code jeter}
 * @param back the form
 * @param uses contents this person may see
 * @param hidden how many more there are
 */
public record UsesPage(
        String title,
        String address,
        String back,
        String action,
        String revision,
        String token,
        List<PhotoPage.Use> uses,
        int hidden) {}
