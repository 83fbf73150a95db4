package org.bocage.portal.territory;

import java.util.Optional;
import java.util.Set;
import org.bocage.portal.territory.france.GeoPoint;

/**
 * A commune of the territory, as the portal keeps it.
 *
 * @param code of INSEE
 * @param epci name of the intercommunality it belongs to, if any
 * @param centre where it lies, if that is known
 */
public record TerritoryCommune(
        String code, String name, Set<String> postcodes, Optional<String> epci, Optional<GeoPoint> centre) {}
