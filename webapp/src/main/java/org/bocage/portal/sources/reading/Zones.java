package org.bocage.portal.sources.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** Time zones by the names that calendars give them: those of the tz database, also with something before, and those of Windows. */
final class Zones {

    /** How long two zones must show the same time to be taken for one. */
    private static final int WEEKS_COMPARED = 104;

    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();
    private static final Properties WINDOWS = windows();

    private Zones() {}

    /** The zone of that name, if anybody knows it. */
    static Optional<ZoneId> named(String name) {
        String bare = name.strip().replaceAll("^\"|\"$", "");
        String windows = WINDOWS.getProperty(bare.replace(' ', '_'));
        if (windows != null) {
            return Optional.of(ZoneId.of(windows));
        }
        for (String rest = bare; !rest.isEmpty(); rest = afterSlash(rest)) {
            if (KNOWN.contains(rest)) {
                return Optional.of(ZoneId.of(rest));
            }
        }
        return Optional.empty();
    }

    /** {@code /freeassociation.sourceforge.net/Europe/Paris}, one step less. */
    private static String afterSlash(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? "" : name.substring(slash + 1);
    }

    /** Whether two zones show the same time from a moment on. */
    static boolean sameClock(ZoneId one, ZoneId other, Instant from) {
        Instant at = from;
        for (int week = 0; week <= WEEKS_COMPARED; week++) {
            if (!one.getRules().getOffset(at).equals(other.getRules().getOffset(at))) {
                return false;
            }
            at = at.plus(Duration.ofDays(7));
        }
        return true;
    }

    private static Properties windows() {
        Properties names = new Properties();
        try (InputStream file = Objects.requireNonNull(Zones.class.getResourceAsStream("windows-zones.properties"))) {
            names.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
