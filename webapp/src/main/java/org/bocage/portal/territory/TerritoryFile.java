package org.bocage.portal.territory;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bocage.cms.repository.config.ConfigFiles;
import org.bocage.portal.territory.france.GeoPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The communes of an association's own {@code territory/communes.csv}, which count instead of those that were chosen. */
@Component
final class TerritoryFile {

    static final String PATH = "territory/communes.csv";

    private static final Logger log = LoggerFactory.getLogger(TerritoryFile.class);
    private static final CSVFormat FORM =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Optional<List<TerritoryCommune>> communes;

    TerritoryFile(ConfigFiles files) {
        this.communes = files.text(PATH).map(TerritoryFile::read);
    }

    /** Its communes; empty when there is no such file. */
    Optional<List<TerritoryCommune>> communes() {
        return communes;
    }

    private static List<TerritoryCommune> read(String text) {
        try (CSVParser lines = FORM.parse(new StringReader(text))) {
            return lines.stream().flatMap(line -> commune(line).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<TerritoryCommune> commune(CSVRecord line) {
        try {
            GeoPoint centre =
                    new GeoPoint(Double.parseDouble(line.get("latitude")), Double.parseDouble(line.get("longitude")));
            return Optional.of(new TerritoryCommune(
                    line.get("code_insee"),
                    line.get("nom"),
                    postcodes(line),
                    Optional.of(line.isMapped("epci_nom") ? line.get("epci_nom").strip() : "")
                            .filter(epci -> !epci.isEmpty()),
                    Optional.of(centre)));
        } catch (IllegalArgumentException e) {
            log.warn("{}, line {}: {}", PATH, line.getRecordNumber() + 1, Objects.toString(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Set<String> postcodes(CSVRecord line) {
        return Arrays.stream(line.get("codes_postaux").split("[^0-9]+"))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
