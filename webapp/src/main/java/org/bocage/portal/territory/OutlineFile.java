package org.bocage.portal.territory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.bocage.cms.repository.config.ConfigFiles;
import org.bocage.portal.territory.drawing.Outlines;
import org.bocage.portal.territory.france.FrenchCommune;
import org.bocage.portal.territory.france.TerritoryChoice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The association's own {@code territory/contours.geojson}, from which the map is drawn where it has an outline for every commune of the
 * territory. It is looked at once, when the portal starts, and read again whenever the map is drawn.
 */
@Component
class OutlineFile {

    static final String PATH = "territory/contours.geojson";

    private static final Logger log = LoggerFactory.getLogger(OutlineFile.class);

    private final Optional<Path> file;
    private final String digest;
    private final Set<String> codes;
    private final Optional<String> problem;

    OutlineFile(ConfigFiles files) {
        file = files.ownFile(PATH);
        Set<String> found = new HashSet<>();
        String seen = "";
        String broken = null;
        if (file.isPresent()) {
            try {
                seen = digest(file.get());
                found.addAll(codes(file.get()));
            } catch (IOException e) {
                broken = String.valueOf(e.getMessage());
                log.warn("config/{} cannot be read: {}", PATH, broken);
            }
        }
        digest = seen;
        codes = Set.copyOf(found);
        problem = Optional.ofNullable(broken);
    }

    private static String digest(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return DigestUtils.sha256Hex(bytes);
        }
    }

    private static Set<String> codes(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return Outlines.codes(bytes);
        }
    }

    boolean isThere() {
        return file.isPresent();
    }

    /** Why the file cannot be read; empty when it can. */
    Optional<String> problem() {
        return problem;
    }

    /** SHA-256 of the file as the portal found it; empty without one. */
    String digest() {
        return digest;
    }

    /** Returns the names of the communes of a territory for which the file has nothing. */
    List<String> lacking(TerritoryChoice choice) {
        return choice.communes().stream()
                .filter(commune -> !codes.contains(commune.code()))
                .map(FrenchCommune::name)
                .toList();
    }

    /** Reads the outlines of a territory; none when there is no file, or it cannot be read. */
    Outlines of(TerritoryChoice choice) {
        if (file.isEmpty() || problem.isPresent() || !lacking(choice).isEmpty()) {
            return Outlines.NONE;
        }
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file.get()))) {
            return Outlines.read(bytes, Set.copyOf(choice.codes()));
        } catch (IOException e) {
            log.warn("config/{} cannot be read, the map is drawn without it: {}", PATH, e.getMessage());
            return Outlines.NONE;
        }
    }
}
