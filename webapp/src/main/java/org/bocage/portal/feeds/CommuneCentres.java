package org.bocage.portal.feeds;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.bocage.cms.repository.ConfigFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where the communes lie, as {@code config/territory/communes.csv} says, by their INSEE code. */
@Component
class CommuneCentres {

    private static final Logger log = LoggerFactory.getLogger(CommuneCentres.class);
    private static final String FILE = "territory/communes.csv";
    private static final CSVFormat FORM =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Map<String, Point> byCode = new HashMap<>();

    /** A point of WGS 84. */
    record Point(double latitude, double longitude) {}

    CommuneCentres(ConfigFiles files) throws IOException {
        String text = files.text(FILE).orElse("");
        for (CSVRecord line : FORM.parse(new StringReader(text))) {
            try {
                byCode.put(
                        line.get("code_insee"),
                        new Point(Double.parseDouble(line.get("latitude")), Double.parseDouble(line.get("longitude"))));
            } catch (IllegalArgumentException e) {
                log.warn("{}, line {}: no point: {}", FILE, line.getRecordNumber() + 1, e.getMessage());
            }
        }
    }

    Optional<Point> of(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
