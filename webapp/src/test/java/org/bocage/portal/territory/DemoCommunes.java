package org.bocage.portal.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bocage.cms.repository.exchange.BootstrapYaml;
import org.bocage.portal.territory.france.GeoPoint;

/** The communes of the demo, as its file has them. */
public final class DemoCommunes {

    private static final Path FILE = Path.of("config/bootstrap/demo/vocabulaires.communes.yaml");

    private DemoCommunes() {}

    public static List<TerritoryCommune> read() {
        try {
            return BootstrapYaml.values(Files.readString(FILE)).values().stream()
                    .filter(Map.class::isInstance)
                    .map(BootstrapYaml::asMap)
                    .filter(one -> one.containsKey("codeInsee"))
                    .map(DemoCommunes::commune)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TerritoryCommune commune(Map<String, Object> one) {
        return new TerritoryCommune(
                String.valueOf(one.get("codeInsee")),
                String.valueOf(one.get("titre")),
                one.get("codesPostaux") instanceof Collection<?> postcodes
                        ? postcodes.stream().map(String::valueOf).collect(Collectors.toSet())
                        : Set.of(),
                Optional.of(String.valueOf(one.get("epci"))),
                Optional.of(new GeoPoint(
                        Double.parseDouble(String.valueOf(one.get("latitude"))),
                        Double.parseDouble(String.valueOf(one.get("longitude"))))));
    }
}
