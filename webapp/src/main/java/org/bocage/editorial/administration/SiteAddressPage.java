package org.bocage.editorial.administration;

import java.util.List;
import org.bocage.editorial.view.FormPage;

/**
 * {@code adresse.ftlh}: the public address of the site.
 *
 * @param typed what stands in the field
 * @param known address that counts; empty when nobody gave one
 * @param fixed whether the options of the portal give it
 * @param here address by which this page was asked for; empty when it is the known one, or that of the machine
 * @param plain whether the known address is not encrypted
 */
public record SiteAddressPage(
        String address,
        String typed,
        List<FormPage.Problem> problems,
        String known,
        boolean fixed,
        String here,
        boolean plain) {}
