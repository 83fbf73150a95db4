package org.bocage.portal.feeds;

import java.util.List;
import java.util.Optional;
import org.bocage.portal.territory.france.GeoPoint;

/**
 * A structure of the directory, with what its reader may know of it. Texts are plain, and empty when not given.
 *
 * @param item what all items have
 * @param point where it is; empty when nobody knows
 * @param exact whether it is there, rather than somewhere in the commune
 */
record Structure(
        SyndicatedItem item,
        String family,
        List<String> domains,
        String commune,
        String postcode,
        String street,
        String telephone,
        String mail,
        String site,
        boolean member,
        boolean partner,
        Optional<GeoPoint> point,
        boolean exact) {}
