package org.bocage.portal.privacy;

import java.util.List;
import org.bocage.editorial.view.FormPage;

/**
 * {@code compte-partir.ftlh}: posts {@code geste=emporter}, or {@code geste=partir} with {@code password}.
 *
 * @param email of the account; empty for one without, whose data cannot be found
 * @param held what is in the name of the account, « 3 contenus en chemin »
 * @param last whether nobody else administers the portal: the account stays open
 */
public record LeavingPage(
        String address,
        String account,
        String email,
        List<String> held,
        boolean last,
        List<FormPage.Problem> problems) {}
